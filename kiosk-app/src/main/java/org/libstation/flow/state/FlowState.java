package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.CirculationEvent.ItemReturned;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Pin;
import org.libstation.flow.state.Key.ChooseReceipt.ReceiptForm;

/// Complete state of the station at one moment. Immutable; the screens draw from it and from
/// nothing else.
///
/// @param now time of the last clock event
/// @param session visit of the person in front; holds everything personal
/// @param overlay a sheet over the screen
/// @param padSight what the pad's reader sees
/// @param untaken borrowed items of ended visits, also of former runs, that still lie on the pad
/// @param drops returns without a person in front: from the drop, or from a person who left. Kept
///   for a while after they are finished; never with a title
/// @param sight what the drop's reader and photo-eye see
/// @param technician state of the technician's PIN entry
/// @param between what is kept from one visit to the next
/// @param next next number for a session, a row or a print job
@RecordBuilder
public record FlowState(
    EventTime now,
    StationFacts station,
    Language language,
    Access access,
    Optional<Session> session,
    Screen screen,
    Optional<Overlay> overlay,
    PadSight padSight,
    List<Untaken> untaken,
    List<ReturnRow> drops,
    DropSight sight,
    TechnicianEntry technician,
    KeptBetweenVisits between,
    long next)
    implements FlowStateBuilder.With {

  public FlowState {
    untaken = List.copyOf(untaken);
    drops = List.copyOf(drops);
  }

  /// A loan whose visit is over but whose item still lies on the pad. The journal has that fact;
  /// this record follows what this run does about it.
  ///
  /// @param entry number of the loan's journal entry
  /// @param uids its tags that lie on the pad and are not armed again. Empty while the station
  ///   still looks for the item of a former run
  /// @param since monotonic time at which the stage began
  /// @param until monotonic time after which the item counts as left behind, or its arming as
  ///   failed
  @RecordBuilder
  public record Untaken(
      long entry,
      ItemId item,
      List<String> uids,
      Duration since,
      Duration until,
      UntakenStage stage)
      implements FlowStateUntakenBuilder.With {
    public Untaken {
      uids = List.copyOf(uids);
    }

    /// Stage of handling an untaken item.
    public enum UntakenStage {
      /// Left by a former run; the pad's reader has not listed all tags yet.
      SOUGHT,
      /// Lies on the pad; the patron may still take it.
      LYING,
      /// Staff have their task; the tags are being armed.
      ARMING
    }

    /// Returns the item at another stage.
    ///
    /// @param limit how long the stage lasts at most
    public Untaken stage(UntakenStage changed, Duration now, Duration limit) {
      return with(c -> c.since(now).until(now.plus(limit)).stage(changed));
    }
  }

  /// What the station keeps for a short time between visits, without personal data.
  ///
  /// @param left the last visit that ended; empty once it is forgotten
  /// @param paper how receipts of this visit are printed, for all its cards; empty until the person
  ///   chose
  /// @param seen monotonic time of the last sign that a person is there
  /// @param inReader the card that lies in the card reader; empty if none does, or if the reader
  ///   cannot report that
  /// @param starting monotonic end of the start-up phase, in which missing devices are not
  ///   reported. Empty once a device has answered or a fault was reported
  /// @param restart the program must start again as soon as no person is there
  /// @param manifest the last manifest printed by an order from remote staff
  @RecordBuilder
  public record KeptBetweenVisits(
      Optional<EndedVisit> left,
      Optional<ReceiptForm> paper,
      Duration seen,
      Optional<CardInReader> inReader,
      Optional<Duration> starting,
      boolean restart,
      Optional<Manifest> manifest)
      implements FlowStateKeptBetweenVisitsBuilder.With {
    /// How long after its start the program waits for the first answer of a reader or scanner
    /// before it tells staff. Drivers try again after 0.5 s, 1 s, then every 2 s, and a starting
    /// machine is busy.
    public static final Duration STARTS = Duration.ofSeconds(30);

    public static final KeptBetweenVisits NOTHING =
        new KeptBetweenVisits(
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty());

    public KeptBetweenVisits manifest(Manifest changed) {
      return withManifest(Optional.of(changed));
    }
  }

  /// A manifest that remote staff ordered.
  ///
  /// @param order id of their order
  /// @param job number of the print job
  public record Manifest(String order, long job, Screen.TestPrintState print) {}

  /// A card that lies in the card reader. Its number is not kept here.
  ///
  /// @param tell monotonic time at which staff are told; empty once they were told
  /// @param seen the reader answers; if false, the card lay there before the reader failed
  /// @param left the card counts as forgotten: its visit is over, or it lay there too long without
  ///   a visit. If false, it may be about to be read
  @RecordBuilder
  public record CardInReader(Optional<Duration> tell, boolean seen, boolean left)
      implements FlowStateCardInReaderBuilder.With {}

  /// A visit that ended just now. If the same card is presented again, the visit continues where it
  /// was.
  ///
  /// @param digest stands for the card, see [CardDigest]
  /// @param purpose what the person came for
  /// @param pad every item left on the pad came from this visit
  /// @param until monotonic time at which the record is forgotten
  @RecordBuilder
  public record EndedVisit(String digest, Session.Purpose purpose, boolean pad, Duration until)
      implements FlowStateEndedVisitBuilder.With {}

  /// State of a technician's PIN entry.
  ///
  /// @param typed digits typed so far; kept only during typing
  /// @param wrong number of wrong PINs in a row
  /// @param lockedUntil monotonic end of the lock; zero if not locked
  /// @param who name of the person whose PIN was accepted; empty text if none is logged in
  /// @param level what that person may do
  @RecordBuilder
  public record TechnicianEntry(
      Pin typed, int wrong, Duration lockedUntil, String who, StaffLevel level)
      implements FlowStateTechnicianEntryBuilder.With {
    static final TechnicianEntry NONE = entered("", StaffLevel.STAFF);

    public static TechnicianEntry entered(String who, StaffLevel level) {
      return new TechnicianEntry(new Pin(""), 0, Duration.ZERO, who, level);
    }
  }

  /// The state before the first event.
  public static FlowState initial(FlowSettings settings, EventTime now) {
    return new FlowState(
        now,
        StationFacts.beginning(
            new StationFacts.SiteFacts(settings.banner(), settings.role()), settings.slip()),
        settings.language(),
        Access.STANDARD,
        Optional.empty(),
        Screen.Welcome.untouched(),
        Optional.empty(),
        PadSight.NOTHING,
        List.of(),
        List.of(),
        DropSight.NOTHING.panel(DropPanel.untouched(settings.language())),
        TechnicianEntry.NONE,
        KeptBetweenVisits.NOTHING
            .withSeen(now.monotonic())
            .withStarting(Optional.of(now.monotonic().plus(KeptBetweenVisits.STARTS))),
        1);
  }

  /// Monotonic time of the last event.
  public Duration at() {
    return now.monotonic();
  }

  /// The tags that the reader sees on the pad, in order of arrival.
  public List<PadTag> pad() {
    return padSight.tags();
  }

  /// Whether the reader sees every tag of an item returned at the pad in this visit. False if its
  /// barcode was read.
  public boolean lies(ItemReturned returned) {
    List<String> seen = pad().stream().map(PadTag::uid).toList();
    return session
        .flatMap(
            open ->
                open.returns().stream()
                    .filter(row -> row.how() == How.SEEN && !row.tags().isEmpty())
                    .filter(row -> row.handedOver().equals(returned.handedOver()))
                    .filter(row -> row.item().filter(returned.item()::equals).isPresent())
                    .findFirst())
        .filter(row -> seen.containsAll(row.tags()))
        .isPresent();
  }

  /// Whether the pad's reader has listed all tags on the pad.
  public boolean padListed() {
    return padSight.listed();
  }

  /// Whether a wait that began at `since` is over.
  boolean over(Duration since, Duration wait) {
    return at().minus(since).compareTo(wait) >= 0;
  }

  /// Tags that the former session left on the pad, without cards. The screen names them; the
  /// station does not act on them until they are lifted. Empty while the pad's reader has not
  /// listed all tags.
  public List<PadTag> leftBehind() {
    return padListed()
        ? pad().stream()
            .filter(tag -> tag.use() == PadTag.Use.FORMER)
            .filter(tag -> !(tag.reading() instanceof TagReading.LeftCard))
            .toList()
        : List.of();
  }

  /// Borrowed items that still lie on the pad for the person who borrowed them. Empty while the
  /// pad's reader has not listed all tags.
  public List<Untaken> toTake() {
    return padListed()
        ? untaken().stream().filter(left -> left.stage() == Untaken.UntakenStage.LYING).toList()
        : List.of();
  }

  /// The tags of [#leftBehind] that the next person is told about. Items borrowed just now are left
  /// out for [FlowSettings#JUST_LENT].
  public List<PadTag> leftToTell() {
    List<String> fresh =
        untaken().stream()
            .filter(left -> left.stage() == Untaken.UntakenStage.LYING)
            .filter(left -> at().minus(left.since()).compareTo(FlowSettings.JUST_LENT) < 0)
            .flatMap(left -> left.uids().stream())
            .toList();
    return leftBehind().stream().filter(tag -> !fresh.contains(tag.uid())).toList();
  }

  /// Whether a library card lies on the pad or in the card reader. It belongs to the person who is
  /// leaving, or was forgotten.
  public boolean cardLying() {
    return between
            .inReader()
            .filter(card -> card.seen() && (card.left() || session.isPresent()))
            .isPresent()
        || (padListed()
            && pad().stream()
                .map(PadTag::reading)
                .anyMatch(
                    reading ->
                        reading instanceof TagReading.CardTag
                            || reading instanceof TagReading.LeftCard));
  }

  /// Whether the desk, a device or the disk is at work for the person. Idle time does not count
  /// meanwhile.
  public boolean working() {
    return screen instanceof Screen.Printing
        || screen instanceof Screen.Identify(Screen.Identify.IdentifyStep.Checking _)
        || session.filter(FlowState::working).isPresent();
  }

  private static boolean asking(List<LoanRow> loans) {
    return loans.stream()
        .anyMatch(loan -> loan.renewing() instanceof LoanRow.RenewalState.RenewalPending);
  }

  private static boolean working(Session session) {
    return session.borrows().stream().anyMatch(row -> row.state().working())
        || session.returns().stream().anyMatch(ReturnRow::working)
        || switch (session.account()) {
          case Account.Loading _ -> true;
          case Account.Loaded loaded -> asking(loaded.loans()) || loaded.details().working();
          case Account.NotShown closed -> asking(closed.asked());
          case Account.NotLoaded _ -> false;
        };
  }
}

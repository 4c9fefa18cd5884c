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

/// All that the station knows in front of a person. Immutable; a screen draws from it and from
/// nothing else.
///
/// @param now what the clock said last
/// @param session the person in front; everything personal is in here
/// @param overlay a sheet over the screen
/// @param padSight what the reader of the pad sees
/// @param untaken what was lent by visits that are over, of a former run too, and still lies on the
///   pad
/// @param drops what was handed over without a person in front (in the drop, or by one who walked
///   off), until a while after it is finished; never a title
/// @param sight what the drop sees
/// @param technician how the technician's PIN stands
/// @param between what is kept from one visit to the next
/// @param next the next number for a session, a row or a print job
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

  /// A loan whose visit is over, and whose tags its person has not lifted. That it lies there is on
  /// disk; this is what is done about it in this run.
  ///
  /// @param entry the loan's number in the journal
  /// @param uids those of its tags that lie there and are not armed again; none yet while a former
  ///   run's is looked for
  /// @param until monotonic; from then on it counts as left behind, or its arming as failed
  @RecordBuilder
  public record Untaken(
      long entry, ItemId item, List<String> uids, Duration until, UntakenStage stage)
      implements FlowStateUntakenBuilder.With {
    public Untaken {
      uids = List.copyOf(uids);
    }

    /// How far it is.
    public enum UntakenStage {
      /// Left by a former run; the pad has not said yet what lies there.
      SOUGHT,
      LYING,
      /// Staff have their line, its tags are being armed.
      ARMING
    }

    public Untaken stage(UntakenStage changed, Duration limit) {
      return with(c -> c.until(limit).stage(changed));
    }
  }

  /// What is kept from one visit to the next, for a moment and without a person.
  ///
  /// @param left the visit that ended last
  /// @param paper how the receipts of all cards of this visit are printed, once that was chosen
  /// @param seen monotonic, the last sign that somebody is there
  /// @param inReader a card lies in the reader for cards; empty also where that cannot tell
  /// @param starting monotonic; the program has just begun, and that no device has answered yet is
  ///   told to nobody until then; empty once one has, or once something was told
  /// @param restart the program is to start again as soon as nobody is there
  /// @param manifest the one that was printed last for staff far away
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
    /// So long after its start the program waits for the first answer of a reader or scanner before
    /// staff are told of it: drivers ask again after 0.5, 1, then every 2 s, and a machine that
    /// starts is busy.
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

  /// A manifest for staff far away.
  ///
  /// @param order the id of their order
  /// @param job of the printer
  public record Manifest(String order, long job, Screen.TestPrintState print) {}

  /// That a card lies in the reader for cards; whose is not kept here.
  ///
  /// @param tell monotonic; from then on staff are told, once
  /// @param seen the reader answers; otherwise it lay there before the reader failed
  /// @param left its visit is over, or it lay there for long without one: somebody forgot it.
  ///   Before that, it may be just about to be read
  @RecordBuilder
  public record CardInReader(Optional<Duration> tell, boolean seen, boolean left)
      implements FlowStateCardInReaderBuilder.With {}

  /// A visit that ended just now: its card, presented again, goes on where it was.
  ///
  /// @param digest stands for the card
  /// @param purpose what the person came for
  /// @param pad what the former visit left on the pad is all this visit's
  /// @param until monotonic; then it is forgotten
  @RecordBuilder
  public record EndedVisit(String digest, Session.Purpose purpose, boolean pad, Duration until)
      implements FlowStateEndedVisitBuilder.With {}

  /// @param typed digits typed so far, kept only while they are being typed
  /// @param wrong wrong PINs in a row
  /// @param lockedUntil monotonic; zero when not locked
  /// @param who is behind the PIN, by name; empty text before and after
  /// @param level what they may do
  @RecordBuilder
  public record TechnicianEntry(
      Pin typed, int wrong, Duration lockedUntil, String who, StaffLevel level)
      implements FlowStateTechnicianEntryBuilder.With {
    static final TechnicianEntry NONE = entered("", StaffLevel.STAFF);

    public static TechnicianEntry entered(String who, StaffLevel level) {
      return new TechnicianEntry(new Pin(""), 0, Duration.ZERO, who, level);
    }
  }

  /// Before the first event.
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

  /// The tags that are seen on the pad, in order of arrival.
  public List<PadTag> pad() {
    return padSight.tags();
  }

  /// Whether the reader sees every tag of an item that was handed over at the pad in this visit.
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

  /// Whether the pad's reader has said all that lies there.
  public boolean padListed() {
    return padSight.listed();
  }

  /// Whether a wait that began at `since` is over.
  boolean over(Duration since, Duration wait) {
    return at().minus(since).compareTo(wait) >= 0;
  }

  /// Tags that were left on the pad by the former session: named, and not touched until lifted.
  /// None are named while the pad cannot say what lies there; a card is not among them.
  public List<PadTag> leftBehind() {
    return padListed()
        ? pad().stream()
            .filter(tag -> tag.use() == PadTag.Use.FORMER)
            .filter(tag -> !(tag.reading() instanceof TagReading.LeftCard))
            .toList()
        : List.of();
  }

  /// The books that were lent and wait on the pad for whoever just lent them.
  public List<Untaken> toTake() {
    return padListed()
        ? untaken().stream().filter(left -> left.stage() == Untaken.UntakenStage.LYING).toList()
        : List.of();
  }

  /// What of it anybody else is told of: not at once what was lent just now.
  public List<PadTag> leftToTell() {
    Duration since = FlowSettings.TAKE_AWAY.minus(FlowSettings.JUST_LENT);
    List<String> fresh =
        untaken().stream()
            .filter(left -> left.stage() == Untaken.UntakenStage.LYING)
            .filter(left -> left.until().minus(at()).compareTo(since) > 0)
            .flatMap(left -> left.uids().stream())
            .toList();
    return leftBehind().stream().filter(tag -> !fresh.contains(tag.uid())).toList();
  }

  /// Whether a reader's card lies on the pad or in the reader for cards: of the person who is
  /// leaving, or forgotten.
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

  /// Whether the desk, a device or the disk is at work for the person: the idle clock stands still.
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

package org.libstation.screen;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Looks;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Pin;
import org.libstation.circulation.WasOnLoan;
import org.libstation.fines.FineExplained;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Count;
import org.libstation.flow.state.DropFacts;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.LibraryNews;
import org.libstation.flow.state.LoanRow;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.Opening;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.flow.state.Screen.Identify.IdentifyStep;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.SlipOffer;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.LinkState;
import org.libstation.flow.state.Suspension;
import org.libstation.flow.state.TagReading;

/// States of a station as they come up in a day, for drawing.
public final class States {
  private States() {}

  static final Duration NOW = Duration.ofMinutes(90);

  static final OffsetDateTime WALL = OffsetDateTime.parse("2026-11-24T18:44:00+08:00");

  static final EventTime TIME = new EventTime(WALL, "boot", NOW, Optional.empty(), false);

  static final BorrowRow.BorrowRowState.BorrowRefused REFUSED =
      BorrowRow.BorrowRowState.BorrowRefused.of(Code.B21, 2, false);

  static final DueDate DUE = DueDate.of(LocalDateTime.of(2026, 12, 8, 23, 59));

  static final List<String> TITLES =
      List.of(
          "渡輪上的植物學家",
          "The Lighthouse Almanac",
          "潮汐算術：給孩子的數學",
          "Noodles at Midnight",
          "天台種菜筆記",
          "雨季的裁缝",
          "An Inventory of Small Weather: Notes, Letters and Unfinished Maps from the Outer"
              + " Islands");

  static final DeviceLine SPEECH =
      DeviceLine.plain(DeviceRole.SPEECH, "speech", DeviceCondition.READY, "", "eSpeak NG 1.52.0");

  static StationFacts station(
      StationFacts.StationBanner banner, LinkState link, JournalHealth journal) {
    return station(StationFacts.StationRole.LEND_AND_RETURN, banner, link, journal);
  }

  static StationFacts station(
      StationFacts.StationRole role,
      StationFacts.StationBanner banner,
      LinkState link,
      JournalHealth journal) {
    return StationFacts.beginning(new StationFacts.SiteFacts(banner, role), SlipOffer.KEY)
        .withLink(link)
        .withJournal(journal, Optional.empty())
        .withDevices(
            List.of(
                DeviceLine.plain(
                    DeviceRole.SCANNER, "scanner", DeviceCondition.READY, "", "firmware CAABMS00"),
                DeviceLine.plain(DeviceRole.PAD, "pad", DeviceCondition.READY, "", "FEIG 3.2.1"),
                DeviceLine.plain(DeviceRole.DROP, "bin", DeviceCondition.READY, "", "412 mm"),
                DeviceLine.plain(
                    DeviceRole.DROP_READER, "drop", DeviceCondition.READY, "", "FEIG 3.2.1"),
                DeviceLine.plain(
                        DeviceRole.PRINTER,
                        "printer",
                        DeviceCondition.NEEDS_HAND,
                        "DP1E",
                        "the paper is nearly out")
                    .with(c -> c.trouble(StationFacts.Trouble.PAPER_NEAR_END).finding("E52")),
                SPEECH))
        .withDrop(DropFacts.UNKNOWN.withItems(61))
        .withBin(43)
        .withCounts(new StationFacts.JournalCounts(2, 1));
  }

  static final StationFacts WELL =
      station(StationFacts.StationBanner.NONE, LinkState.ONLINE, JournalHealth.GOOD);

  static final StationFacts DEMO =
      station(StationFacts.StationBanner.DEMO, LinkState.ONLINE, JournalHealth.GOOD);

  static final StationFacts SILENT =
      station(StationFacts.StationBanner.NONE, LinkState.SILENT, JournalHealth.GOOD);

  /// Without a tray.
  static final StationFacts SCANS =
      WELL.withDevices(
          WELL.devices().stream()
              .filter(line -> line.role() != StationFacts.DeviceRole.PAD)
              .toList());

  /// Nobody is there.
  static FlowState of(Screen screen) {
    return StateBuilder.on(screen).build();
  }

  static FlowState of(StationFacts station, Screen screen) {
    return StateBuilder.on(screen).at(station).build();
  }

  static FlowState of(StationFacts station, Screen screen, Session session) {
    return StateBuilder.on(screen).at(station).during(session).build();
  }

  static FlowState in(FlowState state, Language language, Access access) {
    return StateBuilder.like(state).in(language, access).build();
  }

  static FlowState later(FlowState state, Duration by) {
    return StateBuilder.like(state).later(by).build();
  }

  static FlowState over(FlowState state, Overlay overlay) {
    return StateBuilder.like(state).under(overlay).build();
  }

  /// @param card whether it was begun with one
  static Session session(Purpose purpose, boolean card) {
    PatronId patron = new PatronId("20180000006788");
    PatronLook look =
        Looks.patron(patron)
            .with(
                c ->
                    c.pinRight(true)
                        .chargedCount(4)
                        .overdueCount(0)
                        .chargedLimit(10)
                        .holdsReady(1));
    return new Session(
        7,
        purpose,
        new Session.PatronLogin(
            card
                ? Optional.of(
                    new Session.SessionCard(patron, Optional.empty(), Optional.of(look), 0))
                : Optional.empty(),
            new Pin(""),
            0,
            Optional.empty()),
        new Session.PatronPresence(NOW.minusSeconds(12), 0, Optional.empty()),
        new Session.Work(
            List.of(),
            List.of(),
            new Account.NotLoaded(),
            new Count.NotSaid(),
            Session.VisitPayments.NONE),
        Optional.empty(),
        false);
  }

  static BorrowRow row(int number, BorrowRow.BorrowRowState state) {
    return new BorrowRow(
        number,
        Optional.of(new ItemId("3018000000" + (1000 + number))),
        Optional.of(TITLES.get(number % TITLES.size())),
        Map.of("E004" + number, 1),
        1,
        state);
  }

  static BorrowRow.BorrowRowState lent(boolean confirmed) {
    return new BorrowRow.BorrowRowState.Borrowed(
        new BorrowRow.WrittenLoan(41, DUE, confirmed), false);
  }

  static Screen borrow(Hands hands) {
    return new Screen.Borrow(hands);
  }

  static FlowState borrowing(StationFacts station, Hands hands, BorrowRow... rows) {
    return StateBuilder.on(borrow(hands))
        .at(station)
        .during(session(Purpose.BORROW, true).withBorrows(List.of(rows)))
        .lying(laid(rows))
        .build();
  }

  /// The tags of all that is not to be placed again.
  static PadTag[] laid(BorrowRow... rows) {
    return Stream.of(rows)
        .filter(row -> row.item().isPresent())
        .filter(row -> !(row.state() instanceof BorrowRow.BorrowRowState.PlaceAgain))
        .flatMap(row -> row.parts().keySet().stream().map(uid -> laid(uid, row.item().get())))
        .toArray(PadTag[]::new);
  }

  static PadTag laid(String uid, ItemId item) {
    return new PadTag(
        uid, new TagReading.ItemTag(item, 1, 1), PadTag.SecurityBit.CLEARED, PadTag.Use.TAKEN);
  }

  static ReturnRow returned(int number, ReturnRow.ReturnRowState state, ReturnRow.Arming arming) {
    return new ReturnRow(
        number,
        Optional.of(new ItemId("3018000000" + (1000 + number))),
        Optional.of(TITLES.get(number % TITLES.size())),
        How.SEEN,
        TIME,
        List.of("E004" + number),
        List.of(),
        MissingParts.NONE,
        OptionalLong.of(number),
        arming,
        state,
        NOW);
  }

  static ReturnRow returned(int number, ReturnRow.ReturnRowState state) {
    return returned(number, state, ReturnRow.Arming.ARMED);
  }

  static ReturnRow.ReturnRowState settled() {
    return settled(false, Optional.empty());
  }

  static ReturnRow.ReturnRowState settled(FineExplained fine) {
    return settled(false, Optional.of(fine));
  }

  static ReturnRow.ReturnRowState settled(boolean held, Optional<FineExplained> fine) {
    return new ReturnRow.ReturnRowState.Settled(held, false, WasOnLoan.YES, fine);
  }

  static ReturnRow.ReturnRowState recorded(boolean known) {
    return new ReturnRow.ReturnRowState.ReturnRowRecorded(known, Optional.empty());
  }

  static FlowState returning(StationFacts station, Hands hands, ReturnRow... rows) {
    return StateBuilder.on(new Screen.Return(hands))
        .at(station)
        .during(session(Purpose.RETURN, false).withReturns(List.of(rows)))
        .lying(
            Stream.of(rows)
                .filter(row -> row.item().isPresent())
                .flatMap(row -> row.tags().stream().map(uid -> laid(uid, row.item().get())))
                .toArray(PadTag[]::new))
        .build();
  }

  static LoanRow loan(int number, int month, int day, LoanRow.RenewalState renewing) {
    return new LoanRow(
        new ItemId("3018000000" + (1000 + number)),
        TITLES.get(number % TITLES.size()),
        Optional.of(DueDate.of(LocalDateTime.of(2026, month, day, 23, 59))),
        false,
        renewing);
  }

  static FlowState identify(StationFacts station, Purpose purpose, IdentifyStep step) {
    return of(station, new Screen.Identify(step), session(purpose, false));
  }

  static FlowState named(String name) {
    return named(all(), name);
  }

  static FlowState named(Map<String, FlowState> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  /// All of them, by the name of their picture.
  public static Map<String, FlowState> all() {
    return All.BY_NAME;
  }

  /// Made once: a state never changes.
  private static final class All {
    static final Map<String, FlowState> BY_NAME = Collections.unmodifiableMap(made());

    private static Map<String, FlowState> made() {
      Map<String, FlowState> all = new LinkedHashMap<>();
      VisitStates.add(all);
      AccountStates.add(all);
      EndingStates.add(all);
      StaffStates.add(all);
      SuspendedStates.put(all);
      IdleStates.add(all);
      HoursStates.add(all);
      EntryStates.add(all);
      return all;
    }
  }

  /// The same state on a day of a suspension, without what the library announces: that is its own
  /// word.
  static FlowState with(FlowState state, Suspension suspension) {
    StationFacts station =
        state
            .station()
            .withSuspension(suspension)
            .withNews(LibraryNews.NONE)
            .withOpening(Opening.UNKNOWN);
    return StateBuilder.like(state).at(station).build();
  }
}

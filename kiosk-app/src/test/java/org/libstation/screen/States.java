package org.libstation.screen;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.libstation.circulation.BlockReason;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.Money;
import org.libstation.circulation.PartsTaken;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentOutcome.Doubt;
import org.libstation.circulation.PaymentStep;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.StaffList;
import org.libstation.circulation.StaffTask;
import org.libstation.fines.FineExplained;
import org.libstation.flow.CheckTest;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Count;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.DropFacts;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.LibraryNews;
import org.libstation.flow.state.LoanRow;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.Opening;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.ScanReport;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.flow.state.Screen.Identify.Ask;
import org.libstation.flow.state.Screen.MyAccount.Part;
import org.libstation.flow.state.Screen.Pay.PayPage;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.SlipOffer;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.Condition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.Link;
import org.libstation.flow.state.Summary;
import org.libstation.flow.state.Suspension;
import org.libstation.flow.state.TagCheck;
import org.libstation.flow.state.TagReading;

/// States of a station as they come up in a day, for drawing.
public final class States {
  private States() {}

  static final Duration NOW = Duration.ofMinutes(90);
  static final OffsetDateTime WALL = OffsetDateTime.parse("2026-11-24T18:44:00+08:00");
  static final EventTime TIME = new EventTime(WALL, "boot", NOW, Optional.empty(), false);
  private static final List<Integer> FOUR_MISSING = List.of(2, 3, 4, 11);
  private static final BorrowRow.State.Refused REFUSED =
      BorrowRow.State.Refused.of(Code.B21, 2, false);
  private static final DueDate DUE = DueDate.of(LocalDateTime.of(2026, 12, 8, 23, 59));

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
      DeviceLine.plain(DeviceRole.SPEECH, "speech", Condition.READY, "", "eSpeak NG 1.52.0");

  /// Whether it is a technician's page, with the sizes of those; the PIN page before it is not.
  static boolean forTechnicians(String name) {
    return name.matches(
        "technician(?!-pin).*|tray(-empty)?|to-do.*|cash-up.*|checks-.*|health.*|setup.*");
  }

  static StationFacts station(StationFacts.Banner banner, Link link, JournalHealth journal) {
    return station(StationFacts.Role.LEND_AND_RETURN, banner, link, journal);
  }

  static StationFacts station(
      StationFacts.Role role, StationFacts.Banner banner, Link link, JournalHealth journal) {
    return StationFacts.beginning(new StationFacts.Site(banner, role), SlipOffer.KEY)
        .withLink(link)
        .withJournal(journal, Optional.empty())
        .withDevices(
            List.of(
                DeviceLine.plain(
                    DeviceRole.SCANNER, "scanner", Condition.READY, "", "firmware CAABMS00"),
                DeviceLine.plain(DeviceRole.PAD, "pad", Condition.READY, "", "FEIG 3.2.1"),
                DeviceLine.plain(DeviceRole.DROP, "bin", Condition.READY, "", "412 mm"),
                DeviceLine.plain(DeviceRole.DROP_READER, "drop", Condition.READY, "", "FEIG 3.2.1"),
                new DeviceLine(
                    DeviceRole.PRINTER,
                    "printer",
                    Condition.NEEDS_HAND,
                    "DP1E",
                    "the paper is nearly out",
                    StationFacts.Trouble.PAPER_NEAR_END,
                    Optional.of("E52"),
                    List.of()),
                SPEECH))
        .withDrop(DropFacts.UNKNOWN.withItems(61))
        .withBin(43)
        .withCounts(new StationFacts.JournalCounts(2, 1));
  }

  static final StationFacts WELL =
      station(StationFacts.Banner.NONE, Link.ONLINE, JournalHealth.GOOD);
  private static final StationFacts DEMO =
      station(StationFacts.Banner.DEMO, Link.ONLINE, JournalHealth.GOOD);
  static final StationFacts SILENT =
      station(StationFacts.Banner.NONE, Link.SILENT, JournalHealth.GOOD);

  /// Of the card itself, with nothing told of what is left.
  private static Details.Paying.Ended ended(PaymentOutcome outcome) {
    return new Details.Paying.Ended(outcome, Optional.empty(), false);
  }

  private static StationFacts noPayment() {
    List<DeviceLine> lines = new ArrayList<>(WELL.devices());
    lines.add(
        new DeviceLine(
            DeviceRole.PAYMENT,
            "payment",
            Condition.CONNECTING,
            "G82",
            "tcp:192.0.2.9:20007 cannot be reached",
            StationFacts.Trouble.OTHER,
            Optional.of("G82"),
            List.of()));
    return WELL.withDevices(lines);
  }

  /// Without a tray.
  private static final StationFacts SCANS =
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

  private static final Optional<LocalDate> IN_TWO_WEEKS =
      Optional.of(WALL.toLocalDate().plusDays(14));

  private static final Screen TECHNICIAN =
      Screen.Technician.opened(NOW).measured(CheckTest.figures(false));

  private static final ScanReport SCANNED =
      new ScanReport(
          "scanner",
          "5D 46 30 41 33 31 32 33 34 30 30 30 30 31 32 33 34 32 42 0D",
          Optional.of("F0"),
          Optional.of("Codabar"),
          "31234000012342",
          ScanReport.Judged.ITEM,
          OptionalInt.of(1),
          Optional.empty());

  static FlowState in(FlowState state, Language language, Access access) {
    return StateBuilder.like(state).in(language, access).build();
  }

  static FlowState later(FlowState state, Duration by) {
    return StateBuilder.like(state).later(by).build();
  }

  static FlowState withLoans(FlowState account, List<LoanRow> loans) {
    Session session = account.session().orElseThrow();
    Account.Loaded loaded = (Account.Loaded) session.account();
    return StateBuilder.like(account).during(session.withAccount(loaded.withLoans(loans))).build();
  }

  static FlowState over(FlowState state, Overlay overlay) {
    return StateBuilder.like(state).under(overlay).build();
  }

  /// @param card whether it was begun with one
  static Session session(Purpose purpose, boolean card) {
    PatronId patron = new PatronId("20180000006788");
    PatronLook look =
        new PatronLook(
            patron,
            true,
            Optional.of(true),
            Set.of(),
            OptionalInt.of(4),
            OptionalInt.of(0),
            OptionalInt.of(10),
            1,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty());
    return new Session(
        7,
        purpose,
        new Session.Login(
            card
                ? Optional.of(new Session.Card(patron, Optional.empty(), Optional.of(look)))
                : Optional.empty(),
            new Pin(""),
            0,
            Optional.empty()),
        new Session.Presence(NOW.minusSeconds(12), 0, Optional.empty()),
        new Session.Work(
            List.of(),
            List.of(),
            new Account.NotLoaded(),
            new Count.NotSaid(),
            Session.Payments.NONE),
        Optional.empty(),
        false);
  }

  private static FlowState counted(FlowState state, int items) {
    Session open = state.session().orElseThrow();
    return StateBuilder.like(state).during(open.withCount(new Count.Said(items))).build();
  }

  static BorrowRow row(int number, BorrowRow.State state) {
    return new BorrowRow(
        number,
        Optional.of(new ItemId("3018000000" + (1000 + number))),
        Optional.of(TITLES.get(number % TITLES.size())),
        Map.of("E004" + number, 1),
        1,
        state);
  }

  static BorrowRow.State lent(boolean confirmed) {
    return new BorrowRow.State.Borrowed(new BorrowRow.Loan(41, DUE, confirmed), false);
  }

  private static BorrowRow.State again(Code code) {
    return new BorrowRow.State.PlaceAgain(
        new BorrowRow.Loan(44, DUE, true), code, List.of("E0044"), 1, false);
  }

  private static Screen borrow(Hands hands) {
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
  private static PadTag[] laid(BorrowRow... rows) {
    return Stream.of(rows)
        .filter(row -> row.item().isPresent())
        .filter(row -> !(row.state() instanceof BorrowRow.State.PlaceAgain))
        .flatMap(row -> row.parts().keySet().stream().map(uid -> laid(uid, row.item().get())))
        .toArray(PadTag[]::new);
  }

  private static PadTag laid(String uid, ItemId item) {
    return new PadTag(
        uid, new TagReading.Item(item, 1, 1), PadTag.SecurityBit.CLEARED, PadTag.Use.TAKEN);
  }

  static ReturnRow returned(int number, ReturnRow.State state, ReturnRow.Arming arming) {
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

  private static ReturnRow missing(ReturnRow row, MissingParts missing) {
    return new ReturnRow(
        row.number(),
        row.item(),
        row.title(),
        row.how(),
        row.handedOver(),
        row.tags(),
        row.unarmed(),
        missing,
        row.entry(),
        row.arming(),
        row.state(),
        row.since());
  }

  static ReturnRow returned(int number, ReturnRow.State state) {
    return returned(number, state, ReturnRow.Arming.ARMED);
  }

  static ReturnRow.State settled() {
    return settled(false, Optional.empty());
  }

  static ReturnRow.State settled(FineExplained fine) {
    return settled(false, Optional.of(fine));
  }

  private static ReturnRow.State settled(boolean held, Optional<FineExplained> fine) {
    return new ReturnRow.State.Settled(held, false, true, fine);
  }

  private static ReturnRow.State recorded(boolean known) {
    return new ReturnRow.State.Recorded(known, Optional.empty());
  }

  private static Screen done(int seconds, Summary summary) {
    Duration until = NOW.plusSeconds(seconds);
    return new Screen.Done(summary, until, until);
  }

  private static Details known(
      PatronAccount account, Details.Holding holding, Details.Paying paying) {
    return new Details.Known(account, holding, paying, false, Details.Choice.WHOLE);
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

  static LoanRow loan(int number, int month, int day, LoanRow.Renewing renewing) {
    return new LoanRow(
        new ItemId("3018000000" + (1000 + number)),
        TITLES.get(number % TITLES.size()),
        Optional.of(DueDate.of(LocalDateTime.of(2026, month, day, 23, 59))),
        false,
        renewing);
  }

  static FlowState account(StationFacts station, Account account) {
    return of(
        station,
        new Screen.MyAccount(Screen.MyAccount.Part.LOANS, 0),
        session(Purpose.ACCOUNT, true).withAccount(account));
  }

  static FlowState identify(StationFacts station, Purpose purpose, Ask step) {
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
      welcome(all);
      identifying(all);
      borrowing(all);
      returning(all);
      accounts(all);
      endings(all);
      closed(all);
      SuspendedStates.put(all);
      IdleStates.add(all);
      HoursStates.add(all);
      EntryStates.add(all);
      return all;
    }
  }

  private static void welcome(Map<String, FlowState> all) {
    all.put("welcome", of(Screen.Welcome.untouched()));
    PadTag left =
        new PadTag(
            "E00401",
            new TagReading.Item(new ItemId("30180000000417"), 1, 1),
            PadTag.SecurityBit.CLEARED,
            PadTag.Use.FORMER);
    all.put(
        "welcome-demo-left-silent",
        StateBuilder.on(Screen.Welcome.untouched())
            .at(station(StationFacts.Banner.DEMO, Link.SILENT, JournalHealth.GOOD))
            .lying(left)
            .build());
    PadTag card =
        new PadTag(
            "E00402",
            new TagReading.LeftCard(Optional.empty()),
            PadTag.SecurityBit.CLEARED,
            PadTag.Use.FORMER);
    all.put("welcome-card", StateBuilder.on(Screen.Welcome.untouched()).lying(card, left).build());
    all.put(
        "welcome-said",
        of(
            new Screen.Welcome(
                new Screen.Leaf(0, Duration.ZERO),
                new Screen.Leaf(0, Duration.ZERO),
                Optional.empty(),
                Optional.of(new Screen.Welcome.Said(Code.B16, NOW.plusSeconds(12))))));
    all.put("welcome-setaside", welcome(Link.ONLINE, JournalHealth.SET_ASIDE));
    all.put("welcome-missing", welcome(Link.ONLINE, JournalHealth.MISSING));
    all.put("welcome-older", welcome(Link.SILENT, JournalHealth.OLDER));
  }

  private static FlowState welcome(Link link, JournalHealth journal) {
    return of(station(StationFacts.Banner.NONE, link, journal), Screen.Welcome.untouched());
  }

  private static void identifying(Map<String, FlowState> all) {
    all.put("identify-card", identify(WELL, Purpose.BORROW, new Ask.AskCard(Optional.empty())));
    all.put(
        "identify-card-problem",
        identify(DEMO, Purpose.BORROW, new Ask.AskCard(Optional.of(Code.C24))));
    all.put(
        "identify-pin-asked", identify(WELL, Purpose.BORROW, new Ask.AskPin(0, Optional.empty())));
    all.put(
        "identify-pin",
        of(
            WELL,
            new Screen.Identify(new Ask.AskPin(4, Optional.of(Code.C12))),
            session(Purpose.BORROW, false).withWrongPins(1)));
    all.put("identify-checking", identify(WELL, Purpose.ACCOUNT, new Ask.Checking()));
    all.put("identify-problem", identify(WELL, Purpose.BORROW, new Ask.Problem(Code.C16, true)));
    all.put("identify-owes", identify(WELL, Purpose.BORROW, new Ask.Problem(Code.B33, true)));
    all.put(
        "identify-overdue",
        of(
            WELL,
            new Screen.Identify(new Ask.Problem(Code.B34, true)),
            session(Purpose.BORROW, true).withNotice(Optional.of(Code.B34))));
  }

  private static void borrowing(Map<String, FlowState> all) {
    all.put("borrow-empty", borrowing(WELL, Hands.PLACE_ITEMS));
    all.put("borrow-former", borrowing(WELL, Hands.LIFT_FORMER));
    all.put("borrow-scanning", borrowing(SCANS, Hands.PLACE_ITEMS));
    all.put("borrow-ask", borrowing(WELL, Hands.SAY_HOW_MANY));
    all.put(
        "borrow-unseen",
        of(
            SCANS,
            borrow(Hands.TAKE_ITEMS),
            session(Purpose.BORROW, true)
                .withBorrows(List.of(row(0, lent(true))))
                .withNotice(Optional.of(Code.T41))));
    all.put(
        "borrow-reserved",
        borrowing(
            WELL,
            Hands.TAKE_ITEMS,
            row(0, lent(true)),
            row(1, REFUSED.withReserving(new BorrowRow.Reserving.Placed(OptionalInt.of(3))))));
    all.put(
        "borrow-not-reserved",
        borrowing(
            WELL,
            Hands.TAKE_ITEMS,
            row(0, REFUSED.withReserving(new BorrowRow.Reserving.NotDone(Code.H16)))));
    all.put("borrow-asked", counted(borrowing(WELL, Hands.SAY_HOW_MANY), 5));
    all.put(
        "borrow-missing",
        counted(
            borrowing(
                WELL,
                Hands.PLACE_MISSING,
                row(0, lent(true)),
                row(1, lent(true)),
                row(2, lent(true)),
                row(4, lent(true))),
            5));
    all.put(
        "borrow-working",
        borrowing(
            WELL,
            Hands.WAIT,
            row(0, new BorrowRow.State.Recognised(NOW)),
            row(1, new BorrowRow.State.Asking(NOW.minusSeconds(1))),
            row(2, new BorrowRow.State.Asking(NOW.minusSeconds(9)))));
    all.put(
        "borrow-stack",
        borrowing(
            DEMO,
            Hands.PLACE_AGAIN,
            row(0, lent(true)),
            row(1, lent(true)),
            row(2, lent(true)),
            row(3, REFUSED),
            row(4, again(Code.T11))));
    all.put(
        "borrow-done",
        borrowing(
            WELL,
            Hands.TAKE_ITEMS,
            row(0, lent(true)),
            row(6, lent(true)),
            row(2, lent(true)),
            row(3, new BorrowRow.State.AlreadyYours(Optional.of(DUE)))));
    all.put(
        "borrow-silent",
        borrowing(
            SILENT,
            Hands.TAKE_ITEMS,
            row(0, lent(false)),
            row(1, lent(false)),
            row(3, BorrowRow.State.Refused.of(Code.B41, 0, true))));
    all.put(
        "borrow-many",
        borrowing(
            WELL,
            Hands.ADD_MISSING_PART,
            row(0, lent(true)),
            row(1, lent(true)),
            row(2, lent(true)),
            row(6, lent(true)),
            row(7, lent(true)),
            row(8, lent(true)),
            row(9, lent(true)),
            new BorrowRow(
                20,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                1,
                new BorrowRow.State.NotRecognised(Code.B12, "0417")),
            row(5, new BorrowRow.State.SetIncomplete(new MissingParts(3, List.of(2)))),
            row(10, new BorrowRow.State.ToStaff(new BorrowRow.Loan(9, DUE, true), Code.T14))));
    all.put(
        "borrow-sets",
        borrowing(
            WELL,
            Hands.ADD_MISSING_PART,
            row(0, lent(true)),
            row(1, new BorrowRow.State.SetIncomplete(new MissingParts(12, FOUR_MISSING))),
            row(2, BorrowRow.State.Refused.of(Code.T27, 0, true)),
            row(3, new BorrowRow.State.NotRecognised(Code.T24, "1003"))));
    all.put(
        "borrow-still-working",
        borrowing(
            WELL,
            Hands.WAIT,
            row(0, lent(true)),
            row(1, lent(true)),
            row(2, new BorrowRow.State.Asking(NOW.minusSeconds(1)))));
    all.put(
        "borrow-none-lent",
        borrowing(
            WELL,
            Hands.PLACE_ITEMS,
            row(0, REFUSED),
            row(1, BorrowRow.State.Refused.of(Code.B22, 0, true))));
    FlowState working = named(all, "borrow-working");
    all.put(
        "borrow-leaving",
        StateBuilder.like(working)
            .during(working.session().orElseThrow().withLeaving(true))
            .build());
    all.put("borrow-twenty", borrowing(WELL, Hands.TAKE_ITEMS, twenty()));
    all.put(
        "resume",
        of(
            WELL,
            new Screen.Resume(),
            session(Purpose.BORROW, true)
                .withBorrows(List.of(row(0, again(Code.T33)), row(1, again(Code.T33))))));
    all.put("borrow-idle", over(named(all, "borrow-stack"), new Overlay.IdleWarning(23, 9)));
    all.put("borrow-leave", over(named(all, "borrow-stack"), new Overlay.ConfirmLeave(2)));
  }

  private static BorrowRow[] twenty() {
    return IntStream.range(0, 20)
        .mapToObj(number -> row(number, number < 17 ? lent(true) : REFUSED))
        .toArray(BorrowRow[]::new);
  }

  private static ReturnRow notRecognised() {
    return new ReturnRow(
        30,
        Optional.empty(),
        Optional.empty(),
        How.SEEN,
        TIME,
        List.of(),
        List.of(),
        MissingParts.NONE,
        OptionalLong.empty(),
        ReturnRow.Arming.NO_TAG,
        new ReturnRow.State.NotRecognised(Code.R12, "9780"),
        NOW);
  }

  private static void returning(Map<String, FlowState> all) {
    all.put("return-empty", returning(DEMO, Hands.PLACE_ITEMS));
    all.put("return-scanning", returning(SCANS, Hands.PLACE_ITEMS));
    all.put(
        "return-scanned", returning(SCANS, Hands.WAIT, returned(0, new ReturnRow.State.Writing())));
    all.put(
        "return-card",
        of(
            WELL,
            new Screen.Return(Hands.PLACE_ITEMS),
            session(Purpose.RETURN, false)
                .withShownCard(Optional.of(new PatronId("20180000006788")))
                .withNotice(Optional.of(Code.R13))));
    all.put(
        "return-sorted",
        returning(
            WELL,
            Hands.PLACE_ITEMS,
            returned(5, settled(Fines.NINE)),
            returned(1, settled()),
            returned(2, settled(true, Optional.empty()))));
    all.put(
        "return-long-fine",
        returning(
            WELL,
            Hands.PLACE_ITEMS,
            returned(4, settled(Fines.LONG)),
            returned(1, settled(new FineExplained.LibrarysOwn(Money.of(2050, "HKD"))))));
    all.put(
        "return-staged", returning(WELL, Hands.PLACE_ITEMS, returned(4, settled(Fines.STAGED))));
    all.put(
        "return-estimate",
        returning(
            SILENT,
            Hands.PLACE_ITEMS,
            returned(5, new ReturnRow.State.Recorded(true, Optional.of(Fines.ESTIMATE)))));
    all.put(
        "return-silent",
        returning(
            SILENT,
            Hands.PLACE_ITEMS,
            returned(0, recorded(false)),
            returned(1, recorded(true)),
            returned(2, new ReturnRow.State.WithStaff(Code.R21), ReturnRow.Arming.NO_TAG),
            notRecognised()));
    all.put(
        "return-working",
        returning(
            WELL,
            Hands.WAIT,
            returned(0, new ReturnRow.State.Writing(), ReturnRow.Arming.UNDER_WAY),
            returned(1, new ReturnRow.State.Taken(), ReturnRow.Arming.UNDER_WAY)));
    all.put("return-unread", returning(WELL, Hands.PLACE_ITEMS, notRecognised()));
    ReturnRow set = returned(3, settled());
    all.put(
        "return-set",
        returning(
            WELL,
            Hands.ADD_MISSING_PART,
            returned(1, settled()),
            missing(set, new MissingParts(3, List.of(2)))));
    all.put("return-former", returning(WELL, Hands.LIFT_FORMER));
  }

  private static void accounts(Map<String, FlowState> all) {
    all.put("account-loading", account(WELL, Account.Loading.begun()));
    all.put(
        "account",
        account(
            WELL,
            new Account.Loaded(
                List.of(
                    loan(3, 11, 20, new LoanRow.Renewing.Rest()),
                    loan(0, 11, 27, new LoanRow.Renewing.Rest()),
                    loan(1, 12, 1, new LoanRow.Renewing.Rest()),
                    loan(2, 12, 5, new LoanRow.Renewing.NotRenewed(Code.N12)),
                    loan(5, 12, 8, new LoanRow.Renewing.Renewed())),
                Optional.of(Money.of(1050, "HKD")),
                1,
                OptionalInt.of(2),
                new Details.NotAsked())));
    all.put(
        "account-one",
        account(
            WELL,
            new Account.Loaded(
                List.of(loan(0, 11, 27, new LoanRow.Renewing.Rest())),
                Optional.of(Money.of(0, "HKD")),
                0,
                OptionalInt.of(0),
                new Details.NotAsked())));
    all.put("account-loading-long", account(WELL, new Account.Loading(23, 60)));
    details(all);
    all.put(
        "account-closed",
        account(
            SILENT,
            new Account.NotShown(
                Code.C31, List.of(loan(0, 11, 27, new LoanRow.Renewing.Asked(WALL))))));
  }

  private static void details(Map<String, FlowState> all) {
    Details.Paying here = new Details.Paying.Rest();
    Details.Holding rest = new Details.Holding.Rest();
    PatronAccount owing =
        patronAccount(12650, Set.of(PatronBlock.CHARGE_DENIED, PatronBlock.EXCESSIVE_FINES));
    PatronAccount clear = patronAccount(0, Set.of());
    Payment payment = Payment.ofWhatIsOwed("20261124-1", Money.of(12650, "HKD"));
    Map<String, Details> charges = new LinkedHashMap<>();
    charges.put("charges", known(owing, rest, here));
    charges.put("charges-counter", known(owing, rest, new Details.Paying.NotHere(false)));
    charges.put(
        "charges-away",
        known(blocked(BlockReason.OWES_TOO_MUCH), rest, new Details.Paying.NotHere(true)));
    charges.put("charges-paid", known(clear, rest, ended(new PaymentOutcome.Paid(payment))));
    charges.put(
        "charges-later", known(clear, rest, ended(new PaymentOutcome.PaidToBeBooked(payment))));
    charges.put(
        "charges-declined",
        known(owing, rest, ended(new PaymentOutcome.NotPaid(PaymentOutcome.Why.DECLINED))));
    charges.put("charges-none", known(clear, rest, here));
    charges.put("charges-loading", new Details.Loading());
    charges.put("charges-closed", new Details.NotShown(Code.C31));
    for (BlockReason reason : BlockReason.values()) {
      charges.put(
          "charges-blocked-" + reason,
          known(blocked(reason), rest, new Details.Paying.NotHere(false)));
    }
    Details.Known chosen =
        new Details.Known(
            owing,
            rest,
            here,
            false,
            new Details.Choice(new PartsTaken(true, true, true), Set.of(1), Optional.empty()));
    charges.put("charges-chosen", chosen);
    charges.put("charges-amount", chosen.withChoice(chosen.choice().of(Money.of(5000, "HKD"))));
    charges.forEach((name, details) -> all.put(name, details(Part.CHARGES, details)));
    paying(all, chosen, known(clear, rest, here));
    all.put("charges-returned", chargedNow());
    Map<String, Details> holds = new LinkedHashMap<>();
    holds.put("holds", known(owing, rest, here));
    holds.put("holds-sure", known(owing, new Details.Holding.Confirming(1), here));
    holds.put(
        "holds-placed",
        known(owing, new Details.Holding.Placed(TITLES.get(0), OptionalInt.of(3)), here));
    holds.put("holds-refused", known(owing, new Details.Holding.NotDone(Code.H11), here));
    holds.put(
        "holds-placing",
        known(owing, new Details.Holding.Placing(new ItemId("39999000001111")), here));
    holds.put("holds-givingup", known(owing, new Details.Holding.GivingUp(1), here));
    holds.put("holds-givenup", known(clear, new Details.Holding.GivenUp(TITLES.get(1)), here));
    holds.forEach((name, details) -> all.put(name, details(Part.HOLDS, details)));
  }

  private static void paying(Map<String, FlowState> all, Details.Known owing, Details clear) {
    Money owed = Money.of(12650, "HKD");
    Payment payment = Payment.ofWhatIsOwed("20261124-1", Money.of(5000, "HKD"));
    PatronId card = new PatronId("20000000000009");
    FlowSettings.Pays bounds =
        new FlowSettings.Pays(
            true, owing.choice().parts(), Optional.of(Money.of(500, "HKD")), Optional.empty());
    all.put(
        "pay-amount", paying(owing, new PayPage.Amount("5000", owed, bounds, Optional.empty())));
    all.put(
        "pay-amount-wrong",
        paying(owing, new PayPage.Amount("", owed, bounds, Optional.of(Code.M18))));
    all.put(
        "pay-pin",
        paying(
            owing.withPaying(new Details.Paying.OtherShown(card)),
            new PayPage.OthersPin(3, Optional.empty())));
    all.put(
        "pay-pin-wrong",
        paying(
            owing.withPaying(new Details.Paying.OtherShown(card)),
            new PayPage.OthersPin(0, Optional.of(Code.C12))));
    Map<String, Details.Paying> pages = new LinkedHashMap<>();
    pages.put("pay-other-asked", new Details.Paying.OtherAsked(card, Optional.empty()));
    pages.put("pay-other", new Details.Paying.OtherOwes(card, Optional.empty(), owed));
    pages.put("pay-other-not", new Details.Paying.OtherNot(Code.M17));
    Details.Paying.AtTerminal at =
        new Details.Paying.AtTerminal(owed, owed, false, Optional.empty(), false);
    pages.put("pay-terminal", at);
    for (PaymentStep step : PaymentStep.values()) {
      pages.put("pay-terminal-" + step, at.at(step));
    }
    pages.put("pay-stopping", at.at(PaymentStep.PRESENT_CARD).stopped());
    pages.put(
        "pay-paid-left",
        new Details.Paying.Ended(
            new PaymentOutcome.Paid(payment), Optional.of(Money.of(7650, "HKD")), false));
    pages.put("pay-declined", ended(new PaymentOutcome.NotPaid(PaymentOutcome.Why.DECLINED)));
    FlowState away =
        paying(
            owing.withPaying(
                ended(new PaymentOutcome.NotPaid(PaymentOutcome.Why.TERMINAL_NOT_READY))),
            new PayPage.Terminal());
    all.put("pay-away", StateBuilder.like(away).at(noPayment()).build());
    pages.put("pay-doubt", ended(PaymentOutcome.NotKnown.of(payment, Doubt.WITH_STAFF)));
    pages.put("pay-doubt-asked", ended(PaymentOutcome.NotKnown.of(payment, Doubt.ASKED_AGAIN)));
    pages.put(
        "pay-doubt-other",
        ended(
            new PaymentOutcome.NotKnown(
                payment, Doubt.TOOK_OTHER, Optional.of(Money.of(999, "HKD")))));
    pages.put("pay-given-back", ended(new PaymentOutcome.NotPaid(PaymentOutcome.Why.GIVEN_BACK)));
    pages.forEach(
        (name, paying) ->
            all.put(
                name,
                paying(
                    owing.withPaying(paying),
                    name.startsWith("pay-other") ? new PayPage.Others() : new PayPage.Terminal())));
    Map<String, Details.Paying> ended = new LinkedHashMap<>();
    ended.put(
        "pay-paid",
        new Details.Paying.Ended(
            new PaymentOutcome.Paid(payment), Optional.of(Money.of(0, "HKD")), false));
    ended.put(
        "pay-paid-others",
        new Details.Paying.Ended(
            new PaymentOutcome.Paid(payment), Optional.of(Money.of(0, "HKD")), true));
    ended.put("pay-later", ended(new PaymentOutcome.PaidToBeBooked(payment)));
    ended.forEach(
        (name, paying) ->
            all.put(
                name, paying(((Details.Known) clear).withPaying(paying), new PayPage.Terminal())));
  }

  private static FlowState paying(Details details, PayPage page) {
    return StateBuilder.like(details(Part.CHARGES, details)).showing(new Screen.Pay(page)).build();
  }

  static FlowState details(Part part, Details details) {
    Account.Loaded loaded =
        new Account.Loaded(
            List.of(loan(0, 11, 27, new LoanRow.Renewing.Rest())),
            Optional.of(Money.of(12650, "HKD")),
            1,
            OptionalInt.of(1),
            details);
    return of(
        WELL, new Screen.MyAccount(part, 0), session(Purpose.ACCOUNT, true).withAccount(loaded));
  }

  private static PatronAccount patronAccount(long owed, Set<PatronBlock> blocks) {
    List<ChargeLine> charges =
        owed == 0
            ? List.of()
            : List.of(
                charge(ChargeLine.ChargeReason.OVERDUE, 1050, Optional.of(TITLES.get(0))),
                charge(ChargeLine.ChargeReason.LOST, 11500, Optional.of(TITLES.get(1))),
                charge(ChargeLine.ChargeReason.CARD, 100, Optional.empty()));
    List<HoldLine> holds =
        owed == 0
            ? List.of()
            : List.of(
                new HoldLine(
                    Optional.of(new ItemId("39999000001111")),
                    TITLES.get(2),
                    true,
                    Optional.of(DueDate.of(LocalDateTime.of(2026, 12, 1, 23, 59))),
                    Optional.empty()),
                new HoldLine(
                    Optional.of(new ItemId("39999000002222")),
                    TITLES.get(3),
                    false,
                    Optional.empty(),
                    Optional.empty()));
    return new PatronAccount(look(owed, blocks, true), charges, holds, Set.of(), List.of());
  }

  private static ChargeLine charge(
      ChargeLine.ChargeReason kind, long minor, Optional<String> title) {
    return new ChargeLine(
        Optional.of("c" + minor),
        kind,
        "",
        Optional.of(Money.of(minor, "HKD")),
        Optional.empty(),
        title);
  }

  /// A late book was returned in this visit, before the card was shown.
  private static FlowState chargedNow() {
    ReturnRow row = returned(0, settled(Fines.NINE));
    Money sum = ((FineExplained.ByDays) Fines.NINE).sum();
    ChargeLine fine =
        new ChargeLine(
            Optional.empty(),
            ChargeLine.ChargeReason.OVERDUE,
            "",
            Optional.of(sum),
            row.item(),
            row.title());
    PatronAccount account =
        new PatronAccount(
            look(sum.minor(), Set.of(), true), List.of(fine), List.of(), Set.of(), List.of());
    FlowState state =
        details(
            Part.CHARGES,
            known(account, new Details.Holding.Rest(), new Details.Paying.NotHere(false)));
    return StateBuilder.like(state)
        .during(state.session().orElseThrow().withReturns(List.of(row)))
        .build();
  }

  /// An account that is blocked for this one reason.
  static PatronAccount blocked(BlockReason reason) {
    Set<PatronBlock> flags =
        switch (reason) {
          case CARD_NOT_KNOWN -> Set.of();
          case CARD_LOST -> Set.of(PatronBlock.CARD_LOST);
          case OWES_TOO_MUCH -> Set.of(PatronBlock.EXCESSIVE_FEES);
          case BILLED -> Set.of(PatronBlock.TOO_MANY_BILLED);
          case OVERDUE_ITEMS -> Set.of(PatronBlock.TOO_MANY_OVERDUE);
          case RECALL_OVERDUE -> Set.of(PatronBlock.RECALL_OVERDUE);
          case LOST_ITEMS -> Set.of(PatronBlock.TOO_MANY_LOST);
          case CLAIMS_RETURNED -> Set.of(PatronBlock.TOO_MANY_CLAIMS_RETURNED);
          case ASK_STAFF, CARD_EXPIRED -> Set.of(PatronBlock.CHARGE_DENIED);
          case LIMIT_REACHED -> Set.of(PatronBlock.TOO_MANY_CHARGED);
          case TOO_MANY_RENEWALS -> Set.of(PatronBlock.TOO_MANY_RENEWALS);
          case NO_RENEWALS -> Set.of(PatronBlock.RENEWAL_DENIED);
          case NO_HOLDS -> Set.of(PatronBlock.HOLD_DENIED);
          case NO_RECALLS -> Set.of(PatronBlock.RECALL_DENIED);
        };
    PatronLook look = look(12650, flags, reason != BlockReason.CARD_NOT_KNOWN);
    return new PatronAccount(
        look,
        patronAccount(12650, flags).charges(),
        List.of(),
        reason == BlockReason.CARD_EXPIRED ? Set.of(Refusal.Reason.CARD_EXPIRED) : Set.of(),
        List.of());
  }

  private static PatronLook look(long owed, Set<PatronBlock> blocks, boolean known) {
    return new PatronLook(
        new PatronId("29999000006788"),
        known,
        Optional.of(true),
        blocks,
        OptionalInt.of(1),
        OptionalInt.of(0),
        OptionalInt.of(10),
        known ? 1 : 0,
        OptionalInt.empty(),
        Optional.of(Money.of(owed, "HKD")),
        Optional.empty(),
        Set.of(),
        Optional.empty());
  }

  private static Screen choice(boolean titles) {
    return choice(titles, Optional.empty());
  }

  private static Screen choice(boolean titles, Optional<Code> problem) {
    return new Screen.ReceiptChoice(WALL, titles, problem, new Screen.After.GoodBye());
  }

  /// Every third is due on another day, every fifth is to be confirmed.
  static Session stack(int books) {
    List<BorrowRow> rows =
        IntStream.rangeClosed(1, books)
            .mapToObj(
                at ->
                    row(
                        at,
                        new BorrowRow.State.Borrowed(
                            new BorrowRow.Loan(
                                40 + at,
                                DueDate.of(LocalDateTime.of(2026, 12, 8 + at % 3, 23, 59)),
                                at % 5 > 0),
                            false)))
            .toList();
    return session(Purpose.BORROW, true).withBorrows(rows);
  }

  private static Session handedOver() {
    return session(Purpose.RETURN, false)
        .withReturns(
            List.of(
                returned(1, settled(Fines.ESTIMATE)),
                returned(2, recorded(true)),
                returned(3, new ReturnRow.State.WithStaff(Code.R21))));
  }

  private static void endings(Map<String, FlowState> all) {
    List<BorrowRow> rows =
        List.of(row(0, lent(true)), row(1, lent(true)), row(2, lent(true)), row(3, REFUSED));
    Session session = session(Purpose.BORROW, true).withBorrows(rows);
    all.put("receipt-choice", of(WELL, choice(false), session));
    all.put("receipt-titles", of(WELL, choice(true), session));
    all.put("receipt-no-paper", of(WELL, choice(false, Optional.of(Code.P03)), session));
    all.put(
        "receipt-paid-no-paper",
        of(
            WELL,
            choice(false, Optional.of(Code.P03)),
            session
                .withBorrows(List.of())
                .withPaid(
                    new Session.Paid(
                        Payment.ofWhatIsOwed("k7-12", Money.of(3600, "HKD")), true, true, WALL))));
    all.put(
        "receipt-other-card",
        of(
            WELL,
            choice(false),
            session(Purpose.BORROW, true).withBorrows(rows).withNotice(Optional.of(Code.C22))));
    all.put(
        "receipt-next",
        of(
            WELL,
            new Screen.ReceiptChoice(
                WALL, false, Optional.empty(), new Screen.After.NextCard(Optional.empty())),
            session));
    all.put(
        "receipt-unconfirmed",
        of(
            SILENT,
            choice(false),
            session(Purpose.BORROW, true)
                .withBorrows(
                    List.of(row(0, lent(false)), row(1, lent(false)), row(2, lent(true))))));
    all.put("receipt-twenty", of(WELL, choice(false), stack(20)));
    all.put("receipt-twenty-titles", of(WELL, choice(true), stack(20)));
    all.put("receipt-hundred", of(WELL, choice(true), stack(100)));
    all.put("receipt-returned", of(SILENT, choice(false), handedOver()));
    all.put(
        "receipt-card",
        StateBuilder.like(named(all, "receipt-choice"))
            .lying(
                new PadTag(
                    "E00402",
                    new TagReading.Card(new PatronId("20180000006788")),
                    PadTag.SecurityBit.CLEARED,
                    PadTag.Use.TAKEN))
            .build());
    all.put(
        "printing",
        of(WELL, new Screen.Printing(9, false, new Screen.After.GoodBye(), NOW), session));
    all.put(
        "done",
        of(DEMO, done(8, summary(3, 1, 1, 0, 0, IN_TWO_WEEKS, Optional.empty(), Code.P01))));
    all.put(
        "done-take",
        StateBuilder.on(done(8, summary(4, 0, 0, 0, 0, IN_TWO_WEEKS, Optional.empty())))
            .untaken(4)
            .build());
    all.put("done-renewed", of(done(8, summary(0, 0, 0, 0, 2, IN_TWO_WEEKS, Optional.empty()))));
    all.put(
        "done-no-paper",
        of(done(8, summary(2, 0, 0, 1, 0, IN_TWO_WEEKS, Optional.empty(), Code.P03))));
    all.put(
        "done-door",
        of(done(48, summary(2, 0, 1, 0, 0, IN_TWO_WEEKS, Optional.empty(), Code.K54, Code.M23))));
    all.put(
        "done-unconfirmed", of(done(8, summary(2, 2, 0, 0, 0, IN_TWO_WEEKS, Optional.empty()))));
    all.put("done-doubt", of(done(8, Summary.NOTHING.with(Code.M24))));
    all.put("done-unpaid", of(done(8, Summary.NOTHING.with(Code.M12))));
    all.put("done-returned", returnedAll(true));
    all.put("done-returned-booked", returnedAll(false));
  }

  private static FlowState returnedAll(boolean open) {
    Summary.Returned handed =
        new Summary.Returned(
            WALL.toLocalDateTime(), Optional.of(Money.of(900, "HKD")), open, false, open);
    return of(done(8, summary(0, 0, 0, 2, 0, Optional.empty(), Optional.of(handed))));
  }

  private static StationFacts failing(StationFacts.JournalCause cause) {
    return WELL.withJournal(JournalHealth.FAILING, Optional.of(cause));
  }

  private static StationFacts noticed() {
    return WELL.withMatter(matter(Code.T24, "30180000001003", Optional.empty()))
        .withMatter(
            matter(Code.T25, "30180000001004", Optional.of(new MissingParts(3, List.of(2)))));
  }

  private static StationFacts.StaffMatter matter(
      Code code, String item, Optional<MissingParts> missing) {
    return new StationFacts.StaffMatter(code, Optional.of(new ItemId(item)), missing, WALL);
  }

  /// Of a visit in which no renewal was asked for later, and nothing was paid.
  private static Summary summary(
      int borrowed,
      int toBeConfirmed,
      int notBorrowed,
      int returned,
      int renewed,
      Optional<LocalDate> firstDue,
      Optional<Summary.Returned> handed,
      Code... problems) {
    return new Summary(
        borrowed,
        toBeConfirmed,
        notBorrowed,
        returned,
        renewed,
        0,
        firstDue,
        handed,
        Optional.empty(),
        List.of(problems));
  }

  private static StationFacts rules() {
    return WELL.withPolicy(
        new StationFacts.PolicyFacts(
            "hkpl-example-2026-1",
            Optional.of(OffsetDateTime.parse("2026-11-21T03:15:00+08:00")),
            Optional.of("G22"),
            "the policy is for elsewhere, this station is of hkpl-example"));
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

  private static List<TagCheck> checks() {
    ItemStanding in = standing(ItemStanding.Where.IN_STOCK, ItemStanding.Source.CENTRAL, 6);
    ItemStanding out = standing(ItemStanding.Where.ON_LOAN, ItemStanding.Source.JOURNAL, 0);
    return List.of(
        check(0, PadTag.SecurityBit.CLEARED, Optional.of(in), TagCheck.Repair.NOT_ASKED),
        check(1, PadTag.SecurityBit.CLEARED, Optional.of(out), TagCheck.Repair.NOT_ASKED),
        check(2, PadTag.SecurityBit.UNKNOWN, Optional.of(in), TagCheck.Repair.NOT_ASKED),
        check(3, PadTag.SecurityBit.ARMED, Optional.of(out), TagCheck.Repair.FAILED),
        check(4, PadTag.SecurityBit.ARMED, Optional.empty(), TagCheck.Repair.NOT_ASKED));
  }

  private static ItemStanding standing(
      ItemStanding.Where where, ItemStanding.Source source, int title) {
    return new ItemStanding(where, source, TITLES.get(title));
  }

  private static TagCheck check(
      int number,
      PadTag.SecurityBit found,
      Optional<ItemStanding> standing,
      TagCheck.Repair repair) {
    return new TagCheck(
        "E00" + number,
        new TagReading.Item(new ItemId("3018000000100" + number), number == 1 ? 3 : 1, 1),
        Optional.of(found),
        false,
        standing,
        repair);
  }

  private static final Screen.ToDo.Chosen CHOSEN =
      new Screen.ToDo.Chosen(
          task(17, "LOAN_GIVEN", "LOAN_REFUSED", ""),
          Optional.empty(),
          Optional.of(
              new ItemStanding(ItemStanding.Where.IN_STOCK, ItemStanding.Source.CENTRAL, "紅樓夢")));

  private static Screen.ToDo todo(Optional<Screen.ToDo.Chosen> chosen) {
    return new Screen.ToDo(
        Optional.of(
            new StaffList(
                List.of(
                    task(17, "LOAN_GIVEN", "LOAN_REFUSED", ""),
                    task(21, "ITEM_RETURNED", "RETURN_NOT_DECIDABLE", ""),
                    task(22, "ITEM_RETURNED", "NOT_SECURED", ""),
                    task(30, "RENEW_ASKED", "RENEWAL_IN_DOUBT", ""),
                    task(31, "LOAN_ASKED", "BOOKED_NOT_TAKEN", ""),
                    task(36, "LOAN_GIVEN", "LOAN_ON_ANOTHER_CARD", "")),
                new StaffList.Sums(212, 190, 6, 4, 3, 1, 6, 1, 1))),
        chosen,
        new Screen.TestPrint.NotAsked(),
        NOW);
  }

  private static StaffTask task(long entry, String deed, String kind, String title) {
    return new StaffTask(
        entry,
        deed,
        kind,
        new ItemId("388010000023" + entry),
        title,
        new EventTime(
            OffsetDateTime.parse("2026-11-24T18:44:00+08:00"),
            "boot",
            NOW,
            Optional.empty(),
            kind.equals("RENEWAL_IN_DOUBT")),
        deed.equals("ITEM_RETURNED") ? Optional.empty() : Optional.of("•••• 0272"),
        kind.equals("LOAN_REFUSED") ? Optional.of(Refusal.Reason.PATRON_BLOCKED) : Optional.empty(),
        kind.equals("LOAN_REFUSED")
            ? "lent 2026-11-24T18:44+08:00; not booked: PATRON_BLOCKED"
            : "");
  }

  private static void closed(Map<String, FlowState> all) {
    all.put("out-of-service", of(DEMO, new Screen.OutOfService(Code.K11, false)));
    all.put("out-of-service-returns", of(new Screen.OutOfService(Code.K22, true)));
    all.put(
        "technician-pin",
        StateBuilder.on(new Screen.TechnicianPin(3, false, Optional.of(Code.K31), NOW))
            .wrongPins(2)
            .build());
    all.put(
        "technician",
        of(
            Screen.Technician.opened(NOW)
                .measured(CheckTest.figures(false))
                .withTest(new Screen.TestPrint.Bad("DP12", "paper is out", Optional.empty()))));
    all.put("technician-failing", of(failing(StationFacts.JournalCause.KEY), TECHNICIAN));
    all.put(
        "technician-missing",
        of(
            WELL.withJournal(JournalHealth.MISSING, Optional.of(StationFacts.JournalCause.EMPTIED)),
            TECHNICIAN));
    all.put(
        "technician-older",
        of(
            WELL.withJournal(JournalHealth.OLDER, Optional.of(StationFacts.JournalCause.OLDER)),
            TECHNICIAN));
    all.put(
        "technician-failing-disk", of(failing(StationFacts.JournalCause.READ_ONLY), TECHNICIAN));
    all.put("technician-rules", of(rules(), TECHNICIAN));
    all.put("technician-nopayment", of(noPayment(), TECHNICIAN));
    all.put("tray", of(noticed(), new Screen.Tray(checks(), NOW)));
    ServiceStates.all()
        .forEach(
            (name, screen) ->
                all.put(name, StateBuilder.on(screen).entered("Chan Tai-man").build()));
    all.put("to-do", of(todo(Optional.empty())));
    all.put("to-do-chosen", of(todo(Optional.of(CHOSEN))));
    all.put(
        "to-do-empty",
        of(
            new Screen.ToDo(
                Optional.of(
                    new StaffList(List.of(), new StaffList.Sums(9, 7, 1, 1, 0, 0, 0, 0, 0))),
                Optional.empty(),
                new Screen.TestPrint.NotAsked(),
                NOW)));
    all.put("tray-empty", of(new Screen.Tray(List.of(), NOW)));
    all.put(
        "technician-setaside",
        of(
            station(StationFacts.Banner.NONE, Link.SILENT, JournalHealth.SET_ASIDE),
            Screen.Technician.opened(NOW).withTest(new Screen.TestPrint.Good()).scanned(SCANNED)));
  }
}

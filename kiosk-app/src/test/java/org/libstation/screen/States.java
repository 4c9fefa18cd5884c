package org.libstation.screen;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.libstation.circulation.BlockReason;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.Happening.How;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.ReturnOutcome.HoldSlip;
import org.libstation.circulation.StaffList;
import org.libstation.circulation.StaffTask;
import org.libstation.fines.FineExplained;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Count;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.DropSight;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.LibraryNews;
import org.libstation.flow.state.LoanRow;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.PadSight;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.ScanReport;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.flow.state.Screen.MyAccount.Part;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.SlipOffer;
import org.libstation.flow.state.StaffLevel;
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
final class States {
  private States() {}

  static final Duration NOW = Duration.ofMinutes(90);
  static final OffsetDateTime WALL = OffsetDateTime.parse("2026-11-24T18:44:00+08:00");
  static final EventTime TIME = new EventTime(WALL, "boot", NOW, Optional.empty(), false);
  private static final List<Integer> FOUR_MISSING = List.of(2, 3, 4, 11);
  private static final BorrowRow.State REFUSED = new BorrowRow.State.Refused(Code.B21, 2, false);
  private static final DueDate DUE = DueDate.of(LocalDateTime.of(2026, 12, 8, 23, 59));

  private static final List<String> TITLES =
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
      new DeviceLine(DeviceRole.SPEECH, "speech", Condition.READY, "", "eSpeak NG 1.52.0");

  /// Whether it is a technician's page, with the sizes of those; the PIN page before it is not.
  static boolean forTechnicians(String name) {
    return name.matches("technician(?!-pin).*|tray(-empty)?|to-do.*|checks-.*|health.*|setup.*");
  }

  static StationFacts station(StationFacts.Banner banner, Link link, JournalHealth journal) {
    return StationFacts.beginning(
            new StationFacts.Site(banner, StationFacts.Role.LEND_AND_RETURN), SlipOffer.KEY)
        .withLink(link)
        .withJournal(journal, Optional.empty())
        .withDevices(
            List.of(
                new DeviceLine(
                    DeviceRole.SCANNER, "scanner", Condition.READY, "", "firmware CAABMS00"),
                new DeviceLine(DeviceRole.PAD, "pad", Condition.READY, "", "FEIG 3.2.1"),
                new DeviceLine(DeviceRole.DROP, "bin", Condition.READY, "", "412 mm"),
                new DeviceLine(DeviceRole.DROP_READER, "drop", Condition.READY, "", "FEIG 3.2.1"),
                new DeviceLine(
                    DeviceRole.PRINTER,
                    "printer",
                    Condition.NEEDS_HAND,
                    "DP1E",
                    "the paper is nearly out",
                    StationFacts.Trouble.PAPER_NEAR_END,
                    Optional.of("E52")),
                SPEECH))
        .withDrop(StationFacts.DropFacts.UNKNOWN.items(61))
        .withBin(43)
        .withCounts(new StationFacts.JournalCounts(2, 1));
  }

  static final StationFacts WELL =
      station(StationFacts.Banner.NONE, Link.ONLINE, JournalHealth.GOOD);
  private static final StationFacts DEMO =
      station(StationFacts.Banner.DEMO, Link.ONLINE, JournalHealth.GOOD);
  static final StationFacts SILENT =
      station(StationFacts.Banner.NONE, Link.SILENT, JournalHealth.GOOD);

  static FlowState of(StationFacts station, Screen screen, Optional<Session> session) {
    return new FlowState(
        TIME,
        station,
        Language.ZH_HANT_HK,
        Access.STANDARD,
        session,
        screen,
        Optional.empty(),
        new PadSight(List.of(), true, List.of(), Optional.empty()),
        List.of(),
        List.of(),
        DropSight.NOTHING,
        new FlowState.TechnicianEntry(new Pin(""), 0, Duration.ZERO, ""),
        FlowState.Between.NOTHING,
        100);
  }

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
    return new FlowState(
        state.now(),
        state.station(),
        language,
        access,
        state.session(),
        state.screen(),
        state.overlay(),
        state.padSight(),
        state.untaken(),
        state.drops(),
        state.sight(),
        state.technician(),
        state.between(),
        state.next());
  }

  /// Behind the PIN of a technician.
  private static FlowState entered(FlowState state, String who) {
    return new FlowState(
        state.now(),
        state.station(),
        state.language(),
        state.access(),
        state.session(),
        state.screen(),
        state.overlay(),
        state.padSight(),
        state.untaken(),
        state.drops(),
        state.sight(),
        new FlowState.TechnicianEntry(new Pin(""), 0, Duration.ZERO, who, StaffLevel.TECHNICIAN),
        state.between(),
        state.next());
  }

  static FlowState later(FlowState state, Duration by) {
    EventTime now =
        new EventTime(
            WALL.plus(by), "boot", state.now().monotonic().plus(by), Optional.empty(), false);
    return new FlowState(
        now,
        state.station(),
        state.language(),
        state.access(),
        state.session(),
        state.screen(),
        state.overlay(),
        state.padSight(),
        state.untaken(),
        state.drops(),
        state.sight(),
        state.technician(),
        state.between(),
        state.next());
  }

  static FlowState over(FlowState state, Overlay overlay) {
    return new FlowState(
        state.now(),
        state.station(),
        state.language(),
        state.access(),
        state.session(),
        state.screen(),
        Optional.of(overlay),
        state.padSight(),
        state.untaken(),
        state.drops(),
        state.sight(),
        state.technician(),
        state.between(),
        state.next());
  }

  private static FlowState onPad(FlowState state, List<PadTag> pad, List<ReturnRow> drops) {
    return new FlowState(
        state.now(),
        state.station(),
        state.language(),
        state.access(),
        state.session(),
        state.screen(),
        state.overlay(),
        new PadSight(pad, true, List.of(), Optional.empty()),
        List.of(),
        drops,
        state.sight(),
        state.technician(),
        state.between(),
        state.next());
  }

  static Session session(
      Purpose purpose,
      boolean card,
      List<BorrowRow> borrows,
      List<ReturnRow> returns,
      Account account,
      Optional<Code> notice) {
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
            Optional.empty(),
            Optional.empty());
    return new Session(
        7,
        purpose,
        new Session.Login(
            card
                ? Optional.of(new Session.Card(patron, Optional.empty(), Optional.of(look)))
                : Optional.empty(),
            new Pin(""),
            0),
        new Session.Presence(NOW.minusSeconds(12), 0, Optional.empty()),
        new Session.Work(borrows, returns, account, new Count.NotSaid()),
        notice,
        false);
  }

  private static FlowState counted(FlowState state, int items) {
    Session open = state.session().orElseThrow();
    Session said = open.withCount(new Count.Said(items));
    return of(state.station(), state.screen(), Optional.of(said));
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
    return of(
        station,
        borrow(hands),
        Optional.of(
            session(
                Purpose.BORROW,
                true,
                List.of(rows),
                List.of(),
                new Account.NotLoaded(),
                Optional.empty())));
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

  static ReturnRow.State settled(Optional<HoldSlip> hold, Optional<FineExplained> fine) {
    return new ReturnRow.State.Settled(Optional.empty(), hold, false, true, fine);
  }

  static FlowState returning(StationFacts station, Hands hands, ReturnRow... rows) {
    return of(
        station,
        new Screen.Return(hands),
        Optional.of(
            session(
                Purpose.RETURN,
                false,
                List.of(),
                List.of(rows),
                new Account.NotLoaded(),
                Optional.empty())));
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
        new Screen.MyAccount(0),
        Optional.of(
            session(Purpose.ACCOUNT, true, List.of(), List.of(), account, Optional.empty())));
  }

  static FlowState identify(StationFacts station, Purpose purpose, Screen.Identify.Step step) {
    return of(
        station,
        new Screen.Identify(step),
        Optional.of(
            session(
                purpose, false, List.of(), List.of(), new Account.NotLoaded(), Optional.empty())));
  }

  static FlowState named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  static FlowState named(Map<String, FlowState> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  /// All of them, by the name of their picture.
  static Map<String, FlowState> all() {
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

  private static void welcome(Map<String, FlowState> all) {
    all.put("welcome", of(WELL, new Screen.Welcome(), Optional.empty()));
    PadTag left =
        new PadTag(
            "E00401",
            new TagReading.Item(new ItemId("30180000000417"), 1, 1),
            PadTag.SecurityBit.CLEARED,
            PadTag.Use.FORMER);
    all.put(
        "welcome-demo-left-silent",
        onPad(
            of(
                station(StationFacts.Banner.DEMO, Link.SILENT, JournalHealth.GOOD),
                new Screen.Welcome(),
                Optional.empty()),
            List.of(left),
            List.of()));
    PadTag card =
        new PadTag(
            "E00402",
            new TagReading.LeftCard(Optional.empty()),
            PadTag.SecurityBit.CLEARED,
            PadTag.Use.FORMER);
    all.put(
        "welcome-card",
        onPad(of(WELL, new Screen.Welcome(), Optional.empty()), List.of(card, left), List.of()));
    all.put(
        "welcome-said",
        of(
            WELL,
            new Screen.Welcome(
                new Screen.Leaf(0, Duration.ZERO),
                new Screen.Leaf(0, Duration.ZERO),
                Optional.empty(),
                Optional.of(new Screen.Welcome.Said(Code.B16, NOW.plusSeconds(12)))),
            Optional.empty()));
    all.put(
        "welcome-setaside",
        of(
            station(StationFacts.Banner.NONE, Link.ONLINE, JournalHealth.SET_ASIDE),
            new Screen.Welcome(),
            Optional.empty()));
    all.put(
        "welcome-missing",
        of(
            station(StationFacts.Banner.NONE, Link.ONLINE, JournalHealth.MISSING),
            new Screen.Welcome(),
            Optional.empty()));
    all.put(
        "welcome-older",
        of(
            station(StationFacts.Banner.NONE, Link.SILENT, JournalHealth.OLDER),
            new Screen.Welcome(),
            Optional.empty()));
  }

  private static void identifying(Map<String, FlowState> all) {
    all.put(
        "identify-card",
        identify(WELL, Purpose.BORROW, new Screen.Identify.Step.AskCard(Optional.empty())));
    all.put(
        "identify-card-problem",
        identify(DEMO, Purpose.BORROW, new Screen.Identify.Step.AskCard(Optional.of(Code.C24))));
    all.put(
        "identify-pin",
        identify(WELL, Purpose.BORROW, new Screen.Identify.Step.AskPin(4, Optional.of(Code.C12))));
    all.put(
        "identify-checking", identify(WELL, Purpose.ACCOUNT, new Screen.Identify.Step.Checking()));
    all.put(
        "identify-problem",
        identify(WELL, Purpose.BORROW, new Screen.Identify.Step.Problem(Code.C16, true)));
  }

  private static void borrowing(Map<String, FlowState> all) {
    all.put("borrow-empty", borrowing(WELL, Hands.PLACE_ITEMS));
    all.put("borrow-ask", borrowing(WELL, Hands.SAY_HOW_MANY));
    all.put(
        "borrow-unseen",
        of(
            WELL,
            borrow(Hands.PLACE_ITEMS),
            Optional.of(
                session(
                    Purpose.BORROW,
                    true,
                    List.of(row(0, lent(true))),
                    List.of(),
                    new Account.NotLoaded(),
                    Optional.of(Code.T41)))));
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
            row(3, new BorrowRow.State.Refused(Code.B21, 2, false)),
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
            row(3, new BorrowRow.State.Refused(Code.B41, 0, true))));
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
            row(2, new BorrowRow.State.Refused(Code.T27, 0, true)),
            row(3, new BorrowRow.State.NotRecognised(Code.T24, "1003"))));
    all.put("borrow-twenty", borrowing(WELL, Hands.TAKE_ITEMS, twenty()));
    all.put(
        "resume",
        of(
            WELL,
            new Screen.Resume(),
            Optional.of(
                session(
                    Purpose.BORROW,
                    true,
                    List.of(row(0, again(Code.T33)), row(1, again(Code.T33))),
                    List.of(),
                    new Account.NotLoaded(),
                    Optional.empty()))));
    all.put("borrow-idle", over(named(all, "borrow-stack"), new Overlay.IdleWarning(23, 9)));
    all.put("borrow-leave", over(named(all, "borrow-stack"), new Overlay.ConfirmLeave(2)));
  }

  private static BorrowRow[] twenty() {
    return IntStream.range(0, 20)
        .mapToObj(number -> row(number, number < 17 ? lent(true) : REFUSED))
        .toArray(BorrowRow[]::new);
  }

  private static void returning(Map<String, FlowState> all) {
    all.put("return-empty", returning(DEMO, Hands.PLACE_ITEMS));
    all.put(
        "return-sorted",
        returning(
            WELL,
            Hands.PLACE_ITEMS,
            returned(5, settled(Optional.empty(), Optional.of(Fines.NINE)), ReturnRow.Arming.ARMED),
            returned(1, settled(Optional.empty(), Optional.empty()), ReturnRow.Arming.ARMED),
            returned(
                2,
                settled(Optional.of(new HoldSlip(Optional.empty(), "7Q4")), Optional.empty()),
                ReturnRow.Arming.ARMED)));
    all.put(
        "return-long-fine",
        returning(
            WELL,
            Hands.PLACE_ITEMS,
            returned(4, settled(Optional.empty(), Optional.of(Fines.LONG)), ReturnRow.Arming.ARMED),
            returned(
                1,
                settled(
                    Optional.empty(),
                    Optional.of(new FineExplained.LibrarysOwn(Money.of(2050, "HKD")))),
                ReturnRow.Arming.ARMED)));
    all.put(
        "return-estimate",
        returning(
            SILENT,
            Hands.PLACE_ITEMS,
            returned(
                5,
                new ReturnRow.State.Recorded(true, Optional.of(Fines.ESTIMATE)),
                ReturnRow.Arming.ARMED)));
    all.put(
        "return-silent",
        returning(
            SILENT,
            Hands.PLACE_ITEMS,
            returned(
                0, new ReturnRow.State.Recorded(false, Optional.empty()), ReturnRow.Arming.ARMED),
            returned(
                1, new ReturnRow.State.Recorded(true, Optional.empty()), ReturnRow.Arming.ARMED),
            returned(2, new ReturnRow.State.WithStaff(Code.R21), ReturnRow.Arming.NO_TAG),
            new ReturnRow(
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
                NOW)));
    all.put(
        "return-working",
        returning(
            WELL,
            Hands.WAIT,
            returned(0, new ReturnRow.State.Writing(), ReturnRow.Arming.UNDER_WAY),
            returned(1, new ReturnRow.State.Taken(), ReturnRow.Arming.UNDER_WAY)));
    ReturnRow set =
        returned(3, settled(Optional.empty(), Optional.empty()), ReturnRow.Arming.ARMED);
    all.put(
        "return-set",
        returning(
            WELL,
            Hands.ADD_MISSING_PART,
            returned(1, settled(Optional.empty(), Optional.empty()), ReturnRow.Arming.ARMED),
            missing(set, new MissingParts(3, List.of(2)))));
    all.put("return-former", returning(WELL, Hands.LIFT_FORMER));
  }

  private static void accounts(Map<String, FlowState> all) {
    all.put("account-loading", account(WELL, new Account.Loading()));
    all.put(
        "account",
        account(
            WELL,
            new Account.Loaded(
                List.of(
                    loan(0, 11, 27, new LoanRow.Renewing.Rest()),
                    loan(1, 12, 1, new LoanRow.Renewing.Rest()),
                    loan(2, 12, 5, new LoanRow.Renewing.NotRenewed(Code.N12)),
                    loan(3, 11, 20, new LoanRow.Renewing.Rest()),
                    loan(5, 12, 8, new LoanRow.Renewing.Renewed())),
                Optional.of(Money.of(1050, "HKD")),
                1)));
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
    Payment payment = new Payment("20261124-1", Money.of(12650, "HKD"));
    Map<String, Details> charges = new LinkedHashMap<>();
    charges.put("charges", new Details.Known(owing, rest, here, false));
    charges.put(
        "charges-counter", new Details.Known(owing, rest, new Details.Paying.NotHere(), false));
    charges.put(
        "charges-terminal",
        new Details.Known(
            owing, rest, new Details.Paying.AtTerminal(Money.of(12650, "HKD")), false));
    charges.put(
        "charges-paid",
        new Details.Known(
            clear, rest, new Details.Paying.Ended(new PaymentOutcome.Paid(payment)), false));
    charges.put(
        "charges-later",
        new Details.Known(
            clear,
            rest,
            new Details.Paying.Ended(new PaymentOutcome.PaidToBeBooked(payment)),
            false));
    charges.put(
        "charges-declined",
        new Details.Known(
            owing,
            rest,
            new Details.Paying.Ended(new PaymentOutcome.NotPaid(PaymentOutcome.Why.DECLINED)),
            false));
    charges.put("charges-none", new Details.Known(clear, rest, here, false));
    charges.put("charges-loading", new Details.Loading());
    charges.put("charges-closed", new Details.NotShown(Code.C31));
    for (BlockReason reason : BlockReason.values()) {
      charges.put(
          "charges-blocked-" + reason,
          new Details.Known(blocked(reason), rest, new Details.Paying.NotHere(), false));
    }
    charges.forEach((name, details) -> all.put(name, details(Part.CHARGES, details)));
    Map<String, Details> holds = new LinkedHashMap<>();
    holds.put("holds", new Details.Known(owing, rest, here, false));
    holds.put(
        "holds-sure", new Details.Known(owing, new Details.Holding.Confirming(1), here, false));
    holds.put(
        "holds-placed",
        new Details.Known(
            owing, new Details.Holding.Placed(TITLES.get(0), OptionalInt.of(3)), here, false));
    holds.put(
        "holds-refused",
        new Details.Known(owing, new Details.Holding.NotDone(Code.H11), here, false));
    holds.put(
        "holds-placing",
        new Details.Known(
            owing, new Details.Holding.Placing(new ItemId("39999000001111")), here, false));
    holds.put(
        "holds-givenup",
        new Details.Known(clear, new Details.Holding.GivenUp(TITLES.get(1)), here, false));
    holds.forEach((name, details) -> all.put(name, details(Part.HOLDS, details)));
  }

  static FlowState details(Part part, Details details) {
    Account.Loaded loaded =
        new Account.Loaded(
            List.of(loan(0, 11, 27, new LoanRow.Renewing.Rest())),
            Optional.of(Money.of(12650, "HKD")),
            1,
            details);
    return of(
        WELL,
        new Screen.MyAccount(part, 0),
        Optional.of(
            session(Purpose.ACCOUNT, true, List.of(), List.of(), loaded, Optional.empty())));
  }

  private static PatronAccount patronAccount(long owed, Set<PatronBlock> blocks) {
    List<ChargeLine> charges =
        owed == 0
            ? List.of()
            : List.of(
                charge(ChargeLine.Kind.OVERDUE, 1050, Optional.of(TITLES.get(0))),
                charge(ChargeLine.Kind.LOST, 11500, Optional.of(TITLES.get(1))),
                charge(ChargeLine.Kind.CARD, 100, Optional.empty()));
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
    return new PatronAccount(look(owed, blocks), charges, holds, Set.of(), List.of());
  }

  private static ChargeLine charge(ChargeLine.Kind kind, long minor, Optional<String> title) {
    return new ChargeLine(
        Optional.empty(), kind, "", Optional.of(Money.of(minor, "HKD")), Optional.empty(), title);
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
    PatronLook look = look(12650, flags);
    if (reason == BlockReason.CARD_NOT_KNOWN) {
      look =
          new PatronLook(
              look.patron(),
              false,
              look.pinRight(),
              flags,
              look.chargedCount(),
              look.overdueCount(),
              look.chargedLimit(),
              0,
              look.owed(),
              Optional.empty());
    }
    return new PatronAccount(
        look,
        patronAccount(12650, flags).charges(),
        List.of(),
        reason == BlockReason.CARD_EXPIRED ? Set.of(Refusal.Reason.CARD_EXPIRED) : Set.of(),
        List.of());
  }

  private static PatronLook look(long owed, Set<PatronBlock> blocks) {
    return new PatronLook(
        new PatronId("29999000006788"),
        true,
        Optional.of(true),
        blocks,
        OptionalInt.of(1),
        OptionalInt.of(0),
        OptionalInt.of(10),
        1,
        Optional.of(Money.of(owed, "HKD")),
        Optional.empty());
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
    return session(
        Purpose.BORROW, true, rows, List.of(), new Account.NotLoaded(), Optional.empty());
  }

  private static Session handedOver() {
    return session(
        Purpose.RETURN,
        false,
        List.of(),
        List.of(
            returned(
                1, settled(Optional.empty(), Optional.of(Fines.ESTIMATE)), ReturnRow.Arming.ARMED),
            returned(
                2, new ReturnRow.State.Recorded(true, Optional.empty()), ReturnRow.Arming.ARMED),
            returned(3, new ReturnRow.State.WithStaff(Code.R21), ReturnRow.Arming.ARMED)),
        new Account.NotLoaded(),
        Optional.empty());
  }

  private static void endings(Map<String, FlowState> all) {
    List<BorrowRow> rows =
        List.of(
            row(0, lent(true)),
            row(1, lent(true)),
            row(2, lent(true)),
            row(3, new BorrowRow.State.Refused(Code.B21, 2, false)));
    Session session =
        session(Purpose.BORROW, true, rows, List.of(), new Account.NotLoaded(), Optional.empty());
    all.put("receipt-choice", of(WELL, choice(false, Optional.empty()), Optional.of(session)));
    all.put("receipt-titles", of(WELL, choice(true, Optional.empty()), Optional.of(session)));
    all.put(
        "receipt-no-paper", of(WELL, choice(false, Optional.of(Code.P03)), Optional.of(session)));
    all.put(
        "receipt-other-card",
        of(
            WELL,
            choice(false, Optional.empty()),
            Optional.of(
                session(
                    Purpose.BORROW,
                    true,
                    rows,
                    List.of(),
                    new Account.NotLoaded(),
                    Optional.of(Code.C22)))));
    all.put(
        "receipt-next",
        of(
            WELL,
            new Screen.ReceiptChoice(
                WALL, false, Optional.empty(), new Screen.After.NextCard(Optional.empty())),
            Optional.of(session)));
    all.put("receipt-twenty", of(WELL, choice(false, Optional.empty()), Optional.of(stack(20))));
    all.put(
        "receipt-twenty-titles", of(WELL, choice(true, Optional.empty()), Optional.of(stack(20))));
    all.put("receipt-hundred", of(WELL, choice(true, Optional.empty()), Optional.of(stack(100))));
    all.put(
        "receipt-returned", of(SILENT, choice(false, Optional.empty()), Optional.of(handedOver())));
    all.put(
        "receipt-card",
        onPad(
            named(all, "receipt-choice"),
            List.of(
                new PadTag(
                    "E00402",
                    new TagReading.Card(new PatronId("20180000006788")),
                    PadTag.SecurityBit.CLEARED,
                    PadTag.Use.TAKEN)),
            List.of()));
    all.put(
        "printing",
        of(
            WELL,
            new Screen.Printing(9, false, new Screen.After.GoodBye(), NOW),
            Optional.of(session)));
    all.put(
        "done",
        of(
            DEMO,
            new Screen.Done(
                new Summary(
                    3,
                    1,
                    1,
                    0,
                    0,
                    0,
                    Optional.of(WALL.toLocalDate().plusDays(14)),
                    List.of(Code.P01)),
                NOW.plusSeconds(8)),
            Optional.empty()));
    all.put(
        "done-no-paper",
        of(
            WELL,
            new Screen.Done(
                new Summary(2, 0, 0, 1, 0, 0, Optional.empty(), List.of(Code.P03)),
                NOW.plusSeconds(8)),
            Optional.empty()));
    all.put(
        "done-door",
        of(
            WELL,
            new Screen.Done(
                new Summary(
                    2,
                    0,
                    1,
                    0,
                    0,
                    0,
                    Optional.of(WALL.toLocalDate().plusDays(14)),
                    List.of(Code.K54, Code.M22)),
                NOW.plusSeconds(48)),
            Optional.empty()));
    all.put(
        "done-returned",
        of(
            WELL,
            new Screen.Done(
                new Summary(0, 0, 0, 2, 0, 0, Optional.empty(), List.of()), NOW.plusSeconds(8)),
            Optional.empty()));
  }

  private static StationFacts failing(StationFacts well, StationFacts.JournalCause cause) {
    return copy(well, JournalHealth.FAILING, Optional.of(cause), well.matters());
  }

  private static StationFacts noticed(StationFacts well) {
    return copy(
        well,
        well.journal(),
        well.cause(),
        List.of(
            new StationFacts.Matter(
                Code.T24, Optional.of(new ItemId("30180000001003")), Optional.empty(), WALL),
            new StationFacts.Matter(
                Code.T25,
                Optional.of(new ItemId("30180000001004")),
                Optional.of(new MissingParts(3, List.of(2))),
                WALL)));
  }

  private static StationFacts copy(
      StationFacts well,
      JournalHealth journal,
      Optional<StationFacts.JournalCause> cause,
      List<StationFacts.Matter> matters) {
    return well.withJournal(journal, cause).withMatters(matters).with(StationFacts.Told.NOTHING);
  }

  private static StationFacts rules(StationFacts well) {
    return well.with(
        new StationFacts.Told(
            Optional.of(
                new StationFacts.PolicyFacts(
                    "hkpl-example-2026-1",
                    Optional.of(OffsetDateTime.parse("2026-11-21T03:15:00+08:00")),
                    true,
                    "the policy is for elsewhere, this station is of hkpl-example")),
            Suspension.NONE,
            LibraryNews.NONE));
  }

  /// The same station on a day of a suspension, without what the library announces: that is its own
  /// word.
  static StationFacts with(StationFacts well, Suspension suspension) {
    return well.with(new StationFacts.Told(well.policy(), suspension, LibraryNews.NONE));
  }

  /// The same state on a day of a suspension.
  static FlowState with(FlowState state, Suspension suspension) {
    return new FlowState(
        state.now(),
        with(state.station(), suspension),
        state.language(),
        state.access(),
        state.session(),
        state.screen(),
        state.overlay(),
        state.padSight(),
        state.untaken(),
        state.drops(),
        state.sight(),
        state.technician(),
        state.between(),
        state.next());
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
    all.put("out-of-service", of(DEMO, new Screen.OutOfService(Code.K11, false), Optional.empty()));
    all.put(
        "out-of-service-returns",
        of(WELL, new Screen.OutOfService(Code.K22, true), Optional.empty()));
    all.put(
        "technician-pin",
        of(WELL, new Screen.TechnicianPin(3, false, Optional.of(Code.K31), NOW), Optional.empty()));
    all.put(
        "technician",
        of(
            WELL,
            new Screen.Technician(
                new Screen.TestPrint.Bad("DP12", "paper is out"), Optional.empty(), NOW),
            Optional.empty()));
    all.put(
        "technician-failing",
        of(
            failing(WELL, StationFacts.JournalCause.KEY),
            new Screen.Technician(new Screen.TestPrint.NotAsked(), Optional.empty(), NOW),
            Optional.empty()));
    all.put(
        "technician-missing",
        of(
            copy(
                WELL,
                JournalHealth.MISSING,
                Optional.of(StationFacts.JournalCause.EMPTIED),
                WELL.matters()),
            new Screen.Technician(new Screen.TestPrint.NotAsked(), Optional.empty(), NOW),
            Optional.empty()));
    all.put(
        "technician-older",
        of(
            copy(
                WELL,
                JournalHealth.OLDER,
                Optional.of(StationFacts.JournalCause.OLDER),
                WELL.matters()),
            new Screen.Technician(new Screen.TestPrint.NotAsked(), Optional.empty(), NOW),
            Optional.empty()));
    all.put(
        "technician-failing-disk",
        of(
            failing(WELL, StationFacts.JournalCause.READ_ONLY),
            new Screen.Technician(new Screen.TestPrint.NotAsked(), Optional.empty(), NOW),
            Optional.empty()));
    all.put(
        "technician-rules",
        of(
            rules(WELL),
            new Screen.Technician(new Screen.TestPrint.NotAsked(), Optional.empty(), NOW),
            Optional.empty()));
    all.put("tray", of(noticed(WELL), new Screen.Tray(checks(), NOW), Optional.empty()));
    ServiceStates.all()
        .forEach(
            (name, screen) ->
                all.put(name, entered(of(WELL, screen, Optional.empty()), "Chan Tai-man")));
    all.put("to-do", of(WELL, todo(Optional.empty()), Optional.empty()));
    all.put("to-do-chosen", of(WELL, todo(Optional.of(CHOSEN)), Optional.empty()));
    all.put(
        "to-do-empty",
        of(
            WELL,
            new Screen.ToDo(
                Optional.of(
                    new StaffList(List.of(), new StaffList.Sums(9, 7, 1, 1, 0, 0, 0, 0, 0))),
                Optional.empty(),
                new Screen.TestPrint.NotAsked(),
                NOW),
            Optional.empty()));
    all.put("tray-empty", of(WELL, new Screen.Tray(List.of(), NOW), Optional.empty()));
    all.put(
        "technician-setaside",
        of(
            station(StationFacts.Banner.NONE, Link.SILENT, JournalHealth.SET_ASIDE),
            new Screen.Technician(new Screen.TestPrint.Good(), Optional.of(SCANNED), NOW),
            Optional.empty()));
  }
}

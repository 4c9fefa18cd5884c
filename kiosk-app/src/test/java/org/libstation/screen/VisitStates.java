package org.libstation.screen;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronId;
import org.libstation.fines.FineExplained;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Count;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.flow.state.Screen.Identify.IdentifyStep;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.LinkState;
import org.libstation.flow.state.TagReading;

/// A visit until its end: the start screen, the card, lending and returning.
final class VisitStates {
  private VisitStates() {}

  static void add(Map<String, FlowState> all) {
    welcome(all);
    identifying(all);
    lending(all);
    handingIn(all);
  }

  static final List<Integer> FOUR_MISSING = List.of(2, 3, 4, 11);

  static FlowState counted(FlowState state, int items) {
    Session open = state.session().orElseThrow();
    return StateBuilder.like(state).during(open.withCount(new Count.StatedCount(items))).build();
  }

  static BorrowRow.BorrowRowState again(Code code) {
    return new BorrowRow.BorrowRowState.PlaceAgain(
        new BorrowRow.WrittenLoan(44, States.DUE, true), code, List.of("E0044"), 1, false);
  }

  static ReturnRow missing(ReturnRow row, MissingParts missing) {
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

  static void welcome(Map<String, FlowState> all) {
    all.put("welcome", States.of(Screen.Welcome.untouched()));
    PadTag left =
        new PadTag(
            "E00401",
            new TagReading.ItemTag(new ItemId("30180000000417"), 1, 1),
            PadTag.SecurityBit.CLEARED,
            PadTag.Use.FORMER);
    all.put(
        "welcome-demo-left-silent",
        StateBuilder.on(Screen.Welcome.untouched())
            .at(
                States.station(
                    StationFacts.StationBanner.DEMO, LinkState.SILENT, JournalHealth.GOOD))
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
        States.of(
            new Screen.Welcome(
                new Screen.Leaf(0, Duration.ZERO),
                new Screen.Leaf(0, Duration.ZERO),
                Optional.empty(),
                Optional.of(
                    new Screen.Welcome.WelcomeNotice(Code.B16, States.NOW.plusSeconds(12))))));
    all.put("welcome-setaside", welcome(LinkState.ONLINE, JournalHealth.SET_ASIDE));
    all.put("welcome-missing", welcome(LinkState.ONLINE, JournalHealth.MISSING));
    all.put("welcome-older", welcome(LinkState.SILENT, JournalHealth.OLDER));
  }

  static FlowState welcome(LinkState link, JournalHealth journal) {
    return States.of(
        States.station(StationFacts.StationBanner.NONE, link, journal), Screen.Welcome.untouched());
  }

  static void identifying(Map<String, FlowState> all) {
    all.put(
        "identify-card",
        States.identify(States.WELL, Purpose.BORROW, new IdentifyStep.AskCard(Optional.empty())));
    all.put(
        "identify-card-problem",
        States.identify(
            States.DEMO, Purpose.BORROW, new IdentifyStep.AskCard(Optional.of(Code.C24))));
    all.put(
        "identify-pin-asked",
        States.identify(States.WELL, Purpose.BORROW, new IdentifyStep.AskPin(0, Optional.empty())));
    all.put(
        "identify-pin",
        States.of(
            States.WELL,
            new Screen.Identify(new IdentifyStep.AskPin(4, Optional.of(Code.C12))),
            States.session(Purpose.BORROW, false).withWrongPins(1)));
    all.put(
        "identify-checking",
        States.identify(States.WELL, Purpose.ACCOUNT, new IdentifyStep.Checking()));
    all.put(
        "identify-problem",
        States.identify(States.WELL, Purpose.BORROW, new IdentifyStep.Problem(Code.C16, true)));
    all.put(
        "identify-owes",
        States.identify(States.WELL, Purpose.BORROW, new IdentifyStep.Problem(Code.B33, true)));
    all.put(
        "identify-overdue",
        States.of(
            States.WELL,
            new Screen.Identify(new IdentifyStep.Problem(Code.B34, true)),
            States.session(Purpose.BORROW, true).withNotice(Optional.of(Code.B34))));
  }

  static void lending(Map<String, FlowState> all) {
    all.put("borrow-empty", States.borrowing(States.WELL, Hands.PLACE_ITEMS));
    all.put("borrow-former", States.borrowing(States.WELL, Hands.LIFT_FORMER));
    all.put("borrow-scanning", States.borrowing(States.SCANS, Hands.PLACE_ITEMS));
    all.put("borrow-ask", States.borrowing(States.WELL, Hands.SAY_HOW_MANY));
    all.put(
        "borrow-unseen",
        States.of(
            States.SCANS,
            States.borrow(Hands.TAKE_ITEMS),
            States.session(Purpose.BORROW, true)
                .withBorrows(List.of(States.row(0, States.lent(true))))
                .withNotice(Optional.of(Code.T41))));
    all.put(
        "borrow-reserved",
        States.borrowing(
            States.WELL,
            Hands.TAKE_ITEMS,
            States.row(0, States.lent(true)),
            States.row(
                1,
                States.REFUSED.withReserving(
                    new BorrowRow.Reserving.ReservationPlaced(OptionalInt.of(3))))));
    all.put(
        "borrow-not-reserved",
        States.borrowing(
            States.WELL,
            Hands.TAKE_ITEMS,
            States.row(
                0, States.REFUSED.withReserving(new BorrowRow.Reserving.NotReserved(Code.H16)))));
    all.put("borrow-asked", counted(States.borrowing(States.WELL, Hands.SAY_HOW_MANY), 5));
    all.put(
        "borrow-missing",
        counted(
            States.borrowing(
                States.WELL,
                Hands.PLACE_MISSING,
                States.row(0, States.lent(true)),
                States.row(1, States.lent(true)),
                States.row(2, States.lent(true)),
                States.row(4, States.lent(true))),
            5));
    all.put(
        "borrow-working",
        States.borrowing(
            States.WELL,
            Hands.WAIT,
            States.row(0, new BorrowRow.BorrowRowState.Recognised(States.NOW)),
            States.row(1, new BorrowRow.BorrowRowState.Asking(States.NOW.minusSeconds(1))),
            States.row(2, new BorrowRow.BorrowRowState.Asking(States.NOW.minusSeconds(9)))));
    all.put(
        "borrow-stack",
        States.borrowing(
            States.DEMO,
            Hands.PLACE_AGAIN,
            States.row(0, States.lent(true)),
            States.row(1, States.lent(true)),
            States.row(2, States.lent(true)),
            States.row(3, States.REFUSED),
            States.row(4, again(Code.T11))));
    all.put(
        "borrow-done",
        States.borrowing(
            States.WELL,
            Hands.TAKE_ITEMS,
            States.row(0, States.lent(true)),
            States.row(6, States.lent(true)),
            States.row(2, States.lent(true)),
            States.row(3, new BorrowRow.BorrowRowState.AlreadyBorrowed(Optional.of(States.DUE)))));
    all.put(
        "borrow-silent",
        States.borrowing(
            States.SILENT,
            Hands.TAKE_ITEMS,
            States.row(0, States.lent(false)),
            States.row(1, States.lent(false)),
            States.row(3, BorrowRow.BorrowRowState.BorrowRefused.of(Code.B41, 0, true))));
    all.put(
        "borrow-many",
        States.borrowing(
            States.WELL,
            Hands.ADD_MISSING_PART,
            States.row(0, States.lent(true)),
            States.row(1, States.lent(true)),
            States.row(2, States.lent(true)),
            States.row(6, States.lent(true)),
            States.row(7, States.lent(true)),
            States.row(8, States.lent(true)),
            States.row(9, States.lent(true)),
            new BorrowRow(
                20,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                1,
                new BorrowRow.BorrowRowState.NotRecognised(Code.B12, "0417")),
            States.row(
                5, new BorrowRow.BorrowRowState.SetIncomplete(new MissingParts(3, List.of(2)))),
            States.row(
                10,
                new BorrowRow.BorrowRowState.ToStaff(
                    new BorrowRow.WrittenLoan(9, States.DUE, true), Code.T14))));
    all.put(
        "borrow-sets",
        States.borrowing(
            States.WELL,
            Hands.ADD_MISSING_PART,
            States.row(0, States.lent(true)),
            States.row(
                1, new BorrowRow.BorrowRowState.SetIncomplete(new MissingParts(12, FOUR_MISSING))),
            States.row(2, BorrowRow.BorrowRowState.BorrowRefused.of(Code.T27, 0, true)),
            States.row(3, new BorrowRow.BorrowRowState.NotRecognised(Code.T24, "1003"))));
    all.put(
        "borrow-still-working",
        States.borrowing(
            States.WELL,
            Hands.WAIT,
            States.row(0, States.lent(true)),
            States.row(1, States.lent(true)),
            States.row(2, new BorrowRow.BorrowRowState.Asking(States.NOW.minusSeconds(1)))));
    all.put(
        "borrow-none-lent",
        States.borrowing(
            States.WELL,
            Hands.PLACE_ITEMS,
            States.row(0, States.REFUSED),
            States.row(1, BorrowRow.BorrowRowState.BorrowRefused.of(Code.B22, 0, true))));
    FlowState working = States.named(all, "borrow-working");
    all.put(
        "borrow-leaving",
        StateBuilder.like(working)
            .during(working.session().orElseThrow().withLeaving(true))
            .build());
    all.put("borrow-twenty", States.borrowing(States.WELL, Hands.TAKE_ITEMS, twenty()));
    all.put(
        "resume",
        States.of(
            States.WELL,
            new Screen.Resume(),
            States.session(Purpose.BORROW, true)
                .withBorrows(
                    List.of(States.row(0, again(Code.T33)), States.row(1, again(Code.T33))))));
    all.put(
        "borrow-idle",
        States.over(States.named(all, "borrow-stack"), new Overlay.IdleWarning(23, 9)));
    all.put(
        "borrow-leave",
        States.over(States.named(all, "borrow-stack"), new Overlay.ConfirmLeave(2)));
  }

  static BorrowRow[] twenty() {
    return IntStream.range(0, 20)
        .mapToObj(number -> States.row(number, number < 17 ? States.lent(true) : States.REFUSED))
        .toArray(BorrowRow[]::new);
  }

  static ReturnRow notRecognised() {
    return new ReturnRow(
        30,
        Optional.empty(),
        Optional.empty(),
        How.SEEN,
        States.TIME,
        List.of(),
        List.of(),
        MissingParts.NONE,
        OptionalLong.empty(),
        ReturnRow.Arming.NO_TAG,
        new ReturnRow.ReturnRowState.NotRecognised(Code.R12, "9780"),
        States.NOW);
  }

  static void handingIn(Map<String, FlowState> all) {
    all.put("return-empty", States.returning(States.DEMO, Hands.PLACE_ITEMS));
    all.put("return-scanning", States.returning(States.SCANS, Hands.PLACE_ITEMS));
    all.put(
        "return-scanned",
        States.returning(
            States.SCANS,
            Hands.WAIT,
            States.returned(0, new ReturnRow.ReturnRowState.ReturnWriting())));
    all.put(
        "return-card",
        States.of(
            States.WELL,
            new Screen.Return(Hands.PLACE_ITEMS),
            States.session(Purpose.RETURN, false)
                .withShownCard(Optional.of(new PatronId("20180000006788")))
                .withNotice(Optional.of(Code.R13))));
    all.put(
        "return-sorted",
        States.returning(
            States.WELL,
            Hands.PLACE_ITEMS,
            States.returned(5, States.settled(Fines.NINE)),
            States.returned(1, States.settled()),
            States.returned(2, States.settled(true, Optional.empty()))));
    all.put(
        "return-long-fine",
        States.returning(
            States.WELL,
            Hands.PLACE_ITEMS,
            States.returned(4, States.settled(Fines.LONG)),
            States.returned(
                1, States.settled(new FineExplained.LibrarysOwn(Money.of(2050, "HKD"))))));
    all.put(
        "return-staged",
        States.returning(
            States.WELL, Hands.PLACE_ITEMS, States.returned(4, States.settled(Fines.STAGED))));
    all.put(
        "return-suspension",
        States.returning(
            States.WELL,
            Hands.PLACE_ITEMS,
            States.returned(5, States.settled(Fines.IN_DAYS)),
            States.returned(1, States.settled())));
    all.put(
        "return-suspension-none",
        States.returning(
            States.WELL,
            Hands.PLACE_ITEMS,
            States.returned(5, States.settled(Fines.IN_DAYS_NONE))));
    all.put(
        "return-suspension-and-fine",
        States.returning(
            States.SILENT,
            Hands.PLACE_ITEMS,
            States.returned(
                5,
                new ReturnRow.ReturnRowState.ReturnRowRecorded(true, Optional.of(Fines.BESIDE)))));
    all.put(
        "return-estimate",
        States.returning(
            States.SILENT,
            Hands.PLACE_ITEMS,
            States.returned(
                5,
                new ReturnRow.ReturnRowState.ReturnRowRecorded(
                    true, Optional.of(Fines.ESTIMATE)))));
    all.put(
        "return-silent",
        States.returning(
            States.SILENT,
            Hands.PLACE_ITEMS,
            States.returned(0, States.recorded(false)),
            States.returned(1, States.recorded(true)),
            States.returned(
                2, new ReturnRow.ReturnRowState.WithStaff(Code.R21), ReturnRow.Arming.NO_TAG),
            notRecognised()));
    all.put(
        "return-working",
        States.returning(
            States.WELL,
            Hands.WAIT,
            States.returned(
                0, new ReturnRow.ReturnRowState.ReturnWriting(), ReturnRow.Arming.UNDER_WAY),
            States.returned(
                1, new ReturnRow.ReturnRowState.ReturnTaken(), ReturnRow.Arming.UNDER_WAY)));
    all.put("return-unread", States.returning(States.WELL, Hands.PLACE_ITEMS, notRecognised()));
    ReturnRow set = States.returned(3, States.settled());
    all.put(
        "return-set",
        States.returning(
            States.WELL,
            Hands.ADD_MISSING_PART,
            States.returned(1, States.settled()),
            missing(set, new MissingParts(3, List.of(2)))));
    all.put("return-former", States.returning(States.WELL, Hands.LIFT_FORMER));
  }
}

package org.libstation.screen;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Payment;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.Summary;
import org.libstation.flow.state.TagReading;

/// The ends of a visit: the receipt, what is printed, what is told at last.
final class EndingStates {
  private EndingStates() {}

  static final Optional<LocalDate> IN_TWO_WEEKS =
      Optional.of(States.WALL.toLocalDate().plusDays(14));

  static Screen done(int seconds, Summary summary) {
    Duration until = States.NOW.plusSeconds(seconds);
    return new Screen.Done(summary, until, until);
  }

  static Screen choice(boolean titles) {
    return choice(titles, Optional.empty());
  }

  static Screen choice(boolean titles, Optional<Code> problem) {
    return new Screen.ReceiptChoice(States.WALL, titles, problem, new Screen.After.GoodBye());
  }

  /// Every third is due on another day, every fifth is to be confirmed.
  static Session stack(int books) {
    List<BorrowRow> rows =
        IntStream.rangeClosed(1, books)
            .mapToObj(
                at ->
                    States.row(
                        at,
                        new BorrowRow.BorrowRowState.Borrowed(
                            new BorrowRow.WrittenLoan(
                                40 + at,
                                DueDate.of(LocalDateTime.of(2026, 12, 8 + at % 3, 23, 59)),
                                at % 5 > 0),
                            false)))
            .toList();
    return States.session(Purpose.BORROW, true).withBorrows(rows);
  }

  static Session handedOver() {
    return States.session(Purpose.RETURN, false)
        .withReturns(
            List.of(
                States.returned(1, States.settled(Fines.ESTIMATE)),
                States.returned(2, States.recorded(true)),
                States.returned(3, new ReturnRow.ReturnRowState.WithStaff(Code.R21))));
  }

  static void add(Map<String, FlowState> all) {
    List<BorrowRow> rows =
        List.of(
            States.row(0, States.lent(true)),
            States.row(1, States.lent(true)),
            States.row(2, States.lent(true)),
            States.row(3, States.REFUSED));
    Session session = States.session(Purpose.BORROW, true).withBorrows(rows);
    all.put("receipt-choice", States.of(States.WELL, choice(false), session));
    all.put("receipt-titles", States.of(States.WELL, choice(true), session));
    all.put(
        "receipt-no-paper", States.of(States.WELL, choice(false, Optional.of(Code.P03)), session));
    all.put(
        "receipt-paid-no-paper",
        States.of(
            States.WELL,
            choice(false, Optional.of(Code.P03)),
            session
                .withBorrows(List.of())
                .withPaid(
                    new Session.VisitPayment(
                        Payment.ofWhatIsOwed("k7-12", Money.of(3600, "HKD")),
                        true,
                        true,
                        States.WALL))));
    all.put(
        "receipt-other-card",
        States.of(
            States.WELL,
            choice(false),
            States.session(Purpose.BORROW, true)
                .withBorrows(rows)
                .withNotice(Optional.of(Code.C22))));
    all.put(
        "receipt-next",
        States.of(
            States.WELL,
            new Screen.ReceiptChoice(
                States.WALL,
                false,
                Optional.empty(),
                new Screen.After.AnotherCard(Optional.empty())),
            session));
    all.put(
        "receipt-unconfirmed",
        States.of(
            States.SILENT,
            choice(false),
            States.session(Purpose.BORROW, true)
                .withBorrows(
                    List.of(
                        States.row(0, States.lent(false)),
                        States.row(1, States.lent(false)),
                        States.row(2, States.lent(true))))));
    all.put("receipt-twenty", States.of(States.WELL, choice(false), stack(20)));
    all.put("receipt-twenty-titles", States.of(States.WELL, choice(true), stack(20)));
    all.put("receipt-hundred", States.of(States.WELL, choice(true), stack(100)));
    all.put("receipt-returned", States.of(States.SILENT, choice(false), handedOver()));
    all.put(
        "receipt-returned-suspension",
        States.of(
            States.WELL,
            choice(false),
            States.session(Purpose.RETURN, false)
                .withReturns(
                    List.of(
                        States.returned(1, States.settled(Fines.IN_DAYS)),
                        States.returned(2, States.settled(Fines.BESIDE)),
                        States.returned(3, States.settled(Fines.IN_DAYS_NONE))))));
    all.put(
        "receipt-card",
        StateBuilder.like(States.named(all, "receipt-choice"))
            .lying(
                new PadTag(
                    "E00402",
                    new TagReading.CardTag(new PatronId("20180000006788")),
                    PadTag.SecurityBit.CLEARED,
                    PadTag.Use.TAKEN))
            .build());
    all.put(
        "printing",
        States.of(
            States.WELL,
            new Screen.Printing(9, false, new Screen.After.GoodBye(), States.NOW),
            session));
    all.put(
        "done",
        States.of(
            States.DEMO,
            done(8, summary(3, 1, 1, 0, 0, IN_TWO_WEEKS, Optional.empty(), Code.P01))));
    all.put(
        "done-take",
        StateBuilder.on(done(8, summary(4, 0, 0, 0, 0, IN_TWO_WEEKS, Optional.empty())))
            .untaken(4)
            .build());
    all.put(
        "done-renewed", States.of(done(8, summary(0, 0, 0, 0, 2, IN_TWO_WEEKS, Optional.empty()))));
    all.put(
        "done-no-paper",
        States.of(done(8, summary(2, 0, 0, 1, 0, IN_TWO_WEEKS, Optional.empty(), Code.P03))));
    all.put(
        "done-door",
        States.of(
            done(48, summary(2, 0, 1, 0, 0, IN_TWO_WEEKS, Optional.empty(), Code.K54, Code.M23))));
    all.put(
        "done-unconfirmed",
        States.of(done(8, summary(2, 2, 0, 0, 0, IN_TWO_WEEKS, Optional.empty()))));
    all.put("done-doubt", States.of(done(8, Summary.NOTHING.with(Code.M24))));
    all.put("done-unpaid", States.of(done(8, Summary.NOTHING.with(Code.M12))));
    all.put("done-returned", returnedAll(true));
    all.put("done-returned-booked", returnedAll(false));
    Summary.Returned suspends =
        Summary.Returned.of(
                List.of(
                    States.returned(1, States.settled(Fines.IN_DAYS)),
                    States.returned(2, States.settled(Fines.IN_DAYS_NONE))))
            .orElseThrow();
    all.put(
        "done-returned-suspension",
        States.of(done(8, summary(0, 0, 0, 2, 0, Optional.empty(), Optional.of(suspends)))));
  }

  static FlowState returnedAll(boolean open) {
    Summary.Returned handed =
        new Summary.Returned(
            States.WALL.toLocalDateTime(),
            Optional.of(Money.of(900, "HKD")),
            open,
            false,
            Optional.empty(),
            open);
    return States.of(done(8, summary(0, 0, 0, 2, 0, Optional.empty(), Optional.of(handed))));
  }

  /// Of a visit in which no renewal was asked for later, and nothing was paid.
  static Summary summary(
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
        Optional.empty(),
        List.of(problems));
  }
}

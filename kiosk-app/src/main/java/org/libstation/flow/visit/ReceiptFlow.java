package org.libstation.flow.visit;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Key.ChooseReceipt.ReceiptForm;
import org.libstation.flow.state.LoanRow;
import org.libstation.flow.state.LoanRow.RenewalState;
import org.libstation.flow.state.ReceiptLines;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.After;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.Summary;
import org.libstation.flow.turn.Turn;

/// Ends a visit: a receipt or none, then the good-bye.
public final class ReceiptFlow {
  /// Codes for a payment that was not made; a person who left meanwhile reads them at the good-bye.
  private static final Set<Code> UNPAID =
      Arrays.stream(PaymentOutcome.NonPaymentReason.values())
          .map(Code::ofPayment)
          .collect(Collectors.toSet());

  private ReceiptFlow() {}

  /// Prints or offers the receipt, or goes on if the visit has nothing to put on one.
  static void offer(Turn turn, After after) {
    Summary summary = turn.session.map(ReceiptFlow::sum).orElse(Summary.NOTHING);
    Optional<ReceiptForm> paper = turn.between.paper();
    if (summary.empty()
        && isInDoubt(turn)
        && turn.station.noReceipt().isEmpty()
        && turn.station.configured(DeviceRole.PRINTER)) {
      // A person who takes this matter to staff needs it on paper, requested or not.
      print(turn, false, after);
      return;
    }
    if (summary.empty()) {
      switch (after) {
        case After.GoodBye _ ->
            turn.session
                .flatMap(Session::notice)
                .filter(UNPAID::contains)
                .or(() -> doubts(turn).findFirst())
                .ifPresentOrElse(
                    code -> done(turn, Optional.of(code)),
                    () -> VisitEnd.end(turn, Screen.Welcome.untouched()));
        case After.AnotherCard(var card) -> NextCardFlow.follow(turn, card);
      }
      return;
    }
    if (turn.state().cardLying()) {
      turn.beep(Sound.NEEDS_HAND);
    }
    if (paper.isPresent() && turn.station.noReceipt().isEmpty()) {
      print(turn, paper.get() == ReceiptForm.WITH_TITLES, after);
    } else {
      ask(
          turn,
          paper.filter(ReceiptForm.WITH_TITLES::equals).isPresent(),
          turn.station.noReceipt(),
          after);
    }
  }

  private static void ask(Turn turn, boolean titles, Optional<Code> problem, After after) {
    turn.show(new Screen.ReceiptChoice(turn.now.corrected(), titles, problem, after));
  }

  private static void finish(Turn turn, Optional<Code> problem, After after) {
    switch (after) {
      case After.GoodBye _ -> done(turn, problem);
      case After.AnotherCard(var card) -> NextCardFlow.follow(turn, card);
    }
  }

  /// Handles a card that is presented while the screen offers the receipt. In a visit of several
  /// cards it is the next one.
  static void card(Turn turn, Screen.ReceiptChoice choice, PatronId patron) {
    boolean ours =
        turn.session
            .flatMap(Session::card)
            .filter(card -> card.patron().equals(patron))
            .isPresent();
    if (ours) {
      return;
    }
    switch (choice.after()) {
      case After.GoodBye _ -> turn.notice(Code.C22);
      case After.AnotherCard _ -> NextCardFlow.follow(turn, Optional.of(patron));
    }
  }

  /// Shows the good-bye; from here on no personal data are kept.
  private static void done(Turn turn, Optional<Code> problem) {
    Summary plain = turn.session.map(ReceiptFlow::sum).orElse(Summary.NOTHING);
    Summary summary = doubts(turn).reduce(plain, Summary::with, (one, _) -> one);
    VisitEnd.end(
        turn,
        new Screen.Done(
            problem.map(summary::with).orElse(summary),
            turn.at().plus(turn.patience(FlowSettings.DONE)),
            turn.at().plus(turn.patience(turn.settings.visit().idle()))));
  }

  public static void choose(Turn turn, Screen.ReceiptChoice choice, Key.OnReceipt key) {
    switch (key) {
      case Key.ChooseReceipt(ReceiptForm wish) -> {
        switch (wish) {
          case NONE -> finish(turn, choice.problem(), choice.after());
          case PLAIN, WITH_TITLES -> wished(turn, choice, wish);
        }
      }
      case Key.ReceiptTitles _ -> ask(turn, !choice.titles(), choice.problem(), choice.after());
      case Key.NextCard _ ->
          finish(turn, choice.problem(), new After.AnotherCard(Optional.empty()));
      case Key.Confirm _ -> finish(turn, choice.problem(), choice.after());
      case Key.Leave _ -> done(turn, choice.problem());
    }
  }

  private static void wished(Turn turn, Screen.ReceiptChoice choice, ReceiptForm wish) {
    boolean titles = wish == ReceiptForm.WITH_TITLES;
    Optional<Code> problem = choice.problem().or(turn.station::noReceipt);
    if (problem.isPresent() || !turn.station.configured(DeviceRole.PRINTER)) {
      turn.beep(Sound.NOT_POSSIBLE);
      ask(turn, titles, problem, choice.after());
    } else {
      print(turn, titles, choice.after());
      turn.between = turn.between.withPaper(Optional.of(wish));
    }
  }

  /// Prints the receipt. If receipts of several cards are printed together, each shows the end of
  /// its card's number.
  private static void print(Turn turn, boolean titles, After after) {
    boolean several = after instanceof After.AnotherCard || turn.between.paper().isPresent();
    long job = turn.number();
    turn.session.ifPresent(
        open ->
            turn.effect(
                new Effect.Print(
                    job,
                    ReceiptLines.content(
                        turn.state(),
                        open,
                        titles,
                        turn.now.corrected(),
                        open.card().map(card -> card.patron().value()).filter(_ -> several)))));
    turn.show(new Screen.Printing(job, titles, after, turn.at()));
  }

  public static void printed(Turn turn, FlowEvent.PrintJobEnded ended) {
    if (turn.screen instanceof Screen.Printing(long job, boolean titles, After after, _)
        && job == ended.job()) {
      if (ended.trouble().isEmpty()) {
        finish(turn, Optional.empty(), after);
      } else {
        notPrinted(turn, titles, after, ended.trouble().get().begun() ? Code.P02 : Code.P01);
      }
    }
  }

  /// Handles a failed print. Offers the receipt for a phone, unless there is only a payment in
  /// doubt, for which no receipt was offered.
  private static void notPrinted(Turn turn, boolean titles, After after, Code problem) {
    turn.beep(Sound.FAULT);
    if (turn.session.map(ReceiptFlow::sum).orElse(Summary.NOTHING).empty()) {
      finish(turn, Optional.of(problem), after);
    } else {
      ask(turn, titles, Optional.of(problem), after);
    }
  }

  /// Whether the result of a payment of this visit is unknown.
  private static boolean isInDoubt(Turn turn) {
    return doubts(turn).findAny().isPresent();
  }

  private static Stream<Code> doubts(Turn turn) {
    return turn.session.stream()
        .flatMap(open -> open.doubts().stream())
        .map(Session.PaymentDoubt::code);
  }

  /// Takes in the printer's new state. While the receipt is offered, paper is offered only if it
  /// can be printed. The result of a requested print stays on the screen.
  public static void printer(Turn turn) {
    if (turn.screen instanceof Screen.ReceiptChoice(var at, boolean titles, var problem, var after)
        && problem.filter(code -> code != Code.P03 && code != Code.P04).isEmpty()
        && !problem.equals(turn.station.noReceipt())) {
      turn.show(new Screen.ReceiptChoice(at, titles, turn.station.noReceipt(), after));
    }
  }

  /// Ends the visit without a receipt: the person chose none, has left or is leaving.
  public static void none(Turn turn, Screen.ReceiptChoice choice) {
    done(turn, choice.problem());
  }

  public static void tick(Turn turn) {
    if (turn.screen instanceof Screen.Printing(long job, boolean titles, After after, var since)
        && turn.over(since, FlowSettings.PRINTING)) {
      // The next patron must not find this receipt when paper is added.
      turn.effect(new Effect.WithdrawPrint(job));
      notPrinted(turn, titles, after, Code.P02);
    } else if (turn.screen instanceof Screen.Done done) {
      stand(turn, done);
    }
  }

  /// Keeps the good-bye until the lent items were taken, and a little longer. It ends at the idle
  /// time at the latest.
  private static void stand(Turn turn, Screen.Done done) {
    boolean lying = turn.at().compareTo(done.limit()) < 0 && !turn.state().toTake().isEmpty();
    if (lying) {
      Duration taken = turn.at().plus(turn.patience(FlowSettings.TAKEN));
      Duration longer = taken.compareTo(done.limit()) < 0 ? taken : done.limit();
      if (done.until().compareTo(longer) < 0) {
        turn.screen = done.withUntil(longer);
      }
    } else if (turn.at().compareTo(done.until()) >= 0) {
      turn.show(Screen.Welcome.untouched());
    }
  }

  public static void away(Turn turn, Key.OnVisit key) {
    switch (key) {
      case Key.Confirm _, Key.Leave _ -> turn.show(Screen.Welcome.untouched());
      case Key.Start start -> {
        turn.show(Screen.Welcome.untouched());
        WelcomeFlow.key(turn, start);
      }
      case Key.NextCard _ -> NextCardFlow.afterGoodBye(turn);
      case Key.CountingKey _, Key.ReserveIt _ -> {}
    }
  }

  static Summary sum(Session session) {
    List<LoanRow> loans = session.account().rows();
    List<BorrowRow> lent =
        session.borrows().stream().filter(row -> ReceiptLines.given(row).isPresent()).toList();
    int open =
        (int)
            lent.stream()
                .flatMap(row -> ReceiptLines.given(row).stream())
                .filter(l -> !l.confirmed())
                .count();
    Optional<LocalDate> first =
        (lent.isEmpty()
                ? loans.stream()
                    .filter(row -> row.renewing() instanceof RenewalState.RenewalGranted)
                    .flatMap(row -> row.due().stream())
                : lent.stream()
                    .flatMap(row -> ReceiptLines.given(row).stream())
                    .map(BorrowRow.WrittenLoan::due))
            .flatMap(due -> due.day().stream())
            .min(LocalDate::compareTo);
    return new Summary(
        lent.size(),
        open,
        session.borrows().size() - lent.size(),
        (int) session.returns().stream().filter(ReturnRow::counted).count(),
        (int)
            loans.stream()
                .filter(row -> row.renewing() instanceof RenewalState.RenewalGranted)
                .count(),
        (int)
            loans.stream()
                .filter(row -> row.renewing() instanceof RenewalState.RenewingQueued)
                .count(),
        first,
        Summary.Returned.of(session.returns()),
        Summary.paid(session),
        Summary.unconfirmed(session),
        List.of());
  }
}

package org.libstation.flow;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.Key.ChooseReceipt.Wish;
import org.libstation.flow.LoanRow.Renewing;
import org.libstation.flow.StationFacts.DeviceRole;

/// The end of a visit: a receipt or none, then good-bye.
final class ReceiptFlow {
  private ReceiptFlow() {}

  static void offer(Turn turn) {
    Summary summary = turn.session.map(ReceiptFlow::sum).orElse(NOTHING);
    if (summary.empty()) {
      turn.endSession(new Screen.Welcome());
    } else {
      if (turn.state().cardLying()) {
        turn.beep(Sound.NEEDS_HAND);
      }
      ask(turn, false, turn.station.noReceipt());
    }
  }

  private static void ask(Turn turn, boolean titles, Optional<Code> problem) {
    Duration until = turn.at().plus(turn.patience(turn.settings.receiptChoice()));
    turn.show(new Screen.ReceiptChoice(until, turn.now.corrected(), titles, problem));
  }

  private static final Summary NOTHING =
      new Summary(0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());

  /// Good-bye: from here on nothing personal is kept.
  private static void done(Turn turn, Optional<Code> problem) {
    Summary summary = turn.session.map(ReceiptFlow::sum).orElse(NOTHING);
    turn.endSession(
        new Screen.Done(
            summary.withPrintProblem(problem),
            turn.at().plus(turn.patience(turn.settings.done()))));
  }

  static void choose(Turn turn, Screen.ReceiptChoice choice, Key key) {
    switch (key) {
      case Key.ChooseReceipt(Wish wish) -> {
        switch (wish) {
          case NONE -> done(turn, choice.problem());
          case PLAIN -> print(turn, choice, false);
          case WITH_TITLES -> print(turn, choice, true);
        }
      }
      case Key.ReceiptTitles _ -> ask(turn, !choice.titles(), choice.problem());
      case Key.Leave _, Key.Confirm _ -> done(turn, choice.problem());
      case Key.Start _,
          Key.Typing _,
          Key.Looks _,
          Key.Stay _,
          Key.Renewing _,
          Key.Paging _,
          Key.Accounting _,
          Key.Service _ -> {}
    }
  }

  private static void print(Turn turn, Screen.ReceiptChoice choice, boolean titles) {
    Optional<Code> problem = choice.problem().or(turn.station::noReceipt);
    if (problem.isPresent() || !turn.station.configured(DeviceRole.PRINTER)) {
      turn.beep(Sound.NOT_POSSIBLE);
      ask(turn, titles, problem);
      return;
    }
    long job = turn.number();
    turn.session.ifPresent(
        open ->
            turn.effect(
                new Effect.Print(
                    job, ReceiptLines.content(turn.state(), open, titles, turn.now.corrected()))));
    turn.show(new Screen.Printing(job, titles, turn.at()));
  }

  static void printed(Turn turn, FlowEvent.PrintEnded ended) {
    if (turn.screen instanceof Screen.Printing(long job, boolean titles, _) && job == ended.job()) {
      if (ended.trouble().isEmpty()) {
        done(turn, Optional.empty());
      } else {
        notPrinted(turn, titles, ended.trouble().get().begun() ? Code.P02 : Code.P01);
      }
    }
  }

  /// The phone is what is left.
  private static void notPrinted(Turn turn, boolean titles, Code problem) {
    turn.beep(Sound.FAULT);
    ask(turn, titles, Optional.of(problem));
  }

  static void tick(Turn turn) {
    if (turn.screen instanceof Screen.ReceiptChoice choice
        && turn.at().compareTo(choice.until()) >= 0) {
      done(turn, choice.problem());
    } else if (turn.screen instanceof Screen.Printing(long job, boolean titles, var since)
        && turn.over(since, turn.settings.printing())) {
      // The next patron must not find this one's receipt when the paper is put in.
      turn.effect(new Effect.WithdrawPrint(job));
      notPrinted(turn, titles, Code.P02);
    } else if (turn.screen instanceof Screen.Done(_, var until)
        && turn.at().compareTo(until) >= 0) {
      turn.show(new Screen.Welcome());
    }
  }

  static void away(Turn turn, Key key) {
    switch (key) {
      case Key.Confirm _, Key.Leave _ -> turn.show(new Screen.Welcome());
      case Key.Start _ -> {
        turn.show(new Screen.Welcome());
        WelcomeFlow.key(turn, key);
      }
      case Key.Typing _,
          Key.Looks _,
          Key.Stay _,
          Key.Ending _,
          Key.Renewing _,
          Key.Paging _,
          Key.Accounting _,
          Key.Service _ -> {}
    }
  }

  static Summary sum(Session session) {
    List<LoanRow> loans = AccountFlow.rows(session);
    List<BorrowRow> lent =
        session.borrows().stream().filter(row -> ReceiptLines.given(row).isPresent()).toList();
    int open =
        (int)
            lent.stream()
                .flatMap(row -> ReceiptLines.given(row).stream())
                .filter(l -> !l.confirmed())
                .count();
    Optional<LocalDate> first =
        lent.stream()
            .flatMap(row -> ReceiptLines.given(row).stream())
            .flatMap(loan -> loan.due().day().stream())
            .min(LocalDate::compareTo);
    return new Summary(
        lent.size(),
        open,
        session.borrows().size() - lent.size(),
        (int) session.returns().stream().filter(ReturnRow::counted).count(),
        (int) loans.stream().filter(row -> row.renewing() instanceof Renewing.Renewed).count(),
        (int) loans.stream().filter(row -> row.renewing() instanceof Renewing.Asked).count(),
        first,
        Optional.empty());
  }
}

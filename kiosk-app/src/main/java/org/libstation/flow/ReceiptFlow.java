package org.libstation.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.flow.BorrowRow.State;
import org.libstation.flow.Key.ChooseReceipt.Wish;
import org.libstation.flow.LoanRow.Renewing;
import org.libstation.flow.StationFacts.DeviceRole;
import org.libstation.flow.StationFacts.Link;

/// The end of a visit: a receipt or none, then good-bye.
final class ReceiptFlow {
  private ReceiptFlow() {}

  static void offer(Turn turn) {
    Summary summary = turn.session.map(ReceiptFlow::sum).orElse(NOTHING);
    if (summary.empty()) {
      turn.endSession(new Screen.Welcome());
    } else if (turn.station.noReceipt().isPresent()) {
      done(turn, summary.withPrintProblem(turn.station.noReceipt()));
    } else if (turn.station.configured(DeviceRole.PRINTER)) {
      if (turn.state().cardLying()) {
        turn.beep(Sound.NEEDS_HAND);
      }
      turn.show(
          new Screen.ReceiptChoice(turn.at().plus(turn.patience(turn.settings.receiptChoice()))));
    } else {
      done(turn, summary);
    }
  }

  private static final Summary NOTHING =
      new Summary(0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());

  /// Good-bye: from here on nothing personal is kept.
  private static void done(Turn turn, Summary summary) {
    turn.endSession(new Screen.Done(summary, turn.at().plus(turn.patience(turn.settings.done()))));
  }

  static void choose(Turn turn, Key key) {
    switch (key) {
      case Key.ChooseReceipt(Wish wish) -> {
        switch (wish) {
          case NONE -> done(turn, turn.session.map(ReceiptFlow::sum).orElse(NOTHING));
          case PLAIN -> print(turn, false);
          case WITH_TITLES -> print(turn, true);
        }
      }
      case Key.Leave _, Key.Confirm _ ->
          done(turn, turn.session.map(ReceiptFlow::sum).orElse(NOTHING));
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

  private static void print(Turn turn, boolean titles) {
    long job = turn.number();
    turn.session.ifPresent(open -> turn.effect(new Effect.Print(job, content(turn, open, titles))));
    turn.show(new Screen.Printing(job, turn.at()));
  }

  static void printed(Turn turn, FlowEvent.PrintEnded ended) {
    if (turn.screen instanceof Screen.Printing(long job, _) && job == ended.job()) {
      Summary summary = turn.session.map(ReceiptFlow::sum).orElse(NOTHING);
      Optional<Code> problem = ended.trouble().map(bad -> bad.begun() ? Code.P02 : Code.P01);
      problem.ifPresent(_ -> turn.beep(Sound.FAULT));
      done(turn, summary.withPrintProblem(problem));
    }
  }

  static void tick(Turn turn) {
    if (turn.screen instanceof Screen.ReceiptChoice(var until) && turn.at().compareTo(until) >= 0) {
      done(turn, turn.session.map(ReceiptFlow::sum).orElse(NOTHING));
    } else if (turn.screen instanceof Screen.Printing(long job, var since)
        && turn.over(since, turn.settings.printing())) {
      Summary summary = turn.session.map(ReceiptFlow::sum).orElse(NOTHING);
      turn.beep(Sound.FAULT);
      // The next patron must not find this one's receipt when the paper is put in.
      turn.effect(new Effect.WithdrawPrint(job));
      done(turn, summary.withPrintProblem(Optional.of(Code.P02)));
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
          Key.ChooseReceipt _,
          Key.Renewing _,
          Key.Paging _,
          Key.Accounting _,
          Key.Service _ -> {}
    }
  }

  static Summary sum(Session session) {
    List<LoanRow> loans = AccountFlow.rows(session);
    List<BorrowRow> lent =
        session.borrows().stream().filter(row -> given(row).isPresent()).toList();
    int open =
        (int) lent.stream().flatMap(row -> given(row).stream()).filter(l -> !l.confirmed()).count();
    Optional<LocalDate> first =
        lent.stream()
            .flatMap(row -> given(row).stream())
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

  /// The loan of a row that the person takes along.
  private static Optional<BorrowRow.Loan> given(BorrowRow row) {
    return row.state() instanceof State.Borrowed(var loan, _)
        ? Optional.of(loan)
        : Optional.empty();
  }

  private static ReceiptContent content(Turn turn, Session session, boolean titles) {
    List<ReceiptContent.Line> lines = new ArrayList<>();
    for (BorrowRow row : session.borrows()) {
      given(row)
          .ifPresent(
              loan ->
                  lines.add(
                      new ReceiptContent.Line.Lent(
                          row.title().filter(_ -> titles),
                          lastFour(row.item()),
                          loan.due(),
                          loan.confirmed())));
    }
    session.returns().stream()
        .filter(ReturnRow::counted)
        .map(row -> returned(row, titles))
        .forEach(lines::add);
    for (LoanRow row : AccountFlow.rows(session)) {
      Optional<String> title = Optional.of(row.title()).filter(text -> titles && !text.isBlank());
      String lastFour = Scan.lastFour(row.item().value());
      switch (row.renewing()) {
        case Renewing.Renewed _ ->
            row.due()
                .ifPresent(due -> lines.add(new ReceiptContent.Line.Renewed(title, lastFour, due)));
        case Renewing.Asked(var at) ->
            lines.add(new ReceiptContent.Line.RenewalAsked(title, lastFour, at, row.due()));
        case Renewing.Rest _, Renewing.Asking _, Renewing.NotRenewed _ -> {}
      }
    }
    return new ReceiptContent(
        turn.language,
        turn.station.banner(),
        turn.now.corrected(),
        turn.station.link() == Link.SILENT,
        turn.station.suspension(),
        lines);
  }

  private static ReceiptContent.Line returned(ReturnRow row, boolean titles) {
    boolean told = false;
    boolean fineMayRun = false;
    boolean withStaff = false;
    switch (row.state()) {
      case ReturnRow.State.Settled _ -> told = true;
      case ReturnRow.State.Recorded recorded -> fineMayRun = recorded.fineMayRun();
      case ReturnRow.State.WithStaff _ -> withStaff = true;
      case ReturnRow.State.Taken _, ReturnRow.State.Writing _, ReturnRow.State.NotRecognised _ -> {}
    }
    return new ReceiptContent.Line.Returned(
        row.title().filter(_ -> titles),
        lastFour(row.item()),
        row.handedOver().corrected(),
        told,
        fineMayRun,
        row.fine(),
        withStaff);
  }

  private static String lastFour(Optional<ItemId> item) {
    return item.map(id -> Scan.lastFour(id.value())).orElse("");
  }
}

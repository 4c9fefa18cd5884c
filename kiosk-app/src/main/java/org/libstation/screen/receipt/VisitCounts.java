package org.libstation.screen.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.LoanRow;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Summary;
import org.libstation.screen.widget.Say;

/// What a visit came to, in counts.
///
/// @param firstDue the earliest due day of what was lent or renewed
record VisitCounts(
    int borrowed,
    int unconfirmed,
    int refused,
    int returned,
    int renewed,
    int asked,
    Optional<LocalDate> firstDue,
    Optional<Summary.Returned> handed,
    Optional<Money> paid) {

  static VisitCounts of(FlowState state) {
    return state.screen() instanceof Screen.Done done
        ? of(done.summary())
        : state.session().map(session -> of(state, session)).orElse(of(Summary.NOTHING));
  }

  private static VisitCounts of(Summary summary) {
    return new VisitCounts(
        summary.borrowed(),
        summary.toBeConfirmed(),
        summary.notBorrowed(),
        summary.returned(),
        summary.renewed(),
        summary.renewalsAsked(),
        summary.firstDue(),
        summary.handed(),
        summary.paid());
  }

  private static VisitCounts of(FlowState state, Session session) {
    List<BorrowRow.State.Borrowed> lent =
        session.borrows().stream()
            .map(BorrowRow::state)
            .filter(BorrowRow.State.Borrowed.class::isInstance)
            .map(BorrowRow.State.Borrowed.class::cast)
            .toList();
    List<LoanRow> loans =
        switch (session.account()) {
          case Account.Loaded loaded -> loaded.loans();
          case Account.NotShown closed -> closed.asked();
          case Account.NotLoaded _, Account.Loading _ -> List.of();
        };
    List<LoanRow> renewed =
        loans.stream().filter(loan -> loan.renewing() instanceof LoanRow.Renewing.Renewed).toList();
    Optional<LocalDate> first =
        lent.isEmpty()
            ? renewed.stream()
                .flatMap(loan -> loan.due().stream())
                .flatMap(due -> due.day().stream())
                .min(LocalDate::compareTo)
            : lent.stream()
                .flatMap(row -> row.loan().due().day().stream())
                .min(LocalDate::compareTo);
    return new VisitCounts(
        lent.size(),
        (int) lent.stream().filter(row -> !row.loan().confirmed()).count(),
        Say.refused(state),
        (int) session.returns().stream().filter(ReturnRow::counted).count(),
        renewed.size(),
        (int)
            loans.stream()
                .filter(loan -> loan.renewing() instanceof LoanRow.Renewing.Asked)
                .count(),
        first,
        Summary.Returned.of(session.returns()),
        Summary.paid(session));
  }
}

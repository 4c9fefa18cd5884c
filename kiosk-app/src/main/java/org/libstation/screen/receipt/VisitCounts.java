package org.libstation.screen.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.LoanRow;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Summary;
import org.libstation.screen.kit.widget.Say;

/// Counts the results of a visit, during the visit and after it.
final class VisitCounts {
  private VisitCounts() {}

  /// Returns the counts; the problems are known only after the visit.
  static Summary of(FlowState state) {
    return state.screen() instanceof Screen.Done done
        ? done.summary()
        : state.session().map(session -> of(state, session)).orElse(Summary.NOTHING);
  }

  private static Summary of(FlowState state, Session session) {
    List<BorrowRow.BorrowRowState.Borrowed> lent =
        session.borrows().stream()
            .map(BorrowRow::state)
            .filter(BorrowRow.BorrowRowState.Borrowed.class::isInstance)
            .map(BorrowRow.BorrowRowState.Borrowed.class::cast)
            .toList();
    List<LoanRow> loans =
        switch (session.account()) {
          case Account.Loaded loaded -> loaded.loans();
          case Account.NotShown closed -> closed.asked();
          case Account.NotLoaded _, Account.Loading _ -> List.of();
        };
    List<LoanRow> renewed =
        loans.stream()
            .filter(loan -> loan.renewing() instanceof LoanRow.RenewalState.RenewalGranted)
            .toList();
    Optional<LocalDate> first =
        lent.isEmpty()
            ? renewed.stream()
                .flatMap(loan -> loan.due().stream())
                .flatMap(due -> due.day().stream())
                .min(LocalDate::compareTo)
            : lent.stream()
                .flatMap(row -> row.loan().due().day().stream())
                .min(LocalDate::compareTo);
    return new Summary(
        lent.size(),
        (int) lent.stream().filter(row -> !row.loan().confirmed()).count(),
        Say.refused(state),
        (int) session.returns().stream().filter(ReturnRow::counted).count(),
        renewed.size(),
        (int)
            loans.stream()
                .filter(loan -> loan.renewing() instanceof LoanRow.RenewalState.RenewingQueued)
                .count(),
        first,
        Summary.Returned.of(session.returns()),
        Summary.paid(session),
        Summary.unconfirmed(session),
        List.of());
  }
}

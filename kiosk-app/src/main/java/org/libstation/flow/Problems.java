package org.libstation.flow;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands on the screen as a problem, so that a person can quote its code.
final class Problems {
  private Problems() {}

  /// The code of a row, by the row's number: the higher, the later it came.
  private record Of(long number, Code code) {}

  /// The last problem of this session that is still to be seen; of the station where it is shut.
  static Optional<Code> last(Turn turn) {
    return turn.session
        .flatMap(Session::notice)
        .or(() -> ofScreen(turn))
        .or(() -> ofRows(turn).stream().max(Comparator.comparingLong(Of::number)).map(Of::code));
  }

  private static Optional<Code> ofScreen(Turn turn) {
    return switch (turn.screen) {
      case Screen.Identify identify ->
          switch (identify.step()) {
            case Screen.Identify.Step.AskCard ask -> ask.problem();
            case Screen.Identify.Step.AskPin ask -> ask.problem();
            case Screen.Identify.Step.Checking _ -> Optional.empty();
            case Screen.Identify.Step.Problem problem -> Optional.of(problem.code());
          };
      case Screen.MyAccount account -> ofAccount(turn, account);
      case Screen.Done done -> done.summary().problems().stream().findFirst();
      case Screen.OutOfService closed -> Optional.of(closed.code());
      case Screen.TechnicianPin pin -> pin.problem();
      case Screen.Entry entry -> entry.problem();
      case Screen.Welcome welcome -> welcome.said().map(Screen.Welcome.Said::code);
      case Screen.ReceiptChoice choice -> choice.problem();
      case Screen.Borrow _,
          Screen.Return _,
          Screen.Resume _,
          Screen.Printing _,
          Screen.Technician _,
          Screen.Tray _,
          Screen.ToDo _,
          Screen.BookDrop _,
          Screen.Emptying _,
          Screen.Service _ ->
          Optional.empty();
    };
  }

  private static Optional<Code> ofAccount(Turn turn, Screen.MyAccount screen) {
    return turn.session
        .map(Session::account)
        .flatMap(
            account ->
                switch (account) {
                  case Account.NotLoaded _, Account.Loading _ -> Optional.empty();
                  case Account.NotShown closed -> Optional.of(closed.code());
                  case Account.Loaded loaded ->
                      switch (screen.part()) {
                        case LOANS -> ofLoans(loaded.loans());
                        case CHARGES, HOLDS -> ofDetails(loaded.details());
                      };
                });
  }

  private static Optional<Code> ofLoans(List<LoanRow> loans) {
    return loans.stream()
        .map(LoanRow::renewing)
        .filter(LoanRow.Renewing.NotRenewed.class::isInstance)
        .map(not -> ((LoanRow.Renewing.NotRenewed) not).code())
        .reduce((_, later) -> later);
  }

  private static Optional<Code> ofDetails(Details details) {
    return switch (details) {
      case Details.NotAsked _, Details.Loading _ -> Optional.empty();
      case Details.NotShown closed -> Optional.of(closed.code());
      case Details.Known known ->
          known.holding() instanceof Details.Holding.NotDone not
              ? Optional.of(not.code())
              : Optional.empty();
    };
  }

  private static List<Of> ofRows(Turn turn) {
    Stream<Of> borrowed =
        turn.borrows().stream()
            .flatMap(row -> of(row).map(code -> new Of(row.number(), code)).stream());
    Stream<Of> returned =
        turn.returns().stream()
            .flatMap(row -> of(row).map(code -> new Of(row.number(), code)).stream());
    return Stream.concat(borrowed, returned).toList();
  }

  private static Optional<Code> of(BorrowRow row) {
    return switch (row.state()) {
      case BorrowRow.State.Refused refused -> Optional.of(refused.code());
      case BorrowRow.State.PlaceAgain again -> Optional.of(again.code());
      case BorrowRow.State.ToStaff toStaff -> Optional.of(toStaff.code());
      case BorrowRow.State.NotRecognised not -> Optional.of(not.code());
      case BorrowRow.State.SetIncomplete _ -> Optional.of(Code.T25);
      case BorrowRow.State.Recognised _,
          BorrowRow.State.Asking _,
          BorrowRow.State.Clearing _,
          BorrowRow.State.Releasing _,
          BorrowRow.State.Borrowed _,
          BorrowRow.State.AlreadyYours _ ->
          Optional.empty();
    };
  }

  private static Optional<Code> of(ReturnRow row) {
    return switch (row.state()) {
      case ReturnRow.State.WithStaff with -> Optional.of(with.code());
      case ReturnRow.State.NotRecognised not -> Optional.of(not.code());
      case ReturnRow.State.Writing _,
          ReturnRow.State.Taken _,
          ReturnRow.State.Settled _,
          ReturnRow.State.Recorded _ ->
          Optional.empty();
    };
  }
}

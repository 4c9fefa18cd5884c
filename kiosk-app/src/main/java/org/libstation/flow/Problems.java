package org.libstation.flow;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.ShownCodes;
import org.libstation.flow.turn.Turn;

/// Finds the problem on the screen whose code the person can quote.
final class Problems {
  private Problems() {}

  /// @param number number of the row; a later row has a higher one
  private record RowProblem(long number, Code code) {}

  /// Returns the latest problem of this session that is still shown; if the station is closed, the
  /// reason.
  static Optional<Code> last(Turn turn) {
    return turn.session
        .flatMap(Session::notice)
        .or(() -> ofScreen(turn))
        .or(
            () ->
                ofRows(turn).stream()
                    .max(Comparator.comparingLong(RowProblem::number))
                    .map(RowProblem::code));
  }

  private static Optional<Code> ofScreen(Turn turn) {
    return turn.screen instanceof Screen.MyAccount account
        ? ofAccount(turn, account)
        : ShownCodes.ofScreen(turn.screen);
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
                        case LOANS ->
                            ShownCodes.ofLoans(loaded.loans()).stream().reduce((_, later) -> later);
                        case CHARGES, HOLDS ->
                            ShownCodes.ofDetails(loaded.details(), screen.part());
                      };
                });
  }

  private static List<RowProblem> ofRows(Turn turn) {
    Stream<RowProblem> borrowed =
        turn.borrows().stream()
            .flatMap(
                row -> ShownCodes.of(row).map(code -> new RowProblem(row.number(), code)).stream());
    Stream<RowProblem> returned =
        turn.returns().stream()
            .flatMap(
                row -> ShownCodes.of(row).map(code -> new RowProblem(row.number(), code)).stream());
    return Stream.concat(borrowed, returned).toList();
  }
}

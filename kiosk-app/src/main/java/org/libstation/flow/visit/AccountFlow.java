package org.libstation.flow.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanLine;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.RenewOutcome;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.LoanRow;
import org.libstation.flow.state.LoanRow.RenewalState;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.MyAccount.AccountPart;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Turn;

/// Shows a patron's loans and requests renewals; it never promises one.
public final class AccountFlow {
  private AccountFlow() {}

  public static void key(Turn turn, Screen.MyAccount screen, Key.OnAccount key) {
    switch (key) {
      case Key.RenewOne(ItemId item) -> renewListed(turn, item);
      case Key.RenewAll _ ->
          rows(turn).stream()
              .filter(row -> row.renewing() instanceof RenewalState.RenewalNotAsked)
              .forEach(row -> renewListed(turn, row.item()));
      case Key.NextPage _ -> {
        int rows = turn.session.map(open -> DetailsFlow.rows(open, screen.part())).orElse(0);
        if (screen.page() + 1 < rows) {
          turn.show(new Screen.MyAccount(screen.part(), screen.page() + 1));
        }
      }
      case Key.PreviousPage _ ->
          turn.show(new Screen.MyAccount(screen.part(), Math.max(0, screen.page() - 1)));
      case Key.Accounting accounting -> DetailsFlow.key(turn, accounting);
      case Key.OnVisit visit -> VisitFlow.key(turn, visit);
    }
  }

  private static void renewListed(Turn turn, ItemId item) {
    find(turn, item)
        .filter(row -> mayAsk(row.renewing()))
        .ifPresent(
            row -> {
              update(turn, item, other -> other.withRenewing(new RenewalState.RenewalPending()));
              ask(turn, item);
            });
  }

  /// Handles an item that the person holds: renews its loan, or places a hold if the holds are
  /// shown.
  public static void inHand(Turn turn, Screen.MyAccount screen, ItemId item) {
    switch (screen.part()) {
      case LOANS -> renewInHand(turn, item);
      case HOLDS -> DetailsFlow.place(turn, item);
      case CHARGES -> {}
    }
  }

  /// Requests the renewal even if the list of loans could not be shown.
  private static void renewInHand(Turn turn, ItemId item) {
    Account account = turn.session.map(Session::account).orElse(new Account.NotLoaded());
    if (account instanceof Account.NotShown closed
        && find(turn, item).isEmpty()
        && closed.asked().size() < Pile.MOST_ROWS) {
      List<LoanRow> rows = new ArrayList<>(closed.asked());
      rows.add(new LoanRow(item, "", Optional.empty(), false, new RenewalState.RenewalNotAsked()));
      turn.change(open -> open.withAccount(new Account.NotShown(closed.code(), rows)));
    }
    if (find(turn, item).isPresent()) {
      renewListed(turn, item);
    } else {
      turn.notice(Code.N14);
    }
  }

  private static boolean mayAsk(RenewalState renewing) {
    return switch (renewing) {
      case RenewalState.RenewalNotAsked _, RenewalState.NotRenewed _ -> true;
      case RenewalState.RenewalPending _,
          RenewalState.RenewalGranted _,
          RenewalState.RenewingQueued _ ->
          false;
    };
  }

  private static void ask(Turn turn, ItemId item) {
    turn.session.ifPresent(
        open ->
            open.card()
                .ifPresent(
                    card ->
                        turn.effect(
                            new Effect.RenewEffect(
                                open.number(), item, card.patron(), card.pin()))));
  }

  /// Shows the loans that the central system listed, or why there is no list.
  public static void loans(Turn turn, FlowEvent.LoansAnswered answered) {
    boolean waited =
        turn.session.filter(open -> open.account() instanceof Account.Loading).isPresent();
    if (!waited || !turn.isSession(answered.session())) {
      return;
    }
    turn.change(
        open ->
            open.withAccount(
                switch (answered.loans()) {
                  case Answer.Accepted<List<LoanLine>>(var loans) -> loaded(open, loans);
                  case Answer.Refused<List<LoanLine>>(var refusal) ->
                      new Account.NotShown(Code.ofCard(refusal.reason()), List.of());
                  case Answer.NotSent<List<LoanLine>> _, Answer.Unknown<List<LoanLine>> _ ->
                      new Account.NotShown(Code.C31, List.of());
                }));
    if (turn.screen instanceof Screen.MyAccount(AccountPart part, _) && part != AccountPart.LOANS) {
      // The person opened this page before the loans were loaded.
      DetailsFlow.arrived(turn, part);
    }
  }

  /// Shows how much of the list is loaded.
  public static void reached(Turn turn, FlowEvent.LoansReached reached) {
    boolean waited =
        turn.session.filter(open -> open.account() instanceof Account.Loading).isPresent();
    if (waited && turn.isSession(reached.session())) {
      turn.change(open -> open.withAccount(new Account.Loading(reached.done(), reached.of())));
    }
  }

  private static Account loaded(Session open, List<LoanLine> loans) {
    List<LoanRow> rows =
        loans.stream()
            .map(
                line ->
                    new LoanRow(
                        line.item(),
                        line.title(),
                        line.due(),
                        line.overdue(),
                        new RenewalState.RenewalNotAsked()))
            .sorted(LoanRow.MOST_URGENT_FIRST)
            .toList();
    Optional<PatronLook> look = open.card().flatMap(Session.SessionCard::look);
    return new Account.Loaded(
        rows,
        look.flatMap(PatronLook::owed),
        look.map(PatronLook::holdsReady).orElse(0),
        look.map(PatronLook::holdsWaiting).orElse(OptionalInt.empty()),
        new Details.NotAsked());
  }

  public static void renewed(Turn turn, FlowEvent.RenewAnswered answered) {
    RenewOutcome outcome = answered.outcome();
    boolean waited =
        find(turn, outcome.item())
            .filter(row -> row.renewing() instanceof RenewalState.RenewalPending)
            .isPresent();
    if (!waited || !turn.isSession(answered.session())) {
      return;
    }
    switch (outcome) {
      case RenewOutcome.Renewed yes -> {
        update(
            turn,
            yes.item(),
            row ->
                new LoanRow(
                    row.item(),
                    row.title().isBlank() ? yes.title() : row.title(),
                    Optional.of(yes.due()),
                    false,
                    new RenewalState.RenewalGranted()));
        turn.beep(Sound.LENT);
      }
      case RenewOutcome.NotRenewed no -> {
        Code code = Code.ofRenewal(no.refusal().reason());
        update(turn, no.item(), row -> row.withRenewing(new RenewalState.NotRenewed(code)));
        turn.beep(Sound.NOT_POSSIBLE);
      }
      case RenewOutcome.Asked later ->
          update(
              turn,
              later.item(),
              row -> row.withRenewing(new RenewalState.RenewingQueued(later.at())));
    }
  }

  /// Shows that a renewal was not requested, because the journal could not be written.
  public static void notAsked(Turn turn, Effect.RenewEffect renew) {
    if (turn.isSession(renew.session())) {
      update(turn, renew.item(), row -> row.withRenewing(new RenewalState.NotRenewed(Code.N22)));
    }
  }

  static List<LoanRow> rows(Turn turn) {
    return turn.session.map(open -> open.account().rows()).orElse(List.of());
  }

  private static Optional<LoanRow> find(Turn turn, ItemId item) {
    return rows(turn).stream().filter(row -> row.item().equals(item)).findFirst();
  }

  private static void update(Turn turn, ItemId item, UnaryOperator<LoanRow> change) {
    turn.change(
        open -> {
          List<LoanRow> rows =
              open.account().rows().stream()
                  .map(row -> row.item().equals(item) ? change.apply(row) : row)
                  .toList();
          return open.withAccount(
              switch (open.account()) {
                case Account.Loaded loaded -> loaded.withLoans(rows);
                case Account.NotShown closed -> new Account.NotShown(closed.code(), rows);
                case Account.NotLoaded _, Account.Loading _ -> open.account();
              });
        });
  }
}

package org.libstation.flow.visit;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.Details.Known;
import org.libstation.flow.state.Details.Paying;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Session;
import org.libstation.flow.turn.Turn;

/// The account as the visit knows it, shared by the flows that change it: charges and holds,
/// payments, reservations.
final class KnownAccount {
  private KnownAccount() {}

  static Details details(Turn turn) {
    return turn.session.map(KnownAccount::details).orElseGet(Details.NotAsked::new);
  }

  static Details details(Session session) {
    return session.account() instanceof Account.Loaded loaded
        ? loaded.details()
        : new Details.NotAsked();
  }

  static Optional<Known> known(Turn turn) {
    return details(turn) instanceof Known known ? Optional.of(known) : Optional.empty();
  }

  static void with(Turn turn, UnaryOperator<Details> change) {
    turn.change(
        open ->
            open.account() instanceof Account.Loaded loaded
                ? open.withAccount(loaded.withDetails(change.apply(loaded.details())))
                : open);
  }

  static void change(Turn turn, UnaryOperator<Known> change) {
    with(turn, details -> details instanceof Known known ? change.apply(known) : details);
  }

  /// Whether a hold is being placed or cancelled, or a payment is under way.
  static boolean underWay(Turn turn) {
    return known(turn).filter(Known::working).isPresent();
  }

  /// State in which a card cannot pay, because the central system has not confirmed its earlier
  /// payment.
  static final Paying UNCONFIRMED =
      new Paying.PayingEnded(
          new PaymentOutcome.NotPaid(PaymentOutcome.NonPaymentReason.EARLIER_PAYMENT_OPEN),
          Optional.empty(),
          false);

  /// Returns the state of paying for the person's own card after another card was paid for. An
  /// earlier payment for the own card may be unconfirmed, from this visit or an earlier one.
  static Paying afterOther(Turn turn) {
    boolean fromThisVisit =
        turn.session.stream()
            .flatMap(open -> open.paid().stream())
            .anyMatch(paid -> !paid.booked() && !paid.others());
    boolean fromBefore = known(turn).filter(Known::unconfirmed).isPresent();
    return fromThisVisit || fromBefore ? UNCONFIRMED : rest(turn);
  }

  /// Returns the state of paying while no payment is under way and no result is shown.
  static Paying rest(Turn turn) {
    boolean here = turn.settings.pays().here();
    return here && !turn.station.terminalAway()
        ? new Paying.PayingNotBegun()
        : new Paying.NotHere(here);
  }

  /// Changes which charges are chosen. Clears the result of an earlier payment, because the person
  /// has read it.
  static void choose(Turn turn, Function<Known, Details.PaymentChoice> choice) {
    change(
        turn,
        open ->
            open.working() || open.paying() instanceof Paying.NotHere
                ? open
                : (open.paying().mayTry() ? open.withPaying(afterOther(turn)) : open)
                    .withChoice(choice.apply(open)));
  }

  /// Updates the sums of the account from the central system's latest answer.
  static Account summed(Account account, PatronLook look) {
    return account instanceof Account.Loaded loaded
        ? new Account.Loaded(
            loaded.loans(), look.owed(), look.holdsReady(), look.holdsWaiting(), loaded.details())
        : account;
  }

  static void refresh(Turn turn) {
    change(turn, open -> open.withRefreshing(true));
    load(turn);
  }

  static void load(Turn turn) {
    asked(
        turn,
        (open, card) ->
            turn.effect(new Effect.LoadAccount(open.number(), card.patron(), card.pin())));
  }

  /// Runs a request with the session and its card; does nothing without a card.
  static void asked(Turn turn, BiConsumer<Session, Session.SessionCard> ask) {
    turn.session.ifPresent(open -> open.card().ifPresent(card -> ask.accept(open, card)));
  }

  /// Stops the payment terminal from waiting, because the person does not want to pay or has left.
  static void stopPaying(Turn turn) {
    known(turn)
        .filter(open -> open.paying() instanceof Paying.AtTerminal at && !at.stopping())
        .ifPresent(
            open -> {
              change(
                  turn, known -> known.withPaying(((Paying.AtTerminal) known.paying()).stopped()));
              turn.effect(new Effect.AbortPayment());
            });
  }
}

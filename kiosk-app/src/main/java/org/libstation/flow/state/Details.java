package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.circulation.PartsTaken;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentRequest;
import org.libstation.circulation.PaymentStep;
import org.libstation.circulation.Pin;

/// Details of a patron's account beyond the loans: charges, holds, messages, and why the card is
/// blocked.
public sealed interface Details {

  /// The details were not asked for yet.
  record NotAsked() implements Details {}

  record DetailsLoading() implements Details {}

  /// The central system did not answer, or refused.
  record DetailsNotShown(Code code) implements Details {}

  /// The details are known.
  ///
  /// @param unconfirmed an earlier payment for this card was not confirmed when the account was
  ///   loaded
  /// @param refreshing the account is being loaded again; the screen shows the last known state
  @RecordBuilder
  record Known(
      PatronAccount account,
      HoldWish holding,
      Paying paying,
      boolean unconfirmed,
      boolean refreshing,
      PaymentChoice choice)
      implements Details, DetailsKnownBuilder.With {

    /// Replaces the account. If charges or the sum owed changed, the payment choice goes back to
    /// everything.
    public Known with(PatronAccount changed) {
      boolean same =
          changed.charges().equals(account.charges())
              && changed.look().owed().equals(account.look().owed());
      return with(c -> c.account(changed).choice(same ? choice : choice.all()));
    }

    /// The sum owed; empty if it is unknown or zero.
    public Optional<Money> owed() {
      return account.look().owed().filter(sum -> sum.minor() > 0);
    }

    /// The sum that can be paid here at most: everything owed. Empty if the station takes no
    /// payments, or the central system books none.
    public Optional<Money> payable() {
      return owed().filter(_ -> choice.taken());
    }

    /// Whether the patron can choose single charges: the central system books them, a sum is
    /// payable, and 2 to [PaymentRequest#MOST_SHARES] charges can all be named.
    public boolean choosable() {
      int charges = account.charges().size();
      return choice.parts().charges()
          && payable().isPresent()
          && charges > 1
          && charges <= PaymentRequest.MOST_SHARES
          && account.charges().stream().allMatch(ChargeLine::canBeNamed);
    }

    /// The payment that the patron chose; empty if nothing is chosen, or nothing can be paid.
    public Optional<PaymentRequest> wish() {
      return payable().flatMap(this::wish);
    }

    private Optional<PaymentRequest> wish(Money owed) {
      Optional<Money> amount = choice.amount().filter(sum -> sum.minor() <= owed.minor());
      if (amount.isPresent() || choice.without().isEmpty()) {
        return Optional.of(new PaymentRequest(owed, amount.orElse(owed), List.of()));
      }
      List<PaymentRequest.Share> shares = new ArrayList<>();
      long sum = 0;
      for (int i = 0; i < account.charges().size(); i++) {
        ChargeLine line = account.charges().get(i);
        if (!choice.without().contains(i) && line.id().isPresent() && line.open().isPresent()) {
          shares.add(new PaymentRequest.Share(line.id().get(), line.open().get()));
          sum += line.open().get().minor();
        }
      }
      return sum > 0 && sum <= owed.minor()
          ? Optional.of(new PaymentRequest(owed, new Money(sum, owed.currency()), shares))
          : Optional.empty();
    }
  }

  /// The part of the debt that the patron chose to pay.
  ///
  /// @param taken payments are taken here, see [FlowSettings.Pays#here]
  /// @param parts which parts of a debt the central system books
  /// @param without list positions of charges that are left out
  /// @param amount an amount typed instead; empty if none was typed
  record PaymentChoice(
      boolean taken, PartsTaken parts, Set<Integer> without, Optional<Money> amount) {
    /// The whole debt, and no part can be chosen.
    public static final PaymentChoice WHOLE =
        new PaymentChoice(true, PartsTaken.NONE, Set.of(), Optional.empty());

    public PaymentChoice {
      without = Set.copyOf(without);
    }

    /// Chooses the whole debt.
    public PaymentChoice all() {
      return new PaymentChoice(taken, parts, Set.of(), Optional.empty());
    }

    /// Leaves out a charge, or includes it again.
    public PaymentChoice turned(int charge) {
      Set<Integer> changed = new HashSet<>(without);
      if (!changed.remove(charge)) {
        changed.add(charge);
      }
      return new PaymentChoice(taken, parts, changed, Optional.empty());
    }

    /// Chooses a typed amount.
    public PaymentChoice of(Money typed) {
      return new PaymentChoice(taken, parts, Set.of(), Optional.of(typed));
    }
  }

  /// State of placing or cancelling a hold. A number is the hold's position in
  /// [PatronAccount#holds()].
  sealed interface HoldWish {
    record HoldUntouched() implements HoldWish {}

    /// The next press of the same key cancels the hold.
    record Confirming(int hold) implements HoldWish {}

    record GivingUp(int hold) implements HoldWish {}

    record HoldGivenUp(String title) implements HoldWish {}

    record Placing(ItemId item) implements HoldWish {}

    /// The hold is placed.
    ///
    /// @param queue the patron's place in the queue; empty if unknown
    record HoldQueued(String title, OptionalInt queue) implements HoldWish {}

    record NotDone(Code code) implements HoldWish {}
  }

  /// State of paying.
  sealed interface Paying {
    /// Whether a payment may be started. Money that the terminal took, or may have taken, is not
    /// asked for again.
    default boolean mayTry() {
      return switch (this) {
        case NotHere _, AtTerminal _, OtherAsked _ -> false;
        case PayingNotBegun _, OtherShown _, OtherOwes _, OtherNot _ -> true;
        case PayingEnded ended ->
            ended.others()
                || switch (ended.outcome()) {
                  // The library would refuse the same payment again.
                  case PaymentOutcome.NotPaid(var why) ->
                      why != PaymentOutcome.NonPaymentReason.EARLIER_PAYMENT_OPEN
                          && why != PaymentOutcome.NonPaymentReason.NOT_BOOKED_HERE
                          && why != PaymentOutcome.NonPaymentReason.GIVEN_BACK;
                  // The rest of the debt can still be paid.
                  case PaymentOutcome.Paid _ -> true;
                  case PaymentOutcome.PaidToBeBooked _, PaymentOutcome.NotKnown _ -> false;
                };
      };
    }

    /// Only the staff desk takes payments.
    ///
    /// @param away the station's terminal cannot be used now; if false, the station takes no
    ///   payments
    record NotHere(boolean away) implements Paying {}

    record PayingNotBegun() implements Paying {}

    /// The patron presented another patron's card to pay for it; its PIN is being typed.
    record OtherShown(PatronId card) implements Paying {}

    /// The station asks how much is owed on that card. It reads nothing else of that account.
    record OtherAsked(PatronId card, Optional<Pin> pin) implements Paying {}

    record OtherOwes(PatronId card, Optional<Pin> pin, Money sum) implements Paying {}

    /// Nothing can be paid here for that card.
    record OtherNot(Code code) implements Paying {}

    /// The payment terminal is at work or waits for the person.
    ///
    /// @param owed sum owed before the payment
    /// @param others the payment is for another patron's card
    /// @param step what the terminal asks for; empty until it asks
    /// @param stopping the patron cancelled, and the terminal has not answered yet
    @RecordBuilder
    record AtTerminal(
        Money sum, Money owed, boolean others, Optional<PaymentStep> step, boolean stopping)
        implements Paying, DetailsPayingAtTerminalBuilder.With {
      public AtTerminal at(PaymentStep now) {
        return withStep(Optional.of(now));
      }

      public AtTerminal stopped() {
        return withStopping(true);
      }
    }

    /// The payment ended.
    ///
    /// @param left sum still owed; empty unless the payment was booked
    /// @param others the payment was for another patron's card
    record PayingEnded(PaymentOutcome outcome, Optional<Money> left, boolean others)
        implements Paying {}
  }

  /// Whether the desk is at work on the details.
  default boolean working() {
    return switch (this) {
      case NotAsked _, DetailsNotShown _ -> false;
      case DetailsLoading _ -> true;
      case Known known ->
          known.refreshing()
              || known.paying() instanceof Paying.AtTerminal
              || known.paying() instanceof Paying.OtherAsked
              || known.holding() instanceof HoldWish.GivingUp
              || known.holding() instanceof HoldWish.Placing;
    };
  }
}

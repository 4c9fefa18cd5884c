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

/// What lies behind the list of loans: charges, holds, messages, and why the card is blocked.
public sealed interface Details {

  /// Nobody looked yet.
  record NotAsked() implements Details {}

  record DetailsLoading() implements Details {}

  /// The central system did not answer, or would not.
  record DetailsNotShown(Code code) implements Details {}

  /// @param unconfirmed an earlier payment for this card was open when the account was loaded
  /// @param refreshing it is being looked at again; what is shown is right as far as it is known
  ///   here
  @RecordBuilder
  record Known(
      PatronAccount account,
      HoldWish holding,
      Paying paying,
      boolean unconfirmed,
      boolean refreshing,
      PaymentChoice choice)
      implements Details, DetailsKnownBuilder.With {

    /// Of other charges nothing is chosen yet.
    public Known with(PatronAccount changed) {
      boolean same =
          changed.charges().equals(account.charges())
              && changed.look().owed().equals(account.look().owed());
      return with(c -> c.account(changed).choice(same ? choice : choice.all()));
    }

    /// What is owed, where that is known and above nothing.
    public Optional<Money> owed() {
      return account.look().owed().filter(sum -> sum.minor() > 0);
    }

    /// What can be paid here at most: all that is owed; nothing where this station takes no
    /// payments, or the central system books none.
    public Optional<Money> payable() {
      return owed().filter(_ -> choice.taken());
    }

    /// Whether single charges can be chosen: the central system takes them by name, and names all.
    public boolean choosable() {
      int charges = account.charges().size();
      return choice.parts().charges()
          && payable().isPresent()
          && charges > 1
          && charges <= PaymentRequest.MOST_SHARES
          && account.charges().stream().allMatch(ChargeLine::canBeNamed);
    }

    /// What the person wishes to pay; empty where nothing is chosen, or nothing can be paid.
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

  /// What of the debts shall be paid.
  ///
  /// @param taken whether payments are taken here, see [FlowSettings.Pays#here]
  /// @param parts what parts the central system takes
  /// @param without places in the list of charges that are left out
  /// @param amount what was typed instead
  record PaymentChoice(
      boolean taken, PartsTaken parts, Set<Integer> without, Optional<Money> amount) {
    /// All, and nothing else can be chosen.
    public static final PaymentChoice WHOLE =
        new PaymentChoice(true, PartsTaken.NONE, Set.of(), Optional.empty());

    public PaymentChoice {
      without = Set.copyOf(without);
    }

    public PaymentChoice all() {
      return new PaymentChoice(taken, parts, Set.of(), Optional.empty());
    }

    /// The charge is left out, or taken in again.
    public PaymentChoice turned(int charge) {
      Set<Integer> changed = new HashSet<>(without);
      if (!changed.remove(charge)) {
        changed.add(charge);
      }
      return new PaymentChoice(taken, parts, changed, Optional.empty());
    }

    public PaymentChoice of(Money typed) {
      return new PaymentChoice(taken, parts, Set.of(), Optional.of(typed));
    }
  }

  /// How a wish about holds stands. A hold is named by its place in [PatronAccount#holds()].
  sealed interface HoldWish {
    record HoldUntouched() implements HoldWish {}

    /// Once more, then it is given up.
    record Confirming(int hold) implements HoldWish {}

    record GivingUp(int hold) implements HoldWish {}

    record HoldGivenUp(String title) implements HoldWish {}

    record Placing(ItemId item) implements HoldWish {}

    /// @param queue the patron's place among those who wait, where told
    record HoldQueued(String title, OptionalInt queue) implements HoldWish {}

    record NotDone(Code code) implements HoldWish {}
  }

  /// How paying stands.
  sealed interface Paying {
    /// Whether the terminal may be asked: money that was taken, or may have been, is not asked for
    /// again.
    default boolean mayTry() {
      return switch (this) {
        case NotHere _, AtTerminal _, OtherAsked _ -> false;
        case PayingNotBegun _, OtherShown _, OtherOwes _, OtherNot _ -> true;
        case PayingEnded ended ->
            ended.others()
                || switch (ended.outcome()) {
                  // What the library refused it refuses again.
                  case PaymentOutcome.NotPaid(var why) ->
                      why != PaymentOutcome.NonPaymentReason.EARLIER_PAYMENT_OPEN
                          && why != PaymentOutcome.NonPaymentReason.NOT_BOOKED_HERE
                          && why != PaymentOutcome.NonPaymentReason.GIVEN_BACK;
                  // The rest of it.
                  case PaymentOutcome.Paid _ -> true;
                  case PaymentOutcome.PaidToBeBooked _, PaymentOutcome.NotKnown _ -> false;
                };
      };
    }

    /// The desk takes payments.
    ///
    /// @param away the station's terminal is known to be away; else none belongs to it
    record NotHere(boolean away) implements Paying {}

    record PayingNotBegun() implements Paying {}

    /// Somebody else's card was shown, to be paid for, and its PIN is typed.
    record OtherShown(PatronId card) implements Paying {}

    /// What it owes is asked. Nothing else of its account is ever known here.
    record OtherAsked(PatronId card, Optional<Pin> pin) implements Paying {}

    record OtherOwes(PatronId card, Optional<Pin> pin, Money sum) implements Paying {}

    /// For that card nothing can be paid here.
    record OtherNot(Code code) implements Paying {}

    /// The terminal waits for the person.
    ///
    /// @param owed before it
    /// @param others it is paid for somebody else's card
    /// @param step what the terminal asks for; empty until it does
    /// @param stopping the person does not want to pay any more, and the terminal has not said yet
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

    /// @param left what is owed still, where it was paid and is booked
    /// @param others it was paid for somebody else's card
    record PayingEnded(PaymentOutcome outcome, Optional<Money> left, boolean others)
        implements Paying {}
  }

  /// Whether the desk is at work for it.
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

package org.libstation.flow.state;

import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PaymentOutcome;

/// What lies behind the list of loans: charges, holds, messages, and why the card is blocked.
public sealed interface Details {

  /// Nobody looked yet.
  record NotAsked() implements Details {}

  record Loading() implements Details {}

  /// The central system did not answer, or would not.
  record NotShown(Code code) implements Details {}

  /// @param refreshing it is being looked at again; what is shown is right as far as it is known
  ///   here
  record Known(PatronAccount account, Holding holding, Paying paying, boolean refreshing)
      implements Details {

    public Known with(PatronAccount changed) {
      return new Known(changed, holding, paying, refreshing);
    }

    public Known with(Holding changed) {
      return new Known(account, changed, paying, refreshing);
    }

    public Known with(Paying changed) {
      return new Known(account, holding, changed, refreshing);
    }

    public Known refreshing(boolean now) {
      return new Known(account, holding, paying, now);
    }

    /// What can be paid here: all that is owed, where that is known and above nothing.
    public Optional<Money> payable() {
      return account.look().owed().filter(sum -> sum.minor() > 0);
    }
  }

  /// How a wish about holds stands. A hold is named by its place in [PatronAccount#holds()].
  sealed interface Holding {
    record Rest() implements Holding {}

    /// Once more, then it is given up.
    record Confirming(int hold) implements Holding {}

    record GivingUp(int hold) implements Holding {}

    record GivenUp(String title) implements Holding {}

    record Placing(ItemId item) implements Holding {}

    /// @param queue the patron's place among those who wait, where told
    record Placed(String title, OptionalInt queue) implements Holding {}

    record NotDone(Code code) implements Holding {}
  }

  /// How paying stands.
  sealed interface Paying {
    /// No terminal belongs to this station.
    record NotHere() implements Paying {}

    record Rest() implements Paying {}

    /// The terminal waits for the person.
    record AtTerminal(Money sum) implements Paying {}

    record Ended(PaymentOutcome outcome) implements Paying {}
  }

  /// Whether the desk is at work for it.
  default boolean working() {
    return switch (this) {
      case NotAsked _, NotShown _ -> false;
      case Loading _ -> true;
      case Known known ->
          known.refreshing()
              || known.paying() instanceof Paying.AtTerminal
              || known.holding() instanceof Holding.GivingUp
              || known.holding() instanceof Holding.Placing;
    };
  }
}

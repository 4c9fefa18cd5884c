package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Something that is written into the journal: an [Ask], which changed nothing in the world, or a
/// [Fact], which did.
public sealed interface CirculationEvent {

  /// The item it is about; a payment has a lane of its own instead.
  ItemId item();

  /// Changed nothing in the world; cut short or declined, it is looked up and never sent again.
  sealed interface Ask extends CirculationEvent {}

  /// Happened here; sent until it is true centrally or a named person closes it.
  sealed interface Fact extends CirculationEvent {}

  /// Lends nothing and takes nothing back.
  sealed interface NoMove extends CirculationEvent {}

  /// The central system is being asked to lend.
  ///
  /// @param before what the look said just before
  /// @param tagged whether the item has a tag whose security bit must be cleared
  record LoanAsked(ItemId item, ItemLook before, boolean tagged) implements Ask {}

  /// The central system is being asked to renew.
  ///
  /// @param before what the look said just before; empty when it could not be asked
  record RenewAsked(ItemId item, Optional<ItemLook> before) implements Ask, NoMove {}

  /// The central system is being asked to hold the item's title.
  record HoldAsked(ItemId item) implements Ask, NoMove {}

  /// The payment terminal is being asked to take money.
  ///
  /// @param payment what it shall take; its reference is the terminal's too
  /// @param shares the payments to be reported of it, a charge each; empty: itself
  record PaymentAsked(Payment payment, List<Payment> shares) implements Ask, NoMove {
    public PaymentAsked {
      shares = List.copyOf(shares);
    }

    /// What is to be reported once the money is taken, each for itself.
    public List<Payment> reports() {
      return shares.isEmpty() ? List.of(payment) : shares;
    }

    @Override
    public ItemId item() {
      return payment.lane();
    }
  }

  /// The payment terminal took money, to be reported (37).
  ///
  /// @param payment what is reported: all that was taken, or the share of one charge
  /// @param owedBefore what the account owed as a look said just before the terminal was asked
  /// @param receipt the terminal's own number of the transaction; empty text when it gave none
  record MoneyTaken(Payment payment, Optional<Money> owedBefore, String receipt)
      implements Fact, NoMove {
    @Override
    public ItemId item() {
      return payment.lane();
    }
  }

  /// The station lent the item by its own rules.
  ///
  /// @param due what the patron was told, in the central system's zone
  /// @param title the station leaves it empty: what was lent to whom is nobody's business, and a
  ///   title beside a time says more than a number
  /// @param tagged whether the item has a tag whose security bit must be cleared
  record LoanGiven(ItemId item, LocalDateTime due, String title, boolean tagged) implements Fact {}

  /// The item was handed over here.
  ///
  /// @param handedOver when; this moment counts
  /// @param how seen on the pad, or dropped
  /// @param tagged whether a tag of it was read, whose security bit must be armed
  @RecordBuilder
  record ItemReturned(ItemId item, EventTime handedOver, How how, boolean tagged)
      implements Fact, CirculationEventItemReturnedBuilder.With {}

  /// Something came into the drop and could not be read. Staff, or the person who put it in, say
  /// later what it was: then it is a return of this moment.
  ///
  /// @param handedOver when; this moment counts
  /// @param dark how long it stood before the photo-eye; empty when nobody measured it
  /// @param sign what could be read of it all the same, as a code such as `T21`; may be empty text
  record ObjectDropped(EventTime handedOver, Optional<Duration> dark, String sign)
      implements Fact, NoMove {
    /// An object has no number: what it is settled by instead.
    @Override
    public ItemId item() {
      return laneOf("object", handedOver);
    }
  }

  /// The bin of the drop was taken out, with all that was in it.
  ///
  /// @param taken when it left
  /// @param by the name of the person who emptied it; empty text when nobody had said so
  /// @param counted objects in it by the photo-eye
  /// @param percent how full it was, where a sensor told
  record BinEmptied(EventTime taken, String by, long counted, OptionalInt percent)
      implements Fact, NoMove {
    /// A bin has no number: what it is settled by instead.
    @Override
    public ItemId item() {
      return laneOf("bin", taken);
    }
  }

  /// A damaged journal was gone over, and an unknown number of its entries could not be read. A
  /// named person looks for what is missing and closes it; nothing of it is ever sent.
  ///
  /// @param journal which: the directory it was set aside in, or where another machine's file lay
  /// @param fingerprint of the file, so that it is told once
  /// @param atLeast how many entries are known to be missing
  record EntriesLost(String journal, String fingerprint, long atLeast) implements Fact, NoMove {
    /// It has no number: what it is settled by instead.
    @Override
    public ItemId item() {
      return new ItemId("journal " + fingerprint);
    }
  }

  /// Monotonic time names what happened within a run of the machine, the run's id over all of them.
  private static ItemId laneOf(String what, EventTime at) {
    return new ItemId(
        "%s %08x-%x".formatted(what, at.bootId().hashCode(), at.monotonic().toMillis()));
  }

  /// How an item was handed over.
  enum How {
    SEEN,
    DROPPED
  }
}

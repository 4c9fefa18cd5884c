package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// An event that is written into the journal: an [Ask], which changed nothing in the world, or a
/// [Fact], which did.
public sealed interface CirculationEvent {

  /// The item of the event. Events without an item return an identifier of their own, by which they
  /// are settled one after the other.
  ItemId item();

  /// A request that has changed nothing in the world. If it was cut short or declined, the station
  /// looks up what became of it and never sends it again.
  sealed interface Ask extends CirculationEvent {}

  /// An event that happened here. It is sent until the central system has it or a named person
  /// closes it.
  sealed interface Fact extends CirculationEvent {}

  /// An event that neither lends an item nor takes one back.
  sealed interface NoMove extends CirculationEvent {}

  /// The central system is asked to lend the item.
  ///
  /// @param before what the central system said of the item just before
  /// @param tagged whether the item has a tag whose security bit must be cleared
  record LoanAsked(ItemId item, ItemLook before, boolean tagged) implements Ask {}

  /// The central system is asked to renew the loan.
  ///
  /// @param before what the central system said of the item just before; empty if it could not be
  ///   asked
  record RenewAsked(ItemId item, Optional<ItemLook> before) implements Ask, NoMove {}

  /// The central system is asked to place a hold on the item's title.
  record HoldAsked(ItemId item) implements Ask, NoMove {}

  /// The payment terminal is asked to take money.
  ///
  /// @param payment the whole payment; the terminal's driver gets the same reference
  /// @param shares the payments to report to the central system, one for each charge; empty if the
  ///   whole payment is reported as one
  record PaymentAsked(Payment payment, List<Payment> shares) implements Ask, NoMove {
    public PaymentAsked {
      shares = List.copyOf(shares);
    }

    /// The payments to report once the money is taken, each separately.
    public List<Payment> reports() {
      return shares.isEmpty() ? List.of(payment) : shares;
    }

    @Override
    public ItemId item() {
      return payment.lane();
    }
  }

  /// The payment terminal took money. The payment must be reported to the central system (SIP2 37).
  ///
  /// @param payment the payment to report: the whole amount, or the share of one charge
  /// @param owedBefore what the account owed just before the terminal was asked
  /// @param receipt the terminal's numbers of the transaction; empty text if it gave none
  record MoneyTaken(Payment payment, Optional<Money> owedBefore, String receipt)
      implements Fact, NoMove {
    @Override
    public ItemId item() {
      return payment.lane();
    }
  }

  /// The station lent the item by its offline rules.
  ///
  /// @param due the due date that the patron was told, in the central system's zone
  /// @param title empty text. The station keeps no title for privacy: a title beside a time says
  ///   more about a patron than a number
  /// @param tagged whether the item has a tag whose security bit must be cleared
  record LoanGiven(ItemId item, LocalDateTime due, String title, boolean tagged) implements Fact {}

  /// The item was handed over here.
  ///
  /// @param handedOver when; this moment counts as the return
  /// @param how whether it was seen on the pad or dropped
  /// @param tagged whether a tag of the item was read, whose security bit must be armed
  @RecordBuilder
  record ItemReturned(ItemId item, EventTime handedOver, How how, boolean tagged)
      implements Fact, CirculationEventItemReturnedBuilder.With {}

  /// An object came into the drop and could not be read. Staff, or the person who dropped it, say
  /// later what it was. It then counts as a return at this moment.
  ///
  /// @param handedOver when; this moment counts as the return
  /// @param dark how long it stood before the photo-eye; empty if that was not measured
  /// @param sign a code such as `T21` for the part that could be read; may be empty text
  record ObjectDropped(EventTime handedOver, Optional<Duration> dark, String sign)
      implements Fact, NoMove {
    /// The key by which the object is settled; an unread object has no item number.
    @Override
    public ItemId item() {
      return laneOf("object", handedOver);
    }
  }

  /// The bin of the drop was taken out with everything in it.
  ///
  /// @param taken when it left
  /// @param by the name of the person who emptied it; empty text if no person had reported that
  /// @param counted number of objects that the photo-eye counted into it
  /// @param percent how full it was; empty without a level sensor
  record BinEmptied(EventTime taken, String by, long counted, OptionalInt percent)
      implements Fact, NoMove {
    /// The key by which the bin is settled; a bin has no item number.
    @Override
    public ItemId item() {
      return laneOf("bin", taken);
    }
  }

  /// A damaged journal was recovered, and some of its entries could not be read. A named person
  /// looks for what is missing and closes this entry. Nothing of it is ever sent.
  ///
  /// @param journal the directory in which the damaged journal was set aside, or the place of
  ///   another machine's file
  /// @param fingerprint fingerprint of the file, so that the same loss is reported only once
  /// @param atLeast smallest possible number of missing entries
  record EntriesLost(String journal, String fingerprint, long atLeast) implements Fact, NoMove {
    /// An identifier made from the moment, by which the object is settled; its item number is not
    /// known.
    @Override
    public ItemId item() {
      return new ItemId("journal " + fingerprint);
    }
  }

  /// An identifier for an event that has no item. Monotonic time is unique within one run of the
  /// machine; the boot id distinguishes the runs.
  private static ItemId laneOf(String what, EventTime at) {
    return new ItemId(
        "%s %08x-%x".formatted(what, at.bootId().hashCode(), at.monotonic().toMillis()));
  }

  /// How an item was handed over: seen on the pad, or dropped into the book drop.
  enum How {
    SEEN,
    DROPPED
  }
}

package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemId;

/// One row in the list of items that a patron is borrowing.
///
/// @param number stable key of the row; rows keep their order of arrival
/// @param item empty if the tag or barcode is no item of this library
/// @param title from the look-up or the loan; empty while unknown
/// @param parts part number by UID, for each tag of this item on the pad; empty if the item was
///   read by barcode
/// @param setTotal number of parts of the set; 1 if the item is no set
@RecordBuilder
public record BorrowRow(
    long number,
    Optional<ItemId> item,
    Optional<String> title,
    Map<String, Integer> parts,
    int setTotal,
    BorrowRowState state)
    implements BorrowRowBuilder.With {

  public BorrowRow {
    parts = Map.copyOf(parts);
  }

  /// Whether a tag of the item was read on the pad.
  public boolean tagged() {
    return !parts.isEmpty();
  }

  /// Whether the pad's reader did not answer in time (T13), so that the item may no longer be
  /// there.
  public boolean outOfSight() {
    return item.isPresent()
        && state instanceof BorrowRowState.NotRecognised(Code code, _)
        && code == Code.T13;
  }

  /// Sets the title, unless `known` is empty or blank.
  public BorrowRow titled(Optional<String> known) {
    return known.filter(text -> !text.isBlank()).isEmpty() ? this : withTitle(known);
  }

  public BorrowRow withParts(Map<String, Integer> changed, int total) {
    return with(c -> c.parts(changed).setTotal(total));
  }

  /// A loan that is on disk.
  ///
  /// @param entry number of its journal entry
  /// @param confirmed false if the offline rules allowed the loan
  public record WrittenLoan(long entry, DueDate due, boolean confirmed) {}

  /// How far the item of this row is on its way to being borrowed.
  public sealed interface BorrowRowState {

    /// The desk, the reader or the disk is at work on the row. Idle time does not count meanwhile.
    sealed interface AtWork extends BorrowRowState {}

    /// The loan is on disk.
    sealed interface OnLoan extends BorrowRowState {
      WrittenLoan loan();
    }

    /// Read; the person may still be placing items.
    ///
    /// @param since monotonic
    record Recognised(Duration since) implements AtWork {}

    /// The desk has been asked.
    record Asking(Duration since) implements AtWork {}

    /// The loan is on disk; its tags are being cleared and read back. The screen still shows
    /// [Asking].
    ///
    /// @param uncleared UIDs of tags still to be cleared
    /// @param tries how often the item was placed again
    /// @param released *released* is already on disk; the tag was found later
    @RecordBuilder
    record Clearing(
        WrittenLoan loan, List<String> uncleared, int tries, boolean released, Duration since)
        implements AtWork, OnLoan, BorrowRowBorrowRowStateClearingBuilder.With {
      public Clearing {
        uncleared = List.copyOf(uncleared);
      }
    }

    /// The tags are cleared, or there are none; *released* is being written. The screen still shows
    /// [Asking].
    record Releasing(WrittenLoan loan, boolean unlockByStaff, Duration since)
        implements AtWork, OnLoan {}

    /// The loan is complete; the screen says *take it*.
    ///
    /// @param loan shown as *to be confirmed* if it is not confirmed
    /// @param unlockByStaff the station must not or could not clear the tag: staff unlock the item
    record Borrowed(WrittenLoan loan, boolean unlockByStaff) implements OnLoan {}

    /// The item was on loan to this card already; nothing was done.
    record AlreadyBorrowed(Optional<DueDate> due) implements BorrowRowState {}

    /// The item was not lent.
    ///
    /// @param holdQueue number of patrons who wait for it; 0 if unknown
    /// @param toStaff the person should hand the item to staff
    /// @param reserving state of a hold for the person
    @RecordBuilder
    record BorrowRefused(Code code, int holdQueue, boolean toStaff, Reserving reserving)
        implements BorrowRowState, BorrowRowBorrowRowStateBorrowRefusedBuilder.With {
      /// A refusal before the person has asked for a hold.
      public static BorrowRefused of(Code code, int holdQueue, boolean toStaff) {
        return new BorrowRefused(code, holdQueue, toStaff, new Reserving.ReservationUndecided());
      }
    }

    /// The loan is on disk, but a tag went or could not be cleared: the person must place the item
    /// again.
    ///
    /// @param uncleared UIDs of tags still to be cleared; empty for a loan of a former run
    record PlaceAgain(
        WrittenLoan loan, Code code, List<String> uncleared, int tries, boolean released)
        implements OnLoan {
      public PlaceAgain {
        uncleared = List.copyOf(uncleared);
      }
    }

    /// The loan is on disk but its tag was not cleared, or its release not written. Staff must
    /// unlock the item.
    record ToStaff(WrittenLoan loan, Code code) implements OnLoan {}

    /// No item of this library, or one that the station must not change.
    ///
    /// @param lastFour last four characters of the number read; empty text if there is none
    record NotRecognised(Code code, String lastFour) implements BorrowRowState {}

    /// Parts of the set are not on the pad.
    record SetIncomplete(MissingParts missing) implements BorrowRowState {}

    /// Whether the station is at work on the row, or on a hold for its item.
    default boolean working() {
      return this instanceof AtWork
          || (this instanceof BorrowRefused refused
              && refused.reserving() instanceof Reserving.ReservationPending);
    }
  }

  /// State of a hold for an item that was not lent because other patrons wait for it.
  public sealed interface Reserving {
    record ReservationUndecided() implements Reserving {}

    record ReservationPending() implements Reserving {}

    /// The hold is placed.
    ///
    /// @param queue the patron's place in the queue; empty if unknown
    record ReservationPlaced(OptionalInt queue) implements Reserving {}

    /// No hold was placed, or the outcome is unknown.
    record NotReserved(Code code) implements Reserving {}
  }

  /// The loan of this row; empty if there is none, or none yet.
  public Optional<WrittenLoan> loan() {
    return state instanceof BorrowRowState.OnLoan lent
        ? Optional.of(lent.loan())
        : Optional.empty();
  }

  /// Whether a power cut interrupted the loan, and its item was not seen since (T33).
  public boolean unfinished() {
    return state instanceof BorrowRowState.PlaceAgain again && again.code() == Code.T33;
  }
}

package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemId;

/// One line of the pile a patron is borrowing.
///
/// @param number stable key of the row within the session; rows keep their order of arrival
/// @param item empty when what was read is no item of ours
/// @param title as the look or the loan gave it; empty while not known
/// @param parts the tags of this item on the pad: identifier to part number; empty when it was read
///   by barcode
/// @param setTotal parts of the set; 1 when the item is no set
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

  public boolean tagged() {
    return !parts.isEmpty();
  }

  /// Whether it waited in vain for a pad that does not answer: nobody knows whether it lies there.
  public boolean outOfSight() {
    return item.isPresent()
        && state instanceof BorrowRowState.NotRecognised(Code code, _)
        && code == Code.T13;
  }

  public BorrowRow titled(Optional<String> known) {
    return known.filter(text -> !text.isBlank()).isEmpty() ? this : withTitle(known);
  }

  public BorrowRow withParts(Map<String, Integer> changed, int total) {
    return with(c -> c.parts(changed).setTotal(total));
  }

  /// A loan that is on disk.
  ///
  /// @param entry its number in the journal
  /// @param confirmed false when the station lent it by its own rules
  public record WrittenLoan(long entry, DueDate due, boolean confirmed) {}

  /// How far it is.
  public sealed interface BorrowRowState {

    /// The desk, the reader or the disk is at work on it: the clock stands still meanwhile.
    sealed interface AtWork extends BorrowRowState {}

    /// A loan is on disk.
    sealed interface OnLoan extends BorrowRowState {
      WrittenLoan loan();
    }

    /// Read; the hands may still be moving.
    ///
    /// @param since monotonic
    record Recognised(Duration since) implements AtWork {}

    /// The desk has been asked.
    record Asking(Duration since) implements AtWork {}

    /// Lent and on disk; the tag is being cleared and read back. Shown as still asking.
    ///
    /// @param uncleared tags still to be cleared
    /// @param tries how often it was placed again
    /// @param released whether "released" is on disk already (a tag that was found later)
    @RecordBuilder
    record Clearing(
        WrittenLoan loan, List<String> uncleared, int tries, boolean released, Duration since)
        implements AtWork, OnLoan, BorrowRowBorrowRowStateClearingBuilder.With {
      public Clearing {
        uncleared = List.copyOf(uncleared);
      }
    }

    /// Cleared (or without a tag); "released" is being written. Shown as still asking.
    record Releasing(WrittenLoan loan, boolean unlockByStaff, Duration since)
        implements AtWork, OnLoan {}

    /// Take it.
    ///
    /// @param loan not confirmed: shown as *to be confirmed*
    /// @param unlockByStaff the central system said not to touch the bit: staff unlock it
    record Borrowed(WrittenLoan loan, boolean unlockByStaff) implements OnLoan {}

    /// On this card already; nothing was done.
    record AlreadyBorrowed(Optional<DueDate> due) implements BorrowRowState {}

    /// Not lent.
    ///
    /// @param holdQueue how many wait for it; 0 when not known
    /// @param toStaff it should be handed to staff
    /// @param reserving whether the person wants to queue for it
    @RecordBuilder
    record BorrowRefused(Code code, int holdQueue, boolean toStaff, Reserving reserving)
        implements BorrowRowState, BorrowRowBorrowRowStateBorrowRefusedBuilder.With {
      /// Nobody was asked yet whether to queue for it.
      public static BorrowRefused of(Code code, int holdQueue, boolean toStaff) {
        return new BorrowRefused(code, holdQueue, toStaff, new Reserving.ReservationUndecided());
      }
    }

    /// Lent, but the tag went or could not be cleared: place it again.
    ///
    /// @param uncleared tags still to be cleared
    record PlaceAgain(
        WrittenLoan loan, Code code, List<String> uncleared, int tries, boolean released)
        implements OnLoan {
      public PlaceAgain {
        uncleared = List.copyOf(uncleared);
      }
    }

    /// Lent, but it could not be cleared: staff must unlock it and got a line.
    record ToStaff(WrittenLoan loan, Code code) implements OnLoan {}

    /// No item of ours, or one that must not be touched.
    ///
    /// @param lastFour of the number read; empty when there is none
    record NotRecognised(Code code, String lastFour) implements BorrowRowState {}

    /// Parts of a set are not on the pad.
    record SetIncomplete(MissingParts missing) implements BorrowRowState {}

    default boolean working() {
      return this instanceof AtWork
          || (this instanceof BorrowRefused refused
              && refused.reserving() instanceof Reserving.ReservationPending);
    }
  }

  /// How far it is to be held for the person, because others wait for it.
  public sealed interface Reserving {
    record ReservationUndecided() implements Reserving {}

    record ReservationPending() implements Reserving {}

    /// @param queue the person's place among those who wait, where told
    record ReservationPlaced(OptionalInt queue) implements Reserving {}

    /// Nothing has changed, or nobody knows.
    record NotReserved(Code code) implements Reserving {}
  }

  /// The loan that it came to; empty where there is none, or none yet.
  public Optional<WrittenLoan> loan() {
    return state instanceof BorrowRowState.OnLoan lent
        ? Optional.of(lent.loan())
        : Optional.empty();
  }

  /// A loan that a power cut left, whose item was not seen since.
  public boolean unfinished() {
    return state instanceof BorrowRowState.PlaceAgain again && again.code() == Code.T33;
  }
}

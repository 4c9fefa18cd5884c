package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/// How a return, already on disk, was settled.
public sealed interface ReturnOutcome {

  long entry();

  /// The same return, of a loan to a reader of this class.
  ///
  /// @param patronClass empty text for a reader of none; empty when nobody can tell
  default ReturnOutcome by(Optional<String> patronClass) {
    return switch (this) {
      case ReturnBooked(var entry, var item, var title, var sorting, var loan) ->
          new ReturnBooked(entry, item, title, sorting, loan.by(patronClass));
      case Recorded(var entry, var item, var title, var due, var lentTo) ->
          new Recorded(entry, item, title, due, lentTo.by(patronClass));
      case ReturnLeftToStaff staff -> staff;
    };
  }

  /// What the rules by reader ask of a loan. It never stands on paper; [#toString()] tells nothing.
  ///
  /// @param patronClass of the policy's patron classes; empty text for a reader of none
  /// @param media SIP2 media type (CK)
  record LentTo(Optional<String> patronClass, Optional<String> media) {
    public static final LentTo NOT_KNOWN = new LentTo(Optional.empty(), Optional.empty());

    LentTo by(Optional<String> known) {
      return new LentTo(known, media);
    }

    @Override
    public String toString() {
      return "LentTo[…]";
    }
  }

  /// The central system booked it.
  ///
  /// @param sorting where it goes now
  record ReturnBooked(long entry, ItemId item, String title, Sorting sorting, EndedLoan loan)
      implements ReturnOutcome {}

  /// Where a returned item goes.
  ///
  /// @param held somebody waits for it
  /// @param alert whether it should go to staff
  record Sorting(boolean held, boolean alert) {
    public static final Sorting USUAL = new Sorting(false, false);
  }

  /// The loan that a return ended.
  ///
  /// @param wasOnLoan by the answer, or by the look before it where the answer does not tell
  /// @param due the due date it had, as looked up before
  /// @param charge its own charge, only where it can be named
  @RecordBuilder
  record EndedLoan(
      WasOnLoan wasOnLoan, Optional<DueDate> due, Optional<Money> charge, LentTo lentTo)
      implements ReturnOutcomeEndedLoanBuilder.With {
    public static final EndedLoan NONE =
        new EndedLoan(WasOnLoan.NO, Optional.empty(), Optional.empty(), LentTo.NOT_KNOWN);

    EndedLoan by(Optional<String> patronClass) {
      return withLentTo(lentTo.by(patronClass));
    }
  }

  /// Kept here with its moment; the central system will hear of it later.
  record Recorded(
      long entry, ItemId item, Optional<String> title, Optional<DueDate> due, LentTo lentTo)
      implements ReturnOutcome {}

  /// The central system does not know it or would not book it; staff got a line, the moment counts.
  record ReturnLeftToStaff(long entry, ItemId item, Optional<String> title, Refusal refusal)
      implements ReturnOutcome {}
}

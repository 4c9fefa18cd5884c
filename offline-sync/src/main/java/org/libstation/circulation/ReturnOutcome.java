package org.libstation.circulation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/// How a return was settled. The return itself is already on disk.
public sealed interface ReturnOutcome {

  /// Number of the return's journal entry.
  long entry();

  /// Returns this outcome with the patron class of the loan filled in.
  ///
  /// @param patronClass empty text if the patron belongs to no class; empty if the class is not
  ///   known
  default ReturnOutcome by(Optional<String> patronClass) {
    return switch (this) {
      case ReturnBooked(var entry, var item, var title, var sorting, var loan) ->
          new ReturnBooked(entry, item, title, sorting, loan.by(patronClass));
      case Recorded(var entry, var item, var title, var due, var lentTo) ->
          new Recorded(entry, item, title, due, lentTo.by(patronClass));
      case ReturnLeftToStaff staff -> staff;
    };
  }

  /// The facts about a loan that patron-specific rules need. It is never printed, and [#toString()]
  /// shows nothing of it.
  ///
  /// @param patronClass one of the policy's patron classes; empty text if the patron belongs to
  ///   none; empty if not known
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

  /// The central system booked the return.
  ///
  /// @param sorting where the item must go now
  record ReturnBooked(long entry, ItemId item, String title, Sorting sorting, EndedLoan loan)
      implements ReturnOutcome {}

  /// Where a returned item goes.
  ///
  /// @param held a patron waits for it
  /// @param alert whether it should go to staff
  record Sorting(boolean held, boolean alert) {
    public static final Sorting USUAL = new Sorting(false, false);
  }

  /// The loan that the return ended.
  ///
  /// @param wasOnLoan from the answer; if the answer does not say, from the look-up before it
  /// @param due the loan's due date, as looked up before the return
  /// @param charge the charge for this loan; empty if it cannot be told apart
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

  /// The return is recorded here with its moment; the central system will be told later.
  record Recorded(
      long entry, ItemId item, Optional<String> title, Optional<DueDate> due, LentTo lentTo)
      implements ReturnOutcome {}

  /// The central system does not know the item or refused to book the return. Staff got a task; the
  /// recorded moment counts.
  record ReturnLeftToStaff(long entry, ItemId item, Optional<String> title, Refusal refusal)
      implements ReturnOutcome {}
}

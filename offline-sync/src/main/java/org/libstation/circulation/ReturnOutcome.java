package org.libstation.circulation;

import java.util.Optional;

/// How a return, already on disk, was settled.
public sealed interface ReturnOutcome {

  long entry();

  ItemId item();

  /// The same return, of a loan to a reader of this class.
  ///
  /// @param patronClass empty text for a reader of none; empty when nobody can tell
  default ReturnOutcome by(Optional<String> patronClass) {
    return switch (this) {
      case Settled(
              var entry,
              var item,
              var title,
              var bin,
              var hold,
              var alert,
              var onLoan,
              var due,
              var charge,
              var lentTo) ->
          new Settled(
              entry, item, title, bin, hold, alert, onLoan, due, charge, lentTo.by(patronClass));
      case Recorded(var entry, var item, var title, var due, var lentTo) ->
          new Recorded(entry, item, title, due, lentTo.by(patronClass));
      case WithStaff staff -> staff;
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
  /// @param sortBin CL; empty = the default bin
  /// @param hold present when somebody waits for it (CV 01, 02, 03)
  /// @param alert whether it should go to staff
  /// @param wasOnLoan false when nothing was on loan (no AA in the answer)
  /// @param due the due date it had, as looked up before
  /// @param charge the loan's own charge, only where it can be named
  record Settled(
      long entry,
      ItemId item,
      String title,
      Optional<String> sortBin,
      Optional<HoldSlip> hold,
      boolean alert,
      boolean wasOnLoan,
      Optional<DueDate> due,
      Optional<Money> charge,
      LentTo lentTo)
      implements ReturnOutcome {
    /// To nobody knows whom.
    public Settled(
        long entry,
        ItemId item,
        String title,
        Optional<String> sortBin,
        Optional<HoldSlip> hold,
        boolean alert,
        boolean wasOnLoan,
        Optional<DueDate> due,
        Optional<Money> charge) {
      this(entry, item, title, sortBin, hold, alert, wasOnLoan, due, charge, LentTo.NOT_KNOWN);
    }
  }

  /// Kept here with its moment; the central system will hear of it later.
  record Recorded(
      long entry, ItemId item, Optional<String> title, Optional<DueDate> due, LentTo lentTo)
      implements ReturnOutcome {
    /// To nobody knows whom.
    public Recorded(long entry, ItemId item, Optional<String> title, Optional<DueDate> due) {
      this(entry, item, title, due, LentTo.NOT_KNOWN);
    }
  }

  /// The central system does not know it or would not book it; staff got a line, the moment counts.
  record WithStaff(long entry, ItemId item, Optional<String> title, Refusal refusal)
      implements ReturnOutcome {}

  /// For the shelf of reserved items. Never holds a name or a card number.
  ///
  /// @param destination CT; empty = here
  /// @param code what the hold shelf is sorted by
  record HoldSlip(Optional<String> destination, String code) {}
}

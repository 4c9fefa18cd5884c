package org.libstation.sync;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationEvent.LoanAsked;
import org.libstation.circulation.CirculationEvent.LoanGiven;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.circulation.UntakenLoan;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.Journal.MarkOn;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;

/// Finds loans whose items still lie on the pad. It uses only their marks, so the result is the
/// same after a restart.
record UntakenLoans(Journal journal) {

  /// Whether a tag was read when the item was lent.
  boolean tagged(CirculationEvent loan) {
    return switch (loan) {
      case LoanAsked asked -> asked.tagged();
      case LoanGiven given -> given.tagged();
      case CirculationEvent.ItemReturned _, CirculationEvent.NoMove _ -> false;
    };
  }

  void taken(List<Long> entries) {
    journal.mark(entries.stream().map(entry -> new MarkOn(entry, new Mark.Taken())).toList());
  }

  /// Lists these loans, also unreleased ones: a tag may have been cleared just before power failed.
  List<UntakenLoan> list() {
    Stream<JournalEntry> unreleased =
        journal.open().stream()
            .filter(loan -> tagged(loan.what()) && loan.moved())
            .filter(loan -> !loan.has(Mark.Released.class) && !loan.has(Mark.Taken.class));
    return Stream.concat(journal.lyingLoans().stream(), unreleased)
        .filter(loan -> !done(loan) && isLastMove(loan))
        .map(loan -> new UntakenLoan(loan.number(), loan.what().item()))
        .toList();
  }

  /// Whether nothing is left to do: the tag is armed, or staff know that it is not, and staff have
  /// their line.
  private static boolean done(JournalEntry loan) {
    boolean told = loan.has(Mark.LeftLying.class) || !loan.has(Mark.Released.class);
    return told && (loan.has(Mark.Armed.class) || loan.has(Mark.NotSecured.class));
  }

  /// Whether this loan is the last move of its item.
  private boolean isLastMove(JournalEntry loan) {
    return journal
        .lastMove(loan.what().item())
        .filter(last -> last.number() == loan.number())
        .isPresent();
  }

  /// Tells staff that an item was left lying. A settled loan is closed, so its line is a separate
  /// entry. It names the item and the time; the central system knows whose loan it is.
  void leftLying(long number, TaskNote reason) {
    JournalEntry loan = journal.find(number).orElseThrow();
    if (!loan.has(Mark.Released.class) || loan.has(Mark.LeftLying.class)) {
      return;
    }
    List<TaskNote> notes =
        List.of(TaskNote.of(TaskNoteCode.LENT, TaskNote.moment(loan.at())), reason);
    if (loan.state() == EntryState.CLOSED) {
      long _ =
          journal.append(
              NewEntry.of(
                  new LoanAsked(loan.what().item(), before(loan.what()), true),
                  Optional.empty(),
                  List.of(new StaffLine(StaffLine.StaffReason.BOOKED_NOT_TAKEN, notes)),
                  List.of(new MarkOn(number, new Mark.LeftLying()))));
    } else {
      journal.mark(
          number,
          List.of(
              new StaffLine(StaffLine.StaffReason.PERHAPS_NOT_TAKEN, notes), new Mark.LeftLying()));
    }
  }

  private static ItemLook before(CirculationEvent loan) {
    return switch (loan) {
      case LoanAsked asked -> asked.before();
      case LoanGiven given ->
          new ItemLook(
              given.item(),
              given.title(),
              CirculationStatus.OTHER,
              Optional.empty(),
              0,
              Optional.empty(),
              Optional.empty());
      case CirculationEvent.ItemReturned _, CirculationEvent.NoMove _ ->
          throw new IllegalArgumentException("no loan: " + loan);
    };
  }
}

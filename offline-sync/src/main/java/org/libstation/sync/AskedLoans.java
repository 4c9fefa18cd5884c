package org.libstation.sync;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent.LoanAsked;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;

/// Settles loans that were asked for and cut short or declined. They are looked up and never sent
/// again. If the central system booked the loan, staff get *booked, not taken*; if not, the ask is
/// abandoned.
record AskedLoans(SettlingParts parts) {

  Progress work(JournalEntry entry, LoanAsked asked) {
    return switch (parts.restart().row(entry)) {
      case RELEASED -> parts.ledger().close(entry, EntryClosed.ClosingReason.SETTLED);
      case REFUSED -> parts.ledger().close(entry, EntryClosed.ClosingReason.REFUSED);
      case NOT_ASKED -> parts.ledger().close(entry, EntryClosed.ClosingReason.WITHDRAWN);
      case UNFINISHED -> new Progress.Waits(parts.restart().left(entry));
      case ACCEPTED_NOT_RELEASED, GIVEN_NOT_RELEASED -> bookedNotTaken(entry);
      case ASKED_ALONE -> inDoubt(entry, asked);
    };
  }

  private Progress inDoubt(JournalEntry entry, LoanAsked asked) {
    return switch (parts.doubt().stage(entry)) {
      case Doubt.DoubtStage.Quarantined(var left) -> new Progress.Waits(left);
      case Doubt.DoubtStage.FirstLook _ -> lookUp(entry, asked, false);
      case Doubt.DoubtStage.LastLook _, Doubt.DoubtStage.Clear _ -> lookUp(entry, asked, true);
    };
  }

  private Progress lookUp(JournalEntry entry, LoanAsked asked, boolean last) {
    return switch (parts.central().look(asked.item())) {
      case Answer.NotSent<ItemLook> _, Answer.Unknown<ItemLook> _ -> new Progress.NoLink();
      case Answer.Refused<ItemLook> _ ->
          last
              ? parts.ledger().close(entry, EntryClosed.ClosingReason.ABANDONED)
              : seen(
                  entry,
                  new ItemLook(
                      asked.item(),
                      asked.before().title(),
                      CirculationStatus.OTHER,
                      Optional.empty(),
                      0,
                      Optional.empty(),
                      Optional.empty()),
                  Whereabouts.ItemWhereabouts.ELSEWHERE);
      case Answer.Accepted<ItemLook>(var look) -> judge(entry, look, last);
    };
  }

  private Progress judge(JournalEntry entry, ItemLook look, boolean last) {
    Whereabouts.ItemWhereabouts place =
        new Whereabouts(parts.central())
            .byStatus(look, parts.journal().card(entry.number()), Optional.empty());
    return switch (place) {
      case NO_LINK -> new Progress.NoLink();
      case WITH_THIS_PATRON -> bookedNotTaken(entry, Ledger.seen(look, Whereabouts.inList(place)));
      case ON_SHELF, ELSEWHERE ->
          last
              ? parts
                  .ledger()
                  .close(
                      entry,
                      EntryClosed.ClosingReason.ABANDONED,
                      Ledger.seen(look, Whereabouts.inList(place)))
              : seen(entry, look, place);
      case NOT_TOLD ->
          last
              ? parts
                  .ledger()
                  .toStaff(
                      entry,
                      StaffLine.StaffReason.LOAN_IN_DOUBT,
                      List.of(TaskNote.of(TaskNoteCode.LIST_UNREADABLE)),
                      Ledger.seen(look, Whereabouts.inList(place)))
              : seen(entry, look, place);
    };
  }

  private Progress seen(JournalEntry entry, ItemLook look, Whereabouts.ItemWhereabouts place) {
    parts.ledger().observed(entry, look, Whereabouts.inList(place));
    return new Progress.StepWritten();
  }

  private Progress bookedNotTaken(JournalEntry entry, Mark... before) {
    return parts
        .ledger()
        .toStaff(
            entry,
            StaffLine.StaffReason.BOOKED_NOT_TAKEN,
            List.of(
                TaskNote.of(TaskNoteCode.BOOKED_NOT_RELEASED),
                TaskNote.of(TaskNoteCode.ASKED, TaskNote.moment(entry.at()))),
            before);
  }
}

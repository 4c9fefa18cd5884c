package org.libstation.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent.HoldAsked;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;

/// Settles holds that were asked for and not answered. They are looked up and never sent again. In
/// the patron's list: found done; missing at two looks: abandoned.
record AskedHolds(SettlingParts parts) {

  Progress work(JournalEntry entry, HoldAsked asked) {
    return switch (entry.state()) {
      case ACCEPTED -> parts.ledger().close(entry, EntryClosed.ClosingReason.SETTLED);
      case REFUSED -> parts.ledger().close(entry, EntryClosed.ClosingReason.REFUSED);
      case WRITTEN, WAITING -> parts.ledger().close(entry, EntryClosed.ClosingReason.ABANDONED);
      case IN_DOUBT, WITH_STAFF, CLOSED ->
          switch (parts.doubt().stage(entry)) {
            case Doubt.DoubtStage.Quarantined(var left) -> new Progress.Waits(left);
            case Doubt.DoubtStage.FirstLook _ -> lookUp(entry, asked, false);
            case Doubt.DoubtStage.LastLook _, Doubt.DoubtStage.Clear _ ->
                lookUp(entry, asked, true);
          };
    };
  }

  private Progress lookUp(JournalEntry entry, HoldAsked asked, boolean last) {
    Optional<PatronId> card = parts.journal().card(entry.number());
    if (card.isEmpty()) {
      return inDoubt(entry, TaskNote.of(TaskNoteCode.CARD_NOT_KEPT));
    }
    return switch (parts.central().account(card.get(), Optional.empty())) {
      case Answer.NotSent<PatronAccount> _, Answer.Unknown<PatronAccount> _ ->
          new Progress.NoLink();
      case Answer.Refused<PatronAccount>(var refusal) ->
          inDoubt(entry, TaskNote.of(TaskNoteCode.ACCOUNT_NOT_SHOWN), TaskNote.refused(refusal));
      case Answer.Accepted<PatronAccount>(var account) -> judge(entry, asked, account, last);
    };
  }

  /// Looks for the hold in the patron's list, also by title, because the list may name another copy
  /// of the same title.
  private Progress judge(JournalEntry entry, HoldAsked asked, PatronAccount account, boolean last) {
    String title =
        parts.central().look(asked.item()) instanceof Answer.Accepted<ItemLook>(var look)
            ? look.title()
            : "";
    boolean held = account.holds().stream().anyMatch(hold -> hold.isAbout(asked.item(), title));
    Mark seen = Mark.AccountSeen.ofNoCharge(Optional.empty(), Optional.of(held));
    if (held) {
      return parts.ledger().close(entry, EntryClosed.ClosingReason.FOUND_DONE, seen);
    }
    if (last) {
      return parts.ledger().close(entry, EntryClosed.ClosingReason.ABANDONED, seen);
    }
    parts.ledger().mark(entry, seen);
    return new Progress.StepWritten();
  }

  private Progress inDoubt(JournalEntry entry, TaskNote... why) {
    List<TaskNote> notes = new ArrayList<>();
    notes.add(TaskNote.of(TaskNoteCode.ASKED, TaskNote.moment(entry.at())));
    notes.add(TaskNote.of(TaskNoteCode.PLACING_UNKNOWN));
    notes.addAll(List.of(why));
    return parts.ledger().toStaff(entry, StaffLine.StaffReason.HOLD_IN_DOUBT, notes);
  }
}

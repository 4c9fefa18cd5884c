package org.libstation.station;

import java.util.Optional;
import org.libstation.circulation.CashDay;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;
import org.libstation.circulation.StaffList;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect.StaffNote;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.StationFacts.JournalCounts;
import org.libstation.flow.state.TaskReason;

/// Gives staff and technicians access to counts, tasks and card numbers.
public interface StaffOffice {

  /// Finds a staff member by PIN; returns the name, or empty if no member has this PIN.
  Optional<String> who(Pin pin);

  /// Finds a staff member by staff card; returns the name, or empty if it is no staff card.
  default Optional<String> whoseCard(PatronId card) {
    return Optional.empty();
  }

  /// The staff member's access level.
  ///
  /// @param who a name from [#who] or [#whoseCard]
  default StaffLevel level(String who) {
    return StaffLevel.TECHNICIAN;
  }

  /// Counts what the journal holds. May throw [org.libstation.journal.JournalException].
  JournalCounts counts();

  /// Lists the open staff tasks and their totals. Reads the whole journal. May throw
  /// [org.libstation.journal.JournalException].
  StaffList list();

  /// Compares a day's payments with the terminal's own totals. Reads the whole journal. May throw
  /// [org.libstation.journal.JournalException].
  ///
  /// @param back days before today
  CashDay cashUp(int back);

  /// Returns the whole card number of a task, after recording who opened it. May throw
  /// [org.libstation.journal.JournalException].
  ///
  /// @param by who opens it
  Optional<PatronId> openCard(long entry, String by);

  /// Closes a task. Does nothing if the task is no longer open. May throw
  /// [org.libstation.journal.JournalException].
  ///
  /// @param by who resolved the task
  void close(long entry, String by, TaskReason how);

  /// Writes a log line for staff. It contains no personal data. Must return at once.
  ///
  /// @param item the item concerned, if any
  void note(StaffNote note, Optional<Code> code, Optional<ItemId> item);
}

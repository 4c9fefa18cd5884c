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

/// What staff and technicians need of the station.
public interface StaffOffice {

  /// Whose PIN this is, by name; empty when it is nobody's.
  Optional<String> who(Pin pin);

  /// Whose staff card this is, by name; empty when it is nobody's.
  default Optional<String> whoseCard(PatronId card) {
    return Optional.empty();
  }

  /// What they may do.
  ///
  /// @param who a name that [#who] gave
  default StaffLevel level(String who) {
    return StaffLevel.TECHNICIAN;
  }

  /// What the journal holds. May throw [org.libstation.journal.JournalException].
  JournalCounts counts();

  /// What staff must put right, and the sums. Reads the whole journal. May throw
  /// [org.libstation.journal.JournalException].
  StaffList list();

  /// A day's payments beside the terminal's own day. Reads the whole journal. May throw
  /// [org.libstation.journal.JournalException].
  ///
  /// @param back days before today
  CashDay cashUp(int back);

  /// The whole card number of a task, once its opening was written down. May throw
  /// [org.libstation.journal.JournalException].
  ///
  /// @param by who opens it
  Optional<PatronId> openCard(long entry, String by);

  /// Closes a task. Does nothing where nothing is to be done any more. May throw
  /// [org.libstation.journal.JournalException].
  ///
  /// @param by who put it right
  void close(long entry, String by, TaskReason how);

  /// A line for staff; it holds nothing personal. Must return at once.
  ///
  /// @param item whose number it is about, where it is about one
  void note(StaffNote note, Optional<Code> code, Optional<ItemId> item);
}

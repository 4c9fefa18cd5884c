package org.libstation.run;

import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Pin;
import org.libstation.flow.Code;
import org.libstation.flow.Effect.StaffNote;
import org.libstation.flow.StationFacts.JournalCounts;

/// What staff and technicians need of the station.
public interface StaffOffice {

  /// Whether this is the technician's PIN.
  boolean isTechnician(Pin pin);

  /// What the journal holds. May throw [org.libstation.journal.JournalException].
  JournalCounts counts();

  /// A line for staff; it holds nothing personal. Must return at once.
  ///
  /// @param item whose number it is about, where it is about one
  void note(StaffNote note, Optional<Code> code, Optional<ItemId> item);
}

package org.libstation.lab.rig;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CashDay;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;
import org.libstation.circulation.StaffList;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect.StaffNote;
import org.libstation.flow.state.StationFacts.JournalCounts;
import org.libstation.flow.state.TaskReason;
import org.libstation.station.StaffOffice;

/// A staff office without tasks or entries.
///
/// @param who the name behind any PIN; empty = no PIN is right
public record QuietOffice(Optional<String> who) implements StaffOffice {
  /// An office in which no PIN is right.
  public static final QuietOffice EMPTY = new QuietOffice(Optional.empty());

  @Override
  public Optional<String> who(Pin pin) {
    return who;
  }

  @Override
  public StaffList list() {
    return new StaffList(List.of(), StaffList.Sums.NONE);
  }

  @Override
  public CashDay cashUp(int back) {
    return new CashDay(LocalDate.EPOCH, List.of(), Optional.empty());
  }

  @Override
  public Optional<PatronId> openCard(long entry, String by) {
    return Optional.empty();
  }

  @Override
  public void close(long entry, String by, TaskReason how) {}

  @Override
  public JournalCounts counts() {
    return new JournalCounts(0, 0);
  }

  @Override
  public void note(StaffNote note, Optional<Code> code, Optional<ItemId> item) {}
}

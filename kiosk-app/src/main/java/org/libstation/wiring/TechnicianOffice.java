package org.libstation.wiring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Pin;
import org.libstation.flow.Code;
import org.libstation.flow.Effect.StaffNote;
import org.libstation.flow.StationFacts.JournalCounts;
import org.libstation.journal.Entry;
import org.libstation.journal.EntryState;
import org.libstation.run.StaffOffice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Staff's side of the station: the technician's PIN, what the journal holds, and the staff log.
final class TechnicianOffice implements StaffOffice {
  private static final Logger log = LoggerFactory.getLogger("staff");

  private final String pin;
  private final OpenJournal journal;

  TechnicianOffice(String pin, OpenJournal journal) {
    this.pin = pin;
    this.journal = journal;
  }

  /// In a time that tells nothing about how many digits were right.
  @Override
  public boolean isTechnician(Pin typed) {
    return MessageDigest.isEqual(
        pin.getBytes(StandardCharsets.UTF_8), typed.digits().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public JournalCounts counts() {
    List<Entry> open = journal.usable().open();
    int staff = (int) open.stream().filter(TechnicianOffice::isWithStaff).count();
    return new JournalCounts(open.size() - staff, staff);
  }

  private static boolean isWithStaff(Entry entry) {
    return entry.state() == EntryState.WITH_STAFF;
  }

  @Override
  public void note(StaffNote note, Optional<Code> code, Optional<ItemId> item) {
    log.info(
        "{} {} {}",
        note,
        code.map(known -> known + ": " + known.meaning()).orElse(""),
        item.map(ItemId::value).orElse(""));
  }
}

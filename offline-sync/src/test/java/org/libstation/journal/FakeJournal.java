package org.libstation.journal;

import java.util.List;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.StationClock;

/// A journal in memory that fails on command, for tests of what stands on it.
///
/// Faults come by count: [#failWrite(int, JournalException.Kind)]. A power cut is a new desk and
/// outbox on the same instance.
public final class FakeJournal extends MemoryJournal {
  private DiskState diskState = DiskState.ROOMY;
  private int writes;
  private boolean copiesLeft;
  private int failingWrite;
  private JournalException.FaultKind failure = JournalException.FaultKind.DISK;

  public FakeJournal(StationClock clock) {
    super(clock);
  }

  /// The n-th write from now (1 = the next append or mark) throws and writes nothing.
  public synchronized void failWrite(int n, JournalException.FaultKind kind) {
    failingWrite = writes + n;
    failure = kind;
  }

  public synchronized void setDiskState(DiskState state) {
    diskState = state;
  }

  /// How many appends and marks were attempted.
  public synchronized int writes() {
    return writes;
  }

  @Override
  public synchronized long append(NewEntry entry) {
    beginWrite();
    if (diskState == DiskState.FULL
        || (diskState == DiskState.BALLAST_USED
            && !(entry.what() instanceof CirculationEvent.ItemReturned))) {
      throw new JournalException(JournalException.FaultKind.DISK_FULL, "no room for this entry");
    }
    return super.append(entry);
  }

  @Override
  public synchronized void mark(long entry, List<Mark> marks) {
    beginWrite();
    super.mark(entry, marks);
    copiesLeft |= marks.stream().anyMatch(Mark.EntryClosed.class::isInstance);
  }

  @Override
  public synchronized void mark(List<MarkOn> marks) {
    beginWrite();
    super.mark(marks);
  }

  @Override
  public synchronized void finishErasures() {
    copiesLeft = false;
  }

  /// Whether something was closed whose card may still lie about.
  public synchronized boolean copiesLeft() {
    return copiesLeft;
  }

  private void beginWrite() {
    writes++;
    if (writes == failingWrite) {
      throw new JournalException(failure, "write " + writes + " was told to fail");
    }
  }

  @Override
  public synchronized DiskState diskState() {
    return diskState;
  }
}

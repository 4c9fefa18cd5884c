package org.libstation.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.libstation.circulation.Happening;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.StationClock;
import org.libstation.journal.Entry.Noted;

/// A journal in memory that keeps the contract, for tests of what stands on it.
///
/// Faults come by count: [#failWrite(int, JournalException.Kind)]. A power cut is a new desk and
/// outbox on the same instance.
public final class FakeJournal implements Journal {
  private final StationClock clock;
  private final TreeMap<Long, Entry> entries = new TreeMap<>();
  private final Map<Long, PatronId> cards = new HashMap<>();
  private DiskState diskState = DiskState.ROOMY;
  private int writes;
  private int failingWrite;
  private JournalException.Kind failure = JournalException.Kind.DISK;

  public FakeJournal(StationClock clock) {
    this.clock = clock;
  }

  /// The n-th write from now (1 = the next append or mark) throws and writes nothing.
  public synchronized void failWrite(int n, JournalException.Kind kind) {
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
            && !(entry.what() instanceof Happening.ItemReturned))) {
      throw new JournalException(JournalException.Kind.DISK_FULL, "no room for this entry");
    }
    for (MarkOn on : entry.also()) {
      require(on.entry());
    }
    long number = entries.isEmpty() ? 1 : entries.lastKey() + 1;
    entries.put(
        number, new Entry(number, clock.now(), entry.what(), List.of(), entry.card().isPresent()));
    entry.card().ifPresent(card -> cards.put(number, card));
    entry.marks().forEach(mark -> note(number, mark));
    entry.also().forEach(on -> note(on.entry(), on.mark()));
    return number;
  }

  @Override
  public synchronized void mark(long entry, List<Mark> marks) {
    beginWrite();
    require(entry);
    marks.forEach(mark -> note(entry, mark));
  }

  private void beginWrite() {
    writes++;
    if (writes == failingWrite) {
      throw new JournalException(failure, "write " + writes + " was told to fail");
    }
  }

  private Entry require(long number) {
    Entry entry = entries.get(number);
    if (entry == null) {
      throw new IllegalArgumentException("there is no entry " + number);
    }
    return entry;
  }

  private void note(long number, Mark mark) {
    PatronId card = cards.get(number);
    Mark clean = card == null ? mark : CardMasking.without(card, mark);
    if (mark instanceof Mark.Closed || mark instanceof Mark.CardExported) {
      cards.remove(number);
    }
    Noted noted = new Noted(clock.now(), clean);
    entries.put(number, require(number).with(noted, cards.containsKey(number)));
  }

  @Override
  public synchronized Optional<Entry> find(long entry) {
    return Optional.ofNullable(entries.get(entry));
  }

  @Override
  public synchronized List<Entry> open() {
    return entries.values().stream().filter(e -> e.state() != EntryState.CLOSED).toList();
  }

  @Override
  public synchronized List<Entry> open(ItemId item) {
    return open().stream().filter(e -> e.what().item().equals(item)).toList();
  }

  @Override
  public synchronized Optional<Entry> headAfter(Optional<Entry> last) {
    Set<ItemId> seen = new HashSet<>();
    return open().stream()
        .filter(e -> e.state() != EntryState.WITH_STAFF && seen.add(e.what().item()))
        .sorted(IN_TURN)
        .filter(e -> last.isEmpty() || IN_TURN.compare(e, last.get()) > 0)
        .findFirst();
  }

  @Override
  public synchronized Optional<Entry> lastMove(ItemId item) {
    return entries.descendingMap().values().stream()
        .filter(e -> e.what().item().equals(item) && e.moved())
        .findFirst();
  }

  @Override
  public synchronized Optional<Entry> lastLoan(ItemId item, long before) {
    return entries.headMap(before, false).descendingMap().values().stream()
        .filter(e -> e.what().item().equals(item) && e.moved())
        .filter(e -> !(e.what() instanceof Happening.ItemReturned))
        .findFirst();
  }

  @Override
  public synchronized List<Entry> unarmedReturns() {
    return entries.values().stream()
        .filter(e -> e.what() instanceof Happening.ItemReturned back && back.tagged())
        .filter(e -> !e.has(Mark.Armed.class) && !e.has(Mark.NotSecured.class))
        .toList();
  }

  @Override
  public synchronized List<Entry> all(long from, int limit) {
    return entries.tailMap(from).values().stream().limit(limit).toList();
  }

  @Override
  public synchronized Optional<PatronId> card(long entry) {
    return Optional.ofNullable(cards.get(entry));
  }

  @Override
  public synchronized Optional<PatronId> openCard(long entry, String by) {
    mark(entry, new Mark.CardOpened(by));
    return card(entry);
  }

  @Override
  public synchronized int unsettledLoans(PatronId card) {
    return (int)
        open().stream()
            .filter(e -> e.what() instanceof Happening.LoanGiven)
            .filter(e -> card.equals(cards.get(e.number())))
            .count();
  }

  @Override
  public synchronized DiskState diskState() {
    return diskState;
  }

  @Override
  public void close() {}
}

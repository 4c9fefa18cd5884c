package org.libstation.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.StationClock;
import org.libstation.journal.JournalEntry.Noted;

/// A journal in memory that keeps the contract of [Journal] and is lost when the program ends. It
/// serves rehearsals and tests of code that needs a journal.
public class MemoryJournal implements Journal {
  private final StationClock clock;
  private final TreeMap<Long, JournalEntry> entries = new TreeMap<>();
  private final Map<Long, PatronId> cards = new HashMap<>();
  private final Map<Long, String> classes = new HashMap<>();
  private final Deque<Long> closed = new ArrayDeque<>();

  /// The entry number of each mark, in the order of the marks.
  private final List<Long> marked = new ArrayList<>();

  public MemoryJournal(StationClock clock) {
    this.clock = clock;
  }

  /// Takes over an entry from another journal, with its number.
  ///
  /// @param card the card number that the other journal keeps for the entry; empty if none
  public final synchronized void copy(JournalEntry entry, Optional<PatronId> card) {
    entries.put(entry.number(), entry);
    entry.marks().forEach(_ -> marked.add(entry.number()));
    if (entry.has(Mark.EntryClosed.class)) {
      closed.addFirst(entry.number());
    }
    card.ifPresent(known -> cards.put(entry.number(), known));
  }

  @Override
  public synchronized long append(NewEntry entry) {
    for (MarkOn on : entry.also()) {
      require(on.entry());
    }
    long number = entries.isEmpty() ? 1 : entries.lastKey() + 1;
    entries.put(
        number,
        new JournalEntry(number, clock.now(), entry.what(), List.of(), entry.card().isPresent()));
    entry.card().ifPresent(card -> cards.put(number, card));
    entry.patronClass().ifPresent(known -> classes.put(number, known));
    entry.marks().forEach(mark -> note(number, mark));
    entry.also().forEach(on -> note(on.entry(), on.mark()));
    return number;
  }

  @Override
  public synchronized void mark(long entry, List<Mark> marks) {
    require(entry);
    marks.forEach(mark -> note(entry, mark));
  }

  @Override
  public synchronized void mark(List<MarkOn> marks) {
    marks.forEach(on -> require(on.entry()));
    marks.forEach(on -> note(on.entry(), on.mark()));
  }

  private JournalEntry require(long number) {
    JournalEntry entry = entries.get(number);
    if (entry == null) {
      throw new IllegalArgumentException("there is no entry " + number);
    }
    return entry;
  }

  private void note(long number, Mark mark) {
    PatronId card = cards.get(number);
    Mark clean = card == null ? mark : CardMasking.without(card, mark);
    if (mark instanceof Mark.EntryClosed && !require(number).has(Mark.EntryClosed.class)) {
      closed.addFirst(number);
    }
    if (mark instanceof Mark.EntryClosed || mark instanceof Mark.CardExported) {
      cards.remove(number);
      classes.remove(number);
    }
    Noted noted = new Noted(clock.now(), clean);
    entries.put(number, require(number).with(noted, cards.containsKey(number)));
    marked.add(number);
  }

  @Override
  public synchronized Optional<JournalEntry> find(long entry) {
    return Optional.ofNullable(entries.get(entry));
  }

  @Override
  public synchronized List<JournalEntry> open() {
    return entries.values().stream().filter(e -> e.state() != EntryState.CLOSED).toList();
  }

  @Override
  public synchronized List<JournalEntry> open(ItemId item) {
    return open().stream().filter(e -> e.what().item().equals(item)).toList();
  }

  @Override
  public synchronized Optional<JournalEntry> headAfter(Optional<JournalEntry> last) {
    Set<ItemId> seen = new HashSet<>();
    return open().stream()
        .filter(e -> e.state() != EntryState.WITH_STAFF && seen.add(e.what().item()))
        .sorted(IN_TURN)
        .filter(e -> last.isEmpty() || IN_TURN.compare(e, last.get()) > 0)
        .findFirst();
  }

  @Override
  public synchronized Optional<JournalEntry> lastMove(ItemId item) {
    return entries.descendingMap().values().stream()
        .filter(e -> e.what().item().equals(item) && e.moved())
        .findFirst();
  }

  @Override
  public synchronized Optional<JournalEntry> lastLoan(ItemId item, long before) {
    return entries.headMap(before, false).descendingMap().values().stream()
        .filter(e -> e.what().item().equals(item) && e.moved())
        .filter(e -> !(e.what() instanceof CirculationEvent.ItemReturned))
        .findFirst();
  }

  @Override
  public synchronized List<JournalEntry> unarmedReturns() {
    return entries.values().stream()
        .filter(e -> e.what() instanceof CirculationEvent.ItemReturned back && back.tagged())
        .filter(e -> !e.has(Mark.Armed.class) && !e.has(Mark.NotSecured.class))
        .toList();
  }

  @Override
  public synchronized List<JournalEntry> lyingLoans() {
    return entries.isEmpty()
        ? List.of()
        : entries.tailMap(entries.lastKey() - NEWEST, false).values().stream()
            .filter(e -> e.has(Mark.Lying.class) && !e.has(Mark.Taken.class))
            .toList();
  }

  @Override
  public synchronized List<JournalEntry> awaitingParts() {
    return entries.isEmpty()
        ? List.of()
        : entries.tailMap(entries.lastKey() - NEWEST, false).values().stream()
            .filter(JournalEntry::awaitsParts)
            .toList();
  }

  @Override
  public synchronized List<JournalEntry> closedLast(int limit) {
    return closed.stream().limit(limit).map(this::require).toList();
  }

  @Override
  public synchronized List<JournalEntry> markedSince(long mark) {
    return marked.stream().skip(mark).distinct().map(this::require).toList();
  }

  @Override
  public synchronized long newestMark() {
    return marked.size();
  }

  @Override
  public synchronized List<JournalEntry> all(long from, int limit) {
    return entries.tailMap(from).values().stream().limit(limit).toList();
  }

  @Override
  public synchronized Optional<String> patronClass(long entry) {
    return Optional.ofNullable(classes.get(entry));
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
            .filter(e -> e.what() instanceof CirculationEvent.LoanGiven)
            .filter(e -> card.equals(cards.get(e.number())))
            .count();
  }

  /// Does nothing: memory keeps no copy of an erased card.
  @Override
  public void finishErasures() {}

  @Override
  public synchronized DiskState diskState() {
    return DiskState.ROOMY;
  }

  @Override
  public void close() {}
}

package org.libstation.simulation;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.journal.DiskState;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// A journal whose every write may be cut off, just before it or just after it.
public class CutJournal implements Journal {
  protected final Journal file;
  private final Power power;

  public CutJournal(Journal file, Power power) {
    this.file = file;
    this.power = power;
  }

  @Override
  public long append(NewEntry entry) {
    power.step();
    long number = file.append(entry);
    power.step();
    return number;
  }

  @Override
  public void mark(long entry, List<Mark> marks) {
    power.step();
    file.mark(entry, marks);
    power.step();
  }

  @Override
  public void mark(List<MarkOn> marks) {
    power.step();
    file.mark(marks);
    power.step();
  }

  @Override
  public void finishErasures() {
    file.finishErasures();
  }

  @Override
  public Optional<JournalEntry> find(long entry) {
    return file.find(entry);
  }

  @Override
  public List<JournalEntry> open() {
    return file.open();
  }

  @Override
  public List<JournalEntry> open(ItemId item) {
    return file.open(item);
  }

  @Override
  public Optional<JournalEntry> headAfter(Optional<JournalEntry> last) {
    return file.headAfter(last);
  }

  @Override
  public List<JournalEntry> unarmedReturns() {
    return file.unarmedReturns();
  }

  @Override
  public List<JournalEntry> lyingLoans() {
    return file.lyingLoans();
  }

  @Override
  public Optional<JournalEntry> lastMove(ItemId item) {
    return file.lastMove(item);
  }

  @Override
  public Optional<JournalEntry> lastLoan(ItemId item, long before) {
    return file.lastLoan(item, before);
  }

  @Override
  public List<JournalEntry> awaitingParts() {
    return file.awaitingParts();
  }

  @Override
  public List<JournalEntry> closedLast(int limit) {
    return file.closedLast(limit);
  }

  @Override
  public List<JournalEntry> markedSince(long mark) {
    return file.markedSince(mark);
  }

  @Override
  public long newestMark() {
    return file.newestMark();
  }

  @Override
  public List<JournalEntry> all(long from, int limit) {
    return file.all(from, limit);
  }

  @Override
  public Optional<String> patronClass(long entry) {
    return file.patronClass(entry);
  }

  @Override
  public Optional<PatronId> card(long entry) {
    return file.card(entry);
  }

  @Override
  public Optional<PatronId> openCard(long entry, String by) {
    return file.openCard(entry, by);
  }

  @Override
  public int unsettledLoans(PatronId card) {
    return file.unsettledLoans(card);
  }

  @Override
  public boolean awaitsWord(long entry) {
    return file.awaitsWord(entry);
  }

  @Override
  public List<JournalEntry> newest(int limit) {
    return file.newest(limit);
  }

  @Override
  public DiskState diskState() {
    return file.diskState();
  }

  @Override
  public void close() {
    file.close();
  }
}

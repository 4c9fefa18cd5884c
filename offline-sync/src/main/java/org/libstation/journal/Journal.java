package org.libstation.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;

/// The record of what a station does, written before the station does it.
///
/// A method that writes returns once everything is on the disk. If it throws [JournalException],
/// nothing was written. A card number in a mark's free text is masked before the mark is written.
/// All methods may be called from any thread.
public interface Journal extends AutoCloseable, EntryPages {

  /// The order in which heads are settled: returns first, then by entry number. An order for each
  /// patron is impossible, because a return has no patron.
  Comparator<JournalEntry> IN_TURN =
      Comparator.comparing(
              (JournalEntry entry) -> !(entry.what() instanceof CirculationEvent.ItemReturned))
          .thenComparingLong(JournalEntry::number);

  /// How many of the newest entries [#lyingLoans()] and [#awaitingParts()] search.
  int NEWEST = 5_000;

  /// Writes an ask or a fact with its first marks, and marks on other entries, in one transaction.
  ///
  /// @return the entry's number
  /// @throws IllegalArgumentException if a mark is meant for an entry that does not exist
  long append(NewEntry entry);

  /// Adds a mark to an entry. [Mark.EntryClosed] and [Mark.CardExported] also erase the sealed card
  /// number for every reader. A sealed copy may stay in the file or beside it until
  /// [#finishErasures()].
  ///
  /// @throws IllegalArgumentException if there is no such entry
  default void mark(long entry, Mark mark) {
    mark(entry, List.of(mark));
  }

  /// Adds marks of one moment to an entry. Either all of them are on the disk, or none.
  ///
  /// @throws IllegalArgumentException if there is no such entry
  void mark(long entry, List<Mark> marks);

  /// Adds marks to several entries. Either all of them are on the disk, or none.
  ///
  /// @throws IllegalArgumentException if one of the entries does not exist
  void mark(List<MarkOn> marks);

  /// Returns the entry with this number; empty if there is none.
  Optional<JournalEntry> find(long entry);

  /// Returns the open entries (those not closed, even if with staff) by number.
  List<JournalEntry> open();

  /// Returns the open entries about this item, by number.
  List<JournalEntry> open(ItemId item);

  /// Returns the next head in the order of [#IN_TURN]. The head of an item is its first entry that
  /// is neither closed nor with staff.
  ///
  /// @param last the previous head, as it was then; empty for the first
  Optional<JournalEntry> headAfter(Optional<JournalEntry> last);

  /// Returns the newest entry that says where this item is: an accepted or given loan, or a return,
  /// closed or not. It shows whether the item is out.
  Optional<JournalEntry> lastMove(ItemId item);

  /// Returns the newest loan of this item with a number below `before`, closed or not: given by the
  /// station, or asked and accepted. It shows the due date that this journal gave.
  Optional<JournalEntry> lastLoan(ItemId item, long before);

  /// Returns, by number, the item returns with a tag that no mark calls armed or impossible to arm,
  /// closed or not.
  List<JournalEntry> unarmedReturns();

  /// Returns, by number, the loans that were released with their tag on the pad and not marked as
  /// taken, closed or not. Only the newest [#NEWEST] entries are searched, because what lies on a
  /// pad is not older.
  List<JournalEntry> lyingLoans();

  /// Returns, by number, the item returns that still wait for parts of a set ([Mark.PartsAwaited]),
  /// closed or not. Only the newest [#NEWEST] entries are searched.
  List<JournalEntry> awaitingParts();

  /// Returns at most `limit` closed entries, newest closing mark first, whatever the clock said.
  List<JournalEntry> closedLast(int limit);

  /// Returns the entries that got a mark after the given one, so that a view need not read the
  /// whole journal again.
  ///
  /// @param mark an earlier result of [#newestMark()]; 0 for every entry with a mark
  /// @return each entry once, as it is now, in the order of its first mark since
  List<JournalEntry> markedSince(long mark);

  /// Returns the number of the newest mark, or 0 if there is none. Marks are numbered from 1 as
  /// they are made.
  long newestMark();

  /// Returns at most `limit` of the newest entries, newest first.
  default List<JournalEntry> newest(int limit) {
    List<JournalEntry> all = all(1, Integer.MAX_VALUE);
    return all.subList(Math.max(0, all.size() - limit), all.size()).reversed();
  }

  /// Returns the card number of an entry; empty if none was kept or it was erased.
  Optional<PatronId> card(long entry);

  /// Returns the patron class that was noted with an entry's card; empty if the card is not kept.
  /// The value is empty text for a patron without a class.
  Optional<String> patronClass(long entry);

  /// Opens the card number for a member of staff, after writing [Mark.CardOpened].
  ///
  /// @param by who opens it
  Optional<PatronId> openCard(long entry, String by);

  /// Reports whether this entry comes from an older state of the journal that was put back, and no
  /// person has yet allowed settling it. What happened to it since is unknown, so nothing of it is
  /// sent.
  default boolean awaitsWord(long entry) {
    return false;
  }

  /// Counts the items that this card was lent by the offline rules and that are not settled yet.
  int unsettledLoans(PatronId card);

  /// Removes every copy of an erased card number from the file and from beside it.
  ///
  /// This takes longer than a write, so writers call it in the next pause, at the latest when a
  /// visit ends. It does not throw: what could not be finished is tried again with the next write.
  void finishErasures();

  /// Reports how much room the disk has. In any state but [DiskState#ROOMY], asks and loans are
  /// refused with [JournalException.FaultKind#DISK_FULL], so that returns, money taken, marks and
  /// closings still fit.
  DiskState diskState();

  @Override
  void close();

  /// A new entry and what is written together with it.
  ///
  /// @param card sealed separately; empty for returns
  /// @param also marks on other entries, written in the same transaction
  /// @param patronClass class of the card's patron; sealed and erased with the card
  record NewEntry(
      CirculationEvent what,
      Optional<PatronId> card,
      List<Mark> marks,
      List<MarkOn> also,
      Optional<String> patronClass) {
    /// Makes a new entry without a patron class.
    public static NewEntry of(
        CirculationEvent what, Optional<PatronId> card, List<Mark> marks, List<MarkOn> also) {
      return new NewEntry(what, card, marks, also, Optional.empty());
    }

    public NewEntry {
      marks = List.copyOf(marks);
      also = List.copyOf(also);
    }
  }

  /// A mark and the number of the entry that it is for.
  record MarkOn(long entry, Mark mark) {}
}

package org.libstation.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;

/// The journal is where a station writes down what it does, before it does it. When a method that
/// writes returns, it is on the disk; when it throws [JournalException], nothing of it is. A card
/// number in a mark's free text is masked on the way in. All methods may be called from any thread.
public interface Journal extends AutoCloseable, EntryPages {

  /// The turn of heads: returns first, then by number. A return has no patron, so that an order per
  /// patron cannot be known.
  Comparator<JournalEntry> IN_TURN =
      Comparator.comparing(
              (JournalEntry entry) -> !(entry.what() instanceof CirculationEvent.ItemReturned))
          .thenComparingLong(JournalEntry::number);

  /// How far back [#lyingLoans()] looks, in entries.
  int NEWEST = 5_000;

  /// Writes an ask or a fact with its first marks, and marks on other entries, as one.
  ///
  /// @return the entry's number
  /// @throws IllegalArgumentException when a mark is meant for an entry that is not there
  long append(NewEntry entry);

  /// Adds evidence. A [Mark.EntryClosed] or [Mark.CardExported] also erases the sealed card number:
  /// it cannot be asked for any more. A copy may stay in the file or beside it, sealed as it was,
  /// till [#finishErasures()].
  ///
  /// @throws IllegalArgumentException when there is no such entry
  default void mark(long entry, Mark mark) {
    mark(entry, List.of(mark));
  }

  /// Adds evidence of one moment as one: all of it is on the disk, or nothing.
  ///
  /// @throws IllegalArgumentException when there is no such entry
  void mark(long entry, List<Mark> marks);

  /// Adds evidence to several entries as one: all of it is on the disk, or nothing.
  ///
  /// @throws IllegalArgumentException when one of them is not there
  void mark(List<MarkOn> marks);

  Optional<JournalEntry> find(long entry);

  /// Entries that are not closed, by number. Those with staff are among them.
  List<JournalEntry> open();

  /// Entries about this item that are not closed, by number.
  List<JournalEntry> open(ItemId item);

  /// The next head in its turn ([#IN_TURN]). The head of an item is its first entry that is not
  /// closed and not with staff.
  ///
  /// @param last the head before it, which may have changed since; empty for the first
  Optional<JournalEntry> headAfter(Optional<JournalEntry> last);

  /// The newest entry about this item that says where it is (a loan accepted or given, a return),
  /// closed or not; how "an item that is out in this journal" is known.
  Optional<JournalEntry> lastMove(ItemId item);

  /// The newest loan of this item with a number below `before`, closed or not: a loan given, or one
  /// that was asked and accepted. How "the due date this journal gave" is known.
  Optional<JournalEntry> lastLoan(ItemId item, long before);

  /// Returns with a tag of which no mark says that it was armed or could not be, closed or not, by
  /// number.
  List<JournalEntry> unarmedReturns();

  /// Loans whose tag lay on the pad when they were released, and of which no mark says that they
  /// were taken, closed or not, by number; among the newest [#NEWEST] entries (what lies on a pad
  /// is not older).
  List<JournalEntry> lyingLoans();

  /// Returns of sets that still wait for a part ([Mark.PartsAwaited]), closed or not, by number;
  /// among the newest [#NEWEST] entries.
  List<JournalEntry> awaitingParts();

  /// Closed entries, the one closed last first, at most `limit`. In the order of their closing
  /// marks, whatever the clock said.
  List<JournalEntry> closedLast(int limit);

  /// What was marked since: who keeps a view of the journal reads no more than that again.
  ///
  /// @param mark a number of [#newestMark()] before; 0 for everything that ever was marked
  /// @return each entry once, as it stands now, in the order of its first mark since
  List<JournalEntry> markedSince(long mark);

  /// The number of the newest mark; marks are numbered from 1 as they are made. 0 without any.
  long newestMark();

  /// The newest entries, newest first, at most `limit`.
  default List<JournalEntry> newest(int limit) {
    List<JournalEntry> all = all(1, Integer.MAX_VALUE);
    return all.subList(Math.max(0, all.size() - limit), all.size()).reversed();
  }

  /// The card number kept for an entry, while it is kept.
  Optional<PatronId> card(long entry);

  /// The patron class that was noted with an entry's card, while the card is kept; empty text for a
  /// reader of none.
  Optional<String> patronClass(long entry);

  /// The card number for a member of staff: writes [Mark.CardOpened], then opens it.
  ///
  /// @param by who opens it
  Optional<PatronId> openCard(long entry, String by);

  /// Whether an entry lay in an older state of this journal that was put back: what became of it
  /// since is not known here, and nobody said yet that it may be settled. Nothing of it is sent.
  default boolean awaitsWord(long entry) {
    return false;
  }

  /// How many items this card was lent by the offline rules and that are not settled yet.
  int unsettledLoans(PatronId card);

  /// Leaves no copy of an erased card number in the file or beside it. It takes the disk longer
  /// than a write, so it is put off while much is written: whoever wrote calls it when a pause
  /// comes, at the latest when a visit ends. Does not throw: what could not be finished is tried
  /// again with the next write.
  void finishErasures();

  /// Whether there is room for more. Once it is not [DiskState#ROOMY], asks and loans are refused
  /// with [JournalException.FaultKind#DISK_FULL], so that returns, money taken, marks and closings
  /// still fit.
  DiskState diskState();

  @Override
  void close();

  /// @param card sealed apart; empty for returns
  /// @param marks written with it
  /// @param also marks on other entries, written in the same transaction
  /// @param patronClass of whom the card is; sealed with the card, and gone with it
  record NewEntry(
      CirculationEvent what,
      Optional<PatronId> card,
      List<Mark> marks,
      List<MarkOn> also,
      Optional<String> patronClass) {
    /// Nothing is noted of the class.
    public static NewEntry of(
        CirculationEvent what, Optional<PatronId> card, List<Mark> marks, List<MarkOn> also) {
      return new NewEntry(what, card, marks, also, Optional.empty());
    }

    public NewEntry {
      marks = List.copyOf(marks);
      also = List.copyOf(also);
    }
  }

  record MarkOn(long entry, Mark mark) {}
}

package org.libstation.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.BinContents.Dropped;
import org.libstation.circulation.BinHistory;
import org.libstation.circulation.CirculationEvent.BinEmptied;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.CirculationEvent.ItemReturned;
import org.libstation.circulation.CirculationEvent.ObjectDropped;
import org.libstation.circulation.DropUndone;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.Journal.MarkOn;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;

/// Records events of the book drop other than returns: objects that could not be read, and each
/// emptying of the bin.
///
/// Throws [org.libstation.journal.JournalException] if the journal cannot be written.
public final class DropDesk {

  private final Journal journal;

  /// Emptyings so far, oldest first; read from the journal at first use.
  private @Nullable List<JournalEntry> emptyings;

  public DropDesk(Journal journal) {
    this.journal = journal;
  }

  /// Records an object that came in and could not be read. It is on disk and on the staff's list
  /// when this returns.
  ///
  /// @param handedOver when it came
  /// @param dark how long it darkened the photo-eye, if that was measured
  /// @param sign code of what could still be read; may be empty
  /// @return the entry's number
  public long objectDropped(EventTime handedOver, Optional<Duration> dark, String sign) {
    ObjectDropped object = new ObjectDropped(handedOver, dark, sign);
    List<TaskNote> notes = new ArrayList<>();
    notes.add(TaskNote.of(TaskNoteCode.HANDED_OVER, TaskNote.moment(handedOver)));
    dark.ifPresent(time -> notes.add(TaskNote.of(TaskNoteCode.BEFORE_THE_EYE, time.toMillis())));
    if (!sign.isEmpty()) {
      notes.add(TaskNote.of(TaskNoteCode.OBJECT_SIGN, sign));
    }
    return journal.append(
        NewEntry.of(
            object,
            Optional.empty(),
            List.of(new StaffLine(StaffLine.StaffReason.OBJECT_UNIDENTIFIED, notes)),
            List.of()));
  }

  /// Records which item an unread object is. From then on it is a return at the object's first
  /// moment, settled like any other. Written in one transaction, once only.
  ///
  /// @param by who identified it: a name, `patron` or `station`
  /// @param tagged whether a tag of it was read, whose security bit must then be armed
  public synchronized Identification identify(long number, ItemId item, String by, boolean tagged) {
    Optional<JournalEntry> found = journal.find(number);
    if (found.isEmpty() || !(found.get().what() instanceof ObjectDropped object)) {
      return new Identification.NoObject();
    }
    if (found.get().state() == EntryState.CLOSED) {
      return known(found.get())
          .<Identification>map(Identification.KnownAlready::new)
          .orElseGet(Identification.ClosedAlready::new);
    }
    boolean lentSince =
        journal
            .lastMove(item)
            .filter(move -> move.number() > number)
            .filter(move -> !(move.what() instanceof ItemReturned))
            .isPresent();
    if (lentSince) {
      return new Identification.LentSince();
    }
    Mark done = new Mark.StaffDone(by, "it is " + item.value());
    long back =
        journal.append(
            NewEntry.of(
                new ItemReturned(item, object.handedOver(), How.DROPPED, tagged),
                Optional.empty(),
                List.of(new Mark.ReturnIdentified(number, by)),
                List.of(
                    new MarkOn(number, done),
                    new MarkOn(number, new EntryClosed(EntryClosed.ClosingReason.BY_STAFF, by)))));
    return new Identification.ItemIdentified(back);
  }

  /// Identifies an object by its barcode; no tag of it was read.
  public Identification identify(long object, ItemId item, String by) {
    return identify(object, item, by, false);
  }

  /// Finds the item of an identified object; its return stands later in the journal.
  private Optional<ItemId> known(JournalEntry object) {
    return journal
        .from(object.number() + 1)
        .filter(entry -> identified(entry).filter(is -> is == object.number()).isPresent())
        .map(entry -> entry.what().item())
        .findFirst();
  }

  private static Optional<Long> identified(JournalEntry entry) {
    return entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.ReturnIdentified.class::isInstance)
        .map(mark -> ((Mark.ReturnIdentified) mark).object())
        .findFirst();
  }

  /// Returns what lies in the bin now.
  public synchronized BinContents contents() {
    Optional<JournalEntry> last = lastEmptying();
    return BinLoad.of(after(last.map(JournalEntry::number).orElse(0L)), last, Optional.empty());
  }

  /// Returns the contents of the bin that was taken out last; [BinContents#EMPTY] if none ever was.
  public synchronized BinContents last() {
    List<JournalEntry> all = emptyings();
    return all.isEmpty() ? BinContents.EMPTY : load(all.size() - 1);
  }

  /// Returns the contents ended by the emptying at this index, with objects that were identified
  /// only after the bin had been taken out.
  private BinContents load(int index) {
    List<JournalEntry> all = emptyings();
    Optional<JournalEntry> before = index == 0 ? Optional.empty() : Optional.of(all.get(index - 1));
    return BinLoad.of(
        after(before.map(JournalEntry::number).orElse(0L)), before, Optional.of(all.get(index)));
  }

  /// Records that the bin was taken out. The same write lets returns that waited for the emptying
  /// go on.
  ///
  /// @param by who empties it; if empty, the emptying was not announced, and staff get a finding
  /// @param counted number of objects in it according to the photo-eye
  /// @param percent how full it was, if known
  /// @return what was in it
  public synchronized BinContents emptied(
      EventTime taken, String by, long counted, OptionalInt percent) {
    List<Mark> marks = new ArrayList<>();
    if (by.isEmpty()) {
      marks.add(
          Ledger.finding(
              TaskNote.of(TaskNoteCode.BIN_GONE, TaskNote.moment(taken), contents().size())));
    }
    marks.add(
        new EntryClosed(EntryClosed.ClosingReason.SETTLED, by.isEmpty() ? Ledger.STATION : by));
    List<MarkOn> goOn =
        journal.open().stream()
            .filter(entry -> entry.has(Mark.HeldForEmptying.class))
            .filter(entry -> !entry.has(Mark.Emptied.class))
            .map(entry -> new MarkOn(entry.number(), new Mark.Emptied()))
            .toList();
    List<JournalEntry> all = emptyings();
    long number =
        journal.append(
            NewEntry.of(
                new BinEmptied(taken, by, counted, percent), Optional.empty(), marks, goOn));
    all.add(journal.find(number).orElseThrow());
    return load(all.size() - 1);
  }

  /// Records, before the bin can be removed, that a person announced the emptying. Records nothing
  /// if the bin is empty.
  ///
  /// @param by name of the person
  public synchronized void emptyingBegun(String by) {
    List<JournalEntry> inside = inside();
    if (!inside.isEmpty()) {
      journal.mark(inside.getLast().number(), new Mark.EmptyingBegun(by));
    }
  }

  /// Records that the emptying was broken off: the bin was not removed, or that is unknown.
  public synchronized void emptyingLeft() {
    begun(inside()).ifPresent(begun -> journal.mark(begun.entry(), new Mark.EmptyingLeft()));
  }

  /// Records that the manifest of this emptying was printed.
  public synchronized void listed(long emptying) {
    journal.mark(emptying, new Mark.ManifestPrinted());
    emptyings = null;
  }

  /// Records that these returns stand on a printed slip.
  public synchronized void onSlip(List<Long> returns) {
    journal.mark(returns.stream().map(entry -> new MarkOn(entry, new Mark.OnSlip())).toList());
  }

  /// Returns what former runs began and did not finish.
  public synchronized DropUndone undone() {
    List<JournalEntry> inside = inside();
    Optional<BinContents> unlisted =
        lastEmptying()
            .filter(entry -> !entry.has(Mark.ManifestPrinted.class))
            .filter(entry -> !((BinEmptied) entry.what()).by().isEmpty())
            .map(_ -> last());
    List<Dropped> unslipped = new ArrayList<>();
    for (JournalEntry entry : inside) {
      if (entry.what() instanceof ItemReturned back && !entry.has(Mark.OnSlip.class)) {
        unslipped.add(
            new Dropped(
                entry.number(), back.item(), back.handedOver(), Optional.empty(), false, false));
      }
    }
    return new DropUndone(begun(inside), unlisted, unslipped);
  }

  /// Returns the entries of everything that came into the bin now in place.
  private List<JournalEntry> inside() {
    return journal
        .from(lastEmptying().map(JournalEntry::number).orElse(0L) + 1)
        .filter(
            entry ->
                entry.what() instanceof ObjectDropped
                    || (entry.what() instanceof ItemReturned back && back.how() == How.DROPPED))
        .toList();
  }

  private static Optional<DropUndone.BinEmptyingBegun> begun(List<JournalEntry> inside) {
    Optional<DropUndone.BinEmptyingBegun> begun = Optional.empty();
    for (JournalEntry entry : inside) {
      for (JournalEntry.Noted noted : entry.marks()) {
        if (noted.mark() instanceof Mark.EmptyingBegun(String by)) {
          begun = Optional.of(new DropUndone.BinEmptyingBegun(entry.number(), by));
        } else if (noted.mark() instanceof Mark.EmptyingLeft) {
          begun = Optional.empty();
        }
      }
    }
    return begun;
  }

  private Optional<JournalEntry> lastEmptying() {
    return emptyings().stream().reduce((_, later) -> later);
  }

  /// Returns what former emptyings show: objects counted, and percentage points of the bin filled.
  public synchronized BinHistory history() {
    long objects = 0;
    long points = 0;
    for (JournalEntry entry : emptyings()) {
      if (entry.what() instanceof BinEmptied bin && bin.percent().isPresent()) {
        objects += bin.counted();
        points += bin.percent().getAsInt();
      }
    }
    return new BinHistory(objects, points);
  }

  private List<JournalEntry> emptyings() {
    List<JournalEntry> known = emptyings;
    if (known == null) {
      known = new ArrayList<>();
      for (JournalEntry entry : journal.each()) {
        if (entry.what() instanceof BinEmptied) {
          known.add(entry);
        }
      }
      emptyings = known;
    }
    return known;
  }

  private List<JournalEntry> after(long number) {
    return journal.from(number + 1).toList();
  }

  /// The result of identifying an object.
  public sealed interface Identification {
    /// The object is now a return.
    ///
    /// @param entry number of the return
    record ItemIdentified(long entry) implements Identification {}

    /// There is no such object.
    record NoObject() implements Identification {}

    /// The object was identified before.
    ///
    /// @param item what it is
    record KnownAlready(ItemId item) implements Identification {}

    /// The object's entry was closed without a return.
    record ClosedAlready() implements Identification {}

    /// The item was lent here after the object came, so the object cannot be this item.
    record LentSince() implements Identification {}
  }
}

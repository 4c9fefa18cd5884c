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
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.Journal.MarkOn;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;

/// What the book drop writes down beside its returns: objects nobody could read, and each emptying.
///
/// Throws [org.libstation.journal.JournalException] when nothing can be written.
public final class DropDesk {

  private final Journal journal;

  /// Emptyings so far, oldest first; read when they are first asked for.
  private @Nullable List<JournalEntry> emptyings;

  public DropDesk(Journal journal) {
    this.journal = journal;
  }

  /// Something came in and could not be read: on disk when this returns, and on staff's list.
  ///
  /// @param handedOver when it came
  /// @param dark how long it stood before the photo-eye, where that was measured
  /// @param sign what could be read of it all the same, as a code; may be empty text
  /// @return the entry's number
  public long objectDropped(EventTime handedOver, Optional<Duration> dark, String sign) {
    ObjectDropped object = new ObjectDropped(handedOver, dark, sign);
    String words =
        "handed over "
            + Ledger.moment(handedOver)
            + dark.map(time -> ", before the eye for " + time.toMillis() + " ms").orElse("")
            + (sign.isEmpty() ? "" : ", " + sign);
    return journal.append(
        NewEntry.of(
            object,
            Optional.empty(),
            List.of(new StaffLine(StaffLine.StaffReason.OBJECT_UNIDENTIFIED, words)),
            List.of()));
  }

  /// Says what such an object is: from now on it is a return of its first moment, to be settled as
  /// any other. Written as one, and once only.
  ///
  /// @param by who says so: a name, `patron` or `station`
  /// @param tagged whether a tag of it was read, whose security bit must be armed
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

  /// The same by its barcode: no tag of it was read.
  public Identification identify(long object, ItemId item, String by) {
    return identify(object, item, by, false);
  }

  /// The return that an object turned out to be comes later in the journal.
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

  /// What lies in the bin.
  public synchronized BinContents contents() {
    Optional<JournalEntry> last = lastEmptying();
    return BinLoad.of(after(last.map(JournalEntry::number).orElse(0L)), last, Optional.empty());
  }

  /// What the bin held that was taken out last; [BinContents#EMPTY] when none ever was.
  public synchronized BinContents last() {
    List<JournalEntry> all = emptyings();
    return all.isEmpty() ? BinContents.EMPTY : load(all.size() - 1);
  }

  /// What was identified after the bin had gone still lay in it.
  private BinContents load(int index) {
    List<JournalEntry> all = emptyings();
    Optional<JournalEntry> before = index == 0 ? Optional.empty() : Optional.of(all.get(index - 1));
    return BinLoad.of(
        after(before.map(JournalEntry::number).orElse(0L)), before, Optional.of(all.get(index)));
  }

  /// The bin was taken out: returns that waited for it go on, in the same write.
  ///
  /// @param by who empties it; empty text when nobody had said so: staff get a finding
  /// @param counted objects in it by the photo-eye
  /// @param percent how full it was, where that is known
  /// @return what was in it
  public synchronized BinContents emptied(
      EventTime taken, String by, long counted, OptionalInt percent) {
    List<Mark> marks = new ArrayList<>();
    if (by.isEmpty()) {
      marks.add(
          Ledger.finding(
              "the bin was taken out "
                  + Ledger.moment(taken)
                  + " and nobody had said so: no manifest was printed; "
                  + contents().size()
                  + " came in since the last one"));
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

  /// Somebody says that the bin is being emptied: on disk before it can go. Where nothing came into
  /// it there is nothing to be known.
  ///
  /// @param by a name
  public synchronized void emptyingBegun(String by) {
    List<JournalEntry> inside = inside();
    if (!inside.isEmpty()) {
      journal.mark(inside.getLast().number(), new Mark.EmptyingBegun(by));
    }
  }

  /// Emptying was left, and the bin had not gone, or nobody knows.
  public synchronized void emptyingLeft() {
    begun(inside()).ifPresent(begun -> journal.mark(begun.entry(), new Mark.EmptyingLeft()));
  }

  /// The manifest of this emptying came out.
  public synchronized void listed(long emptying) {
    journal.mark(emptying, new Mark.ManifestPrinted());
    emptyings = null;
  }

  /// These returns stand on a slip that came out.
  public synchronized void onSlip(List<Long> returns) {
    journal.mark(returns.stream().map(entry -> new MarkOn(entry, new Mark.OnSlip())).toList());
  }

  /// What former runs began and did not end.
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

  /// Entries of what came into the bin that stands there.
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

  /// What former fillings teach.
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

  /// How saying what an object is ended.
  public sealed interface Identification {
    /// @param entry number of the return
    record ItemIdentified(long entry) implements Identification {}

    /// There is no such object.
    record NoObject() implements Identification {}

    /// Somebody has said so before.
    ///
    /// @param item what it is
    record KnownAlready(ItemId item) implements Identification {}

    /// Somebody closed it without a return.
    record ClosedAlready() implements Identification {}

    /// The item was lent here after the object came: it cannot be this one.
    record LentSince() implements Identification {}
  }
}

package org.libstation.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.BinContents.Dropped;
import org.libstation.circulation.BinContents.Unread;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationEvent.BinEmptied;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.CirculationEvent.ItemReturned;
import org.libstation.circulation.CirculationEvent.ObjectDropped;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.StaffToDo;

/// Works out from a part of the journal what lay in the bin.
///
/// A return belongs to the load during which it was written. A return that was first an unread
/// object belongs to the load in which the object came, whenever it was identified.
final class BinLoad {
  private BinLoad() {}

  /// Whether the entry matters for a bin's contents.
  static boolean tells(JournalEntry entry) {
    return switch (entry.what()) {
      case BinEmptied _, ObjectDropped _ -> true;
      case ItemReturned back -> back.how() == How.DROPPED || entry.has(Mark.ReturnIdentified.class);
      case CirculationEvent _ -> entry.has(Mark.ReturnIdentified.class);
    };
  }

  /// Identifies a hand-over. One hand-over may have several entries: the staff line about a set is
  /// a separate entry.
  private record HandOver(ItemId item, EventTime at) {}

  /// The contents of one load.
  ///
  /// @param since all entries after the emptying before it, to the end of the journal
  /// @param before that emptying
  /// @param end the emptying that ended the load; empty while the bin still fills
  static BinContents of(
      List<JournalEntry> since, Optional<JournalEntry> before, Optional<JournalEntry> end) {
    long last = end.map(JournalEntry::number).orElse(Long.MAX_VALUE);
    Map<Long, ItemId> known = identified(since);
    List<Dropped> items = new ArrayList<>();
    List<Unread> objects = new ArrayList<>();
    Set<HandOver> seen = new HashSet<>();
    for (JournalEntry entry : since) {
      boolean within = entry.number() < last;
      if (within && entry.what() instanceof ObjectDropped object) {
        objects.add(
            new Unread(
                entry.number(),
                object.handedOver(),
                object.dark(),
                object.sign(),
                Optional.ofNullable(known.get(entry.number()))));
      } else if (within
          && entry.what() instanceof ItemReturned back
          && back.how() == How.DROPPED
          && !entry.has(Mark.ReturnIdentified.class)
          && seen.add(new HandOver(back.item(), back.handedOver()))) {
        items.add(dropped(entry, back));
      }
    }
    Optional<BinEmptied> emptied = end.map(entry -> (BinEmptied) entry.what());
    return new BinContents(
        end.map(JournalEntry::number).orElse(0L),
        before.map(entry -> ((BinEmptied) entry.what()).taken()),
        emptied.map(BinEmptied::taken),
        emptied.map(BinEmptied::by).orElse(""),
        emptied.map(bin -> OptionalInt.of((int) bin.counted())).orElseGet(OptionalInt::empty),
        items,
        objects);
  }

  private static Map<Long, ItemId> identified(List<JournalEntry> entries) {
    Map<Long, ItemId> known = new HashMap<>();
    for (JournalEntry entry : entries) {
      for (JournalEntry.Noted noted : entry.marks()) {
        if (noted.mark() instanceof Mark.ReturnIdentified(long object, _)) {
          known.put(object, entry.what().item());
        }
      }
    }
    return known;
  }

  private static Dropped dropped(JournalEntry entry, ItemReturned back) {
    Optional<String> group = Optional.empty();
    boolean held = false;
    for (JournalEntry.Noted noted : entry.marks()) {
      if (noted.mark() instanceof Mark.Sorted(Optional<String> bin, boolean somebody)) {
        group = bin;
        held |= somebody;
      }
      held |= noted.mark() instanceof Mark.HeldForEmptying;
    }
    return new Dropped(
        entry.number(),
        back.item(),
        back.handedOver(),
        group,
        held,
        StaffToDo.of(entry).isPresent());
  }
}

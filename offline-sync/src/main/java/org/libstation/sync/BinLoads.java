package org.libstation.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.CirculationEvent.BinEmptied;
import org.libstation.journal.JournalEntry;

/// The contents of a drop's bin between emptyings, taken from a whole journal.
public final class BinLoads {
  private final List<JournalEntry> all;
  private final List<Integer> emptyings = new ArrayList<>();

  private BinLoads(List<JournalEntry> all) {
    this.all = all;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).what() instanceof BinEmptied) {
        emptyings.add(i);
      }
    }
  }

  /// @param all every entry, by number
  public static BinLoads of(Iterable<JournalEntry> all) {
    return of(all, Integer.MAX_VALUE);
  }

  /// Keeps only what lies in the bin and what was taken out last, so that little memory is needed
  /// for a journal of any length.
  ///
  /// @param all every entry, by number
  public static BinLoads ofLast(Iterable<JournalEntry> all) {
    return of(all, 2);
  }

  /// @param stretches how many of the last loads to keep; each begins with an emptying
  private static BinLoads of(Iterable<JournalEntry> all, int stretches) {
    Deque<List<JournalEntry>> loads = new ArrayDeque<>(List.of(new ArrayList<>()));
    for (JournalEntry entry : all) {
      if (entry.what() instanceof BinEmptied) {
        loads.add(new ArrayList<>());
        if (loads.size() > stretches) {
          loads.removeFirst();
        }
      }
      if (BinLoad.tells(entry)) {
        loads.getLast().add(entry);
      }
    }
    return new BinLoads(loads.stream().flatMap(List::stream).toList());
  }

  /// Returns what lies in the bin now.
  public BinContents now() {
    return load(emptyings.size());
  }

  /// Returns the contents of the bin that was taken out last; empty if none ever was.
  public Optional<BinContents> last() {
    return emptyings.isEmpty() ? Optional.empty() : Optional.of(load(emptyings.size() - 1));
  }

  /// Returns the contents of the bin that was taken out with this entry; empty if the entry is no
  /// emptying.
  public Optional<BinContents> emptiedBy(long number) {
    for (int load = 0; load < emptyings.size(); load++) {
      if (all.get(emptyings.get(load)).number() == number) {
        return Optional.of(load(load));
      }
    }
    return Optional.empty();
  }

  private BinContents load(int index) {
    Optional<JournalEntry> before =
        index == 0 ? Optional.empty() : Optional.of(all.get(emptyings.get(index - 1)));
    Optional<JournalEntry> end =
        index < emptyings.size() ? Optional.of(all.get(emptyings.get(index))) : Optional.empty();
    int from = index == 0 ? 0 : emptyings.get(index - 1) + 1;
    return BinLoad.of(all.subList(from, all.size()), before, end);
  }
}

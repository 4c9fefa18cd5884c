package org.libstation.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.Happening;
import org.libstation.circulation.ItemId;
import org.libstation.journal.Entry;
import org.libstation.journal.EntryState;
import org.libstation.journal.Mark;

/// Settles what is open, one unit of work at a time. Per item strictly by number; among the heads
/// returns first, then the oldest. A head that waits holds its item only; an entry with staff holds
/// nothing.
public final class Outbox {
  private final Settling settling;
  private final Lanes lanes;

  public Outbox(Settling settling, Lanes lanes) {
    this.settling = settling;
    this.lanes = lanes;
  }

  /// One unit of work on the first head that has something to do.
  ///
  /// @return how long to rest; zero when something was done
  public Duration step() {
    Duration rest = settling.parts().settings().idle();
    for (Entry head : heads()) {
      switch (work(head)) {
        case Progress.Moved _, Progress.Finished _ -> {
          return Duration.ZERO;
        }
        case Progress.Waits(var left) -> rest = left.compareTo(rest) < 0 ? left : rest;
        case Progress.NoLink _ -> {
          // Others may still have something to do that needs no link.
        }
      }
    }
    return rest;
  }

  /// How many entries still wait to be settled, without those that staff have.
  public int waiting() {
    return (int)
        settling.parts().journal().open().stream()
            .filter(entry -> entry.state() != EntryState.WITH_STAFF)
            .count();
  }

  /// The bin was emptied: returns that waited for it go on.
  public void binEmptied() {
    for (Entry entry : settling.parts().journal().open()) {
      if (entry.has(Mark.HeldForEmptying.class) && !entry.has(Mark.Emptied.class)) {
        settling.parts().journal().mark(entry.number(), new Mark.Emptied());
      }
    }
  }

  private Progress work(Entry head) {
    Optional<Lanes.Lane> lane = lanes.tryTake(head.what().item());
    if (lane.isEmpty()) {
      return new Progress.Waits(settling.parts().settings().idle());
    }
    try (Lanes.Lane _ = lane.get()) {
      // Read again now that it is ours: the desk may have gone on with it.
      return settling.holding(head.what().item()).stream()
          .findFirst()
          .map(entry -> settling.work(entry, false))
          .orElseGet(Progress.Finished::new);
    }
  }

  private List<Entry> heads() {
    Set<ItemId> seen = new HashSet<>();
    List<Entry> heads = new ArrayList<>();
    for (Entry entry : settling.parts().journal().open()) {
      if (entry.state() != EntryState.WITH_STAFF && seen.add(entry.what().item())) {
        heads.add(entry);
      }
    }
    heads.sort(Comparator.comparing(Outbox::isReturn).reversed().thenComparingLong(Entry::number));
    return heads;
  }

  private static boolean isReturn(Entry entry) {
    return entry.what() instanceof Happening.ItemReturned;
  }
}

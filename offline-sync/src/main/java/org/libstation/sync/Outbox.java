package org.libstation.sync;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;

/// Settles open entries, one unit of work at a time. The entries of one item are settled strictly
/// in order of their numbers; the first open entry of an item is its head. Among the heads, returns
/// come first, then the oldest. A waiting head holds up only its own item; an entry with staff
/// holds up nothing.
public final class Outbox {
  private final Settling settling;
  private final Lanes lanes;
  private final Optional<SecondLook> secondLook;
  private final Resting resting = new Resting();

  /// @param secondLook checks settled entries again when there is nothing to settle
  public Outbox(Settling settling, Lanes lanes, Optional<SecondLook> secondLook) {
    this.settling = settling;
    this.lanes = lanes;
    this.secondLook = secondLook;
  }

  /// Does one unit of work on the first head that has something to do. A waiting head rests until
  /// its time comes or a mark is added to it. If no head has work, makes one second look.
  ///
  /// @return how long to rest; zero if something was done
  public Duration step() {
    Duration rest = settling.parts().settings().idle();
    Duration now = settling.parts().clock().monotonic();
    Set<Long> met = new HashSet<>();
    Optional<JournalEntry> head = settling.parts().journal().headAfter(Optional.empty());
    while (head.isPresent()) {
      JournalEntry entry = head.get();
      met.add(entry.number());
      switch (resting
          .left(entry, now)
          .<Progress>map(Progress.Waits::new)
          .orElseGet(() -> work(entry))) {
        case Progress.StepWritten _, Progress.Finished _ -> {
          return Duration.ZERO;
        }
        case Progress.Waits(var left) -> rest = left.compareTo(rest) < 0 ? left : rest;
        case Progress.NoLink _ -> {
          // Other heads may have work that needs no link.
        }
      }
      head = settling.parts().journal().headAfter(head);
    }
    resting.keepOnly(met);
    settling.parts().journal().finishErasures();
    Duration wait = rest;
    return secondLook.map(SecondLook::step).filter(left -> left.compareTo(wait) < 0).orElse(wait);
  }

  /// Returns how many entries still wait to be settled, without those that staff have.
  public int waiting() {
    return (int)
        settling.parts().journal().open().stream()
            .filter(entry -> entry.state() != EntryState.WITH_STAFF)
            .count();
  }

  private Progress work(JournalEntry head) {
    Optional<Lanes.Lane> lane = lanes.tryTake(head.what().item());
    if (lane.isEmpty()) {
      return new Progress.Waits(settling.parts().settings().idle());
    }
    try (Lanes.Lane _ = lane.get()) {
      // Read again now that this thread owns the lane: the desk may have changed the entry.
      Optional<JournalEntry> entry = settling.holding(head.what().item()).stream().findFirst();
      return entry.map(this::workOn).orElseGet(Progress.Finished::new);
    }
  }

  private Progress workOn(JournalEntry entry) {
    Progress progress = settling.work(entry, false, lanes.untold()::keep);
    if (progress instanceof Progress.Waits(var left)) {
      resting.rest(entry, settling.parts().clock().monotonic().plus(left));
    }
    return progress;
  }
}

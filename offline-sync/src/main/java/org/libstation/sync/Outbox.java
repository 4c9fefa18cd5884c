package org.libstation.sync;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;

/// Settles what is open, one unit of work at a time. Per item strictly by number; among the heads
/// returns first, then the oldest. A head that waits holds its item only; an entry with staff holds
/// nothing.
public final class Outbox {
  private final Settling settling;
  private final Lanes lanes;
  private final Optional<SecondLook> secondLook;
  private final Resting resting = new Resting();

  /// @param secondLook what looks at settled entries once more, when nothing is to be settled
  public Outbox(Settling settling, Lanes lanes, Optional<SecondLook> secondLook) {
    this.settling = settling;
    this.lanes = lanes;
    this.secondLook = secondLook;
  }

  /// One unit of work on the first head that has something to do. A head that waits rests till its
  /// time comes or a mark is added to it. With nothing to do, one look at what was settled.
  ///
  /// @return how long to rest; zero when something was done
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
          // Others may still have something to do that needs no link.
        }
      }
      head = settling.parts().journal().headAfter(head);
    }
    resting.keepOnly(met);
    settling.parts().journal().finishErasures();
    Duration wait = rest;
    return secondLook.map(SecondLook::step).filter(left -> left.compareTo(wait) < 0).orElse(wait);
  }

  /// How many entries still wait to be settled, without those that staff have.
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
      // Read again now that it is ours: the desk may have gone on with it.
      Optional<JournalEntry> entry = settling.holding(head.what().item()).stream().findFirst();
      return entry.map(this::workOn).orElseGet(Progress.Finished::new);
    }
  }

  private Progress workOn(JournalEntry entry) {
    Progress progress = settling.work(entry, false);
    if (progress instanceof Progress.Waits(var left)) {
      resting.rest(entry, settling.parts().clock().monotonic().plus(left));
    }
    return progress;
  }
}

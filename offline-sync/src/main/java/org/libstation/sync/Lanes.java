package org.libstation.sync;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.libstation.circulation.ItemId;

/// Ensures that an item has only one owner at a time: the desk or the outbox. A lane is the
/// ownership of one item.
public final class Lanes {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final Set<ItemId> owned = new HashSet<>();
  private final UntoldReturns untold = new UntoldReturns();

  /// Ownership of an item, until it is closed.
  public final class Lane implements AutoCloseable {
    private final ItemId item;
    private boolean open = true;

    private Lane(ItemId item) {
      this.item = item;
    }

    @Override
    public void close() {
      if (open) {
        open = false;
        free(item);
      }
    }
  }

  /// The outcomes of returns that the outbox settled before the desk asked for them.
  UntoldReturns untold() {
    return untold;
  }

  /// Takes the item if it has no owner; empty otherwise.
  public Optional<Lane> tryTake(ItemId item) {
    return take(item, Duration.ZERO);
  }

  /// Takes the item; waits at most `atMost` for its owner. Empty if the item was not freed, or if
  /// the thread was interrupted (the interrupt flag stays set).
  public Optional<Lane> take(ItemId item, Duration atMost) {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (!owned.add(item)) {
        if (left <= 0) {
          return Optional.empty();
        }
        left = freed.awaitNanos(left);
      }
      return Optional.of(new Lane(item));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private void free(ItemId item) {
    lock.lock();
    try {
      owned.remove(item);
      freed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}

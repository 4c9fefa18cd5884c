package org.libstation.sync;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.libstation.circulation.ItemId;

/// Sees to it that an item has one owner at a time, the desk or the outbox.
public final class Lanes {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final Set<ItemId> owned = new HashSet<>();

  /// Owns the item until closed.
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

  /// Takes the item if nobody owns it.
  public Optional<Lane> tryTake(ItemId item) {
    return take(item, Duration.ZERO);
  }

  /// Takes the item, waiting for its owner at most so long; empty when it was not freed, or when
  /// the thread was interrupted (the interrupt stays set).
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

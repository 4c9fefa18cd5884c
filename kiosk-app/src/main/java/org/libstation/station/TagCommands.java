package org.libstation.station;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The commands to tags that are under way: the runner gives each its number, the bridge finds by
/// the number what it was for.
public final class TagCommands {
  private final AtomicLong next = new AtomicLong(1);
  private final Map<Long, Command> open = new ConcurrentHashMap<>();

  /// @param entry the journal's number; 0 where it is about none
  /// @param uid the tag's identifier as hex
  record Command(TagTask kind, long entry, String uid) {}

  enum TagTask {
    CLEAR,
    ARM,
    READ,
    /// A technician sets a bit right.
    SET_LENT,
    SET_IN_STOCK
  }

  long begin(Command command) {
    long number = next.getAndIncrement();
    open.put(number, command);
    return number;
  }

  Optional<Command> end(long number) {
    return Optional.ofNullable(open.remove(number));
  }
}

package org.libstation.station;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps the tag commands in progress. The runner gives each a number; the bridge uses the number
/// to find the command again.
public final class TagCommands {
  private final AtomicLong next = new AtomicLong(1);
  private final Map<Long, Command> open = new ConcurrentHashMap<>();

  /// @param entry the number of the journal entry; 0 if the command has none
  /// @param uid the tag's identifier in hexadecimal
  record Command(TagTask kind, long entry, String uid) {}

  /// Purpose of a tag command. CLEAR and ARM belong to a journal entry; READ only reads the
  /// security bit.
  enum TagTask {
    CLEAR,
    ARM,
    READ,
    /// A technician corrects a security bit.
    SET_LENT,
    SET_IN_STOCK
  }

  /// Stores a command and returns its new number.
  long begin(Command command) {
    long number = next.getAndIncrement();
    open.put(number, command);
    return number;
  }

  /// Removes a command by its number; empty if it is not in progress.
  Optional<Command> end(long number) {
    return Optional.ofNullable(open.remove(number));
  }
}

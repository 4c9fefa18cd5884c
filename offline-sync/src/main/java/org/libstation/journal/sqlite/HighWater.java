package org.libstation.journal.sqlite;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/// How far a journal got. Nothing is ever taken out of a journal, so that of two states of one
/// journal the one with fewer entries or fewer marks is the older.
///
/// @param identity which journal it is: a random number made with it
/// @param entries how many there are
/// @param marks how many there are
/// @param at when the last of them was written
@RecordBuilder
public record HighWater(int identity, long entries, long marks, Instant at)
    implements HighWaterBuilder.With {

  /// Whether this state lacks something that `other` has.
  boolean isBefore(HighWater other) {
    return entries < other.entries || marks < other.marks;
  }

  /// Whether both are states of one journal.
  boolean isOfTheSame(HighWater other) {
    return identity == other.identity;
  }

  HighWater after(long moreEntries, long moreMarks, Instant now) {
    return new HighWater(identity, entries + moreEntries, marks + moreMarks, now);
  }

  /// For people.
  @Override
  public String toString() {
    return "journal %08x, %d entries, %d marks, last written %s"
        .formatted(identity, entries, marks, at);
  }
}

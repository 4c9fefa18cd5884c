package org.libstation.journal.sqlite;

import static org.libstation.file.table.FieldTable.component;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;

/// How far a journal got. Nothing is ever removed from a journal. So of two states of one journal,
/// the one with fewer entries or fewer marks is the older.
///
/// @param identity identifies the journal: a random number drawn when it was made
/// @param at when the last entry or mark was written
@RecordBuilder
public record HighWater(int identity, long entries, long marks, Instant at)
    implements HighWaterBuilder.With {

  private static final FieldText<Integer> IDENTITY =
      new FieldText<>("%08x"::formatted, text -> Integer.parseUnsignedInt(text, 16));

  /// Describes how the components are stored in a file, under these names.
  static FieldTable<HighWater> fields(String journal, String entries, String marks, String at) {
    return FieldTable.of(
        HighWater::new,
        component(journal, HighWater::identity, IDENTITY),
        component(entries, HighWater::entries, FieldText.LONG),
        component(marks, HighWater::marks, FieldText.LONG),
        component(at, HighWater::at, FieldText.of(Instant::parse)));
  }

  /// Reports whether this state lacks something that `other` has.
  boolean isBefore(HighWater other) {
    return entries < other.entries || marks < other.marks;
  }

  /// Reports whether both are states of the same journal.
  boolean isOfTheSame(HighWater other) {
    return identity == other.identity;
  }

  /// Returns the mark after so many more entries and marks.
  HighWater after(long moreEntries, long moreMarks, Instant now) {
    return new HighWater(identity, entries + moreEntries, marks + moreMarks, now);
  }

  @Override
  public String toString() {
    return "journal %08x, %d entries, %d marks, last written %s"
        .formatted(identity, entries, marks, at);
  }
}

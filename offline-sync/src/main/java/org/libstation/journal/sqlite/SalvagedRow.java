package org.libstation.journal.sqlite;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.pages.ColumnValue;
import org.libstation.journal.sqlite.pages.TreePage.TreePageRow;

/// A row that is recognised by its shape alone, without knowing its table. No two tables of the
/// journal have rows of the same shape.
sealed interface SalvagedRow {
  record OfEntry(EntryTable.EntryRow row) implements SalvagedRow {}

  /// @param number of the mark; marks count in the order of their numbers
  record OfMark(long number, long entry, JournalEntry.Noted noted) implements SalvagedRow {}

  record OfSealed(long entry, SealedCard card) implements SalvagedRow {}

  /// The last number given in a table.
  record OfSequence(String table, long last) implements SalvagedRow {}

  /// A table and the page on which its tree begins.
  record OfTable(String name, int root) implements SalvagedRow {}

  /// A row with the shape of one of our rows, but with content that makes no sense.
  record NotUnderstood() implements SalvagedRow {}

  /// Recognises a row of a table.
  ///
  /// @return empty for a row of none of our tables
  static Optional<SalvagedRow> of(TreePageRow row) {
    List<ColumnValue> values = row.values();
    try {
      return switch (values.size()) {
        case 10 -> entry(row.number(), values);
        case 9 -> mark(row.number(), values);
        case 5 -> sealedOrTable(row.number(), values);
        case 2 -> sequence(values);
        default -> Optional.empty();
      };
    } catch (JournalException | IllegalArgumentException e) {
      return Optional.of(new NotUnderstood());
    }
  }

  /// Reads the item and the entry's number from a record of the index over items.
  ///
  /// @return empty for a record of another index
  static Optional<Indexed> indexed(TreePageRow row) {
    List<ColumnValue> values = row.values();
    if (values.size() >= 2
        && values.getFirst() instanceof ColumnValue.ColumnText(String item)
        && values.get(1) instanceof ColumnValue.ColumnInteger(long number)) {
      return Optional.of(new Indexed(item, number));
    }
    return Optional.empty();
  }

  /// @param item as [EventText#key] writes it
  record Indexed(String item, long number) {}

  private static Optional<SalvagedRow> entry(long number, List<ColumnValue> values) {
    if (!(values.getFirst() instanceof ColumnValue.NullColumn) || !texts(values, 1, 10, 4)) {
      return Optional.empty();
    }
    EventText what = new EventText(text(values, 6), text(values, 7), text(values, 9));
    EntryTable.EntryRow row =
        new EntryTable.EntryRow(number, time(values, 1).time(), what.happening());
    boolean itself = text(values, 8).equals(EventText.key(row.what().item()));
    return Optional.of(itself && number > 0 ? new OfEntry(row) : new NotUnderstood());
  }

  private static Optional<SalvagedRow> mark(long number, List<ColumnValue> values) {
    if (!(values.getFirst() instanceof ColumnValue.NullColumn)
        || !(values.get(1) instanceof ColumnValue.ColumnInteger(long entry))
        || !texts(values, 2, 9, 5)) {
      return Optional.empty();
    }
    JournalEntry.Noted noted =
        new JournalEntry.Noted(
            time(values, 2).time(), new MarkText(text(values, 7), text(values, 8)).mark());
    return Optional.of(
        entry > 0 && number > 0 ? new OfMark(number, entry, noted) : new NotUnderstood());
  }

  private static Optional<SalvagedRow> sealedOrTable(long number, List<ColumnValue> values) {
    if (values.getFirst() instanceof ColumnValue.NullColumn
        && values.get(1) instanceof ColumnValue.ColumnBytes(byte[] card)
        && values.get(2) instanceof ColumnValue.ColumnBytes(byte[] machine)
        && values.get(3) instanceof ColumnValue.ColumnBytes(byte[] recovery)
        && values.get(4) instanceof ColumnValue.ColumnText(String key)) {
      return Optional.of(new OfSealed(number, new SealedCard(card, machine, recovery, key)));
    }
    if (values.getFirst() instanceof ColumnValue.ColumnText(String type)
        && type.equals("table")
        && values.get(1) instanceof ColumnValue.ColumnText(String name)
        && values.get(3) instanceof ColumnValue.ColumnInteger(long root)
        && root > 0
        && root <= Integer.MAX_VALUE) {
      return Optional.of(new OfTable(name, (int) root));
    }
    return Optional.empty();
  }

  private static Optional<SalvagedRow> sequence(List<ColumnValue> values) {
    return values.getFirst() instanceof ColumnValue.ColumnText(String table)
            && values.get(1) instanceof ColumnValue.ColumnInteger(long last)
        ? Optional.of(new OfSequence(table, last))
        : Optional.empty();
  }

  /// Reports whether the columns `from` to `to` (exclusive) hold text.
  ///
  /// @param maybe the one column that may be NULL
  private static boolean texts(List<ColumnValue> values, int from, int to, int maybe) {
    for (int i = from; i < to; i++) {
      boolean fits =
          values.get(i) instanceof ColumnValue.ColumnText
              || (i == maybe && values.get(i) instanceof ColumnValue.NullColumn);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static EventTimeText time(List<ColumnValue> values, int from) {
    @Nullable String skew =
        values.get(from + 3) instanceof ColumnValue.ColumnText(String text) ? text : null;
    String clock = text(values, from + 4);
    if (!clock.equals("sound") && !clock.equals("doubtful")) {
      throw new JournalException(
          JournalException.FaultKind.CORRUPT, "no word of a clock: " + clock);
    }
    return new EventTimeText(
        text(values, from), text(values, from + 1), text(values, from + 2), skew, clock);
  }

  private static String text(List<ColumnValue> values, int at) {
    return values.get(at) instanceof ColumnValue.ColumnText(String text) ? text : "";
  }
}

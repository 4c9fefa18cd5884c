package org.libstation.file.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes a record as one line of text, and reads it. The line holds the fields without their
/// names, in a fixed order, with a separator between them.
///
/// @param between the separator; must not occur in a field
/// @param names of the fields, in the order of the line
/// @param openEnd whether the last field is the rest of the line, separators included
public record FieldRow<R>(
    String between, FieldTable<R> table, List<String> names, boolean openEnd) {
  public FieldRow {
    names = List.copyOf(names);
  }

  public FieldRow(String between, FieldTable<R> table, List<String> names) {
    this(between, table, names, false);
  }

  public static <R> FieldRow<R> of(String between, FieldTable<R> table, String... names) {
    return new FieldRow<>(between, table, List.of(names));
  }

  /// Returns the same row with a last field that takes the rest of the line.
  public FieldRow<R> withOpenEnd() {
    return new FieldRow<>(between, table, names, true);
  }

  /// Returns the line, without a line end.
  public String write(R value) {
    Map<String, String> fields = new LinkedHashMap<>();
    table.write(value, fields);
    if (!List.copyOf(fields.keySet()).equals(names)) {
      throw new IllegalStateException("expected " + names + ", found " + fields.keySet());
    }
    return String.join(between, fields.values());
  }

  /// @throws IllegalArgumentException if it has fewer or more fields, or one cannot be read
  public R read(String line) {
    String[] cells = line.split(Pattern.quote(between), openEnd ? names.size() : -1);
    if (cells.length != names.size()) {
      throw new IllegalArgumentException(
          "expected %d fields, found %d".formatted(names.size(), cells.length));
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      fields.put(names.get(i), cells[i]);
    }
    return table.read(fields);
  }

  /// Returns this row as the text form of a single field.
  public FieldText<R> text() {
    return new FieldText<>(this::write, this::read);
  }
}

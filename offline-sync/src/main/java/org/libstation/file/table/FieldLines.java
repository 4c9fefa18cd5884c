package org.libstation.file.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes a record as lines of text, and reads it. Each line holds one field: its name, a separator
/// and its value. A value of several lines takes several lines, each with the name.
///
/// @param between the separator; must not occur in a name
public record FieldLines<R>(String between, FieldTable<R> table) {

  /// Returns the lines, each with its line end.
  public String write(R value) {
    Map<String, String> fields = new LinkedHashMap<>();
    table.write(value, fields);
    return fields.entrySet().stream()
        .flatMap(
            field ->
                Stream.of(field.getValue().split("\n", -1)).map(line -> line(field.getKey(), line)))
        .collect(Collectors.joining());
  }

  private String line(String name, String value) {
    return name + between + value + "\n";
  }

  /// Reads a record; ignores lines of another form.
  ///
  /// @throws IllegalArgumentException if a field is missing or cannot be read
  public R read(List<String> lines) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : lines) {
      int at = line.indexOf(between);
      if (at > 0) {
        fields.merge(
            line.substring(0, at),
            line.substring(at + between.length()).strip(),
            (one, next) -> one + "\n" + next);
      }
    }
    return table.read(fields);
  }
}

package org.libstation.policy.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.file.table.FieldTable;

/// Writes a record as one JSON object (RFC 8259) whose values are all texts, and reads it back.
///
/// @param table names the members of the object
public record FieldJson<R>(FieldTable<R> table) {

  /// Returns the object in one line.
  public String write(R value) {
    Map<String, String> fields = new LinkedHashMap<>();
    table.write(value, fields);
    return fields.entrySet().stream()
        .map(field -> Json.quoted(field.getKey()) + ":" + Json.quoted(field.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /// Reads an object.
  ///
  /// @return empty if [FlatJson#read] returns empty, or if a member is missing or cannot be read
  public Optional<R> read(String text) {
    return FlatJson.read(text).flatMap(this::of);
  }

  private Optional<R> of(Map<String, String> fields) {
    try {
      return Optional.of(table.read(fields));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}

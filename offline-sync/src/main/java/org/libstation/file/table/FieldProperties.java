package org.libstation.file.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/// Writes a record as Java properties and reads it back.
///
/// @param table its fields
public record FieldProperties<R>(FieldTable<R> table) {

  public Properties write(R value) {
    Map<String, String> fields = new LinkedHashMap<>();
    table.write(value, fields);
    Properties properties = new Properties();
    properties.putAll(fields);
    return properties;
  }

  /// @throws IllegalArgumentException if a field is missing or cannot be read
  public R read(Properties properties) {
    Map<String, String> fields = new LinkedHashMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> fields.put(name, properties.getProperty(name, "")));
    return table.read(fields);
  }
}

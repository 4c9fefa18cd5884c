package org.libstation.policy.document;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes a document as a table of paths and values.
public final class Paths {
  private final Map<String, String> table = new TreeMap<>();

  private Paths() {}

  /// @return values by paths such as `windows.closure-2020.to` and `classes.adult[1].fine.rate`
  public static Map<String, String> of(Value document) {
    Paths paths = new Paths();
    paths.add("", document);
    return paths.table;
  }

  private void add(String path, Value value) {
    switch (value) {
      case Value.Scalar scalar -> table.put(path, scalar.text());
      case Value.Items items -> {
        List<Value> values = items.values();
        for (int i = 0; i < values.size(); i++) {
          add(path + "[" + (i + 1) + "]", values.get(i));
        }
      }
      case Value.ValueFields fields ->
          fields
              .fields()
              .forEach(
                  (name, field) -> add(path.isEmpty() ? name : path + "." + name, field.value()));
    }
  }
}

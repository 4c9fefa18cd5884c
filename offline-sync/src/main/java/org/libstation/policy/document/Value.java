package org.libstation.policy.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of a document.
public sealed interface Value {
  /// The line on which the value begins, from 1.
  int line();

  /// A single value.
  ///
  /// @param text as written, without quotes
  record Scalar(int line, ScalarKind kind, String text) implements Value {
    /// The type of a value by the core schema of YAML 1.2; a quoted value is text.
    public enum ScalarKind {
      TEXT,
      INTEGER,
      DECIMAL,
      TRUTH,
      NOTHING
    }
  }

  record Items(int line, List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /// Named values.
  ///
  /// @param fields by name, in the order of the document
  record ValueFields(int line, Map<String, ValueField> fields) implements Value {
    public ValueFields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /// A value with its name.
  ///
  /// @param line line of its name, from 1
  record ValueField(int line, Value value) {}
}

package org.libstation.policy.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of a document.
public sealed interface Value {
  /// The line it begins on, from 1.
  int line();

  /// @param text as written, without quotes
  record Scalar(int line, ScalarKind kind, String text) implements Value {
    /// What it is by the core schema of YAML 1.2; what stands in quotes is text.
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

  /// @param fields by name, in the order of the document
  record ValueFields(int line, Map<String, ValueField> fields) implements Value {
    public ValueFields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /// @param line where its name stands, from 1
  record ValueField(int line, Value value) {}
}

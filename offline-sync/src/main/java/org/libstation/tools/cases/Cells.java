package org.libstation.tools.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The cells of one row, by the names of their columns, and what is wrong with them. A column that
/// is not there is an empty cell.
final class Cells {
  private static final int MOST_SHOWN = 60;

  private final Map<String, Integer> columns;
  private final List<String> cells;
  private final List<String> faults = new ArrayList<>();

  /// @param columns the place of each column
  Cells(Map<String, Integer> columns, List<String> cells) {
    this.columns = columns;
    this.cells = cells;
  }

  /// Without the spaces around it; empty when there is nothing.
  String text(String column) {
    Integer place = columns.get(column);
    return place == null || place >= cells.size() ? "" : cells.get(place).strip();
  }

  boolean isFilled(String column) {
    return !text(column).isEmpty();
  }

  /// What a cell says; empty when it is empty, or cannot be read: that is a fault then.
  <T> Optional<T> value(String column, String expected, Function<String, Optional<T>> read) {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value = read.apply(text);
    if (value.isEmpty()) {
      fault(column, expected);
    }
    return value;
  }

  /// The same for a cell that must be filled unless something else says it.
  <T> Optional<T> needed(
      String column, String expected, Function<String, Optional<T>> read, Optional<T> otherwise) {
    if (isFilled(column)) {
      return value(column, expected, read);
    }
    if (otherwise.isEmpty()) {
      fault(column, expected);
    }
    return otherwise;
  }

  void fault(String column, String expected) {
    String text = text(column);
    String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    faults.add(
        column
            + ": expected "
            + expected
            + (shown.isEmpty() ? ", it is empty" : ", found \"" + shown + "\""));
  }

  List<String> faults() {
    return faults;
  }
}

package org.libstation.tools.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The cells of one row by column name, and the faults found in them. A missing column counts as an
/// empty cell.
final class Cells {
  private static final int MOST_SHOWN = 60;

  private final Map<String, Integer> columns;
  private final List<String> cells;
  private final List<String> faults = new ArrayList<>();

  /// @param columns position of each column, by name
  Cells(Map<String, Integer> columns, List<String> cells) {
    this.columns = columns;
    this.cells = cells;
  }

  /// The text of a cell without surrounding spaces; empty text if there is none.
  String text(String column) {
    Integer place = columns.get(column);
    return place == null || place >= cells.size() ? "" : cells.get(place).strip();
  }

  boolean isFilled(String column) {
    return !text(column).isEmpty();
  }

  /// Reads the value of a cell; empty if the cell is empty or cannot be read. A cell that cannot be
  /// read is noted as a fault.
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

  /// Reads the value of a cell. If the cell is empty, returns `otherwise`; if that is empty too,
  /// notes a fault.
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

  /// Adds a fault of a cell.
  ///
  /// @param expected what a valid cell holds
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

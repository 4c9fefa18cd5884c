package org.libstation.fines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads comma separated text with a header line and quoted fields (RFC 4180, without line breaks
/// inside quotes).
final class CsvTable {
  private CsvTable() {}

  /// One line of the table.
  ///
  /// @param line its number in the file, from 1
  record Row(int line, Map<String, String> cells) {
    /// @throws AssertionError when there is no such column
    String get(String column) {
      String value = cells.get(column);
      if (value == null) {
        throw new AssertionError("no column " + column);
      }
      return value;
    }

    @Override
    public String toString() {
      return "line " + line;
    }
  }

  static List<Row> rows(String text) {
    List<String> lines = text.lines().toList();
    List<String> header = cells(lines.getFirst());
    List<Row> rows = new ArrayList<>();
    for (int number = 2; number <= lines.size(); number++) {
      List<String> values = cells(lines.get(number - 1));
      if (values.size() != header.size()) {
        throw new AssertionError("line " + number + " has " + values.size() + " cells");
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), values.get(i));
      }
      rows.add(new Row(number, row));
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}

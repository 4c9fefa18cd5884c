package org.libstation.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libstation.flow.state.DropLamp;
import org.libstation.flow.state.DropState;

/// The table of `docs/patron-services/book-drop.md`, as it is read by people.
///
/// @param before the state the row begins in
/// @param event what happens, in words
/// @param after the state it leads to
/// @param sees what the patron sees
/// @param written what is written, in the words of [DropTableTest]
/// @param lamp as the page names it
public record DropTable(
    String id,
    DropState before,
    String event,
    DropState after,
    String sees,
    String written,
    DropLamp lamp) {
  private static final Path PAGE = Path.of("..", "docs", "patron-services", "book-drop.md");

  public static Map<String, DropTable> rows() {
    Map<String, DropTable> rows = new LinkedHashMap<>();
    for (String line : lines()) {
      if (line.matches("\\| \\d\\d \\|.*")) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.substring(1, line.lastIndexOf('|')).split("\\|", -1)) {
          cells.add(cell.strip());
        }
        if (cells.size() != 7) {
          throw new AssertionError("seven cells: " + line);
        }
        DropTable row =
            new DropTable(
                cells.get(0),
                DropState.valueOf(cells.get(1)),
                cells.get(2),
                DropState.valueOf(cells.get(3)),
                cells.get(4),
                cells.get(5),
                DropLamp.valueOf(cells.get(6)));
        if (rows.put(row.id(), row) != null) {
          throw new AssertionError("twice: " + row.id());
        }
      }
    }
    return rows;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(PAGE);
    } catch (IOException e) {
      throw new AssertionError(PAGE + " cannot be read", e);
    }
  }
}

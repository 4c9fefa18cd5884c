package org.libstation.tools.cases;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes rows with the same columns as comma separated text that [CaseTable] reads.
public final class CaseSheet {
  private final CsvWriter writer;
  private List<String> columns = List.of();

  /// @param out is not closed
  public CaseSheet(Writer out) {
    writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
  }

  /// The first one gives the names of the columns and their order.
  public void add(Map<String, String> row) {
    if (columns.isEmpty()) {
      columns = new ArrayList<>(row.keySet());
      writer.writeRecord(columns);
    }
    writer.writeRecord(columns.stream().map(column -> row.getOrDefault(column, "")).toList());
  }

  /// All rows are in the writer then.
  public void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

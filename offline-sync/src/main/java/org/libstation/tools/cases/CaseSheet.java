package org.libstation.tools.cases;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes rows with the same columns as comma-separated text, which [CaseTable] reads.
public final class CaseSheet {
  private final CsvWriter writer;
  private List<String> columns = List.of();

  /// @param out the caller closes it
  public CaseSheet(Writer out) {
    writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
  }

  /// Writes a row. The first row sets the names and order of the columns.
  public void add(Map<String, String> row) {
    if (columns.isEmpty()) {
      columns = new ArrayList<>(row.keySet());
      writer.writeRecord(columns);
    }
    writer.writeRecord(columns.stream().map(column -> row.getOrDefault(column, "")).toList());
  }

  /// Passes all rows to the writer.
  public void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

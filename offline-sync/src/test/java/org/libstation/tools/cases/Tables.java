package org.libstation.tools.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.fines.Profile;

/// Tables as lists of rows, by the names of their columns.
final class Tables {
  private Tables() {}

  static List<Map<String, String>> workedCases() {
    try (InputStream in = Tables.class.getResourceAsStream("/cases/fines.csv")) {
      if (in == null) {
        throw new AssertionError("cases/fines.csv is missing");
      }
      return rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Map<String, String>> rows(String text) {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
      List<List<String>> all = reader.stream().map(CsvRecord::getFields).toList();
      List<Map<String, String>> rows = new ArrayList<>();
      for (List<String> cells : all.subList(1, all.size())) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
          row.put(all.getFirst().get(i), cells.get(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param columns their order
  static String text(List<String> columns, List<Map<String, String>> rows) {
    StringWriter out = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      writer.writeRecord(columns);
      for (Map<String, String> row : rows) {
        writer.writeRecord(columns.stream().map(name -> row.getOrDefault(name, "")).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  record Counted(CaseTable.End end, String text) {
    List<Map<String, String>> rows() {
      return Tables.rows(text);
    }

    Map<String, String> only() {
      List<Map<String, String>> rows = rows();
      if (rows.size() != 1) {
        throw new AssertionError(text);
      }
      return rows.getFirst();
    }
  }

  static Counted count(String text, Optional<Profile> profile, boolean explain) {
    StringWriter out = new StringWriter();
    try {
      CaseTable.End end = new CaseTable(profile, explain).count(new StringReader(text), out);
      return new Counted(end, out.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

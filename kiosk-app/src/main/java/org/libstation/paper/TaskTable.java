package org.libstation.paper;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.libstation.circulation.PlainText;
import org.libstation.circulation.StaffTask;

/// Writes the staff tasks as a table (RFC 4180), for a spreadsheet or another program.
public final class TaskTable {
  private static final List<String> HEAD =
      List.of(
          "entry",
          "kind",
          "what",
          "todo",
          "deed",
          "item",
          "title",
          "happened_at",
          "clock",
          "card",
          "note");

  private TaskTable() {}

  /// Writes the heading and a row for each task.
  public static void write(TaskWords words, List<StaffTask> tasks, Writer out) throws IOException {
    CsvWriter table = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    table.writeRecord(HEAD);
    for (StaffTask task : tasks) {
      table.writeRecord(row(words, task).stream().map(PlainText::cell).toList());
    }
    table.flush();
  }

  private static List<String> row(TaskWords words, StaffTask task) {
    return List.of(
        Long.toString(task.entry()),
        task.kind(),
        words.what(task),
        words.act(task),
        task.deed(),
        task.item().value(),
        task.title(),
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            task.happened().corrected().atZoneSameInstant(words.zone())),
        task.happened().doubtful() ? "doubtful" : "sound",
        task.card().orElse(""),
        words.note(task));
  }
}

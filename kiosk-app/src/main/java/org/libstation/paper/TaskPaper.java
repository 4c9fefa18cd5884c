package org.libstation.paper;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.libstation.circulation.StaffTask;
import org.libstation.device.Receipt;
import org.libstation.device.Receipt.Align;
import org.libstation.device.Receipt.Style;

/// The to-do list on paper, from the station's printer or as a PDF page. No name, and of a card the
/// last digits only.
public final class TaskPaper {
  private TaskPaper() {}

  /// @param station its name
  /// @param at when the list was made
  /// @param number of this page, from 1
  /// @param pages how many there are
  public static Receipt page(
      TaskWords words,
      List<StaffTask> tasks,
      String station,
      OffsetDateTime at,
      int number,
      int pages) {
    List<Receipt.Line> lines = new ArrayList<>();
    lines.add(text(words.words().say("todo.head"), Style.LARGE));
    lines.add(text(station, Style.NORMAL));
    lines.add(text(moment(words, at), Style.NORMAL));
    if (pages > 1) {
      lines.add(text(words.words().say("todo.page", number, pages), Style.NORMAL));
    }
    lines.add(new Receipt.Rule());
    if (tasks.isEmpty()) {
      lines.add(text(words.words().say("todo.none"), Style.NORMAL));
    }
    for (StaffTask task : tasks) {
      lines.add(text(words.words().say("todo.number", task.entry()), Style.BOLD));
      words.lines(task).forEach(line -> lines.add(text(line, Style.NORMAL)));
      lines.add(text(words.words().say("todo.signed"), Style.NORMAL));
      lines.add(new Receipt.Space());
      lines.add(new Receipt.Rule());
    }
    lines.add(text(words.words().say("todo.paper"), Style.NORMAL));
    return Receipt.of(words.words().language().tag(), lines);
  }

  private static String moment(TaskWords words, OffsetDateTime at) {
    return words.words().moment(at.atZoneSameInstant(words.zone()).toLocalDateTime());
  }

  /// The bullets before a card's last digits are in no font of paper.
  private static Receipt.Line text(String words, Style style) {
    return new Receipt.Text(words.replace('•', '*'), style, Align.LEFT);
  }
}

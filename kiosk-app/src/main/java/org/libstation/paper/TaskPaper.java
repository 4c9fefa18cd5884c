package org.libstation.paper;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.libstation.circulation.StaffTask;
import org.libstation.device.Receipt;
import org.libstation.device.Receipt.Align;
import org.libstation.device.Receipt.Style;

/// Composes the staff tasks for paper, for the station's printer or as PDF pages. They have no
/// name, and only the last digits of a card.
public final class TaskPaper {
  private static final int TASKS_A_PAGE = 6;

  private TaskPaper() {}

  /// Composes the whole list on as many pages as needed; an empty list has one page that says so.
  ///
  /// @param station name of the station
  public static List<Receipt> pages(TaskWords words, List<StaffTask> tasks, String station) {
    OffsetDateTime at = OffsetDateTime.now(words.zone());
    int count = Math.max(1, (tasks.size() + TASKS_A_PAGE - 1) / TASKS_A_PAGE);
    List<Receipt> pages = new ArrayList<>();
    for (int page = 0; page < count; page++) {
      List<StaffTask> here =
          tasks.subList(page * TASKS_A_PAGE, Math.min(tasks.size(), (page + 1) * TASKS_A_PAGE));
      pages.add(page(words, here, station, at, page + 1, count));
    }
    return pages;
  }

  /// Composes one page.
  ///
  /// @param station name of the station
  /// @param at when the list was made
  /// @param number number of this page, from 1
  /// @param pages number of all pages
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

  /// No font for paper has the bullets before a card's last digits.
  private static Receipt.Line text(String words, Style style) {
    return new Receipt.Text(words.replace('•', '*'), style, Align.LEFT);
  }
}

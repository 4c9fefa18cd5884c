package org.libstation.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.circulation.StaffTask;
import org.libstation.device.Receipt;
import org.libstation.device.receipt.PdfReceipt;
import org.libstation.flow.state.Language;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.paper.StaffTasks;
import org.libstation.paper.TaskPaper;
import org.libstation.paper.TaskTable;
import org.libstation.paper.TaskWords;
import org.libstation.service.SiteOffice;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Staff's to-do list: printed, as a table, as a PDF.
@Command(
    name = "todo",
    description =
        "What a person must put right: what happened, the item, the true time, the card's last"
            + " digits, what to do. Also while the station runs.",
    footer = {
      "",
      "Examples:",
      "  ./station journal todo --config config",
      "  ./station journal todo --data /media/copy/data --language zh-Hant-HK",
      "  ./station journal todo --config config --language en --csv todo.csv --pdf todo.pdf",
      "  ./station journal close 17 --config config --by \"Chan Tai-man\" --reason \"booked by"
          + " hand\""
    })
final class ToDoCommand extends PrintingCommand {
  private static final int TASKS_A_PAGE = 6;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @Mixin private JournalPlace place = new JournalPlace();

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = Language.TAGS + " (default: the station's; en with --data)")
  private @Nullable String language;

  @Option(names = "--csv", paramLabel = "FILE", description = "write a table (UTF-8) there")
  private @Nullable Path csv;

  @Option(names = "--pdf", paramLabel = "FILE", description = "write A4 pages there")
  private @Nullable Path pdf;

  @Override
  protected int run() {
    Optional<Site> site = place.site();
    SiteOffice.Manner manner = site.map(SiteOffice::manner).orElseGet(SiteOffice::manner);
    TaskWords words =
        new TaskWords(
            manner.texts().in(StaffLanguage.of(language, manner.language())), manner.zone());
    List<StaffTask> tasks = site.isPresent() ? tasks(SiteOffice.read(site.get())) : tasksBeside();
    try {
      if (csv != null) {
        table(words, tasks, csv);
      }
      if (pdf != null) {
        pages(words, tasks, site.isPresent() ? manner.station() : zone(words), pdf);
      }
    } catch (IOException e) {
      throw new SiteProblem("the list cannot be written: " + e.getMessage());
    }
    print(words, tasks);
    if (site.isEmpty()) {
      say("");
      say(zone(words));
    }
    return 0;
  }

  /// Where no site says it, this computer's; it stands on paper in the place of the station's name.
  private static String zone(TaskWords words) {
    return words.words().say("todo.zone", words.zone().getId());
  }

  private static List<StaffTask> tasks(JournalReader journal) {
    try (JournalReader reader = journal) {
      return StaffTasks.of(reader.each(), reader::card);
    } catch (JournalException e) {
      throw new SiteProblem("the journal: " + e.getMessage());
    }
  }

  /// Of a data directory alone, such as a copy: whose card it is stays sealed.
  private List<StaffTask> tasksBeside() {
    return place.reading(reader -> StaffTasks.of(reader.each(), _ -> Optional.empty()));
  }

  private static void table(TaskWords words, List<StaffTask> tasks, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      // Without it a spreadsheet takes the Chinese for another encoding.
      out.write(BYTE_ORDER_MARK);
      TaskTable.write(words, tasks, out);
    }
  }

  private static void pages(TaskWords words, List<StaffTask> tasks, String station, Path file)
      throws IOException {
    OffsetDateTime at = OffsetDateTime.now(words.zone());
    int count = Math.max(1, (tasks.size() + TASKS_A_PAGE - 1) / TASKS_A_PAGE);
    List<Receipt> pages = new ArrayList<>();
    for (int page = 0; page < count; page++) {
      List<StaffTask> here =
          tasks.subList(page * TASKS_A_PAGE, Math.min(tasks.size(), (page + 1) * TASKS_A_PAGE));
      pages.add(TaskPaper.page(words, here, station, at, page + 1, count));
    }
    PdfReceipt.write(pages, PdfReceipt.PdfPageFormat.A4, words.words().say("todo.head"), file);
  }

  private void print(TaskWords words, List<StaffTask> tasks) {
    say(
        tasks.isEmpty()
            ? words.words().say("todo.none")
            : words.words().count("todo.count", tasks.size()));
    for (StaffTask task : tasks) {
      say("");
      say(words.words().say("todo.number", task.entry()));
      words.lines(task).forEach(line -> say("  " + plain(line)));
    }
  }

  /// A title or note from outside must not rewrite a terminal.
  private static String plain(String line) {
    return line.replaceAll("\\p{Cntrl}", " ");
  }
}

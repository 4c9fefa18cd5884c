package org.libstation.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.circulation.StaffTask;
import org.libstation.device.receipt.PdfReceipt;
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

/// The command `journal todo`: shows the staff task list, as text, as a table or as a PDF.
@Command(name = "todo")
final class ToDoCommand extends PrintingCommand {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @Mixin private JournalPlace place = new JournalPlace();

  @Mixin private StaffLanguage language = new StaffLanguage();

  @Option(names = "--csv", paramLabel = "FILE")
  private @Nullable Path csv;

  @Option(names = "--pdf", paramLabel = "FILE")
  private @Nullable Path pdf;

  @Override
  protected int run() {
    Optional<Site> site = place.site();
    SiteOffice.Manner manner = site.map(SiteOffice::manner).orElseGet(SiteOffice::manner);
    TaskWords words = new TaskWords(manner.texts().in(language.at(manner)), manner.zone());
    List<StaffTask> tasks = site.isPresent() ? tasks(SiteOffice.read(site.get())) : tasksBeside();
    try {
      if (csv != null) {
        table(words, tasks, csv);
      }
      if (pdf != null) {
        PdfReceipt.write(
            TaskPaper.pages(words, tasks, site.isPresent() ? manner.station() : zone(words)),
            PdfReceipt.PdfPageFormat.A4,
            words.words().say("todo.head"),
            pdf);
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

  /// Names this computer's time zone if no site names one. On paper it takes the place of the
  /// station's name.
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

  /// Tasks of a data directory alone, such as a copy; its card numbers stay sealed.
  private List<StaffTask> tasksBeside() {
    return place.reading(reader -> StaffTasks.of(reader.each(), _ -> Optional.empty()));
  }

  private static void table(TaskWords words, List<StaffTask> tasks, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      // Without it, spreadsheets read Chinese text in a wrong encoding.
      out.write(BYTE_ORDER_MARK);
      TaskTable.write(words, tasks, out);
    }
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
}

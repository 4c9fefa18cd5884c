package org.libstation.tools.command;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.TaskNote;
import org.libstation.command.SiteCommand;
import org.libstation.journal.EntryState;
import org.libstation.journal.EventKind;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.MemoryJournal;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.service.SiteOffice;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.sync.Rehearsal;
import org.libstation.sync.Rehearsal.RehearsalOutcome;
import picocli.CommandLine.Command;

/// Looks up what would become of the open entries, without changing anything (`station journal
/// rehearse`).
@Command(name = "rehearse")
final class RehearseCommand extends SiteCommand {
  private static final int SOME_TO_STAFF = 1;
  private static final int NO_ANSWER = 3;

  @Override
  protected int run() {
    Site site = site();
    try (JournalReader reader = SiteOffice.read(site);
        SiteOffice.CentralAccess asking = SiteOffice.asking(site)) {
      List<Rehearsal.RehearsedEntry> lines =
          new Rehearsal(
                  copy -> copy(reader, copy),
                  asking.central(),
                  asking.clock(),
                  asking.settings(),
                  asking.habits())
              .lines();
      print(lines);
      return status(lines);
    } catch (JournalException e) {
      throw new SiteProblem("the journal: " + e.getMessage());
    }
  }

  /// Copies the open entries, and everything that happened to their items before.
  private static void copy(JournalReader reader, MemoryJournal copy) {
    List<JournalEntry> all = reader.everything();
    Set<ItemId> concerned =
        all.stream()
            .filter(entry -> entry.state() != EntryState.CLOSED)
            .map(entry -> entry.what().item())
            .collect(Collectors.toSet());
    all.stream()
        .filter(entry -> concerned.contains(entry.what().item()))
        .forEach(entry -> copy.copy(entry, reader.card(entry.number())));
  }

  private static int status(List<Rehearsal.RehearsedEntry> lines) {
    if (lines.stream().anyMatch(line -> line.outcome() == RehearsalOutcome.NO_ANSWER)) {
      return NO_ANSWER;
    }
    return lines.stream().anyMatch(line -> line.outcome() == RehearsalOutcome.WOULD_GO_TO_STAFF)
        ? SOME_TO_STAFF
        : 0;
  }

  private void print(List<Rehearsal.RehearsedEntry> lines) {
    Function<List<TaskNote>, String> notes = SiteOffice.notes();
    Map<RehearsalOutcome, Integer> counts = new EnumMap<>(RehearsalOutcome.class);
    for (Rehearsal.RehearsedEntry line : lines) {
      counts.merge(line.outcome(), 1, Integer::sum);
      JournalEntry entry = line.entry();
      say(
          "%6d  %-13s  %-16s  %s%s"
              .formatted(
                  entry.number(),
                  word(EventKind.of(entry.what())),
                  entry.what().item().value(),
                  word(line.outcome()),
                  line.staff()
                      .map(
                          staff ->
                              ": "
                                  + word(staff.kind())
                                  + " ("
                                  + notes.apply(staff.notes()).replaceAll("\\p{Cntrl}", " ")
                                  + ")")
                      .orElse("")));
    }
    if (lines.isEmpty()) {
      say("nothing is open");
    }
    counts.forEach((outcome, count) -> say("%-20s %d".formatted(word(outcome), count)));
    say("only status requests were sent, and nothing was written");
  }
}

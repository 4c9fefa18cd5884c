package org.libstation.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.circulation.Answer;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.journal.EventKind;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalPrinter;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.SeenAgain.SecondLookResult;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.service.SiteOffice;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.sync.Audit;
import org.libstation.sync.ItemAudit;
import org.libstation.sync.Tally;
import org.libstation.sync.Tally.Fate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The command `journal audit`: what was done at a station and with which result. On request it
/// compares single items with the central system.
@Command(name = "audit")
final class JournalAuditCommand extends PrintingCommand {
  private static final int DISAGREES = 1;

  @Mixin private JournalPlace place = new JournalPlace();

  @Option(names = "--item", paramLabel = "BARCODE")
  private List<String> items = List.of();

  @Override
  protected int run() {
    Path directory = place.journal();
    return JournalPlace.reading(
        directory, reader -> items.isEmpty() ? whole(reader, directory) : byItem(reader));
  }

  private int whole(JournalReader reader, Path directory) {
    List<JournalEntry> entries = reader.everything();
    print(sums(Tally.of(entries)));
    say(fines(entries));
    say(lookedAgain(entries));
    print(new JournalPrinter(SiteOffice.notes()).audit(entries));
    List<Audit.Discrepancy> wrong = new Audit(reader).lines();
    say(
        wrong.isEmpty()
            ? "the entries in this journal are consistent"
            : "the journal is not consistent:");
    wrong.forEach(line -> say("%6d  %s  %s".formatted(line.entry(), line.item(), line.words())));
    AuditScope scope =
        AuditScope.of(
            entries,
            JournalStore.setAside(directory),
            JournalStore.broken(directory),
            JournalStore.isMarked(directory));
    if (!scope.missing().isEmpty()) {
      say("it is NOT ALL THERE:");
      scope.missing().forEach(line -> say("  " + line));
    }
    say("not looked at:");
    scope.unseen().forEach(line -> say("  " + line));
    return wrong.isEmpty() && scope.missing().isEmpty() ? 0 : DISAGREES;
  }

  /// The totals as a table: a row for each kind of event, a column for each result. Rows and
  /// columns must add up.
  private static List<String> sums(Tally tally) {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder("%-15s %9s =".formatted("", "done here"));
    for (Fate fate : Fate.values()) {
      head.append(" %11s".formatted(word(fate)));
    }
    lines.add(head.toString());
    for (EventKind deed : EventKind.values()) {
      StringBuilder row = new StringBuilder("%-15s %9d =".formatted(word(deed), tally.done(deed)));
      for (Fate fate : Fate.values()) {
        row.append(" %11d".formatted(tally.count(deed, fate)));
      }
      lines.add(row.toString());
    }
    StringBuilder sum = new StringBuilder("%-15s %9d =".formatted("all", tally.entries()));
    for (Fate fate : Fate.values()) {
      sum.append(" %11d".formatted(tally.count(fate)));
    }
    lines.add(sum.toString());
    lines.add(tally.closes() ? "the sums close" : "THE SUMS DO NOT CLOSE");
    return lines;
  }

  /// Compares the fines told to patrons with the library's own figures.
  private static String fines(List<JournalEntry> entries) {
    Map<FineTold.Comparison, Integer> counts = new EnumMap<>(FineTold.Comparison.class);
    entries.stream()
        .flatMap(entry -> entry.marks().stream())
        .map(JournalEntry.Noted::mark)
        .filter(Mark.Fine.class::isInstance)
        .forEach(mark -> counts.merge(((Mark.Fine) mark).told().comparison(), 1, Integer::sum));
    return "fines told %d = agreed with the library %d + differed %d + not comparable %d"
        .formatted(
            counts.values().stream().mapToInt(Integer::intValue).sum(),
            counts.getOrDefault(FineTold.Comparison.AGREED, 0),
            counts.getOrDefault(FineTold.Comparison.DIFFERED, 0),
            counts.getOrDefault(FineTold.Comparison.NOT_COMPARABLE, 0));
  }

  /// Counts the results of second looks at settled entries; each entry counts by its newest look.
  private static String lookedAgain(List<JournalEntry> entries) {
    Map<SecondLookResult, Integer> counts = new EnumMap<>(SecondLookResult.class);
    for (JournalEntry entry : entries) {
      entry.marks().reversed().stream()
          .map(JournalEntry.Noted::mark)
          .filter(Mark.SeenAgain.class::isInstance)
          .findFirst()
          .ifPresent(mark -> counts.merge(((Mark.SeenAgain) mark).seen(), 1, Integer::sum));
    }
    return "looked at again %d = %s"
        .formatted(
            counts.values().stream().mapToInt(Integer::intValue).sum(),
            Arrays.stream(SecondLookResult.values())
                .map(seen -> word(seen) + " " + counts.getOrDefault(seen, 0))
                .collect(Collectors.joining(" + ")));
  }

  private int byItem(JournalReader reader) {
    Site site =
        place
            .site()
            .orElseThrow(
                () ->
                    new SiteProblem(
                        "--item asks the central system: name the site by --config, not --data"));
    List<JournalEntry> entries = reader.everything();
    boolean differs = false;
    try (SiteOffice.CentralAccess asking = SiteOffice.asking(site)) {
      for (String barcode : items) {
        if (!ItemId.fits(barcode)) {
          throw new SiteProblem("--item: expected a barcode of 1 to 64 visible characters");
        }
        ItemId item = new ItemId(barcode);
        Optional<JournalEntry> last =
            entries.reversed().stream()
                .filter(entry -> entry.what().item().equals(item) && entry.moved())
                .findFirst();
        ItemAudit audit = ItemAudit.of(item, last, asking.central().look(item));
        say(line(audit));
        differs |= audit.verdict() == ItemAudit.AuditComparison.DIFFERS;
      }
    }
    return differs ? DISAGREES : 0;
  }

  private static String line(ItemAudit audit) {
    String here =
        audit
            .last()
            .map(
                entry ->
                    "entry %d, %s, %s"
                        .formatted(
                            entry.number(), word(EventKind.of(entry.what())), word(entry.state())))
            .orElse("never moved here");
    String there =
        switch (audit.central()) {
          case Answer.Accepted<ItemLook>(var look) ->
              word(look.status()) + look.due().map(due -> ", due " + due.verbatim()).orElse("");
          case Answer.Refused<ItemLook>(var refusal) -> word(refusal.reason());
          case Answer.NotSent<ItemLook>(var reason, _) -> "no answer (" + reason + ")";
          case Answer.Unknown<ItemLook>(var reason, _) -> "no answer (" + reason + ")";
        };
    return "%-16s  %-16s  journal: %s; central system: %s"
        .formatted(audit.item().value(), word(audit.verdict()), here, there);
  }
}

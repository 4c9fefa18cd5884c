package org.libstation.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.circulation.Answer;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
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
import org.libstation.sync.Tally.EventKind;
import org.libstation.sync.Tally.Fate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What was done at a station and what became of it; on demand, item by item beside the central
/// system.
@Command(
    name = "audit",
    description =
        "What was done here and what became of it, in sums that close; each staff line that is"
            + " open, each opening and export of a card, each entry whose clock is in doubt, and"
            + " what does not fit or is known to be missing (then the exit status is 1); and what"
            + " it did not look at. With --item: what the journal and the central system say of an"
            + " item just now (exit status 1 where they differ).",
    footer = {
      "",
      "Examples:",
      "  ./station journal audit --config config",
      "  ./station journal audit --config config --item 30000000000017 --item 30000000000025"
    })
final class JournalAuditCommand extends PrintingCommand {
  private static final int DISAGREES = 1;

  @Mixin private JournalPlace place = new JournalPlace();

  @Option(
      names = "--item",
      paramLabel = "BARCODE",
      description = "ask the central system about this item; may be given more than once")
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
    print(List.of(fines(entries), lookedAgain(entries)));
    print(JournalPrinter.audit(entries));
    List<Audit.Discrepancy> wrong = new Audit(reader).lines();
    if (wrong.isEmpty()) {
      print(List.of("what is in this journal agrees with itself"));
    } else {
      print(List.of("the journal does not agree with itself:"));
      print(
          wrong.stream()
              .map(line -> "%6d  %s  %s".formatted(line.entry(), line.item(), line.words()))
              .toList());
    }
    AuditScope scope =
        AuditScope.of(
            entries,
            JournalStore.setAside(directory),
            JournalStore.broken(directory),
            JournalStore.isMarked(directory));
    if (!scope.missing().isEmpty()) {
      print(List.of("it is NOT ALL THERE:"));
      print(indented(scope.missing()));
    }
    print(List.of("not looked at:"));
    print(indented(scope.unseen()));
    return wrong.isEmpty() && scope.missing().isEmpty() ? 0 : DISAGREES;
  }

  private static List<String> indented(List<String> lines) {
    return lines.stream().map(line -> "  " + line).toList();
  }

  /// A column for what became of it, a row for what was done; both close.
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

  /// How the fines that were told stand beside the library's own figures.
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

  /// What second looks at settled entries saw; each entry by its newest look.
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

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
          throw new SiteProblem("--item: expected a barcode, of 1 to 64 characters that are seen");
        }
        ItemId item = new ItemId(barcode);
        Optional<JournalEntry> last =
            entries.reversed().stream()
                .filter(entry -> entry.what().item().equals(item) && entry.moved())
                .findFirst();
        ItemAudit audit = ItemAudit.of(item, last, asking.central().look(item));
        print(List.of(line(audit)));
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

package org.libstation.tools.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libstation.command.JournalPlace;
import org.libstation.command.PrintingCommand;
import org.libstation.site.PolicyFile;
import org.libstation.sync.FineReplay;
import org.libstation.tools.cases.CaseRow;
import org.libstation.tools.cases.CaseSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the fines that patrons were told as cases that can be counted again (`station journal
/// fines`).
@Command(name = "fines")
final class ToldFinesCommand extends PrintingCommand {
  private static final int SOME_LEFT = 1;

  @Mixin private JournalPlace place = new JournalPlace();

  @Option(names = "--policy", required = true, paramLabel = "FILE")
  private Path policy = Path.of("policy.yaml");

  @Override
  protected int run() {
    FineReplay replay = new FineReplay(PolicyFile.read(policy));
    return print(place.reading(replay::all));
  }

  private int print(List<FineReplay.Replayed> fines) {
    CaseSheet sheet = new CaseSheet(out());
    int left = 0;
    for (FineReplay.Replayed one : fines) {
      if (one.counted().isPresent()) {
        sheet.add(row(one, one.counted().get()));
      } else {
        left += one.isOurs() ? 1 : 0;
        warn(
            "entry %d, %s: %s"
                .formatted(
                    one.entry(),
                    one.told().sum(),
                    one.isOurs()
                        ? "no rules of "
                            + policy
                            + " give this sum (told by "
                            + one.told().policyVersion()
                            + ")"
                        : "the library's own figure, not counted here"));
      }
    }
    sheet.flush();
    return left == 0 ? 0 : SOME_LEFT;
  }

  private static Map<String, String> row(FineReplay.Replayed one, FineReplay.ReplayedFine counted) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("entry", Long.toString(one.entry()));
    row.put("item", one.item().value());
    row.put("handed_over_at", one.handedOver().corrected().toString());
    row.put("compared", word(one.told().comparison()));
    row.put("told_minor", Long.toString(one.told().sum().minor()));
    row.put("calendar_version", one.told().calendarVersion());
    row.put("policy_version", one.told().policyVersion());
    row.put("class", counted.by().lendingClass().name());
    row.putAll(
        CaseRow.of(
            counted.by().fines(),
            counted.rules().calendar(),
            counted.rules().suspensions(),
            counted.rules().amnesties(),
            counted.loan()));
    return row;
  }
}

package org.libstation.tools.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.libstation.command.JournalPlace;
import org.libstation.command.PrintingCommand;
import org.libstation.policy.PolicyBundle;
import org.libstation.site.PolicyFile;
import org.libstation.sync.FineRecount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Counts by a newer policy what people were told about fines here.
@Command(
    name = "recount",
    description =
        "Counts again, by a newer policy, the fines that people were told at this station, and"
            + " lists those that come out lower: item, hand-over, then and now. Nothing is written"
            + " (a running station writes staff lines when its feed brings the policy). Exit status"
            + " 1 when there are any.",
    footer = {"", "Examples:", "  ./station journal recount --config config --policy newer.yaml"})
final class RecountCommand extends PrintingCommand {
  private static final int SOME = 1;

  private final InstantSource clock;

  @Mixin private JournalPlace place = new JournalPlace();

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "the newer policy, with its history")
  private Path policy = Path.of("policy.yaml");

  RecountCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  protected int run() {
    PolicyBundle rules = PolicyFile.read(policy);
    FineRecount recount = new FineRecount(rules, clock.instant());
    return print(place.reading(recount::differences));
  }

  private int print(List<FineRecount.FineDifference> differences) {
    differences.forEach(
        each -> say("%6d  %-16s  %s".formatted(each.entry(), each.item().value(), each.words())));
    say(
        differences.isEmpty()
            ? "every fine that was told stands"
            : differences.size() + " come out lower");
    return differences.isEmpty() ? 0 : SOME;
  }
}

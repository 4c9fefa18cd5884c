package org.libstation.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.policy.PolicyBundle;
import org.libstation.site.PolicyFile;
import org.libstation.site.SiteProblem;
import org.libstation.sync.FineRecount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Counts by a newer policy what people were told about fines here.
@Command(
    name = "recount",
    mixinStandardHelpOptions = true,
    description =
        "Counts again, by a newer policy, the fines that people were told at this station, and"
            + " lists those that come out lower: item, hand-over, then and now. Nothing is written"
            + " (a running station writes staff lines when its feed brings the policy). Exit status"
            + " 1 when there are any.",
    footer = {"", "Examples:", "  ./station journal recount --config config --policy newer.yaml"})
final class RecountCommand implements Callable<Integer> {
  private static final int SOME = 1;

  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();
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
  public Integer call() {
    PolicyBundle rules = PolicyFile.read(policy);
    Path directory = place.journal();
    try (JournalReader reader = JournalStore.read(directory)) {
      return print(new FineRecount(rules, clock.instant()).differences(reader::all));
    } catch (JournalException e) {
      throw new SiteProblem(JournalCommand.plain(directory.resolve(JournalStore.FILE), e));
    }
  }

  private int print(List<FineRecount.Difference> differences) {
    PrintWriter out = spec.commandLine().getOut();
    differences.forEach(
        each ->
            out.println(
                "%6d  %-16s  %s".formatted(each.entry(), each.item().value(), each.words())));
    out.println(
        differences.isEmpty()
            ? "every fine that was told stands"
            : differences.size() + " come out lower");
    out.flush();
    return differences.isEmpty() ? 0 : SOME;
  }
}

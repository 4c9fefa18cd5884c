package org.libstation.tools.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.libstation.circulation.TaskNote;
import org.libstation.command.JournalPlace;
import org.libstation.command.PrintingCommand;
import org.libstation.policy.PolicyBundle;
import org.libstation.service.SiteOffice;
import org.libstation.site.PolicyFile;
import org.libstation.sync.FineRecount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Counts told fines again by a newer policy and lists the differences (`station journal recount`).
@Command(name = "recount")
final class RecountCommand extends PrintingCommand {
  private static final int SOME = 1;

  private final InstantSource clock;

  @Mixin private JournalPlace place = new JournalPlace();

  @Option(names = "--policy", required = true, paramLabel = "FILE")
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
    Function<List<TaskNote>, String> notes = SiteOffice.notes();
    differences.forEach(
        each ->
            say(
                "%6d  %-16s  %s"
                    .formatted(
                        each.entry(), each.item().value(), notes.apply(List.of(each.note())))));
    say(
        differences.isEmpty()
            ? "no fine that was told comes out lower"
            : differences.size() + " come out lower");
    return differences.isEmpty() ? 0 : SOME;
  }
}

package org.libstation.tools.command.policy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.libstation.command.CommandFile;
import org.libstation.command.PrintingCommand;
import org.libstation.policy.PolicyBundle;
import org.libstation.site.PolicyFile;
import org.libstation.site.SiteProblem;
import org.libstation.tools.cases.LoanCsv;
import org.libstation.tools.cases.LoanCsv.Loans;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out `station policy preview`.
@Command(name = "preview")
final class PreviewCommand extends PrintingCommand {
  private static final int ROWS_WITH_ERRORS = 1;

  private final InstantSource clock;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("policy.yaml");

  @Option(names = "--against", paramLabel = "FILE")
  private @Nullable Path against;

  @Option(names = "--at", paramLabel = "INSTANT")
  private @Nullable String at;

  @Option(names = "--loans", required = true, paramLabel = "FILE")
  private Path loans = Path.of("loans.csv");

  PreviewCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  protected int run() {
    PolicyBundle draft = PolicyFile.read(file);
    Instant moment = PolicyCommand.moment(at, draft.zone(), clock);
    if (against == null && draft.announcements().higher(moment) == null) {
      throw new SiteProblem(
          "nothing in %s is announced after %s: give an earlier --at, or --against the policy in force"
              .formatted(file, moment.atZone(draft.zone()).toOffsetDateTime()));
    }
    PolicyBundle held = against == null ? draft : PolicyFile.read(against);
    if (!held.currency().equals(draft.currency())) {
      throw new SiteProblem("they count in %s and %s".formatted(held.currency(), draft.currency()));
    }
    Loans read = CommandFile.lines(loans, LoanCsv::read);
    Preview preview = new Preview(held, draft, moment);
    read.rows().forEach(preview::count);
    preview.lines().forEach(this::say);
    say(preview.summary());
    read.faults().forEach(fault -> warn(loans + ": " + fault));
    preview.faults().forEach(fault -> warn(loans + ": " + fault));
    return read.faults().isEmpty() && preview.faults().isEmpty() ? 0 : ROWS_WITH_ERRORS;
  }
}

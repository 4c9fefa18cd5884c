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
@Command(
    name = "preview",
    description = {
      "Shows what a draft would change for given loans before it is published.",
      "The loans are comma separated text with the columns item, due_at, and perhaps class, place,"
          + " returned_at, items and recalled; one without returned_at is counted as if it came"
          + " back at the moment of --at.",
      "Without --against, what is announced after the moment of --at is compared with what is known"
          + " then. Status 1 when a row could not be counted."
    },
    footer = {
      "",
      "Examples:",
      "  ./station policy preview draft.yaml --against held.yaml --loans loans.csv",
      "  ./station policy preview config/policy/hkpl-example.yaml --at 2020-07-13 --loans loans.csv"
    })
final class PreviewCommand extends PrintingCommand {
  private static final int ROWS_WITH_ERRORS = 1;

  private final InstantSource clock;

  @Parameters(paramLabel = "FILE", description = "the policy with the draft in it")
  private Path file = Path.of("policy.yaml");

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "the policy that is in force (default: FILE as known at the moment)")
  private @Nullable Path against;

  @Option(names = "--at", paramLabel = "INSTANT", description = "the moment (default: now)")
  private @Nullable String at;

  @Option(
      names = "--loans",
      required = true,
      paramLabel = "FILE",
      description = "the loans, in UTF-8")
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

package org.libstation.tools.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libstation.command.CommandFile;
import org.libstation.command.PrintingCommand;
import org.libstation.fines.Profile;
import org.libstation.site.PolicyFile;
import org.libstation.site.SiteProblem;
import org.libstation.tools.cases.CaseTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Counts the fines of a table, each row from its columns alone.
@Command(
    name = "fines",
    description = {
      "Counts the fines of a table of comma separated text and writes the table, with the figures,"
          + " to standard output. What the columns mean: docs/fines.md.",
      "A row that cannot be counted says why in the column \"error\"; the others are counted all"
          + " the same, and it ends with status 1."
    },
    footer = {
      "",
      "Examples:",
      "  ./station fines --cases cases.csv                        rows name their own profile",
      "  ./station fines --policy koha --cases cases.csv          for rows that name none",
      "  ./station fines --policy config/policy/hkpl-example.yaml --cases cases.csv --explain"
    })
public final class FinesCommand extends PrintingCommand {
  private static final int ROWS_WITH_ERRORS = 1;

  @Option(
      names = "--policy",
      paramLabel = "FILE|PROFILE",
      description =
          "the rules of rows whose profile is empty: a policy file, without its calendar, or hkpl,"
              + " koha, evergreen, folio or polaris-free-days")
  private @Nullable String policy;

  @Option(
      names = "--cases",
      required = true,
      paramLabel = "FILE",
      description = "the table, in UTF-8")
  private Path cases = Path.of("cases.csv");

  @Option(
      names = "--explain",
      description = "a column \"explanation\" with each day and its reason")
  private boolean explain;

  @Override
  protected int run() {
    Optional<Profile> profile = Optional.ofNullable(policy).map(this::profile);
    return CommandFile.lines(cases, in -> status(new CaseTable(profile, explain).count(in, out())));
  }

  private Profile profile(String named) {
    return Profile.named(named)
        .orElseGet(
            () -> {
              Path file = Path.of(named);
              if (!Files.isRegularFile(file)) {
                String names =
                    Profile.ALL.stream().map(Profile::name).collect(Collectors.joining(", "));
                throw new SiteProblem(
                    "--policy: expected a file, or one of " + names + ", found " + named);
              }
              return PolicyFile.read(file).whole().profile();
            });
  }

  private int status(CaseTable.End end) {
    return switch (end) {
      case CaseTable.End.TableRead(var rows, var bad) -> {
        if (bad > 0) {
          warn(bad + " of " + rows + " rows could not be counted; see the column \"error\"");
        }
        yield bad == 0 ? 0 : ROWS_WITH_ERRORS;
      }
      case CaseTable.End.TableUnreadable(var rows, var why) -> {
        if (rows == 0) {
          throw new SiteProblem(cases + " is no table: " + why);
        }
        warn(cases + ": no row can be read after " + rows + " rows: " + why);
        yield ROWS_WITH_ERRORS;
      }
    };
  }
}

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
@Command(name = "fines")
public final class FinesCommand extends PrintingCommand {
  private static final int ROWS_WITH_ERRORS = 1;

  @Option(names = "--policy", paramLabel = "FILE|PROFILE")
  private @Nullable String policy;

  @Option(names = "--cases", required = true, paramLabel = "FILE")
  private Path cases = Path.of("cases.csv");

  @Option(names = "--explain")
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

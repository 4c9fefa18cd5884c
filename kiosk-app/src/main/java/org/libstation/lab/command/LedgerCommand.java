package org.libstation.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.libstation.command.PrintingCommand;
import org.libstation.lab.embedded.LedgerException;
import org.libstation.lab.embedded.LedgerReader;
import org.libstation.lab.embedded.LedgerReport;
import org.libstation.lab.scenario.Ledgers;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Prints the embedded library's ledger, also while the library runs.
@Command(
    name = "ledger",
    description =
        "Prints the embedded library's ledger: what was asked of it, what is on loan, what is owed"
            + " and how each fine was counted. Cards are told by their last four digits.",
    footer = {
      "",
      "Examples:",
      "  ./station ledger --data library-data",
      "  ./station ledger --data demo-out/library"
    })
public final class LedgerCommand extends PrintingCommand {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "where the library's ledger lies")
  private Path data = Path.of("library-data");

  @Override
  protected int run() {
    Path file = data.resolve(Ledgers.LEDGER);
    if (!Files.exists(file)) {
      throw new SiteProblem("there is no ledger at " + file + ": the library never ran with it");
    }
    try (LedgerReader ledger = LedgerReader.open(file)) {
      out().print(LedgerReport.text(ledger));
    } catch (LedgerException e) {
      throw new SiteProblem(file + " cannot be read: " + e.getMessage());
    }
    return 0;
  }
}

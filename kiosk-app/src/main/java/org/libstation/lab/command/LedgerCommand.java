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
@Command(name = "ledger")
public final class LedgerCommand extends PrintingCommand {
  @Option(names = "--data", required = true, paramLabel = "DIR")
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

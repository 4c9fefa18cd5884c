package org.libstation.lab.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.libstation.lab.embedded.LedgerException;
import org.libstation.lab.embedded.LedgerReader;
import org.libstation.lab.embedded.LedgerReport;
import org.libstation.lab.scenario.Ledgers;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints the embedded library's ledger, also while the library runs.
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description =
        "Prints the embedded library's ledger: what was asked of it, what is on loan, what is owed"
            + " and how each fine was counted. Cards are told by their last four digits.",
    footer = {
      "",
      "Examples:",
      "  ./station ledger --data library-data",
      "  ./station ledger --data demo-out/library"
    })
public final class LedgerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "where the library's ledger lies")
  private Path data = Path.of("library-data");

  @Override
  public Integer call() {
    Path file = data.resolve(Ledgers.LEDGER);
    if (!Files.exists(file)) {
      throw new SiteProblem("there is no ledger at " + file + ": the library never ran with it");
    }
    try (LedgerReader ledger = LedgerReader.open(file)) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(LedgerReport.text(ledger));
      out.flush();
    } catch (LedgerException e) {
      throw new SiteProblem(file + " cannot be read: " + e.getMessage());
    }
    return 0;
  }
}

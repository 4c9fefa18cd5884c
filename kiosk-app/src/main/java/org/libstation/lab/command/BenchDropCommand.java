package org.libstation.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.DropTrial;
import org.libstation.lab.measure.Machine;
import org.libstation.language.Texts;
import org.libstation.site.PolicyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures a book drop on this machine. It judges nothing: whatever the figures, it ends with 0.
@Command(
    name = "drop",
    description = {
      "Measures a book drop on this machine, with real drivers against twins behind"
          + " pseudo-terminals at their real speed, the production flow and a real journal, and"
          + " prints one table (also in DIR/bench-drop.txt): how long from the hand-over to the"
          + " record on disk, and how many objects a minute without a miss, beside the reader's own"
          + " wire."
    },
    footer = {
      "",
      "Examples:",
      "  ./station bench drop",
      "  ./station bench drop --quick   a few objects, to see that it works"
    })
public final class BenchDropCommand extends MeasuringCommand {
  private static final int OBJECTS = 200;
  private static final int WARM_UP = 20;
  private static final int QUICK_OBJECTS = 5;
  private static final int QUICK_WARM_UP = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "a directory on the disk to measure, for all that is left behind"
              + " (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("bench-out");

  @Option(names = "--quick", description = "few objects: figures of little weight")
  private boolean quick;

  @Override
  protected int run() throws Exception {
    OutDirectory.prepare(out);
    progress("pushing objects through a drop");
    List<BenchReport.BenchReportRow> rows = new ArrayList<>();
    Path config = config();
    try (DropTrial trial =
        new DropTrial(
            Files.createTempDirectory(out, "drop"),
            PolicyFile.read(config.resolve("policy").resolve("hkpl-example.yaml")),
            Texts.load(config.resolve("texts"), Optional.empty()))) {
      rows.addAll(
          trial.run(quick ? QUICK_WARM_UP : WARM_UP, quick ? QUICK_OBJECTS : OBJECTS).rows());
    }
    String table = BenchReport.table(Machine.of(out), rows);
    return told(table, out.resolve("bench-drop.txt"));
  }
}

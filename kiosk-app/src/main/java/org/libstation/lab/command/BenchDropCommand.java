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

/// Measures a book drop on this machine. It does not judge: it ends with 0, whatever the figures
/// are.
@Command(name = "drop")
public final class BenchDropCommand extends MeasuringCommand {
  private static final int OBJECTS = 200;
  private static final int WARM_UP = 20;
  private static final int QUICK_OBJECTS = 5;
  private static final int QUICK_WARM_UP = 1;

  @Override
  String table(Machine machine) throws Exception {
    progress("pushing objects through a drop");
    List<BenchReport.BenchReportRow> rows = new ArrayList<>();
    Path config = config();
    try (DropTrial trial =
        new DropTrial(
            Files.createTempDirectory(directory(), "drop"),
            PolicyFile.read(config.resolve("policy").resolve("hkpl-example.yaml")),
            Texts.load(config.resolve("texts"), Optional.empty()))) {
      rows.addAll(
          trial.run(quick() ? QUICK_WARM_UP : WARM_UP, quick() ? QUICK_OBJECTS : OBJECTS).rows());
    }
    return BenchReport.table(machine, rows);
  }
}

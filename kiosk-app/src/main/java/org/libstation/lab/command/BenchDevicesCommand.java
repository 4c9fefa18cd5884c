package org.libstation.lab.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.CardTrial;
import org.libstation.lab.measure.DeviceTrial;
import org.libstation.lab.measure.IdleTrial;
import org.libstation.lab.measure.Machine;
import org.libstation.lab.measure.PadTrial;
import org.libstation.lab.measure.PrinterTrial;
import org.libstation.lab.measure.ScannerTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the drivers on this machine, each against its twin on a pseudo-terminal. It judges
/// nothing: whatever the figures, it ends with 0.
@Command(
    name = "devices",
    description = {
      "Measures the drivers of the devices on this machine, each against its twin behind a"
          + " pseudo-terminal at its real speed, beside what the wire alone takes, and prints one"
          + " table (also in DIR/bench-devices.txt)."
    },
    footer = {
      "",
      "Examples:",
      "  ./station bench devices",
      "  ./station bench devices --quick   each thing once"
    })
public final class BenchDevicesCommand extends MeasuringCommand {
  private static final int ROUNDS = 7;
  private static final int QUICK_ROUNDS = 1;

  private final List<DeviceTrial> trials =
      Stream.of(
              PadTrial.ofAll().stream(),
              CardTrial.ofAll().stream(),
              Stream.of(new ScannerTrial(), new PrinterTrial(), new IdleTrial()))
          .<DeviceTrial>flatMap(it -> it)
          .toList();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "a directory for the table (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("bench-out");

  @Option(names = "--quick", description = "each thing once: figures of little weight")
  private boolean quick;

  @Override
  protected int run() throws Exception {
    OutDirectory.prepare(out);
    List<BenchReport.BenchReportRow> rows = new ArrayList<>();
    for (DeviceTrial trial : trials) {
      progress("timing " + trial.title());
      rows.addAll(trial.run(quick ? QUICK_ROUNDS : ROUNDS));
    }
    String table = BenchReport.table(Machine.of(out), rows);
    return told(table, out.resolve("bench-devices.txt"));
  }
}

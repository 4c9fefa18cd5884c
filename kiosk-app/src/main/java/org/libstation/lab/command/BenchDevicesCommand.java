package org.libstation.lab.command;

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

/// Measures the drivers on this machine, each against its twin on a pseudo-terminal. It does not
/// judge: it ends with 0, whatever the figures are.
@Command(name = "devices")
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

  @Override
  String table(Machine machine) throws Exception {
    List<BenchReport.BenchReportRow> rows = new ArrayList<>();
    for (DeviceTrial trial : trials) {
      progress("timing " + trial.title());
      rows.addAll(trial.run(quick() ? QUICK_ROUNDS : ROUNDS));
    }
    return BenchReport.table(machine, rows);
  }
}

package org.libstation.lab.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.libstation.lab.fleet.LedStations;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.FleetTrial;
import org.libstation.lab.measure.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures many stations beside a broker. It judges nothing: whatever the figures, it ends with 0.
@Command(
    name = "fleet",
    description = {
      "Measures a fleet on this machine: 1, 50 and 1,000 stations' desks of news and whoever reads"
          + " them, in one process beside a mosquitto of its own. Prints one table (also in"
          + " DIR/bench-fleet.txt): how long from a change at a station until it is read, and until"
          + " all are known when the broker was started anew."
    },
    footer = {
      "",
      "Examples:",
      "  ./station bench fleet",
      "  ./station bench fleet --quick   1 and 10 stations, to see that it works"
    })
public final class BenchFleetCommand extends MeasuringCommand {
  private static final int CHANGES = 200;
  private static final int QUICK_CHANGES = 5;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "a directory for all that is left behind (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("bench-out");

  @Option(names = "--quick", description = "few stations: figures of little weight")
  private boolean quick;

  @Option(
      names = "--led",
      paramLabel = "PORT",
      description =
          "measures nothing: --stations stations at the broker of this port, changed by lines of"
              + " standard input, for config/package/fleet-page --bench")
  private int led;

  @Option(names = "--stations", paramLabel = "NUMBER", description = "with --led")
  private int stations = 1;

  @Override
  protected int run() throws Exception {
    OutDirectory.prepare(out);
    if (led > 0) {
      LedStations.run(out, led, stations, System.in, this::say);
      return 0;
    }
    Machine machine = Machine.of(out);
    List<BenchReport.BenchReportRow> rows = new ArrayList<>();
    for (int stations : quick ? List.of(1, 10) : List.of(1, 50, 1000)) {
      rows.addAll(
          new FleetTrial(out, this::progress)
              .run(stations, quick ? QUICK_CHANGES : CHANGES)
              .rows());
    }
    return told(BenchReport.table(machine, rows), out.resolve("bench-fleet.txt"));
  }
}

package org.libstation.lab.command;

import java.util.ArrayList;
import java.util.List;
import org.libstation.lab.fleet.LedStations;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.FleetTrial;
import org.libstation.lab.measure.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures many stations at a broker. It does not judge: it ends with 0, whatever the figures are.
@Command(name = "fleet")
public final class BenchFleetCommand extends MeasuringCommand {
  private static final int CHANGES = 200;
  private static final int QUICK_CHANGES = 5;

  @Option(names = "--led", paramLabel = "PORT")
  private int led;

  @Option(names = "--stations", paramLabel = "NUMBER")
  private int stations = 1;

  @Override
  protected int run() throws Exception {
    if (led <= 0) {
      return super.run();
    }
    OutDirectory.prepare(directory());
    LedStations.run(directory(), led, stations, System.in, this::say);
    return 0;
  }

  @Override
  String table(Machine machine) throws Exception {
    List<BenchReport.BenchReportRow> rows = new ArrayList<>();
    for (int stations : quick() ? List.of(1, 10) : List.of(1, 50, 1000)) {
      rows.addAll(
          new FleetTrial(directory(), this::progress)
              .run(stations, quick() ? QUICK_CHANGES : CHANGES)
              .rows());
    }
    return BenchReport.table(machine, rows);
  }
}

package org.libstation.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.Machine;
import org.libstation.lab.measure.StartTrial;
import org.libstation.site.Site;
import picocli.CommandLine.Command;

/// Measures the time of a start, phase by phase. It does not judge: it ends with 0, whatever the
/// figures are.
@Command(name = "start")
public final class BenchStartCommand extends MeasuringCommand {
  private static final int STARTS = 7;

  @Override
  void check() {
    checkBuilt();
  }

  @Override
  String table(Machine machine) throws Exception {
    Site site = site();
    Path left = Files.createDirectories(directory().resolve("start"));
    StartTrial.StartTrialResult result =
        new StartTrial(Thread::sleep, this::progress).run(site, left, quick() ? 1 : STARTS);
    Files.writeString(directory().resolve("bench-start.svg"), result.svg());
    return BenchReport.table(machine, BenchReport.start(result));
  }
}

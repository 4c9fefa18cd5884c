package org.libstation.lab.command;

import java.nio.file.Path;
import java.time.Duration;
import org.libstation.lab.measure.ArgumentFile;
import org.libstation.lab.measure.BenchReport;
import org.libstation.lab.measure.Machine;
import org.libstation.lab.measure.ScreenTrial;
import org.libstation.site.Site;
import picocli.CommandLine.Command;

/// Measures how long a patron waits for the screen. It does not judge: it ends with 0, whatever the
/// figures are.
@Command(name = "screen")
public final class BenchScreenCommand extends MeasuringCommand {
  private static final ScreenTrial.ScreenTrialExtent WHOLE =
      new ScreenTrial.ScreenTrialExtent(5, 200, 200, 20, Duration.ofSeconds(60));
  private static final ScreenTrial.ScreenTrialExtent QUICK =
      new ScreenTrial.ScreenTrialExtent(1, 4, 3, 1, Duration.ofSeconds(1));

  @Override
  String table(Machine machine) throws Exception {
    Site site = site();
    String arguments = System.getProperty("libstation.args");
    if (arguments != null) {
      // The trial makes its own cache, and also measures starts without one.
      Path plain = directory().resolve("plain.args");
      System.setProperty(
          "libstation.args",
          new ArgumentFile(Path.of(arguments)).plainCopy(plain).path().toString());
    }
    ScreenTrial.ScreenTrialResult result =
        new ScreenTrial(Thread::sleep, this::progress)
            .run(site, directory().resolve("screen"), quick() ? QUICK : WHOLE);
    return BenchReport.table(machine, BenchReport.screen(result));
  }
}

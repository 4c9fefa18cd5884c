package org.libstation.lab.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libstation.command.PrintingCommand;
import org.libstation.device.DeviceClock;
import org.libstation.file.BoundedFile;
import org.libstation.lab.scenario.RealStage;
import org.libstation.lab.scenario.ScenarioParser;
import org.libstation.lab.scenario.ScenarioRunner;
import org.libstation.lab.scenario.ScenarioStep;
import org.libstation.lab.scenario.Showing;
import org.libstation.site.Site;
import org.libstation.station.driven.ScenarioProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Plays a scenario.
@Command(name = "scenario")
public final class ScenarioCommand extends PrintingCommand {
  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--config", paramLabel = "DIR")
  private Path config = Path.of(System.getProperty("libstation.home", "."), "config");

  @Option(names = "--out", paramLabel = "DIR")
  private Path out = Path.of("scenario-out");

  @Option(names = "--set", paramLabel = "KEY=VALUE")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Override
  protected int run() throws Exception {
    List<ScenarioStep> steps = read(file);
    Site site = Site.open(config, overrides);
    OutDirectory.prepare(out);
    try (RealStage stage =
        RealStage.openFor(
            steps, site, out, overrides, Thread::sleep, new Showing.HeadlessPictures())) {
      boolean held =
          new ScenarioRunner(stage, DeviceClock.system(), Thread::sleep, this::say).run(steps);
      return held ? 0 : 1;
    }
  }

  static List<ScenarioStep> read(Path file) throws ScenarioProblem {
    try {
      return new ScenarioParser(file.toString()).parse(BoundedFile.text(file));
    } catch (IOException e) {
      throw new ScenarioProblem(file + ": cannot be read: " + BoundedFile.why(e));
    }
  }
}

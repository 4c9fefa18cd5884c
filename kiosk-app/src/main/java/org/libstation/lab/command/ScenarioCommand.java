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
@Command(
    name = "scenario",
    description =
        "Plays a scripted journey against a real station process, emulated devices and the site's"
            + " central system. One line of JSON a step; exit status 0 only if all expectations"
            + " hold. docs/scenarios.md describes the language.",
    footer = {
      "",
      "Examples:",
      "  ./station scenario config/scenarios/first-day",
      "  ./station scenario my-journey --config /etc/libstation --out /tmp/journey"
    })
public final class ScenarioCommand extends PrintingCommand {
  @Parameters(paramLabel = "FILE", description = "the scenario")
  private Path file = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "the site's directory (default: the example site)")
  private Path config = Path.of(System.getProperty("libstation.home", "."), "config");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where all that is left behind goes (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("scenario-out");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "a setting of the site that wins over the file's")
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

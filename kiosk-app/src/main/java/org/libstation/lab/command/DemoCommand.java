package org.libstation.lab.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.libstation.command.PrintingCommand;
import org.libstation.device.DeviceClock;
import org.libstation.flow.state.Language;
import org.libstation.lab.bench.BenchProgram;
import org.libstation.lab.bench.BenchWords;
import org.libstation.lab.scenario.DemoReport;
import org.libstation.lab.scenario.RealStage;
import org.libstation.lab.scenario.ScenarioRunner;
import org.libstation.lab.scenario.ScenarioStep;
import org.libstation.language.Texts;
import org.libstation.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows the station: by hand if there is a display, else as the scripted first day.
@Command(name = "demo")
public final class DemoCommand extends PrintingCommand {
  @Option(names = "--headless")
  private boolean headless;

  @Option(names = "--fullscreen")
  private boolean fullscreen;

  @Option(names = "--exhibition")
  private boolean exhibition;

  @Option(names = "--plant-difference")
  private boolean plantDifference;

  @Option(names = "--out", paramLabel = "DIR")
  private Path out = Path.of("demo-out");

  @Override
  protected int run() throws Exception {
    Path home = Path.of(System.getProperty("libstation.home", "."));
    Site site = Site.open(home.resolve("config"));
    OutDirectory.prepare(out);
    boolean display = System.getenv("DISPLAY") != null;
    return headless || !display
        ? scripted(home, site)
        : BenchProgram.run(
            site,
            out,
            languages(home.resolve("config")),
            new BenchProgram.DisplayMode(fullscreen, exhibition),
            () -> OutDirectory.prepare(out),
            this::say);
  }

  /// All languages, first the one of the user's locale, else English.
  private static List<BenchWords> languages(Path config) {
    Texts bench = Texts.load(config.resolve("bench"), Optional.empty());
    Texts station = Texts.load(config.resolve("texts"), Optional.empty());
    Locale own = Locale.getDefault();
    boolean mainland = Set.of("CN", "SG").contains(own.getCountry());
    List<Locale.LanguageRange> wished =
        Locale.LanguageRange.parse(
            own.getLanguage().equals("zh") ? (mainland ? "zh-Hans" : "zh-Hant-HK") : "en");
    List<BenchWords> all =
        Stream.of(Language.values())
            .map(
                language ->
                    new BenchWords(
                        language.ownName(),
                        language.tag(),
                        language.sans(),
                        bench.in(language),
                        station.in(language)))
            .toList();
    List<BenchWords> first = new ArrayList<>(all);
    String tag = Locale.lookupTag(wished, all.stream().map(BenchWords::tag).toList());
    first.sort(Comparator.comparing(one -> !one.tag().equalsIgnoreCase(tag)));
    return first;
  }

  private int scripted(Path home, Site site) throws Exception {
    List<ScenarioStep> steps = ScenarioCommand.read(home.resolve("config/scenarios/first-day"));
    List<String> log = new ArrayList<>();
    boolean held;
    DemoReport report = new DemoReport(site, out);
    try (RealStage stage = RealStage.open(site, out, Map.of(), Thread::sleep)) {
      held =
          new ScenarioRunner(
                  stage,
                  DeviceClock.system(),
                  Thread::sleep,
                  line -> {
                    log.add(line);
                    say(line);
                  })
              .run(steps);
      if (plantDifference) {
        report.plantDifference(stage.libraryPort());
      }
      report.savePaper(stage.bench());
    }
    writeLog(log);
    say("");
    boolean agree = report.write(this::say);
    if (!held) {
      say("The day did not go as expected: the last line of JSON above says where.");
    }
    return held && agree ? 0 : 1;
  }

  private void writeLog(List<String> log) throws IOException {
    Files.write(out.resolve("steps.jsonl"), log);
  }
}

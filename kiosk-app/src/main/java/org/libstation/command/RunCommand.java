package org.libstation.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs a real station.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs a station with the settings of a site.",
    footer = {
      "",
      "Examples:",
      "  ./station run --config /etc/libstation",
      "  ./station run --config config --set station.central.port=6002",
      "F11 fills the screen and gives it back."
    })
public final class RunCommand implements Callable<Integer> {
  private final Kiosk kiosk;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "DIR",
      description = "the site's directory (station.yaml, policy, texts, theme)")
  private Path config = Path.of("config");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "a setting that wins over the file's, such as station.central.port=6002")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(names = "--fullscreen", description = "fills the screen")
  private boolean fullscreen;

  @Option(names = "--headless", description = "draws without a display")
  private boolean headless;

  @Option(
      names = "--driven",
      hidden = true,
      description = "a parent process presses the keys on standard input (scenarios)")
  private boolean driven;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description =
          "leaves a PNG of every screen it goes through (demo and training stations only)")
  private @Nullable Path pictures;

  @Option(
      names = "--window",
      hidden = true,
      split = ",",
      paramLabel = "X,Y,HEIGHT",
      description = "where the window stands (demo)")
  private int[] window = {};

  public RunCommand(Kiosk kiosk) {
    this.kiosk = kiosk;
  }

  @Override
  public Integer call() throws Exception {
    return kiosk.run(
        new Kiosk.Options(
            config,
            overrides,
            fullscreen,
            headless || System.getenv("DISPLAY") == null,
            driven,
            Optional.ofNullable(pictures),
            place()));
  }

  private Optional<Kiosk.Place> place() {
    return window.length == 3
        ? Optional.of(new Kiosk.Place(window[0], window[1], window[2]))
        : Optional.empty();
  }
}

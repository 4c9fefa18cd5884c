package org.libstation.wiring;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.libstation.guard.Kiosk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
      "  ./station run --config /etc/libstation --fullscreen",
      "It is supervised: started again when it ends by itself or hangs (docs/kiosk.md).",
      "F11 fills the screen and gives it back; --fullscreen fills it for good."
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

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

  @Option(names = "--fullscreen", description = "fills the screen; no key and no gesture leaves it")
  private boolean fullscreen;

  @Option(names = "--headless", description = "draws without a display")
  private boolean headless;

  @Option(
      names = "--driven",
      hidden = true,
      description = "a parent process presses the keys on standard input (scenarios)")
  private boolean driven;

  @Option(
      names = "--unsupervised",
      description = "without our supervisor, for those who have one (systemd, a script)")
  private boolean unsupervised;

  @Option(names = "--guarded", hidden = true, description = "the child of our supervisor")
  private boolean guarded;

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

  @Override
  public Integer call() throws Exception {
    Kiosk.Options options =
        new Kiosk.Options(
            config,
            overrides,
            fullscreen,
            headless || System.getenv("DISPLAY") == null,
            driven,
            Optional.ofNullable(pictures),
            place(),
            watched());
    boolean alone = driven || guarded || unsupervised;
    return alone ? StationProgram.run(options) : SupervisorProgram.run(options, arguments());
  }

  /// As they were given, after the word `run`.
  private List<String> arguments() {
    List<String> all = spec.commandLine().getParseResult().originalArgs();
    return List.copyOf(all);
  }

  private Kiosk.Watched watched() {
    if (guarded) {
      return Kiosk.Watched.BY_OURS;
    }
    return driven ? Kiosk.Watched.BY_NOBODY : Kiosk.Watched.BY_ANOTHER;
  }

  private Optional<Kiosk.Place> place() {
    return window.length == 3
        ? Optional.of(new Kiosk.Place(window[0], window[1], window[2]))
        : Optional.empty();
  }
}

package org.libstation.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
    return words().run();
  }

  /// What was asked, as it was given.
  RunWords words() {
    return new RunWords(
        config,
        overrides,
        fullscreen,
        headless,
        driven,
        guarded,
        unsupervised,
        Optional.ofNullable(pictures),
        Arrays.stream(window).boxed().toList(),
        spec.commandLine().getParseResult().originalArgs());
  }
}

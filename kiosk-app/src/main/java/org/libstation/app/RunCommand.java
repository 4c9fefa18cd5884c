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

/// The command `run`: runs a station.
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--config", required = true, paramLabel = "DIR")
  private Path config = Path.of("config");

  @Option(names = "--set", paramLabel = "KEY=VALUE")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(names = "--fullscreen")
  private boolean fullscreen;

  @Option(names = "--headless")
  private boolean headless;

  /// A parent process presses the keys through standard input (scenarios).
  @Option(names = "--driven", hidden = true)
  private boolean driven;

  @Option(names = "--unsupervised")
  private boolean unsupervised;

  /// Set for the child of the program's own supervisor.
  @Option(names = "--guarded", hidden = true)
  private boolean guarded;

  @Option(names = "--pictures", paramLabel = "DIR")
  private @Nullable Path pictures;

  /// Position of the window (demo).
  @Option(names = "--window", hidden = true, split = ",", paramLabel = "X,Y,HEIGHT")
  private int[] window = {};

  @Override
  public Integer call() throws Exception {
    return words().run();
  }

  /// The options as they were given.
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

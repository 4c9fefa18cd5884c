package org.libstation.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.libstation.process.Kiosk;

/// The options of `run`.
///
/// @param window position of the window: X, Y, height; empty for no fixed position
/// @param arguments all words, including `run`
record RunWords(
    Path config,
    Map<String, String> overrides,
    boolean fullscreen,
    boolean headless,
    boolean driven,
    boolean guarded,
    boolean unsupervised,
    Optional<Path> pictures,
    List<Integer> window,
    List<String> arguments) {
  private static final Set<String> FLAGS =
      Set.of("--fullscreen", "--headless", "--driven", "--guarded", "--unsupervised");
  private static final Set<String> VALUES = Set.of("--config", "--set", "--pictures", "--window");

  /// Matches values that picocli would not change or take for something else, such as `@file`,
  /// quotes or another option.
  private static final Pattern PLAIN_VALUE = Pattern.compile("[^-@\"'][^\"']*");

  private static final Pattern PLACE = Pattern.compile("[0-9]{1,5},[0-9]{1,5},[0-9]{1,5}");

  RunWords {
    overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
    window = List.copyOf(window);
    arguments = List.copyOf(arguments);
  }

  /// Parses a plain `run` as the command line library would, because building that library takes a
  /// quarter of a start. Anything wrong or unusual is left to the library, so that only one place
  /// has messages for it.
  ///
  /// @param arguments the words after `station`
  /// @return empty if the command line library must parse them
  static Optional<RunWords> plain(List<String> arguments) {
    if (arguments.isEmpty() || !arguments.getFirst().equals("run")) {
      return Optional.empty();
    }
    Deque<String> rest = new ArrayDeque<>(arguments.subList(1, arguments.size()));
    Set<String> flags = new HashSet<>();
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> overrides = new LinkedHashMap<>();
    while (!rest.isEmpty()) {
      String word = rest.removeFirst();
      if (FLAGS.contains(word)) {
        if (!flags.add(word)) {
          return Optional.empty();
        }
        continue;
      }
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      String value = equals < 0 ? rest.pollFirst() : word.substring(equals + 1);
      if (!VALUES.contains(name) || value == null || !PLAIN_VALUE.matcher(value).matches()) {
        return Optional.empty();
      }
      int key = value.indexOf('=');
      boolean fits =
          name.equals("--set")
              ? key > 0
                  && key < value.length() - 1
                  && overrides.put(value.substring(0, key), value.substring(key + 1)) == null
              : values.put(name, value) == null;
      if (!fits) {
        return Optional.empty();
      }
    }
    return of(flags, values, overrides, arguments);
  }

  private static Optional<RunWords> of(
      Set<String> flags,
      Map<String, String> values,
      Map<String, String> overrides,
      List<String> arguments) {
    String config = values.get("--config");
    String window = values.get("--window");
    if (config == null || (window != null && !PLACE.matcher(window).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RunWords(
              Path.of(config),
              overrides,
              flags.contains("--fullscreen"),
              flags.contains("--headless"),
              flags.contains("--driven"),
              flags.contains("--guarded"),
              flags.contains("--unsupervised"),
              Optional.ofNullable(values.get("--pictures")).map(Path::of),
              window == null
                  ? List.of()
                  : Pattern.compile(",").splitAsStream(window).map(Integer::valueOf).toList(),
              arguments));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /// Whether this process is the station itself rather than its supervisor.
  boolean isStation() {
    return driven || guarded || unsupervised;
  }

  /// Runs in a process that does nothing else. Parts that need no settings start at once.
  ///
  /// @return the exit status
  int runAlone() throws Exception {
    if (!isStation()) {
      return run();
    }
    Kiosk.Options options = options();
    return StationProgram.run(options, Beginning.now(options));
  }

  /// @return the exit status
  int run() throws Exception {
    return isStation()
        ? StationProgram.run(options())
        : SupervisorProgram.run(options(), arguments);
  }

  Kiosk.Options options() {
    return new Kiosk.Options(
        config,
        overrides,
        fullscreen,
        headless || System.getenv("DISPLAY") == null,
        driven,
        pictures,
        window.size() == 3
            ? Optional.of(new Kiosk.KioskWindowPlace(window.get(0), window.get(1), window.get(2)))
            : Optional.empty(),
        watched());
  }

  private Kiosk.Supervision watched() {
    if (guarded) {
      return Kiosk.Supervision.BY_OURS;
    }
    return driven ? Kiosk.Supervision.BY_NOBODY : Kiosk.Supervision.BY_ANOTHER;
  }
}

package org.libstation.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks whether a start of this program uses its ahead-of-time cache. The virtual machine
/// silently ignores a missing or unfit cache; a start then takes twice as long. The check starts a
/// second process that reports the source of each class, and ends it at once.
public final class CacheCheck {
  private static final String NAMES_CACHE = "-XX:AOTCache=";
  private static final String MAIN = "org.libstation.app.Main";
  private static final String FROM_CACHE = MAIN + " source: shared objects file";
  private static final String SOURCE = MAIN + " source: ";

  private CacheCheck() {}

  /// Makes the check. It does not apply unless the argument file names a cache.
  ///
  /// @param arguments the argument file of this program; empty if it was started otherwise
  /// @param java the command that starts the second process
  public static Check of(Optional<Path> arguments, Path java, Duration limit) {
    return new PlainCheck(
        "cache",
        limit,
        () ->
            arguments.isPresent() && namesOne(arguments.get())
                ? judged(said(java, arguments.get()), arguments.get())
                : new Verdict.NotApplicable(CheckPhrase.of("told.cache.none")));
  }

  private static boolean namesOne(Path arguments) {
    try (Stream<String> lines = Files.lines(arguments)) {
      return lines.anyMatch(line -> line.startsWith(NAMES_CACHE));
    } catch (IOException | java.io.UncheckedIOException _) {
      return false;
    }
  }

  private static Verdict unused(Path arguments) {
    CheckPhrase told = CheckPhrase.of("told.cache.unused", arguments);
    return Verdict.of(told, List.of(Finding.attention("G72", told)));
  }

  /// @param said output of a virtual machine that reports the source of each class
  static Verdict judged(List<String> said, Path arguments) {
    if (said.stream().anyMatch(line -> line.endsWith(FROM_CACHE))) {
      return new Verdict.Good(CheckPhrase.of("told.cache.used"));
    }
    return said.stream().anyMatch(line -> line.contains(SOURCE))
        ? unused(arguments)
        : new Verdict.NotApplicable(CheckPhrase.of("told.untold"));
  }

  private static List<String> said(Path java, Path arguments) throws InterruptedException {
    List<String> command =
        List.of(
            java.toString(),
            "@" + arguments,
            "-Xlog:class+load=info:stdout:none",
            MAIN,
            "--version");
    List<String> lines = new ArrayList<>();
    try {
      Process asked =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(asked.getInputStream(), StandardCharsets.UTF_8))) {
        String line;
        // The rest of the output is not needed and is not waited for.
        while ((line = out.readLine()) != null && !line.contains(SOURCE)) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
        }
        Optional.ofNullable(line).ifPresent(lines::add);
      } finally {
        asked.destroyForcibly();
      }
    } catch (IOException _) {
      // Then nothing is known about the cache.
    }
    return lines;
  }
}

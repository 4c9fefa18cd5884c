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

/// Whether a start of this program uses its ahead-of-time cache: the virtual machine passes over
/// one that is gone or does not fit without a word, and a start then takes twice as long. Asked of
/// a process of its own, which says of each class where it came from and ends at once.
public final class CacheCheck {
  private static final String NAMES_CACHE = "-XX:AOTCache=";
  private static final String MAIN = "org.libstation.app.Main";
  private static final String FROM_CACHE = MAIN + " source: shared objects file";
  private static final String SOURCE = MAIN + " source: ";

  private CacheCheck() {}

  /// @param arguments the file that the program is started by; empty = it was started otherwise
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

  /// @param said lines of a virtual machine that tells where each class came from
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
        // What it says after this is of no interest, and it is not waited for.
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
      // Then nothing is known of it.
    }
    return lines;
  }
}

package org.libstation.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.site.Site;
import org.libstation.testkit.Needs;

/// The program as `./station build` leaves it, for tests that start it as a process of its own.
public final class BuiltProgram {
  private static final String OWN_NAME = "-Dlibstation.args=";

  /// [org.libstation.lab.scenario.RealStage] asks for it.
  private static final String LENT_KEY = "libstation.lab.recovery-key";

  /// Surefire starts in the module's directory.
  private static final Path BUILT = Path.of("target/app/station.args").toAbsolutePath();

  private BuiltProgram() {}

  /// Lets [org.libstation.lab.scenario.RealStage] find the program; without it the test is skipped.
  ///
  /// @return the root of the sources
  public static Path needed() {
    Path home = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    System.setProperty("libstation.args", arguments().toString());
    System.setProperty("libstation.home", home.toString());
    System.setProperty(LENT_KEY, RecoveryKeys.publicPem().toString());
    return home;
  }

  /// The same, by the argument file that it was built with.
  public static Path neededAsShipped() {
    Path home = needed();
    System.setProperty("libstation.args", BUILT.toString());
    return home;
  }

  /// The file to start it by (`java @FILE`). Its ahead-of-time cache is used where it has one, as
  /// `./station test --all` sees to. Stations of the laboratory make no keys.
  public static synchronized Path arguments() {
    Needs.builtProgram(BUILT);
    Path quick = Path.of("target", "quick-" + ProcessHandle.current().pid() + ".args");
    Path named = quick.toAbsolutePath();
    try {
      Stream<String> added = Stream.of("-D" + LENT_KEY + "=\"" + RecoveryKeys.publicPem() + "\"");
      Stream<String> lines =
          Files.readAllLines(BUILT).stream()
              .map(line -> line.startsWith(OWN_NAME) ? OWN_NAME + "\"" + named + "\"" : line);
      Files.write(named, Stream.concat(added, lines).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    named.toFile().deleteOnExit();
    return named;
  }

  /// The same, for tests that sit before its screen.
  public static Path neededOnADesktop() {
    Path home = needed();
    Needs.programs("Xvfb", "xdotool");
    Needs.screens();
    return home;
  }

  /// The example site.
  public static Site exampleSite(Path home) {
    return Site.open(home.resolve("config"));
  }
}

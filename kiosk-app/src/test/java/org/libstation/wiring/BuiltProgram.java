package org.libstation.wiring;

import java.nio.file.Path;
import java.util.Objects;
import org.libstation.site.Site;
import org.libstation.testkit.Needs;

/// The program as `./station build` leaves it, for tests that start it as a process of its own.
public final class BuiltProgram {
  private BuiltProgram() {}

  /// Lets [org.libstation.lab.scenario.RealStage] find the program; without it the test is skipped.
  ///
  /// @return the root of the sources
  public static Path needed() {
    // Surefire starts in the module's directory.
    Path home = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    Path arguments = home.resolve("kiosk-app/target/app/station.args");
    Needs.builtProgram(arguments);
    System.setProperty("libstation.args", arguments.toString());
    System.setProperty("libstation.home", home.toString());
    return home;
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

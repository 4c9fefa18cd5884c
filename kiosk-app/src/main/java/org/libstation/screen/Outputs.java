package org.libstation.screen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.geometry.Rectangle2D;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Panels that are lit on the display, with the display's names for them. JavaFX knows their places
/// but not their names.
public record Outputs(List<Output> all) {
  private static final Logger log = LoggerFactory.getLogger(Outputs.class);
  private static final long SECONDS = 5;

  /// A line of `xrandr --listmonitors`: ` 0: +*HDMI-1 1920/521x1080/293+0+0 HDMI-1`.
  private static final Pattern LINE =
      Pattern.compile(
          " *\\d+: [+*]*(\\S+) (\\d+)/\\d+x(\\d+)/\\d+([+-]\\d+)([+-]\\d+)(?: .*)?",
          Pattern.MULTILINE);

  public Outputs {
    all = List.copyOf(all);
  }

  /// @param name as an X server gives it (`HDMI-1`), or XWayland's compositor (`HDMI-A-1`)
  /// @param bounds in px of the display
  public record Output(String name, Rectangle2D bounds) {
    private static Output of(MatchResult line) {
      return new Output(
          line.group(1),
          new Rectangle2D(
              Integer.parseInt(line.group(4)),
              Integer.parseInt(line.group(5)),
              Integer.parseInt(line.group(2)),
              Integer.parseInt(line.group(3))));
    }
  }

  /// Asks `xrandr` for the panels; none if it cannot be run. It blocks, so do not call it on the FX
  /// thread.
  public static Outputs lit() {
    try {
      Process asked =
          new ProcessBuilder("xrandr", "--listmonitors")
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
              .start();
      asked.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).exceptionally(_ -> end(asked));
      String told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return parse(told);
    } catch (IOException e) {
      log.warn(
          "cannot run xrandr to list the panels; install it: apt-get install x11-xserver-utils", e);
      return new Outputs(List.of());
    }
  }

  private static Process end(Process asked) {
    return asked.destroyForcibly();
  }

  static Outputs parse(String told) {
    return new Outputs(LINE.matcher(told).results().map(Output::of).toList());
  }

  /// Returns the place of a panel; empty if it is not lit.
  public Optional<Rectangle2D> named(String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst().map(Output::bounds);
  }

  /// Returns the place of the first panel with another name; empty if there is none.
  public Optional<Rectangle2D> beside(String name) {
    return all.stream().filter(one -> !one.name().equals(name)).findFirst().map(Output::bounds);
  }
}

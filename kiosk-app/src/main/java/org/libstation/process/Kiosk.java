package org.libstation.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Options for running a station.
public final class Kiosk {
  private Kiosk() {}

  /// Options of one run.
  ///
  /// @param config directory of the site
  /// @param overrides settings that override the file's, by full key
  /// @param headless whether to draw the screens without a display
  /// @param driven whether a parent process presses the keys by standard input
  /// @param pictures directory for a PNG of every screen of the run; empty = none
  /// @param place position of the window; empty = as the desktop decides
  /// @param watched who supervises it
  public record Options(
      Path config,
      Map<String, String> overrides,
      boolean fullscreen,
      boolean headless,
      boolean driven,
      Optional<Path> pictures,
      Optional<KioskWindowPlace> place,
      Supervision watched) {
    public Options {
      overrides = Map.copyOf(overrides);
    }
  }

  /// Who receives a station's heartbeat.
  public enum Supervision {
    BY_NOBODY,
    /// This program's own supervisor, by standard output and input.
    BY_OURS,
    /// Another supervisor, by `NOTIFY_SOCKET` if it is set, and by the file `heartbeat` in the data
    /// directory.
    BY_ANOTHER
  }

  /// Position of a window on the desktop, in pixels.
  ///
  /// @param height with the frame
  public record KioskWindowPlace(int x, int y, int height) {}
}

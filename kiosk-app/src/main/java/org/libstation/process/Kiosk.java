package org.libstation.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What a station is run with.
public final class Kiosk {
  private Kiosk() {}

  /// @param config the site's directory
  /// @param overrides settings that win over the file's, by full key
  /// @param headless no display: the screens are drawn all the same
  /// @param driven a parent process presses the keys, on standard input
  /// @param pictures a directory for a PNG of every screen it goes through
  /// @param place where its window stands; empty = where the desktop puts it
  /// @param watched who watches it
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

  /// Who hears a station's heartbeat.
  public enum Supervision {
    BY_NOBODY,
    /// Our own supervisor, at the other end of standard output and input.
    BY_OURS,
    /// Another: by `NOTIFY_SOCKET`, where it is set, and by the file `heartbeat` in the data
    /// directory.
    BY_ANOTHER
  }

  /// The place of a window on the desktop, in pixels.
  ///
  /// @param height with its frame
  public record KioskWindowPlace(int x, int y, int height) {}
}

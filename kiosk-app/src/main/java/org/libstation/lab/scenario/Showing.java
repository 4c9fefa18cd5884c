package org.libstation.lab.scenario;

import java.nio.file.Path;
import java.util.List;

/// How the station's screens are shown, and the options of `run` for it.
public sealed interface Showing {

  /// Options of `run`.
  ///
  /// @param out directory for all files that are left
  List<String> options(Path out);

  /// Drawn without a display; a picture of each screen is left in `screens/`.
  record HeadlessPictures() implements Showing {
    @Override
    public List<String> options(Path out) {
      return List.of("--headless", "--pictures=" + out.resolve("screens"));
    }
  }

  /// Drawn without a display and without pictures, as for a person.
  record Unseen() implements Showing {
    @Override
    public List<String> options(Path out) {
      return List.of("--headless");
    }
  }

  /// Over the whole screen permanently, as in a library.
  record KioskShowing() implements Showing {
    @Override
    public List<String> options(Path out) {
      return List.of("--fullscreen");
    }
  }

  /// In a window, for a person.
  ///
  /// @param fullscreen it fills the screen (F11 gives it back)
  /// @param x of its upper left corner, in pixels of the desktop
  /// @param height with its frame
  record WindowShowing(boolean fullscreen, int x, int y, int height) implements Showing {
    @Override
    public List<String> options(Path out) {
      String place = "--window=" + x + "," + y + "," + height;
      return fullscreen ? List.of("--fullscreen", place) : List.of(place);
    }
  }
}

package org.libstation.app;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.libstation.screen.Outputs;
import org.libstation.site.SessionFile;

/// The panels of the station and of its drop, if the site's session file names a panel for the
/// drop.
///
/// @param named name of the drop's panel; empty if it has none
/// @param station bounds of the station's panel among several; empty if it has the whole display
/// @param drop bounds of the drop's panel; empty while it is not connected
record Panels(Optional<String> named, Optional<Rectangle2D> station, Optional<Rectangle2D> drop) {

  static final Panels ONE = new Panels(Optional.empty(), Optional.empty(), Optional.empty());

  /// Finds the panels on the display, if the session file names one for the drop. Do not call on
  /// the FX thread.
  static Panels of(Path site) {
    SessionFile session = SessionFile.of(site);
    return session
        .drop()
        .map(
            name -> {
              Outputs lit = Outputs.lit();
              Optional<Rectangle2D> station =
                  lit.named(session.output()).or(() -> lit.beside(name));
              // If only the drop's panel is lit, the drop's window covers the station's window
              // there.
              Optional<Rectangle2D> drop = lit.named(name);
              return new Panels(
                  session.drop(), drop.isPresent() ? station : Optional.empty(), drop);
            })
        .orElse(ONE);
  }

  /// Bounds of the station's panel in px of the display; needs the toolkit.
  Rectangle2D own() {
    return station.orElseGet(() -> Screen.getPrimary().getBounds());
  }
}

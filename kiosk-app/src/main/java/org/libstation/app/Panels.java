package org.libstation.app;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.libstation.screen.Outputs;
import org.libstation.site.SessionFile;

/// Which panel is the station's and which its drop's, where the site's session names one for the
/// drop.
///
/// @param named the name of the drop's; empty where it has none
/// @param station where the station's stands among several; empty = it has the display for itself
/// @param drop where the drop's stands; empty while it is not there
record Panels(Optional<String> named, Optional<Rectangle2D> station, Optional<Rectangle2D> drop) {

  static final Panels ONE = new Panels(Optional.empty(), Optional.empty(), Optional.empty());

  /// Asks the display where a panel is named for the drop. Not for the FX thread.
  static Panels of(Path site) {
    SessionFile session = SessionFile.of(site);
    return session
        .drop()
        .map(
            name -> {
              Outputs lit = Outputs.lit();
              Optional<Rectangle2D> station =
                  lit.named(session.output()).or(() -> lit.beside(name));
              // The drop's alone never shows the station, which lies under it.
              Optional<Rectangle2D> drop = lit.named(name);
              return new Panels(
                  session.drop(), drop.isPresent() ? station : Optional.empty(), drop);
            })
        .orElse(ONE);
  }

  /// The station's own, in px of the display; with the toolkit.
  Rectangle2D own() {
    return station.orElseGet(() -> Screen.getPrimary().getBounds());
  }
}

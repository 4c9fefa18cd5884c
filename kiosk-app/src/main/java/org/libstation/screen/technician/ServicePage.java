package org.libstation.screen.technician;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.Key;
import org.libstation.screen.common.Box;
import org.libstation.screen.common.Held;
import org.libstation.screen.common.Ink;
import org.libstation.screen.common.Look;
import org.libstation.screen.common.Role;
import org.libstation.screen.common.Tokens;
import org.libstation.screen.common.Type;

/// The page of a service screen: its head with the clock and the languages, then its parts.
final class ServicePage extends VBox {

  /// @param title what the screen is
  /// @param time what the clock shows
  /// @param parts from top to bottom
  ServicePage(
      Type type, Look look, String title, Held<String> time, Consumer<Key> pressed, Node... parts) {
    super(20);
    StackPane clock = new StackPane();
    getChildren().add(ServiceHeader.of(type, look, title, clock, pressed));
    getChildren().addAll(parts);
    getStyleClass().add("frame");
    Box.padded(this, 20, Tokens.MARGIN, 40, Tokens.MARGIN);
    setMinSize(Tokens.WIDTH, Tokens.HEIGHT);
    setMaxSize(Tokens.WIDTH, Tokens.HEIGHT);
    time.subscribe(
        text ->
            clock.getChildren().setAll(type.write(Role.TECH, false, Ink.TEXT_2, text).oneLine()));
  }
}

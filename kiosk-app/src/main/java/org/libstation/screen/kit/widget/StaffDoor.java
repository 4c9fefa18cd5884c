package org.libstation.screen.kit.widget;

import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;

/// The way in for staff: a quiet wrench. Holding it for five seconds, while a ring closes around
/// it, asks for a card or a PIN. Letting go or sliding off earlier does nothing; nor does a tap.
public final class StaffDoor extends StackPane {
  /// How long it must be held.
  public static final Duration HELD = Duration.seconds(5);

  /// Size of the wrench as a share of the ring.
  private static final double WRENCH = 0.72;

  private final DoubleProperty part = new SimpleDoubleProperty();
  private final Timeline holding;

  /// @param px size
  public StaffDoor(double px, Consumer<Key> pressed) {
    this(px, HELD, pressed);
  }

  StaffDoor(double px, Duration held, Consumer<Key> pressed) {
    Ring ring = new Ring(px, 3.0 / 34);
    ring.left(0);
    ring.setVisible(false);
    Box.fixed(this, px, px);
    getChildren().addAll(ring, new IconView(Icon.TOOL, px * WRENCH, Ink.TEXT_2));
    part.subscribe(
        now -> {
          ring.setVisible(now.doubleValue() > 0);
          ring.left(now.doubleValue());
        });
    holding = new Timeline(new KeyFrame(held, new KeyValue(part, 1)));
    holding.setOnFinished(
        _ -> {
          letGo();
          pressed.accept(new Key.Technician());
        });
  }

  /// Lets a larger area be held in place of the small wrench.
  public StaffDoor within(Node area) {
    area.setPickOnBounds(true);
    area.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> holding.playFromStart());
    area.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> letGo());
    area.addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          if (!area.contains(area.sceneToLocal(event.getSceneX(), event.getSceneY()))) {
            letGo();
          }
        });
    // A page that disappears is no longer held.
    area.sceneProperty().subscribe(_ -> letGo());
    return this;
  }

  private void letGo() {
    holding.stop();
    part.set(0);
  }
}

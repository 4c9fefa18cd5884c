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

/// The way in for staff: a quiet wrench. Who holds it for five seconds, and sees a ring close round
/// it meanwhile, is asked for a card or a PIN; who lets go or slides off sooner is not. A hand that
/// rests on it or taps it opens nothing.
public final class StaffDoor extends StackPane {
  /// How long it is held.
  public static final Duration HELD = Duration.seconds(5);

  /// The wrench as a part of the ring round it.
  private static final double WRENCH = 0.72;

  private final DoubleProperty part = new SimpleDoubleProperty();
  private final Timeline holding;

  /// @param px its size
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

  /// Holding any of this holds the wrench, which is small.
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
    // A page that goes meanwhile is held by nobody.
    area.sceneProperty().subscribe(_ -> letGo());
    return this;
  }

  private void letGo() {
    holding.stop();
    part.set(0);
  }
}

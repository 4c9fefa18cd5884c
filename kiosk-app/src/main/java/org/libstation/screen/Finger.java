package org.libstation.screen;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.libstation.screen.kit.look.KeyCap;

/// Keeps a press alive when the screen is drawn anew between touch and release. JavaFX sends the
/// release to the parent of a key that is gone, so the press would be lost. This class passes it to
/// the key of the same meaning under the finger, if there is one. After a change of screen, sheet
/// or visit the press does nothing.
final class Finger {
  private final Supplier<List<KeyCap>> keys;
  private final Supplier<Optional<?>> place;
  private @Nullable KeyCap under;
  private Optional<?> downAt = Optional.empty();

  /// @param keys all keys that are drawn
  /// @param place equal while screen, sheet and visit stay the same
  Finger(Region host, Supplier<List<KeyCap>> keys, Supplier<Optional<?>> place) {
    this.keys = keys;
    this.place = place;
    host.addEventFilter(MouseEvent.MOUSE_PRESSED, this::down);
    host.addEventFilter(MouseEvent.MOUSE_RELEASED, this::up);
  }

  private void down(MouseEvent event) {
    under = key(event.getTarget());
    downAt = place.get();
  }

  private void up(MouseEvent event) {
    KeyCap before = under;
    under = null;
    if (before == null) {
      return;
    }
    if (!downAt.equals(place.get())) {
      before.letGo();
      event.consume();
    } else if (!before.equals(key(event.getTarget()))) {
      before.letGo();
      now(before, event).ifPresent(KeyCap::fire);
    }
  }

  private Optional<KeyCap> now(KeyCap before, MouseEvent event) {
    return keys.get().stream()
        .filter(PhysicalKeys::reachable)
        .filter(key -> key.equals(before) || key.means(before))
        .filter(key -> key.contains(key.sceneToLocal(event.getSceneX(), event.getSceneY())))
        .findFirst();
  }

  private static @Nullable KeyCap key(EventTarget target) {
    for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
      if (at instanceof KeyCap key) {
        return key;
      }
    }
    return null;
  }
}

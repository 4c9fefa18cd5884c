package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.libstation.screen.kit.look.Box;

/// A place for each of several nodes. The toolkit paints anew whatever stands behind a child that
/// was put in or taken out; in a place of its own each can change alone.
final class Slots {
  private final List<Slot> slots = new ArrayList<>();

  /// @return their places in this order, those of the last time again
  List<Slot> of(List<? extends Node> nodes) {
    while (slots.size() > nodes.size()) {
      slots.removeLast().hold(List.of());
    }
    for (int at = 0; at < nodes.size(); at++) {
      if (at == slots.size()) {
        slots.add(new Slot());
      }
      slots.get(at).hold(List.of(nodes.get(at)));
    }
    return List.copyOf(slots);
  }

  /// @param at which of them
  void place(int at, double x, double y, double width, double height) {
    slots.get(at).resizeRelocate(x, y, width, height);
  }

  /// Takes the size that it is given, and so does what it holds.
  static final class Slot extends Region {
    private void hold(List<Node> node) {
      Box.hold(getChildren(), node);
    }

    @Override
    protected void layoutChildren() {
      getChildren().forEach(node -> node.resizeRelocate(0, 0, getWidth(), getHeight()));
    }
  }
}

package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.libstation.screen.kit.look.Box;

/// Gives each of several nodes a parent of its own, so that each can change alone. JavaFX repaints
/// everything behind a child that is added or removed.
final class Slots {
  private final List<Slot> slots = new ArrayList<>();

  /// @return the slots in the order of the nodes, reused from the last call
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

  /// @param at index of the slot
  void place(int at, double x, double y, double width, double height) {
    slots.get(at).resizeRelocate(x, y, width, height);
  }

  /// A slot; its node fills it.
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

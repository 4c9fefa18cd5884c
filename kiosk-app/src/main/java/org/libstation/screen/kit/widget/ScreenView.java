package org.libstation.screen.kit.widget;

import java.util.List;
import javafx.scene.layout.Region;
import org.libstation.flow.state.FlowState;

/// One screen as it is drawn. It shows states and emits keys; it decides nothing.
public interface ScreenView {
  Region node();

  /// On the FX thread.
  void show(FlowState state);

  /// What is read aloud on request and does not stand on the screen, line by line; empty where
  /// there is no such thing.
  default List<String> aloud() {
    return List.of();
  }
}

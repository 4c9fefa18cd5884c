package org.libstation.screen.kit.widget;

import java.util.List;
import javafx.scene.layout.Region;
import org.libstation.flow.state.FlowState;

/// A screen as it is drawn. It shows states and emits keys; it decides nothing.
public interface ScreenView {
  Region node();

  /// Shows a state; on the FX thread.
  void show(FlowState state);

  /// Returns lines that are read aloud on request but not shown; empty if there are none.
  default List<String> aloud() {
    return List.of();
  }
}

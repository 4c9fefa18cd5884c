package org.libstation.screen.common;

import javafx.scene.layout.Region;
import org.libstation.flow.FlowState;

/// One screen as it is drawn. It shows states and emits keys; it decides nothing.
public interface ScreenView {
  Region node();

  /// On the FX thread.
  void show(FlowState state);
}

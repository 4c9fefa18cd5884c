package org.libstation.screen.returning;

import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.widget.ListScreen;
import org.libstation.screen.widget.ScreenView;

/// What was handed over, an item a row, and where each goes.
public final class ReturnView implements ScreenView {
  private final ListScreen screen;

  public ReturnView(ReturnViewModel model, Consumer<Key> pressed) {
    screen = new ListScreen(model, pressed);
  }

  @Override
  public Region node() {
    return screen.node();
  }

  @Override
  public void show(FlowState state) {
    screen.show(state);
  }
}

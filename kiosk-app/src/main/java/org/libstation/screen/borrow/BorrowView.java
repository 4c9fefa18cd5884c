package org.libstation.screen.borrow;

import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.libstation.flow.FlowState;
import org.libstation.flow.Key;
import org.libstation.screen.common.ListScreen;
import org.libstation.screen.common.ScreenView;

/// The pile: an item a row, the hand picture below, one key that says what is taken away.
public final class BorrowView implements ScreenView {
  private final ListScreen screen;

  public BorrowView(BorrowViewModel model, Consumer<Key> pressed) {
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

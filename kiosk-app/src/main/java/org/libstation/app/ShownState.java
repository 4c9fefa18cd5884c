package org.libstation.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.FlowState;

/// Passes each new state to its viewers. The flow's thread calls it, so viewers must return at
/// once.
final class ShownState implements Consumer<FlowState> {
  private final List<Consumer<FlowState>> viewers = new CopyOnWriteArrayList<>();
  private volatile @Nullable FlowState newest;

  /// Adds a viewer and gives it the newest state, if there is one.
  void addViewer(Consumer<FlowState> viewer) {
    viewers.add(viewer);
    FlowState state = newest;
    if (state != null) {
      viewer.accept(state);
    }
  }

  @Override
  public void accept(FlowState state) {
    newest = state;
    viewers.forEach(viewer -> viewer.accept(state));
  }
}

package org.libstation.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.FlowState;

/// The newest state, handed to whoever shows it. Called by the flow's thread; those who listen must
/// return at once.
final class ShownState implements Consumer<FlowState> {
  private final List<Consumer<FlowState>> viewers = new CopyOnWriteArrayList<>();
  private volatile @Nullable FlowState newest;

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

package org.libstation.wiring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.libstation.flow.FlowState;

/// After each session, when nobody stands there, collects the garbage once: texts of the last
/// patron that no object holds any more would else stay readable in the heap until the next
/// collection.
final class MemoryBroom implements Consumer<FlowState>, AutoCloseable {
  /// Long enough for the welcome screen to be drawn and the last receipt to be gone.
  private static final Duration AFTER = Duration.ofSeconds(2);

  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("broom").daemon().factory());

  private boolean somebody;

  @Override
  public void accept(FlowState state) {
    boolean now = state.session().isPresent();
    if (somebody && !now) {
      var _ = later.schedule(System::gc, AFTER.toMillis(), TimeUnit.MILLISECONDS);
    }
    somebody = now;
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}

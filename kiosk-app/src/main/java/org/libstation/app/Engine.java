package org.libstation.app;

import java.util.Arrays;
import org.libstation.sync.StepLoop;
import org.springframework.context.SmartLifecycle;

/// A part that runs by itself. It starts in its phase after the station is assembled, and ends in
/// reverse order. A bean of this type needs no other call.
final class Engine implements SmartLifecycle {

  /// Order in which the parts start. They end in reverse order, so that no device sends events
  /// after its receivers have ended.
  enum Phase {
    /// The window: faults from here on can be shown.
    WINDOW(0),
    /// The flow, with what the previous run left open.
    FLOW(1),
    /// Parts with their own interval: the link, the outbox, feeds, checks of the disk.
    LOOPS(2),
    DEVICES(3);

    private final int number;

    Phase(int number) {
      this.number = number;
    }
  }

  private final Phase phase;
  private final Runnable starting;
  private final Runnable ending;
  private volatile boolean running;

  Engine(Phase phase, Runnable starting, Runnable ending) {
    this.phase = phase;
    this.starting = starting;
    this.ending = ending;
  }

  /// @param loops started in this order, ended in reverse order
  static Engine of(StepLoop... loops) {
    return new Engine(
        Phase.LOOPS,
        () -> Arrays.stream(loops).forEach(StepLoop::start),
        () -> Arrays.asList(loops).reversed().forEach(StepLoop::close));
  }

  @Override
  public void start() {
    running = true;
    starting.run();
  }

  @Override
  public void stop() {
    ending.run();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return phase.number;
  }
}

package org.libstation.app;

import java.util.Arrays;
import org.libstation.sync.StepLoop;
import org.springframework.context.SmartLifecycle;

/// Something that runs on its own: started in its phase when the station has been put together,
/// ended in the reverse order. A bean of this kind needs no other call.
final class Engine implements SmartLifecycle {

  /// In which order the parts begin; they end the other way round, so that no device says anything
  /// more when nobody is left to hear it.
  enum Phase {
    /// The window: whatever is wrong from here on can be shown.
    WINDOW(0),
    /// The flow, with what the last run left open.
    FLOW(1),
    /// What has a rhythm of its own: the link, the outbox, feeds, looks at the disk.
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

  /// @param loops started in this order, ended in the reverse one
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

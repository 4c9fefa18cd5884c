package org.libstation.scenario;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.libstation.device.DeviceClock;
import org.libstation.scenario.Stage.Seen;

/// Performs steps one after another; stops at the first that fails.
public final class ScenarioRunner {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Stage stage;
  private final DeviceClock clock;
  private final Pause pause;
  private final Consumer<String> log;

  /// Waits between two looks.
  @FunctionalInterface
  public interface Pause {
    void of(Duration duration) throws InterruptedException;
  }

  /// @param log receives one line of JSON a step
  public ScenarioRunner(Stage stage, DeviceClock clock, Pause pause, Consumer<String> log) {
    this.stage = stage;
    this.clock = clock;
    this.pause = pause;
    this.log = log;
  }

  /// @return true only if all steps could be done and all expectations held
  public boolean run(List<Step> steps) throws InterruptedException {
    for (Step step : steps) {
      Duration start = clock.monotonic();
      Seen seen;
      try {
        seen = perform(step.action());
      } catch (ScenarioProblem problem) {
        seen = new Seen(false, String.valueOf(problem.getMessage()));
      }
      log.accept(
          new JsonLine()
              .put("line", step.line())
              .put("step", step.text())
              .put("ok", seen.so())
              .put("ms", clock.monotonic().minus(start).toMillis())
              .put("screen", stage.screen())
              .put("saw", seen.instead())
              .toString());
      if (!seen.so()) {
        return false;
      }
    }
    return true;
  }

  private Seen perform(Action action) throws ScenarioProblem, InterruptedException {
    if (!(action instanceof Action.Expect expect)) {
      stage.perform(action);
      return new Seen(true, "");
    }
    Duration limit = clock.monotonic().plus(expect.within());
    while (true) {
      Seen seen = stage.look(expect.what());
      if (seen.so() || clock.monotonic().compareTo(limit) >= 0) {
        return seen;
      }
      pause.of(POLL);
    }
  }
}

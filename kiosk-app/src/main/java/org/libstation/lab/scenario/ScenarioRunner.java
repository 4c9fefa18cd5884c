package org.libstation.lab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.device.DeviceClock;
import org.libstation.lab.scenario.ScenarioStage.ObservedState;
import org.libstation.process.log.JsonLine;
import org.libstation.station.driven.ScenarioProblem;

/// Performs steps one after another; stops at the first that fails.
public final class ScenarioRunner {
  /// Long enough for a busy machine; a key that never appears makes the step fail.
  private static final Duration DRAWN_WITHIN = Duration.ofSeconds(10);

  private static final Duration POLL = Duration.ofMillis(100);

  private final ScenarioStage stage;
  private final DeviceClock clock;
  private final Pause pause;
  private final Consumer<String> log;

  /// Waits between two looks.
  @FunctionalInterface
  public interface Pause {
    void of(Duration duration) throws InterruptedException;
  }

  /// @param log receives one line of JSON for each step
  public ScenarioRunner(ScenarioStage stage, DeviceClock clock, Pause pause, Consumer<String> log) {
    this.stage = stage;
    this.clock = clock;
    this.pause = pause;
    this.log = log;
  }

  /// Performs the steps.
  ///
  /// @return whether all steps could be done and all expectations held
  public boolean run(List<ScenarioStep> steps) throws InterruptedException {
    for (ScenarioStep step : steps) {
      Duration start = clock.monotonic();
      ObservedState seen;
      try {
        seen = perform(step.action());
      } catch (ScenarioProblem problem) {
        seen = new ObservedState(false, String.valueOf(problem.getMessage()));
      }
      JsonLine line =
          new JsonLine()
              .put("line", step.line())
              .put("step", step.text())
              .put("ok", seen.so())
              .put("ms", clock.monotonic().minus(start).toMillis())
              .put("screen", stage.screen())
              .put("saw", seen.instead());
      if (!seen.so()) {
        line.put("shown", String.join("; ", stage.shown()));
      }
      log.accept(line.toString());
      if (!seen.so()) {
        return false;
      }
    }
    return true;
  }

  /// The first key of the screen that an action presses; empty if it presses none.
  private static Optional<Action.Press> firstKey(Action action) {
    return switch (action) {
      case Action.Press press -> Optional.of(press);
      case Action.TypePin pin -> digit(pin.digits());
      case Action.TypeDigits typed -> digit(typed.digits());
      default -> Optional.empty();
    };
  }

  private static Optional<Action.Press> digit(String digits) {
    return digits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Action.Press("digit", Optional.of(digits.substring(0, 1))));
  }

  /// Waits until the screen shows a key: the screen may be some frames behind the state.
  private boolean drawn(Action.Press press) throws ScenarioProblem, InterruptedException {
    Duration limit = clock.monotonic().plus(DRAWN_WITHIN);
    while (!stage.draws(press)) {
      if (clock.monotonic().compareTo(limit) >= 0) {
        return false;
      }
      pause.of(POLL);
    }
    return true;
  }

  private ObservedState perform(Action action) throws ScenarioProblem, InterruptedException {
    Optional<Action.Press> first = firstKey(action);
    if (first.isPresent() && !drawn(first.get())) {
      return new ObservedState(false, "the screen shows no such key to be pressed");
    }
    if (!(action instanceof Action.Expect expect)) {
      stage.perform(action);
      return new ObservedState(true, "");
    }
    Duration limit = clock.monotonic().plus(expect.within());
    while (true) {
      ObservedState seen = stage.look(expect.what());
      if (seen.so() || clock.monotonic().compareTo(limit) >= 0) {
        return seen;
      }
      pause.of(POLL);
    }
  }
}

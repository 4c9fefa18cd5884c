package org.libstation.lab.bench;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.libstation.lab.scenario.Action;
import org.libstation.lab.scenario.ScenarioStage;
import org.libstation.station.driven.ScenarioProblem;

/// A stage that notes what is done on it.
final class RecordingStage implements ScenarioStage {
  final List<Action> done = new CopyOnWriteArrayList<>();
  final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch gate;

  /// @param gate the first action waits for it
  RecordingStage(CountDownLatch gate) {
    this.gate = gate;
  }

  @Override
  public boolean draws(Action.Press press) {
    return true;
  }

  @Override
  public void perform(Action action) throws ScenarioProblem {
    entered.countDown();
    try {
      gate.await();
    } catch (InterruptedException _) {
      throw new ScenarioProblem("interrupted");
    }
    if (action instanceof Action.DropAction) {
      throw new ScenarioProblem("this site has no drop");
    }
    done.add(action);
  }

  @Override
  public ObservedState look(Action.Expectation expectation) {
    return new ObservedState(false, "nothing");
  }

  @Override
  public String screen() {
    return "off";
  }

  @Override
  public List<String> shown() {
    return List.of("device pad ready");
  }

  @Override
  public void close() {}
}

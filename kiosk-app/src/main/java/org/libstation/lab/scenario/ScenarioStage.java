package org.libstation.lab.scenario;

import java.util.List;
import org.libstation.lab.scenario.Action.Expectation;
import org.libstation.station.driven.ScenarioProblem;

/// Where a scenario is played.
public interface ScenarioStage extends AutoCloseable {

  /// Does what an action says; returns when it was done (not when its effects were seen).
  ///
  /// @throws ScenarioProblem when this stage cannot do it
  void perform(Action action) throws ScenarioProblem;

  /// Whether the screen shows this key now, to be pressed.
  boolean draws(Action.Press press) throws ScenarioProblem;

  /// Whether something is so now.
  ObservedState look(Expectation expectation) throws ScenarioProblem;

  /// The name of the screen shown now, for the log; `off` without power.
  String screen();

  /// All that the station says of itself now, for the log of what did not go as expected; empty
  /// without power.
  List<String> shown();

  @Override
  void close();

  /// @param so whether it is as expected
  /// @param instead what is there, in words
  record ObservedState(boolean so, String instead) {}
}

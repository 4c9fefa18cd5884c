package org.libstation.lab.scenario;

import java.util.List;
import org.libstation.lab.scenario.Action.Expectation;
import org.libstation.station.driven.ScenarioProblem;

/// Plays the actions of a scenario.
public interface ScenarioStage extends AutoCloseable {

  /// Does an action; returns when it is done, not when its effects were seen.
  ///
  /// @throws ScenarioProblem when this stage cannot do it
  void perform(Action action) throws ScenarioProblem;

  /// Whether the screen shows this key now and it can be pressed.
  boolean draws(Action.Press press) throws ScenarioProblem;

  /// Compares the present state with an expectation.
  ObservedState look(Expectation expectation) throws ScenarioProblem;

  /// Name of the screen shown now, for the log; `off` without power.
  String screen();

  /// Everything that the station reports of itself now, for the log of a failed step; empty without
  /// power.
  List<String> shown();

  @Override
  void close();

  /// @param so whether it is as expected
  /// @param instead the actual state, in words
  record ObservedState(boolean so, String instead) {}
}

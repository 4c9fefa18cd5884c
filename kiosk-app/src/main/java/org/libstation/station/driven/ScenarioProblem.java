package org.libstation.station.driven;

/// Thrown if a scenario cannot be read, or the stage cannot do what a step asks. The message is for
/// the scenario's author.
public class ScenarioProblem extends Exception {
  private static final long serialVersionUID = 1L;

  public ScenarioProblem(String message) {
    super(message);
  }
}

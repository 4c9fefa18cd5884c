package org.libstation.station.driven;

/// A scenario that cannot be read, or a stage that cannot do what a step asks; the message is for
/// the person who wrote it.
public class ScenarioProblem extends Exception {
  private static final long serialVersionUID = 1L;

  public ScenarioProblem(String message) {
    super(message);
  }
}

package org.libstation.simulation;

/// Counts the steps that leave something behind, and goes off at one of them.
public final class Power {
  private int steps;
  private int cutAt = -1;

  /// Goes off at the n-th step from now (1 = the next).
  public void cutAfter(int n) {
    cutAt = steps + n;
  }

  public void stay() {
    cutAt = -1;
  }

  public int steps() {
    return steps;
  }

  /// @throws PowerLoss when it goes off here
  public void step() {
    steps++;
    if (steps == cutAt) {
      cutAt = -1;
      throw new PowerLoss(steps);
    }
  }
}

package org.libstation.simulation;

/// The power went. An error, so that no `catch (Exception)` hides it.
public final class PowerLoss extends Error {
  private static final long serialVersionUID = 1L;

  public PowerLoss(int step) {
    super("power lost at step " + step);
  }
}

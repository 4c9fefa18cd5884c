package org.libstation.device.driver;

import org.libstation.device.link.LinkLostException;

/// More came over a device's line than such a device ever sends: it is closed, so that nobody else
/// waits for the computer.
public final class FloodedException extends LinkLostException {
  private static final long serialVersionUID = 1L;

  /// The health code of a device that floods its line.
  public static final String CODE = "D60";

  public FloodedException(String message) {
    super(message);
  }
}

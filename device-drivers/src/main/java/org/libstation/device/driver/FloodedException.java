package org.libstation.device.driver;

import org.libstation.device.link.LinkLostException;

/// A device sent more than such a device ever sends. Its line is closed so that it takes no
/// computing time from the others.
public final class FloodedException extends LinkLostException {
  private static final long serialVersionUID = 1L;

  /// The health code of a device that floods its line.
  public static final String CODE = "D60";

  public FloodedException(String message) {
    super(message);
  }
}

package org.libstation.device.driver;

import org.libstation.device.link.LinkLostException;

/// The port could be opened, but another device of the station answers there.
public final class WrongDeviceException extends LinkLostException {
  private static final long serialVersionUID = 1L;

  /// The health code of a device in whose place another one answers.
  public static final String CODE = "D13";

  public WrongDeviceException(String message) {
    super(message);
  }
}

package org.libstation.device.link;

/// The device is there, and this program may not open it.
public final class NoRightsException extends LinkLostException {
  private static final long serialVersionUID = 1L;

  /// The health code of such a device.
  public static final String CODE = "D14";

  public NoRightsException(String message) {
    super(message);
  }
}

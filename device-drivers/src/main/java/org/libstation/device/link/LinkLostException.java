package org.libstation.device.link;

/// The line to a device could not be opened or was lost.
public class LinkLostException extends Exception {
  private static final long serialVersionUID = 1L;

  public LinkLostException(String message) {
    super(message);
  }
}

package org.libstation.wiring;

/// Something in the site's configuration that cannot be; the message is for a technician.
final class ConfigProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConfigProblem(String message) {
    super(message);
  }
}

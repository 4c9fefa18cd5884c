package org.libstation.tools.sip2;

/// Thrown if a probe cannot continue. What it found until then remains valid.
final class Stopped extends Exception {
  private static final long serialVersionUID = 1L;

  Stopped(String message) {
    super(message);
  }
}

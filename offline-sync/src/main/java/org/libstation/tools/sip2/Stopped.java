package org.libstation.tools.sip2;

/// It cannot go on; what it found until then stands.
final class Stopped extends Exception {
  private static final long serialVersionUID = 1L;

  Stopped(String message) {
    super(message);
  }
}

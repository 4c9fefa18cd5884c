package org.libstation.screen.typing;

/// What keyboard input with a printable character means on the present screen.
public enum Awaited {
  /// No typing is expected.
  NOTHING,
  /// Digits of a PIN are expected.
  DIGITS,
  /// A number or text is expected.
  SIGNS
}

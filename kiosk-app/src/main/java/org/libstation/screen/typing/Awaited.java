package org.libstation.screen.typing;

/// What keys with a sign on them mean where the station stands now.
public enum Awaited {
  /// Nothing is typed here.
  NOTHING,
  /// The digits of a PIN.
  DIGITS,
  /// A number, or text.
  SIGNS
}

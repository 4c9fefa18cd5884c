package org.libstation.central.sip2;

/// The value of a field of one character that says yes or no.
public enum Sip2Flag {
  YES,
  NO,
  /// `U`: the central system does not know.
  UNKNOWN,
  /// Missing, or another character; counts neither as yes nor as no.
  UNREADABLE;

  public static Sip2Flag of(boolean yes) {
    return yes ? YES : NO;
  }

  /// Reads `1` or `Y`, `0` or `N`, `U`; both spellings are accepted everywhere.
  static Sip2Flag read(String text) {
    return switch (text) {
      case "1", "Y", "y" -> YES;
      case "0", "N", "n" -> NO;
      case "U", "u" -> UNKNOWN;
      default -> UNREADABLE;
    };
  }

  public boolean yes() {
    return this == YES;
  }

  /// `Y`, `N`, `U` or a blank.
  String letter() {
    return switch (this) {
      case YES -> "Y";
      case NO -> "N";
      case UNKNOWN -> "U";
      case UNREADABLE -> " ";
    };
  }

  /// `1` or `0`; for other values, the letter.
  String digit() {
    return switch (this) {
      case YES -> "1";
      case NO -> "0";
      case UNKNOWN, UNREADABLE -> letter();
    };
  }
}

package org.libstation.screen.kit.look;

/// Sizes of digit and letter keys, and of the field above them.
///
/// @param wide width of a digit key
/// @param high height of a digit key
/// @param letter height of a letter key
/// @param field height of the field
/// @param fieldApart gap between the field and the keys of a staff PIN
public record KeypadMetrics(
    double wide,
    double high,
    double rowsApart,
    double keysApart,
    double letter,
    double caret,
    double field,
    double fieldApart) {
  private static final By<KeypadMetrics> ALL =
      By.usual(new KeypadMetrics(228, 112, 16, 24, 84, 56, 112, 20))
          .low(new KeypadMetrics(152, 112, 16, 14, Tokens.KEY_SMALL, 56, 112, 20))
          .wide(new KeypadMetrics(180, 104, 14, 14, Tokens.KEY, 56, 112, 20))
          .wideLow(new KeypadMetrics(152, 104, 14, 14, Tokens.KEY_SMALL, 56, 112, 20))
          .small(new KeypadMetrics(94, 80, 14, 14, Tokens.TARGET_MIN, 44, 72, 8))
          .smallLow(
              new KeypadMetrics(130, Tokens.TARGET_MIN, 14, 14, Tokens.TARGET_MIN, 44, 72, 8));

  static KeypadMetrics of(Arrangement how) {
    return ALL.in(how);
  }
}

package org.libstation.circulation;

/// One text for all that are equal without regard to case, so that equality, hash and the journal's
/// key agree for every letter (`İ` and `i`, `ſ` and `s`, letters beyond the first plane).
final class CaseFolding {
  private CaseFolding() {}

  /// Character by character, upper then lower, as [String#equalsIgnoreCase] compares.
  static String of(String text) {
    return text.codePoints()
        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

package org.libstation.circulation;

/// Gives texts that differ only in case one common form. Equality, hash code and the journal's key
/// then agree for every letter (`İ` and `i`, `ſ` and `s`, letters beyond the first plane).
final class CaseFolding {
  private CaseFolding() {}

  /// Folds each code point to upper and then to lower case, as [String#equalsIgnoreCase] compares.
  static String of(String text) {
    return text.codePoints()
        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

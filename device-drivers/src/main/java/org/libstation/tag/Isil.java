package org.libstation.tag;

import org.jspecify.annotations.Nullable;

/// Packs an ISIL (ISO 15511) as in OIDs 3 and 11 (ISO 28560-2). The bit string starts in the
/// upper-case set, changes between three sets by shifts (one character) and latches, and is filled
/// with ones.
final class Isil {

  /// One of the three sets: its codes, and how it changes to the two others.
  private enum IsilCharacterSet {
    UPPER(5, "-ABCDEFGHIJKLMNOPQRSTUVWXYZ:"),
    LOWER(5, "-abcdefghijklmnopqrstuvwxyz/"),
    DIGIT(4, "0123456789-:");

    private final int width;
    private final String characters;

    IsilCharacterSet(int width, String characters) {
      this.width = width;
      this.characters = characters;
    }

    /// The first of the two other sets, in the order of the codes that change to them.
    private IsilCharacterSet first() {
      return this == UPPER ? LOWER : UPPER;
    }

    private IsilCharacterSet second() {
      return this == DIGIT ? LOWER : DIGIT;
    }

    /// The code that latches to another set; the next code shifts to it.
    private int latchTo(IsilCharacterSet other) {
      return characters.length() + (other == first() ? 0 : 2);
    }

    private boolean has(int character) {
      return characters.indexOf(character) >= 0;
    }
  }

  private Isil() {}

  /// Whether the three sets have all characters of the text.
  static boolean fits(String isil) {
    return !isil.isEmpty()
        && isil.chars().allMatch(c -> c != 0 && setOf(c, IsilCharacterSet.UPPER) != null);
  }

  /// Packs an ISIL.
  ///
  /// @param isil an ISIL for which [#fits] holds
  static byte[] encode(String isil) {
    BitWriter bits = new BitWriter();
    IsilCharacterSet current = IsilCharacterSet.UPPER;
    for (int i = 0; i < isil.length(); i++) {
      int character = isil.charAt(i);
      IsilCharacterSet needed = setOf(character, current);
      if (needed == null) {
        throw new IllegalArgumentException("an ISIL has no '" + (char) character + "'");
      }
      if (needed != current) {
        boolean back = i + 1 == isil.length() || current.has(isil.charAt(i + 1));
        bits.put(current.latchTo(needed) + (back ? 1 : 0), current.width);
        bits.put(needed.characters.indexOf(character), needed.width);
        current = back ? current : needed;
      } else {
        bits.put(current.characters.indexOf(character), current.width);
      }
    }
    return bits.finish(0xFF);
  }

  /// Unpacks an ISIL.
  ///
  /// @throws MalformedTagException when no ISIL packs to these bytes
  static String decode(byte[] data) throws MalformedTagException {
    StringBuilder isil = new StringBuilder();
    BitReader bits = new BitReader(data);
    IsilCharacterSet latched = IsilCharacterSet.UPPER;
    IsilCharacterSet current = latched;
    while (bits.left() >= current.width) {
      int code = bits.take(current.width);
      if (code < current.characters.length()) {
        isil.append(current.characters.charAt(code));
        current = latched;
        continue;
      }
      int control = code - current.characters.length();
      IsilCharacterSet next = control < 2 ? current.first() : current.second();
      if (current != latched) {
        throw new MalformedTagException("an ISIL with a shift after a shift");
      }
      boolean shift = (control & 1) == 1;
      latched = shift ? latched : next;
      current = next;
    }
    if (isil.isEmpty()) {
      throw new MalformedTagException("an ISIL without characters");
    }
    return isil.toString();
  }

  /// The current set if it has the character, else the first that has it; null when none has.
  private static @Nullable IsilCharacterSet setOf(int character, IsilCharacterSet current) {
    if (current.has(character)) {
      return current;
    }
    for (IsilCharacterSet set : IsilCharacterSet.values()) {
      if (set.has(character)) {
        return set;
      }
    }
    return null;
  }
}

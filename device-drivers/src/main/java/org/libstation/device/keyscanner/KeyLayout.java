package org.libstation.device.keyscanner;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.libstation.device.WrongOptionException.OptionRule;
import org.libstation.device.driver.DeviceSheet;
import org.libstation.device.driver.DriverOptions;

/// Which character each key types on the keyboard of a country, by the key's position. Read from a
/// sheet in `config/devices/keyboards`.
///
/// @param signs characters by level (plain, Shift, AltGr), then by the kernel's key code
///   (linux/input-event-codes.h)
/// @param dead by level, the characters of dead keys, which type nothing until the next key
record KeyLayout(List<Map<Integer, Character>> signs, List<Set<Character>> dead) {
  private static final List<String> LEVELS = List.of("plain", "shift", "altgr");
  private static final int PLAIN = 0;
  private static final int SHIFT = 1;
  private static final int ALTGR = 2;
  private static final char NOTHING = '\u00b7';

  /// The keys of each row from the left, as ISO/IEC 9995-2 arranges them.
  private static final List<int[]> ROWS =
      List.of(
          new int[] {41, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13},
          new int[] {16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27},
          new int[] {30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 43},
          new int[] {86, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53});

  /// What a key types.
  ///
  /// @param sign the character; 0 if the key types none
  /// @param dead whether it waits for the next character
  record Stroke(char sign, boolean dead) {}

  /// @throws org.libstation.device.WrongOptionException naming file, line and what was expected
  static KeyLayout of(String option, DeviceSheet sheet) {
    return sheet.read(option, KeyLayout::read);
  }

  private static KeyLayout read(DriverOptions lines) {
    String _ = lines.text("keyboard", "");
    String _ = lines.text("source", "");
    List<Map<Integer, Character>> signs =
        LEVELS.stream().map(level -> level(lines, level)).toList();
    List<Set<Character>> dead =
        LEVELS.stream().map(level -> signsOf(lines.text("dead." + level, ""))).toList();
    return new KeyLayout(signs, dead);
  }

  private static Map<Integer, Character> level(DriverOptions lines, String level) {
    Map<Integer, Character> signs = new HashMap<>();
    for (int row = 0; row < ROWS.size(); row++) {
      int[] keys = ROWS.get(row);
      String key = level + "." + (row + 1);
      boolean needed = !level.equals(LEVELS.get(ALTGR));
      String typed = lines.text(key, "");
      if (typed.length() != keys.length && (needed || !typed.isEmpty())) {
        throw lines.wrong(
            key,
            OptionRule.OTHER,
            List.of(),
            keys.length + " characters, one for each key of the row");
      }
      for (int i = 0; i < typed.length(); i++) {
        if (typed.charAt(i) != NOTHING) {
          signs.put(keys[i], typed.charAt(i));
        }
      }
    }
    return Map.copyOf(signs);
  }

  private static Set<Character> signsOf(String text) {
    Set<Character> signs = new HashSet<>();
    text.chars().forEach(sign -> signs.add((char) sign));
    return Set.copyOf(signs);
  }

  /// @param caps whether Caps Lock is on; it affects letters only
  Stroke stroke(int key, boolean shift, boolean caps, boolean altGr) {
    int level = altGr ? ALTGR : shift != (caps && isLetter(key)) ? SHIFT : PLAIN;
    char sign = signs.get(level).getOrDefault(key, '\0');
    return new Stroke(sign, dead.get(level).contains(sign));
  }

  private boolean isLetter(int key) {
    char small = signs.get(PLAIN).getOrDefault(key, '\0');
    char large = signs.get(SHIFT).getOrDefault(key, '\0');
    return small != large && Character.toUpperCase(small) == large;
  }
}

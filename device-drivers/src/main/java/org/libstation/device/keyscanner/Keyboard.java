package org.libstation.device.keyscanner;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The state of a keyboard: the held keys, Caps Lock, a waiting accent, and a number typed with
/// Alt. Turns keys into characters as a computer with this layout would, with these exceptions:
///
/// * The numeric keypad types digits whether Num Lock is on or off: no scanner means *Home*.
/// * F8 is FNC1 of GS1, the character GS. So is Ctrl with the key that types `]` in the United
///   States, in every layout. Other function keys before a code type nothing.
/// * A key that types nothing in the middle of a code spoils the code.
///
/// Key codes: linux/input-event-codes.h.
final class Keyboard {
  private static final char GS = 0x1D;
  private static final int ESCAPE = 1;
  private static final int BACKSPACE = 14;
  private static final int TAB = 15;
  private static final int ENTER = 28;
  private static final int LEFT_CTRL = 29;
  private static final int LEFT_SHIFT = 42;
  private static final int RIGHT_SHIFT = 54;
  private static final int LEFT_ALT = 56;
  private static final int SPACE = 57;
  private static final int CAPS_LOCK = 58;
  private static final int F1 = 59;
  private static final int F8 = 66;
  private static final int F10 = 68;
  private static final int NUM_LOCK = 69;
  private static final int SCROLL_LOCK = 70;
  private static final int F11 = 87;
  private static final int F12 = 88;
  private static final int KEYPAD_ENTER = 96;
  private static final int RIGHT_CTRL = 97;
  private static final int RIGHT_ALT = 100;
  private static final int F13 = 183;
  private static final int F24 = 194;
  private static final int CAPS_LIGHT = 1;

  private static final Set<Integer> MODIFIERS =
      Set.of(LEFT_CTRL, RIGHT_CTRL, LEFT_SHIFT, RIGHT_SHIFT, LEFT_ALT, RIGHT_ALT, 125, 126);

  private static final Map<Integer, Character> KEYPAD =
      Map.ofEntries(
          Map.entry(82, '0'),
          Map.entry(79, '1'),
          Map.entry(80, '2'),
          Map.entry(81, '3'),
          Map.entry(75, '4'),
          Map.entry(76, '5'),
          Map.entry(77, '6'),
          Map.entry(71, '7'),
          Map.entry(72, '8'),
          Map.entry(73, '9'),
          Map.entry(83, '.'),
          Map.entry(55, '*'),
          Map.entry(74, '-'),
          Map.entry(78, '+'),
          Map.entry(98, '/'),
          Map.entry(117, '='),
          Map.entry(121, ','));

  /// Keys that control characters use in every layout: a scanner that sends control characters
  /// means the keys of a United States keyboard. This map has the keys `[ ] \`; the next one has
  /// the keys of `^` and `_`.
  private static final Map<Integer, Character> CONTROLS_BY_PLACE =
      Map.of(26, (char) 0x1B, 27, GS, 43, (char) 0x1C);

  private static final Map<Integer, Character> CONTROLS_OF_SIGNS =
      Map.of(7, (char) 0x1E, 12, (char) 0x1F);

  /// Combining marks of Unicode for the accents of dead keys.
  private static final Map<Character, Character> ACCENTS =
      Map.of('^', '\u0302', '\u00b4', '\u0301', '`', '\u0300', '\u00a8', '\u0308', '~', '\u0303');

  /// Code page that Windows uses for a number typed with Alt without a leading zero; [#ANSI] is for
  /// one with a leading zero.
  private static final Charset OEM = Charset.forName("IBM437");

  private static final Charset ANSI = Charset.forName("windows-1252");
  private static final int LONGEST_NUMBER = 5;
  private static final int CONTROL = 0x1F;

  private final KeyLayout layout;
  private final Set<Integer> held = new HashSet<>();
  private final StringBuilder number = new StringBuilder();
  private boolean caps;
  private char accent;
  private boolean begun;

  Keyboard(KeyLayout layout) {
    this.layout = layout;
  }

  /// Starts anew on a new connection.
  void begin() {
    rest();
    caps = false;
  }

  /// Releases all keys and forgets a code that has begun. Caps Lock stays as it is.
  void rest() {
    held.clear();
    number.setLength(0);
    accent = 0;
    begun = false;
  }

  /// Takes the state of a light, and so the state of the lock that it shows.
  void light(int which, boolean on) {
    caps = which == CAPS_LIGHT ? on : caps;
  }

  /// @param down true if the key was pressed, false if it was released
  void key(int code, boolean down, long micros, TypingListener to) {
    if (MODIFIERS.contains(code)) {
      modifier(code, down, micros, to);
    } else if (!down) {
      return;
    } else if (code == CAPS_LOCK) {
      caps = !caps;
    } else if (code != NUM_LOCK && code != SCROLL_LOCK) {
      pressed(code, micros, to);
    }
  }

  private void modifier(int code, boolean down, long micros, TypingListener to) {
    if (down) {
      held.add(code);
    } else {
      held.remove(code);
    }
    if (code == LEFT_ALT && !number.isEmpty()) {
      String typed = number.toString();
      number.setLength(0);
      if (down) {
        spoil("a number typed with Alt that has no end", to);
      } else {
        sign(byNumber(typed), false, micros, to);
      }
    }
  }

  private static char byNumber(String digits) {
    int value = Integer.parseInt(digits);
    if (value < 0x80 || value > 0xFF) {
      // Control characters stay as they are: a scanner that types GS means GS, not an arrow.
      return (char) value;
    }
    Charset page = digits.startsWith("0") ? ANSI : OEM;
    return new String(new byte[] {(byte) value}, page).charAt(0);
  }

  private void pressed(int code, long micros, TypingListener to) {
    boolean ctrl = held.contains(LEFT_CTRL) || held.contains(RIGHT_CTRL);
    boolean alt = held.contains(LEFT_ALT);
    // Windows treats Ctrl and Alt together as AltGr, and scanners made for it send them.
    boolean altGr = held.contains(RIGHT_ALT) || (ctrl && alt);
    if (isFunction(code) && code != F8) {
      if (begun) {
        spoil("a function key", to);
      }
    } else if (code == ENTER || code == KEYPAD_ENTER || code == TAB) {
      end(code == TAB ? '\t' : '\r', micros, to);
    } else if (alt && !altGr) {
      numbered(code, to);
    } else {
      KeyLayout.Stroke stroke = stroke(code, altGr);
      if (ctrl && !altGr) {
        control(code, stroke.sign(), micros, to);
      } else if (stroke.sign() == 0) {
        spoil("a key that types nothing (code " + code + ")", to);
      } else {
        sign(stroke.sign(), stroke.dead(), micros, to);
      }
    }
  }

  private static boolean isFunction(int code) {
    return (code >= F1 && code <= F10)
        || code == F11
        || code == F12
        || (code >= F13 && code <= F24);
  }

  private KeyLayout.Stroke stroke(int code, boolean altGr) {
    return switch (code) {
      case SPACE -> new KeyLayout.Stroke(' ', false);
      case F8 -> new KeyLayout.Stroke(GS, false);
      case ESCAPE -> new KeyLayout.Stroke((char) 0x1B, false);
      case BACKSPACE -> new KeyLayout.Stroke('\b', false);
      default -> {
        Character onPad = KEYPAD.get(code);
        boolean shift = held.contains(LEFT_SHIFT) || held.contains(RIGHT_SHIFT);
        yield onPad != null
            ? new KeyLayout.Stroke(onPad, false)
            : layout.stroke(code, shift, caps, altGr);
      }
    };
  }

  private void numbered(int code, TypingListener to) {
    char digit = KEYPAD.getOrDefault(code, '\0');
    if (!Character.isDigit(digit) || number.length() == LONGEST_NUMBER) {
      number.setLength(0);
      spoil("a key with Alt that types nothing", to);
    } else {
      number.append(digit);
    }
  }

  private void control(int code, char sign, long micros, TypingListener to) {
    Character placed = CONTROLS_BY_PLACE.get(code);
    Character signed = CONTROLS_OF_SIGNS.get(code);
    boolean known = (sign >= '@' && sign <= '_') || (sign >= 'a' && sign <= 'z');
    if (placed != null || known) {
      sign(placed != null ? placed : (char) (sign & CONTROL), false, micros, to);
    } else if (signed != null) {
      sign(signed, false, micros, to);
    } else {
      spoil("a key with Ctrl that types nothing", to);
    }
  }

  private void sign(char sign, boolean dead, long micros, TypingListener to) {
    begun = true;
    if (sign == '\r' || sign == '\n' || sign == '\t') {
      end(sign, micros, to);
      return;
    }
    char waiting = accent;
    accent = dead ? sign : 0;
    if (waiting == 0) {
      if (!dead) {
        to.typed(sign, micros);
      }
      return;
    }
    if (waiting == sign) {
      accent = 0;
      to.typed(sign, micros);
    } else if (dead) {
      to.typed(waiting, micros);
    } else {
      accented(waiting, sign, micros, to);
    }
  }

  private static void accented(char accent, char sign, long micros, TypingListener to) {
    if (sign == ' ') {
      to.typed(accent, micros);
      return;
    }
    String both = "" + sign + ACCENTS.getOrDefault(accent, accent);
    String one = Normalizer.normalize(both, Normalizer.Form.NFC);
    if (one.length() == 1) {
      to.typed(one.charAt(0), micros);
    } else {
      to.typed(accent, micros);
      to.typed(sign, micros);
    }
  }

  private void end(char end, long micros, TypingListener to) {
    if (!number.isEmpty()) {
      spoil("a number typed with Alt that has no end", to);
    }
    if (accent != 0) {
      to.typed(accent, micros);
    }
    rest();
    to.typed(end, micros);
  }

  private void spoil(String reason, TypingListener to) {
    begun = true;
    to.spoilt(reason);
  }
}

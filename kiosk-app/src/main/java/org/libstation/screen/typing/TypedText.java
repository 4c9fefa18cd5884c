package org.libstation.screen.typing;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Puts together what keys spell: signs as the keyboard's layout gives them, what is typed as Alt
/// with a number, and a keypad whose Num Lock is off.
final class TypedText {
  /// More than any scan has; what comes after is not kept.
  private static final int LONGEST = 5000;

  /// With the key that ends it.
  private static final int LONGEST_PIN = 13;

  /// Keys of a keypad that speak or are louder and softer, and the long one: on every screen.
  private static final String OF_A_KEYPAD = "*+-/ ";

  private static final int CONTROL = 0x1F;
  private static final int ALT_DIGITS = 4;

  private final BooleanSupplier capsLock;
  private final StringBuilder signs = new StringBuilder();
  private final StringBuilder alt = new StringBuilder();
  private boolean byAlt;
  private boolean keypad;

  /// @param capsLock whether Caps Lock is on
  TypedText(BooleanSupplier capsLock) {
    this.capsLock = capsLock;
  }

  /// A key went down.
  ///
  /// @return whether it is a stroke without a sign of its own
  boolean down(KeyEvent key) {
    Optional<Character> digit = digit(key.getCode());
    byAlt = key.isAltDown() && digit.isPresent();
    if (byAlt) {
      if (alt.length() < ALT_DIGITS) {
        alt.append(digit.get());
      }
      return false;
    }
    if (isKeypad(key.getCode()) && digit.isPresent()) {
      keypad = true;
      add(digit.get());
      return true;
    }
    return false;
  }

  /// @return how many signs it has
  int typed(KeyEvent key) {
    if (byAlt) {
      return 0;
    }
    int before = signs.length();
    for (char sign : key.getCharacter().toCharArray()) {
      if (key.isControlDown()) {
        // Scanners send GS and STX as Ctrl+] and Ctrl+B.
        add((char) (sign & CONTROL));
      } else if (!Character.isISOControl(sign)) {
        add(asMeant(sign, key.isShiftDown()));
      }
    }
    return signs.length() - before;
  }

  /// A key went up.
  ///
  /// @return whether a number typed with Alt gave a sign
  boolean up(KeyEvent key) {
    if (key.getCode() != KeyCode.ALT || alt.isEmpty()) {
      return false;
    }
    add((char) Integer.parseInt(alt.toString()));
    alt.setLength(0);
    return true;
  }

  /// A scanner knows nothing of Caps Lock.
  private char asMeant(char sign, boolean shift) {
    if (!Character.isLetter(sign) || !capsLock.getAsBoolean()) {
      return sign;
    }
    return shift ? Character.toUpperCase(sign) : Character.toLowerCase(sign);
  }

  private void add(char sign) {
    if (signs.length() < LONGEST) {
      signs.append(sign);
    }
  }

  void end(char terminator) {
    signs.append(terminator);
  }

  boolean isEmpty() {
    return signs.isEmpty();
  }

  boolean isEnded() {
    return !isEmpty() && "\r\t".indexOf(signs.charAt(signs.length() - 1)) >= 0;
  }

  /// Has a sign that is no mere key of a keypad.
  boolean isCode() {
    return signs.chars().anyMatch(sign -> OF_A_KEYPAD.indexOf(sign) < 0 && sign > ' ');
  }

  /// A hand can have typed it where this is awaited.
  boolean suits(Awaited awaited) {
    return switch (awaited) {
      // Arrows mean something everywhere.
      case NOTHING -> keypad;
      case DIGITS ->
          keypad
              || (signs.length() <= LONGEST_PIN
                  && signs.chars().allMatch(sign -> sign <= ' ' || isDigit(sign)));
      case SIGNS -> true;
    };
  }

  private static boolean isDigit(int sign) {
    return sign >= '0' && sign <= '9';
  }

  String take() {
    String all = signs.toString();
    clear();
    return all;
  }

  /// It may be a PIN, or a reader's card.
  void clear() {
    signs.replace(0, signs.length(), "\0".repeat(signs.length()));
    signs.setLength(0);
    alt.setLength(0);
    keypad = false;
    byAlt = false;
  }

  private static boolean isKeypad(KeyCode code) {
    return !code.isDigitKey() && digit(code).isPresent();
  }

  /// On the keypad, with Num Lock or without.
  private static Optional<Character> digit(KeyCode code) {
    return switch (code) {
      case NUMPAD0, DIGIT0, INSERT -> Optional.of('0');
      case NUMPAD1, DIGIT1, END -> Optional.of('1');
      case NUMPAD2, DIGIT2, DOWN, KP_DOWN -> Optional.of('2');
      case NUMPAD3, DIGIT3, PAGE_DOWN -> Optional.of('3');
      case NUMPAD4, DIGIT4, LEFT, KP_LEFT -> Optional.of('4');
      case NUMPAD5, DIGIT5, CLEAR, BEGIN -> Optional.of('5');
      case NUMPAD6, DIGIT6, RIGHT, KP_RIGHT -> Optional.of('6');
      case NUMPAD7, DIGIT7, HOME -> Optional.of('7');
      case NUMPAD8, DIGIT8, UP, KP_UP -> Optional.of('8');
      case NUMPAD9, DIGIT9, PAGE_UP -> Optional.of('9');
      default -> Optional.empty();
    };
  }
}

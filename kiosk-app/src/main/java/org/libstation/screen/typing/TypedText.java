package org.libstation.screen.typing;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Assembles the text of keys: characters by the keyboard's layout, Alt with a number, and a keypad
/// whose Num Lock is off.
final class TypedText {
  /// Longer than any scan; further characters are dropped.
  private static final int LONGEST = 5000;

  /// Longest PIN, with the key that ends it.
  private static final int LONGEST_PIN = 13;

  /// Most characters of a short entry. Hands type these at a scanner's pace.
  private static final int BRIEF = 8;

  /// Keys of a keypad that have a meaning on every screen: speech, louder, softer, and the long
  /// key.
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

  /// Takes a pressed key.
  ///
  /// @return whether it counts as a stroke without a typed character
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

  /// Takes a typed character.
  ///
  /// @return number of characters added
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

  /// Takes a released key.
  ///
  /// @return whether a number typed with Alt gave a character
  boolean up(KeyEvent key) {
    if (key.getCode() != KeyCode.ALT || alt.isEmpty()) {
      return false;
    }
    add((char) Integer.parseInt(alt.toString()));
    alt.setLength(0);
    return true;
  }

  /// Undoes Caps Lock, which a scanner does not know.
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

  /// Whether there is a character other than a keypad's own keys.
  boolean isCode() {
    return signs.chars().anyMatch(sign -> OF_A_KEYPAD.indexOf(sign) < 0 && sign > ' ');
  }

  /// Whether a hand can have typed this, given the expected input.
  boolean suits(Awaited awaited) {
    return switch (awaited) {
      // Arrow keys have a meaning on every screen.
      case NOTHING -> keypad;
      case DIGITS ->
          keypad
              || (signs.length() <= LONGEST_PIN
                  && signs.chars().allMatch(sign -> sign <= ' ' || isDigit(sign)));
      case SIGNS -> true;
    };
  }

  /// Whether the text suits the expected input and is no longer than most PINs.
  boolean isBrief(Awaited awaited) {
    return awaited != Awaited.NOTHING
        && suits(awaited)
        && signs.length() - (isEnded() ? 1 : 0) <= BRIEF;
  }

  private static boolean isDigit(int sign) {
    return sign >= '0' && sign <= '9';
  }

  String take() {
    String all = signs.toString();
    clear();
    return all;
  }

  /// Overwrites the text, because it may be a PIN or a card number.
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

  /// Returns the digit of a key, for a keypad with or without Num Lock.
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

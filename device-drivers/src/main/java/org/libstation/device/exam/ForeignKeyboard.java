package org.libstation.device.exam;

import java.util.Arrays;
import java.util.Optional;

/// What becomes of a scan that is typed on another country's keyboard than the one it is read on:
/// scanners know keyboards by country, and keep that setting on a serial line too.
enum ForeignKeyboard {
  /// DIN 2137.
  GERMAN("yzYZ-/", "zyZY\u00df-"),
  /// AFNOR NF Z71-300, the older AZERTY; its digits need the shift key.
  FRENCH("aqwzmAQWZM-0123456789", "qazw,QAZW?)\u00e0&\u00e9\"'(-\u00e8_\u00e7");

  private final String keys;
  private final String signs;

  ForeignKeyboard(String keys, String signs) {
    this.keys = keys;
    this.signs = signs;
  }

  /// The layout by which `code` becomes what came, one way or the other.
  static Optional<ForeignKeyboard> between(String code, String came) {
    return Arrays.stream(values())
        .filter(
            layout ->
                came.equals(layout.typed(code, layout.keys, layout.signs))
                    || came.equals(layout.typed(code, layout.signs, layout.keys)))
        .findFirst();
  }

  private String typed(String code, String from, String to) {
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      int at = from.indexOf(c);
      typed.append(at < 0 ? c : to.charAt(at));
    }
    return typed.toString();
  }
}

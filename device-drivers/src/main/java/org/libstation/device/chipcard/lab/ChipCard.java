package org.libstation.device.chipcard.lab;

import java.util.HexFormat;

/// A card with a chip, as it answers behind a reader.
public interface ChipCard {
  /// Of a storage card by ISO/IEC 14443 A behind PC/SC (PC/SC Part 3, 3.1.3.2.3.1).
  String STORAGE_A = "3B8F8001804F0CA000000306030001000000006A";

  /// The number it shows now; empty when it shows none.
  byte[] uid();

  /// What its reader makes of its first answer.
  default byte[] atr() {
    return HexFormat.of().parseHex(STORAGE_A);
  }

  /// @return data and the two bytes of status
  byte[] answer(byte[] apdu);

  /// It was switched off and on: it forgets what was opened.
  default void power() {}

  /// @param hex bytes, with or without blanks
  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  /// What a reader answers to an APDU while this card lies there: the question for the number is
  /// the reader's own.
  default byte[] behindReader(byte[] apdu) {
    boolean who = apdu.length >= 4 && apdu[0] == (byte) 0xFF && apdu[1] == (byte) 0xCA;
    if (!who) {
      return answer(apdu);
    }
    byte[] uid = uid();
    byte[] answer = java.util.Arrays.copyOf(uid, uid.length + 2);
    answer[uid.length] = (byte) (uid.length == 0 ? 0x6A : 0x90);
    answer[uid.length + 1] = (byte) (uid.length == 0 ? 0x81 : 0x00);
    return answer;
  }
}

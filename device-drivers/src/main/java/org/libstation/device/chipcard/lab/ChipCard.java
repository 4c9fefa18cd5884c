package org.libstation.device.chipcard.lab;

import java.util.HexFormat;

/// A simulated chip card, as it answers behind a reader.
public interface ChipCard {
  /// ATR of a storage card by ISO/IEC 14443 A behind PC/SC (PC/SC Part 3, 3.1.3.2.3.1).
  String STORAGE_A = "3B8F8001804F0CA000000306030001000000006A";

  /// The number that the card shows now; empty if it shows none.
  byte[] uid();

  /// The ATR that its reader makes of the card's first answer.
  default byte[] atr() {
    return HexFormat.of().parseHex(STORAGE_A);
  }

  /// @return data and the two status bytes
  byte[] answer(byte[] apdu);

  /// Switches the card off and on: it forgets files that were opened.
  default void power() {}

  /// @param hex bytes, with or without blanks
  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  /// What a reader answers to an APDU while this card lies there. The reader itself answers the
  /// question for the card's number.
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

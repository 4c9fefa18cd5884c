package org.libstation.device.chipcard.lab;

import java.util.Arrays;
import java.util.HexFormat;

/// A simulated tag with an NDEF message, of type 2 (pages of four bytes) or type 4 (files).
public final class NdefCard implements ChipCard {
  private static final String APPLICATION = "00A4040007D276000085010100";

  private final byte[] uid;
  private final byte[] memory;
  private final boolean files;
  private int chosen = -1;

  private NdefCard(String uid, byte[] memory, boolean files) {
    this.uid = ChipCard.bytes(uid);
    this.memory = memory;
    this.files = files;
  }

  /// @param pages from page 3 on, as hex
  public static NdefCard type2(String uid, String pages) {
    return new NdefCard(uid, Arrays.copyOf(ChipCard.bytes(pages), 144), false);
  }

  /// @param message as hex, without its length
  public static NdefCard type4(String uid, String message) {
    byte[] bytes = ChipCard.bytes(message);
    byte[] file = new byte[bytes.length + 2];
    file[0] = (byte) (bytes.length >> 8);
    file[1] = (byte) bytes.length;
    System.arraycopy(bytes, 0, file, 2, bytes.length);
    return new NdefCard(uid, file, true);
  }

  @Override
  public byte[] uid() {
    return uid.clone();
  }

  @Override
  public void power() {
    chosen = -1;
  }

  @Override
  public byte[] answer(byte[] apdu) {
    return files ? file(apdu) : page(apdu);
  }

  private byte[] page(byte[] apdu) {
    int at = ((apdu[3] & 0xFF) - 3) * 4;
    boolean reads = apdu[0] == (byte) 0xFF && apdu[1] == (byte) 0xB0;
    return reads && at >= 0 && at + 16 <= memory.length
        ? done(Arrays.copyOfRange(memory, at, at + 16))
        : ChipCard.bytes("6A82");
  }

  private byte[] file(byte[] apdu) {
    String said = HexFormat.of().withUpperCase().formatHex(apdu);
    if (said.equals(APPLICATION)) {
      chosen = 0;
      return ChipCard.bytes("9000");
    }
    if (said.startsWith("00A4000C02") && chosen >= 0) {
      chosen = Integer.parseInt(said.substring(10, 14), 16);
      return ChipCard.bytes(chosen == 0xE103 || chosen == 0xE104 ? "9000" : "6A82");
    }
    byte[] there =
        switch (chosen) {
          // Mapping 2.0; 20 bytes a read; the file E104.
          case 0xE103 -> ChipCard.bytes("000F20001400140406E1040100FF00");
          case 0xE104 -> memory;
          default -> new byte[0];
        };
    int at = (apdu[2] & 0xFF) << 8 | (apdu[3] & 0xFF);
    int count = apdu[4] & 0xFF;
    return apdu[1] == (byte) 0xB0 && at + count <= there.length
        ? done(Arrays.copyOfRange(there, at, at + count))
        : ChipCard.bytes("6B00");
  }

  private static byte[] done(byte[] data) {
    byte[] answer = Arrays.copyOf(data, data.length + 2);
    answer[data.length] = (byte) 0x90;
    return answer;
  }
}

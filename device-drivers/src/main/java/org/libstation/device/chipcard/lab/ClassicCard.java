package org.libstation.device.chipcard.lab;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// A simulated MIFARE Classic of 1 KiB behind a PC/SC reader. It must load a key and authenticate a
/// block with it before the block's sector can be read.
public final class ClassicCard implements ChipCard {
  private static final byte[] REFUSED = ChipCard.bytes("6982");

  private final byte[] uid;
  private final byte[] keyA;
  private final byte[] keyB;
  private final Map<Integer, byte[]> blocks = new TreeMap<>();
  private byte[] loaded = new byte[0];
  private int open = -1;

  /// @param uid as hex
  /// @param keyA key A of all sectors, six bytes as hex
  public ClassicCard(String uid, String keyA, String keyB) {
    this.uid = ChipCard.bytes(uid);
    this.keyA = ChipCard.bytes(keyA);
    this.keyB = ChipCard.bytes(keyB);
  }

  /// @param hex sixteen bytes
  public ClassicCard holding(int block, String hex) {
    blocks.put(block, ChipCard.bytes(hex));
    return this;
  }

  @Override
  public byte[] uid() {
    return uid.clone();
  }

  @Override
  public void power() {
    open = -1;
  }

  @Override
  public byte[] answer(byte[] apdu) {
    String head = HexFormat.of().withUpperCase().formatHex(apdu, 0, 2);
    return switch (head) {
      case "FF82" -> {
        loaded = Arrays.copyOfRange(apdu, 5, apdu.length);
        yield ChipCard.bytes(loaded.length == 6 ? "9000" : "6700");
      }
      case "FF86" -> {
        boolean right = Arrays.equals(loaded, apdu[8] == 0x60 ? keyA : keyB);
        open = right ? apdu[7] / 4 : -1;
        yield right ? ChipCard.bytes("9000") : ChipCard.bytes("6300");
      }
      case "FFB0" -> {
        byte[] there = blocks.getOrDefault((int) apdu[3], new byte[16]);
        byte[] answer = Arrays.copyOf(there, 18);
        answer[16] = (byte) 0x90;
        yield apdu[3] / 4 == open ? answer : REFUSED;
      }
      default -> ChipCard.bytes("6D00");
    };
  }
}

package org.libstation.device.chipcard.lab;

import java.util.function.Supplier;
import org.libstation.device.link.WireBytes;

/// A simulated card of which only the number can be read.
///
/// @param number the number that it shows, asked for each time
/// @param first its ATR, as its reader makes it
public record UidCard(Supplier<byte[]> number, WireBytes first) implements ChipCard {
  /// ATR of a card behind a reader of ISO/IEC 15693 (PC/SC Part 3: standard 0B, card 0014).
  public static final String VICINITY = "3B8F8001804F0CA0000003060B00140000000077";

  /// @param uid as hex
  public static UidCard of(String uid) {
    byte[] bytes = ChipCard.bytes(uid);
    return new UidCard(bytes::clone, WireBytes.ofHex(bytes.length == 8 ? VICINITY : STORAGE_A));
  }

  @Override
  public byte[] uid() {
    return number.get();
  }

  @Override
  public byte[] atr() {
    return first.toArray();
  }

  @Override
  public byte[] answer(byte[] apdu) {
    return ChipCard.bytes("6D00");
  }
}

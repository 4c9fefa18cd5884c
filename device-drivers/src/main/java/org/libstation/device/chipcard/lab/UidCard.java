package org.libstation.device.chipcard.lab;

import java.util.function.Supplier;
import org.libstation.device.link.WireBytes;

/// A card of which nothing but its number can be read.
///
/// @param number what it shows, each time it is switched on
/// @param first its ATR, as its reader makes it
public record UidCard(Supplier<byte[]> number, WireBytes first) implements ChipCard {
  /// Behind a reader of ISO/IEC 15693 (PC/SC Part 3: standard 0B, card 0014).
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

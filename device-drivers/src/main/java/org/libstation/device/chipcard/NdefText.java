package org.libstation.device.chipcard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.libstation.device.CardProblem;
import org.libstation.device.link.LinkLostException;

/// Reads the first text record of an NDEF message, on a tag of type 2 or 4. The language code of
/// the text is omitted.
///
/// Sources: NFC Forum, Type 2 Tag 1.2, Type 4 Tag 2.0, NDEF 1.0, Text RTD 1.0.
record NdefText() implements CardRecipe {
  private static final int MOST = 2048;
  private static final int PAGES = 16;

  @Override
  public byte[] read(CardChannel card, byte[] uid) throws NotReadException, LinkLostException {
    byte[] chosen = card.transmit(CardChannel.hex("00 A4 04 00 07 D2 76 00 00 85 01 01 00"));
    return text(CardChannel.status(chosen) == 0x9000 ? ofType4(card) : ofType2(card));
  }

  private static byte[] ofType4(CardChannel card) throws NotReadException, LinkLostException {
    byte[] _ = card.done("the capability container", CardChannel.hex("00 A4 00 0C 02 E1 03"));
    byte[] container = card.done("the capability container", CardChannel.hex("00 B0 00 00 0F"));
    if (container.length < 15 || container[7] != 0x04) {
      throw none("its capability container names no NDEF file");
    }
    byte[] _ =
        card.done(
            "the NDEF file",
            CardChannel.hex("00 A4 00 0C 02 %02X %02X".formatted(container[9], container[10])));
    byte[] length = card.done("the NDEF file", CardChannel.hex("00 B0 00 00 02"));
    int size = length.length == 2 ? unsigned(length, 0) : 0;
    if (size == 0 || size > MOST) {
      throw none("its NDEF message is empty or too long");
    }
    byte[] all = new byte[size];
    int step = Math.clamp(unsigned(container, 3), 1, 0xF0);
    for (int at = 0; at < size; at += step) {
      int count = Math.min(step, size - at);
      byte[] piece =
          card.done(
              "the NDEF file",
              CardChannel.hex(
                  "00 B0 %02X %02X %02X".formatted((at + 2) >> 8, (at + 2) & 0xFF, count)));
      if (piece.length != count) {
        throw none("its NDEF file is not whole");
      }
      System.arraycopy(piece, 0, all, at, count);
    }
    return all;
  }

  private static byte[] ofType2(CardChannel card) throws NotReadException, LinkLostException {
    byte[] all = pages(card, 3);
    if ((all[0] & 0xFF) != 0xE1) {
      throw none("it holds no NDEF message");
    }
    int memory = Math.min(MOST, (all[2] & 0xFF) * 8) + 4;
    for (int at = 4; at < memory; ) {
      all = reaching(card, all, at + 4, memory);
      int type = all[at] & 0xFF;
      if (type == 0) {
        at++;
        continue;
      }
      boolean wide = (all[at + 1] & 0xFF) == 0xFF;
      int length = wide ? unsigned(all, at + 2) : all[at + 1] & 0xFF;
      int begin = at + (wide ? 4 : 2);
      if (type == 0xFE || begin + length > memory) {
        break;
      }
      if (type == 0x03) {
        all = reaching(card, all, begin + length, memory);
        return Arrays.copyOfRange(all, begin, begin + length);
      }
      at = begin + length;
    }
    throw none("it holds no NDEF message");
  }

  /// Reads more pages until `want` bytes are there, or the memory ends.
  private static byte[] reaching(CardChannel card, byte[] all, int want, int memory)
      throws NotReadException, LinkLostException {
    byte[] more = all;
    while (more.length < Math.min(want, memory)) {
      byte[] next = pages(card, 3 + more.length / 4);
      more = Arrays.copyOf(more, more.length + PAGES);
      System.arraycopy(next, 0, more, more.length - PAGES, PAGES);
    }
    return more.length < want ? Arrays.copyOf(more, want) : more;
  }

  private static byte[] pages(CardChannel card, int page)
      throws NotReadException, LinkLostException {
    byte[] came = card.done("a page", CardChannel.hex("FF B0 00 %02X 10".formatted(page & 0xFF)));
    if (came.length != PAGES) {
      throw none("a page is not whole");
    }
    return came;
  }

  /// The bytes of the first text record of a message.
  static byte[] text(byte[] message) throws NotReadException {
    int at = 0;
    while (at + 3 <= message.length) {
      int head = message[at] & 0xFF;
      boolean brief = (head & 0x10) != 0;
      int typeLength = message[at + 1] & 0xFF;
      int idLength = 0;
      int payload = at + 2 + (brief ? 1 : 4);
      if (payload > message.length) {
        break;
      }
      long length =
          brief
              ? message[at + 2] & 0xFF
              : unsigned(message, at + 2) * 65_536L + unsigned(message, at + 4);
      if ((head & 0x08) != 0) {
        if (payload >= message.length) {
          break;
        }
        idLength = message[payload] & 0xFF;
        payload++;
      }
      int type = payload;
      payload += typeLength + idLength;
      if (payload + length > message.length) {
        break;
      }
      boolean text = (head & 0x07) == 1 && typeLength == 1 && message[type] == 'T';
      if (text && length > 1) {
        return written(Arrays.copyOfRange(message, payload, payload + (int) length));
      }
      at = payload + (int) length;
    }
    throw none("it holds no text");
  }

  private static byte[] written(byte[] payload) throws NotReadException {
    int language = payload[0] & 0x3F;
    if (1 + language >= payload.length) {
      throw none("it holds no text");
    }
    byte[] text = Arrays.copyOfRange(payload, 1 + language, payload.length);
    return payload[0] < 0
        ? new String(text, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8)
        : text;
  }

  private static int unsigned(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  private static NotReadException none(String what) {
    return new NotReadException(CardProblem.NOT_OURS, what);
  }
}

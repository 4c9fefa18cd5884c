package org.libstation.journal.sqlite.pages;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the record format (fileformat2, 2.1) strictly: bytes that do not fit exactly are not a
/// record.
final class RecordCodec {
  /// More columns than any of our tables has.
  private static final int MOST_VALUES = 32;

  private static final int FIRST_BYTES = 12;
  private static final int[] INTEGER_WIDTHS = {0, 1, 2, 3, 4, 6, 8};

  private RecordCodec() {}

  /// A variable-length integer: its value and its length in bytes.
  record Varint(long value, int length) {}

  /// Reads a big-endian integer with seven bits a byte, and eight in the ninth byte (fileformat2,
  /// 1.6).
  static Optional<Varint> varint(byte[] bytes, int from) {
    long value = 0;
    for (int i = 0; i < 9; i++) {
      if (from < 0 || from + i >= bytes.length) {
        return Optional.empty();
      }
      int next = bytes[from + i] & 0xff;
      if (i == 8) {
        return Optional.of(new Varint(value << 8 | next, 9));
      }
      value = value << 7 | (next & 0x7f);
      if ((next & 0x80) == 0) {
        return Optional.of(new Varint(value, i + 1));
      }
    }
    return Optional.empty();
  }

  /// Returns the values; empty if these bytes are not a record with UTF-8 texts.
  static Optional<List<ColumnValue>> values(byte[] payload) {
    Optional<Varint> head = varint(payload, 0);
    if (head.isEmpty() || head.get().value() < 1 || head.get().value() > payload.length) {
      return Optional.empty();
    }
    int headerEnd = (int) head.get().value();
    int at = head.get().length();
    int body = headerEnd;
    List<ColumnValue> values = new ArrayList<>();
    while (at < headerEnd) {
      Optional<Varint> type = varint(payload, at);
      if (type.isEmpty() || values.size() == MOST_VALUES) {
        return Optional.empty();
      }
      at += type.get().length();
      int width = width(type.get().value(), payload.length);
      if (width < 0 || body + width > payload.length) {
        return Optional.empty();
      }
      Optional<ColumnValue> value = value(type.get().value(), payload, body, width);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
      body += width;
    }
    return at == headerEnd && body == payload.length ? Optional.of(values) : Optional.empty();
  }

  /// @return width in bytes; -1 for a type that none of our tables has
  private static int width(long type, int most) {
    if (type >= 0 && type < INTEGER_WIDTHS.length) {
      return INTEGER_WIDTHS[(int) type];
    }
    if (type == 8 || type == 9) {
      return 0;
    }
    if (type < FIRST_BYTES || (type - FIRST_BYTES) / 2 > most) {
      return -1;
    }
    return (int) ((type - FIRST_BYTES) / 2);
  }

  private static Optional<ColumnValue> value(long type, byte[] payload, int from, int width) {
    if (type == 0) {
      return Optional.of(new ColumnValue.NullColumn());
    }
    if (type == 8 || type == 9) {
      return Optional.of(new ColumnValue.ColumnInteger(type - 8));
    }
    if (type < FIRST_BYTES) {
      long number = payload[from];
      for (int i = 1; i < width; i++) {
        number = number << 8 | (payload[from + i] & 0xff);
      }
      return Optional.of(new ColumnValue.ColumnInteger(number));
    }
    ByteBuffer bytes = ByteBuffer.wrap(payload, from, width);
    if (type % 2 == 0) {
      byte[] copy = new byte[width];
      bytes.get(copy);
      return Optional.of(new ColumnValue.ColumnBytes(copy));
    }
    return text(bytes).map(ColumnValue.ColumnText::new);
  }

  /// Refuses a text with a zero character. None of ours has one; it would come from a blanked page.
  private static Optional<String> text(ByteBuffer bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes)
              .toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}

package org.libstation.payment.zvt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The fields of a data block. For fields about cards, holders, tracks, chips and texts, only the
/// presence is noted; the value is not stored.
final class ZvtFields {
  private final Map<ZvtField, byte[]> kept = new EnumMap<>(ZvtField.class);
  private final List<ZvtField> seen = new ArrayList<>();
  private boolean whole = true;

  private ZvtFields() {}

  /// Reads a block up to its end, or up to a field that is unknown or does not fit. The rest is
  /// then not read, and [#whole()] returns false.
  static ZvtFields of(byte[] block) {
    ZvtFields fields = new ZvtFields();
    int at = 0;
    while (at < block.length && fields.whole) {
      at = fields.next(block, at);
    }
    return fields;
  }

  private int next(byte[] block, int at) {
    Optional<ZvtField> field = ZvtField.of(block[at] & 0xFF);
    if (field.isEmpty()) {
      whole = false;
      return block.length;
    }
    int head = at + 1;
    int length = field.get().length();
    if (length == ZvtField.BER) {
      int first = head < block.length ? block[head] & 0xFF : 0;
      int more = first < 0x80 ? 0 : first & 0x7F;
      length = first < 0x80 ? first : 0;
      head++;
      for (int i = 0; i < more && i < 3 && head < block.length; i++) {
        length = length << 8 | (block[head++] & 0xFF);
      }
      whole = more < 3;
    } else if (length < 0) {
      int digits = -length;
      length = 0;
      for (int i = 0; i < digits && whole; i++) {
        int digit = head < block.length ? block[head] & 0xFF : 0;
        whole = digit >= 0xF0 && digit <= 0xF9;
        length = 10 * length + (digit & 0x0F);
        head++;
      }
    }
    whole = whole && head + length <= block.length;
    if (whole) {
      seen.add(field.get());
      if (field.get().kept()) {
        kept.put(field.get(), Arrays.copyOfRange(block, head, head + length));
      }
    }
    return head + length;
  }

  /// Whether the whole block was understood.
  boolean whole() {
    return whole;
  }

  /// All fields of the block, in their order. They include fields with personal data, of which only
  /// the presence is noted.
  List<ZvtField> seen() {
    return Collections.unmodifiableList(seen);
  }

  /// The first byte of the value; empty if the field is missing or its value was not stored.
  OptionalInt binary(ZvtField field) {
    byte[] value = kept.get(field);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value[0] & 0xFF);
  }

  /// The value as a number; empty if it is missing or is no number.
  OptionalLong number(ZvtField field) {
    return digits(field).map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /// The value as digits; empty if it is missing or is no number.
  Optional<String> digits(ZvtField field) {
    byte[] value = kept.get(field);
    try {
      return value == null ? Optional.empty() : Optional.of(Bcd.digits(value));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The raw value; empty if the field is missing or its value was not stored.
  Optional<byte[]> bytes(ZvtField field) {
    return Optional.ofNullable(kept.get(field));
  }
}

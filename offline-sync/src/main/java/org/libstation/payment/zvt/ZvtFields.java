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

/// The fields of a data block. Of a card, its holder, tracks, chip and texts nothing gets in here
/// but that they were there.
final class ZvtFields {
  private final Map<ZvtField, byte[]> kept = new EnumMap<>(ZvtField.class);
  private final List<ZvtField> seen = new ArrayList<>();
  private boolean whole = true;

  private ZvtFields() {}

  /// Reads until the end, or until something that is not known or does not fit: what stands behind
  /// that is not read, and the block does not count as [#whole()].
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

  /// Whether all of the block was understood.
  boolean whole() {
    return whole;
  }

  /// In their order, also those of which nothing is kept.
  List<ZvtField> seen() {
    return Collections.unmodifiableList(seen);
  }

  OptionalInt binary(ZvtField field) {
    byte[] value = kept.get(field);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value[0] & 0xFF);
  }

  /// Empty too where it is no number.
  OptionalLong number(ZvtField field) {
    return digits(field).map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /// Empty too where it is no number.
  Optional<String> digits(ZvtField field) {
    byte[] value = kept.get(field);
    try {
      return value == null ? Optional.empty() : Optional.of(Bcd.digits(value));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  Optional<byte[]> bytes(ZvtField field) {
    return Optional.ofNullable(kept.get(field));
  }
}

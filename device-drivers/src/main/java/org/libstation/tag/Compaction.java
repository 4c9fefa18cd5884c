package org.libstation.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Schemes that pack the text of an element into bytes (ISO/IEC 15962, compaction schemes). An
/// encoder tries them in the order of their declaration.
// None of the functions has state.
@SuppressWarnings("ImmutableEnumChecker")
public enum Compaction {
  /// 0: the application defines the packing (content parameter, ISIL).
  APPLICATION(0, _ -> false, Compaction::octets, Compaction::ofOctets),
  /// 1: 2 to 19 digits without a leading zero, as the shortest big-endian number.
  INTEGER(1, matching("[1-9][0-9]{1,18}"), Compaction::integer, Compaction::ofInteger),
  /// 2: digits, two per byte; the nibble F closes an odd length.
  NUMERIC(
      2,
      matching("[0-9]{2,}"),
      text -> bits(text, '0', 4, 0xFF),
      data -> ofNumeric(new BitReader(data))),
  /// 3: at least 3 characters of 41h to 5Fh, 5 bits each, filled with zeros; a zero group ends.
  FIVE_BIT(
      3,
      text -> text.length() >= 3 && within(text, 0x41, 0x5F),
      text -> bits(text, 0, 5, 0x00),
      data -> ofFiveBits(new BitReader(data))),
  /// 4: at least 4 characters of 20h to 5Fh not ending in a space, 6 bits each, filled with the
  /// start of `100000`.
  SIX_BIT(
      4,
      text -> text.length() >= 4 && within(text, 0x20, 0x5F) && !text.endsWith(" "),
      text -> bits(text, 0, 6, 0x80),
      data -> ofGroups(data, 6, 0x20, group -> (group & 0x20) == 0 ? group | 0x40 : group)),
  /// 5: at least 8 characters up to 7Eh, 7 bits each, filled with ones.
  SEVEN_BIT(
      5,
      text -> text.length() >= 8 && within(text, 0x00, 0x7E),
      text -> bits(text, 0, 7, 0xFF),
      data -> ofGroups(data, 7, 0x7F, group -> group)),
  /// 6: each character one byte (ISO 8859-1), unchanged.
  OCTETS(6, text -> within(text, 0x00, 0xFF), Compaction::octets, Compaction::ofOctets),
  /// 7: UTF-8.
  UTF8(7, _ -> true, text -> text.getBytes(UTF_8), Compaction::ofUtf8);

  @FunctionalInterface
  private interface Unpacking {
    String of(byte[] data) throws MalformedTagException;
  }

  private static final List<Compaction> BY_CODE = List.of(values());

  private final int code;
  private final Predicate<String> carried;
  private final Function<String, byte[]> packing;
  private final Unpacking unpacking;

  Compaction(
      int code, Predicate<String> carried, Function<String, byte[]> packing, Unpacking unpacking) {
    this.code = code;
    this.carried = carried;
    this.packing = packing;
    this.unpacking = unpacking;
  }

  /// The value of bits 6 to 4 of a precursor, 0 to 7.
  int code() {
    return code;
  }

  /// The scheme with a code.
  ///
  /// @param code 0 to 7
  static Compaction ofCode(int code) {
    return BY_CODE.get(code);
  }

  /// Whether this scheme can carry the text.
  boolean fits(String text) {
    return carried.test(text);
  }

  /// Packs a text for which [#fits] is true.
  byte[] pack(String text) {
    return packing.apply(text);
  }

  /// Unpacks bytes from [#pack] or from another encoder.
  ///
  /// @throws MalformedTagException when no encoder can have made these bytes
  String unpack(byte[] data) throws MalformedTagException {
    if (data.length == 0) {
      throw new MalformedTagException("an element without data");
    }
    return unpacking.of(data);
  }

  /// The scheme an encoder must choose for a text: the first that fits (ISO/IEC 15962).
  static Compaction choose(String text) {
    for (Compaction scheme : values()) {
      if (scheme.fits(text)) {
        return scheme;
      }
    }
    throw new AssertionError("UTF-8 carries every text");
  }

  private static boolean within(String text, int low, int high) {
    return text.chars().allMatch(c -> c >= low && c <= high);
  }

  private static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  /// Packs the lowest bits of each character, after subtracting the code of the first character.
  private static byte[] bits(String text, int first, int width, int fill) {
    BitWriter bits = new BitWriter();
    text.chars().forEach(c -> bits.put((c - first) & ((1 << width) - 1), width));
    return bits.finish(fill);
  }

  /// @param end a group that is ignored at the end, because it only fills the last byte
  private static String ofGroups(byte[] data, int width, int end, IntUnaryOperator character) {
    StringBuilder text = new StringBuilder();
    BitReader bits = new BitReader(data);
    while (bits.left() >= width) {
      int group = bits.take(width);
      if (group == end && bits.left() == 0) {
        break;
      }
      text.append((char) character.applyAsInt(group));
    }
    return text.toString();
  }

  private static byte[] octets(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static String ofOctets(byte[] data) {
    return new String(data, ISO_8859_1);
  }

  private static byte[] integer(String text) {
    byte[] signed = new BigInteger(text).toByteArray();
    boolean signByte = signed.length > 1 && signed[0] == 0;
    return signByte ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
  }

  private static String ofInteger(byte[] data) throws MalformedTagException {
    String text = new BigInteger(1, data).toString();
    if (!INTEGER.fits(text)) {
      throw new MalformedTagException("an integer of " + text.length() + " digits");
    }
    return text;
  }

  private static String ofNumeric(BitReader bits) throws MalformedTagException {
    StringBuilder text = new StringBuilder();
    while (bits.left() > 0) {
      int nibble = bits.take(4);
      if (nibble == 0xF && bits.left() == 0) {
        break;
      }
      if (nibble > 9) {
        throw new MalformedTagException("a numeric text with a nibble that is no digit");
      }
      text.append((char) ('0' + nibble));
    }
    return text.toString();
  }

  private static String ofFiveBits(BitReader bits) throws MalformedTagException {
    StringBuilder text = new StringBuilder();
    while (bits.left() >= 5) {
      int group = bits.take(5);
      if (group == 0) {
        break;
      }
      text.append((char) (group | 0x40));
    }
    // At most one whole group can be fill. More zeros are bytes that were never written.
    if (bits.left() >= 5 || (bits.left() > 0 && bits.take(bits.left()) != 0)) {
      throw new MalformedTagException("a 5-bit text that ends too early");
    }
    return text.toString();
  }

  private static String ofUtf8(byte[] data) throws MalformedTagException {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedTagException("a text that is not UTF-8");
    }
  }
}

package org.libstation.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;

/// How the text of an element is packed into bytes (ISO/IEC 15962, compaction schemes). The
/// declaration order is the order in which an encoder tries them.
public enum Compaction {
  /// 0: the application says how (content parameter, ISIL).
  APPLICATION(0) {
    @Override
    boolean fits(String text) {
      return false;
    }

    @Override
    byte[] pack(String text) {
      return text.getBytes(ISO_8859_1);
    }

    @Override
    String unpackChecked(byte[] data) {
      return new String(data, ISO_8859_1);
    }
  },
  /// 1: 2 to 19 digits without a leading zero, as the shortest big-endian number.
  INTEGER(1) {
    @Override
    boolean fits(String text) {
      return text.matches("[1-9][0-9]{1,18}");
    }

    @Override
    byte[] pack(String text) {
      byte[] signed = new BigInteger(text).toByteArray();
      boolean signByte = signed.length > 1 && signed[0] == 0;
      return signByte ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    }

    @Override
    String unpackChecked(byte[] data) throws MalformedTagException {
      String text = new BigInteger(1, data).toString();
      if (!fits(text)) {
        throw new MalformedTagException("an integer of " + text.length() + " digits");
      }
      return text;
    }
  },
  /// 2: digits, two to a byte, an odd length closed by the nibble F.
  NUMERIC(2) {
    @Override
    boolean fits(String text) {
      return text.matches("[0-9]{2,}");
    }

    @Override
    byte[] pack(String text) {
      BitWriter bits = new BitWriter();
      text.chars().forEach(c -> bits.put(c - '0', 4));
      return bits.finish(0xFF);
    }

    @Override
    String unpackChecked(byte[] data) throws MalformedTagException {
      StringBuilder text = new StringBuilder();
      BitReader bits = new BitReader(data);
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
  },
  /// 3: at least 3 characters of 41h to 5Fh, 5 bits each, filled with zeros; a zero group ends.
  FIVE_BIT(3) {
    @Override
    boolean fits(String text) {
      return text.length() >= 3 && within(text, 0x41, 0x5F);
    }

    @Override
    byte[] pack(String text) {
      BitWriter bits = new BitWriter();
      text.chars().forEach(c -> bits.put(c & 0x1F, 5));
      return bits.finish(0x00);
    }

    @Override
    String unpackChecked(byte[] data) throws MalformedTagException {
      StringBuilder text = new StringBuilder();
      BitReader bits = new BitReader(data);
      while (bits.left() >= 5) {
        int group = bits.take(5);
        if (group == 0) {
          break;
        }
        text.append((char) (group | 0x40));
      }
      // At most one whole group can be fill: more zeros are bytes that were never written.
      if (bits.left() >= 5 || (bits.left() > 0 && bits.take(bits.left()) != 0)) {
        throw new MalformedTagException("a 5-bit text that ends too early");
      }
      return text.toString();
    }
  },
  /// 4: at least 4 characters of 20h to 5Fh not ending in a space, 6 bits each, filled with the
  /// start of `100000`.
  SIX_BIT(4) {
    @Override
    boolean fits(String text) {
      return text.length() >= 4 && within(text, 0x20, 0x5F) && !text.endsWith(" ");
    }

    @Override
    byte[] pack(String text) {
      BitWriter bits = new BitWriter();
      text.chars().forEach(c -> bits.put(c & 0x3F, 6));
      return bits.finish(0x80);
    }

    @Override
    String unpackChecked(byte[] data) {
      StringBuilder text = new StringBuilder();
      BitReader bits = new BitReader(data);
      while (bits.left() >= 6) {
        int group = bits.take(6);
        if (group == 0x20 && bits.left() == 0) {
          break;
        }
        text.append((char) ((group & 0x20) == 0 ? group | 0x40 : group));
      }
      return text.toString();
    }
  },
  /// 5: at least 8 characters up to 7Eh, 7 bits each, filled with ones.
  SEVEN_BIT(5) {
    @Override
    boolean fits(String text) {
      return text.length() >= 8 && within(text, 0x00, 0x7E);
    }

    @Override
    byte[] pack(String text) {
      BitWriter bits = new BitWriter();
      text.chars().forEach(c -> bits.put(c & 0x7F, 7));
      return bits.finish(0xFF);
    }

    @Override
    String unpackChecked(byte[] data) {
      StringBuilder text = new StringBuilder();
      BitReader bits = new BitReader(data);
      while (bits.left() >= 7) {
        int group = bits.take(7);
        if (group == 0x7F && bits.left() == 0) {
          break;
        }
        text.append((char) group);
      }
      return text.toString();
    }
  },
  /// 6: each character one byte (ISO 8859-1), unchanged.
  OCTETS(6) {
    @Override
    boolean fits(String text) {
      return within(text, 0x00, 0xFF);
    }

    @Override
    byte[] pack(String text) {
      return text.getBytes(ISO_8859_1);
    }

    @Override
    String unpackChecked(byte[] data) {
      return new String(data, ISO_8859_1);
    }
  },
  /// 7: UTF-8.
  UTF8(7) {
    @Override
    boolean fits(String text) {
      return true;
    }

    @Override
    byte[] pack(String text) {
      return text.getBytes(UTF_8);
    }

    @Override
    String unpackChecked(byte[] data) throws MalformedTagException {
      try {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
      } catch (CharacterCodingException e) {
        throw new MalformedTagException("a text that is not UTF-8");
      }
    }
  };

  private static final List<Compaction> BY_CODE = List.of(values());

  private final int code;

  Compaction(int code) {
    this.code = code;
  }

  /// What stands in bits 6 to 4 of a precursor, 0 to 7.
  int code() {
    return code;
  }

  /// @param code 0 to 7
  static Compaction ofCode(int code) {
    return BY_CODE.get(code);
  }

  /// Whether this scheme may carry the text.
  abstract boolean fits(String text);

  /// Packs a text that [#fits].
  abstract byte[] pack(String text);

  abstract String unpackChecked(byte[] data) throws MalformedTagException;

  /// Unpacks what [#pack] or another encoder packed.
  ///
  /// @throws MalformedTagException when no encoder can have made these bytes
  String unpack(byte[] data) throws MalformedTagException {
    if (data.length == 0) {
      throw new MalformedTagException("an element without data");
    }
    return unpackChecked(data);
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
}

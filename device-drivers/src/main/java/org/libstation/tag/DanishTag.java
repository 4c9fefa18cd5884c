package org.libstation.tag;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;

/// A record of ISO 28560-3, the Danish data model. It has a basic block of 32 bytes (34 on larger
/// tags) with a check sum, followed by extension blocks.
///
/// Some writers reverse the bytes of each 4-byte block. The check sum shows which order a tag has,
/// and that order is kept when the tag is written.
///
/// @param blocks basic block and extensions in natural order, as long as the tag
/// @param turned whether the tag stores each block with its last byte first
@SuppressWarnings("ArrayRecordComponent") // never compared; a hand-over of bytes
record DanishTag(byte[] blocks, boolean turned) {
  static final int BASIC = 34;
  private static final int SHORT_BASIC = 32;
  private static final int VERSION = 0x10;
  private static final int CIRCULATION = 0x1;
  private static final int PATRON = 0x8;
  private static final int PARTS_AT = 1;
  private static final int PART_AT = 2;
  private static final int ID_AT = 3;
  private static final int CRC_AT = 19;
  private static final int COUNTRY_AT = 21;
  private static final int LIBRARY_AT = 23;
  private static final int ID_BYTES = CRC_AT - ID_AT;

  /// First byte of the identifier, if the identifier stands in the library extension (clarification
  /// of 2011 to the Danish model).
  private static final int ELSEWHERE = 0x01;

  private static final int POLYNOMIAL = 0x1021;
  private static final int CRC_START = 0xFFFF;
  private static final int BLOCK = 4;

  /// The record in a tag's memory, in the byte order for which the check sum is right; empty if
  /// there is none.
  static Optional<DanishTag> find(byte[] memory) {
    if (hasRightSum(memory)) {
      return Optional.of(new DanishTag(memory.clone(), false));
    }
    byte[] natural = turn(memory);
    return hasRightSum(natural) ? Optional.of(new DanishTag(natural, true)) : Optional.empty();
  }

  /// Number of bytes needed to read the whole record.
  static int wanted(byte[] soFar, int capacity) {
    int basic = Math.min(Math.ceilDiv(BASIC, BLOCK) * BLOCK, capacity);
    if (soFar.length < basic) {
      return basic;
    }
    boolean elsewhere = find(soFar).map(record -> record.blocks[ID_AT] == ELSEWHERE).orElse(false);
    return elsewhere ? capacity : basic;
  }

  /// The content of the record.
  ///
  /// @throws MalformedTagException when the check sum is right but the content makes no sense
  TagContent meaning() throws MalformedTagException {
    String id = id();
    if (id.isBlank() || InvisibleCharacters.isIn(id)) {
      throw new MalformedTagException("the identifier is empty or not printable");
    }
    if ((blocks[0] & 0x0F) == PATRON) {
      return new TagContent.PatronCard(id);
    }
    int total = blocks[PARTS_AT] & 0xFF;
    int ordinal = blocks[PART_AT] & 0xFF;
    if (total == 0 || ordinal == 0) {
      return new TagContent.Item(id, owner(), 1, 1);
    }
    if (ordinal > total) {
      throw new MalformedTagException("part " + ordinal + " of a set of " + total);
    }
    return new TagContent.Item(id, owner(), total, ordinal);
  }

  private String id() throws MalformedTagException {
    if (blocks[ID_AT] != ELSEWHERE) {
      return text(blocks, ID_AT, CRC_AT);
    }
    return DanishExtensions.read(blocks)
        .alternativeId()
        .orElseThrow(() -> new MalformedTagException("the long identifier is not there"));
  }

  /// The owner's ISIL, made of country and library code with a hyphen between them. For prefixes
  /// longer than two letters we do not know the standard's rule.
  private Optional<String> owner() {
    try {
      String country = text(blocks, COUNTRY_AT, LIBRARY_AT);
      String library = text(blocks, LIBRARY_AT, Math.min(BASIC, blocks.length));
      return country.isBlank() || library.isBlank()
          ? Optional.empty()
          : Optional.of(country + "-" + library);
    } catch (MalformedTagException e) {
      // The check sum is right and the number can be read, so the record is valid, whoever owns the
      // item.
      return Optional.of(TagContent.UNREADABLE_OWNER);
    }
  }

  private static String text(byte[] bytes, int from, int to) throws MalformedTagException {
    int end = from;
    while (end < to && bytes[end] != 0) {
      end++;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, end - from)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedTagException("a text that is not UTF-8");
    }
  }

  /// Makes a new record.
  ///
  /// @param capacity bytes the tag has, at least 32
  static TagRewrite encode(TagContent.Item item, int capacity) {
    byte[] empty = new byte[Math.min(BASIC, capacity)];
    empty[0] = VERSION | CIRCULATION;
    return new DanishTag(empty, false).naming(item, capacity);
  }

  /// The same record for another item. Usage, extensions and byte order are kept.
  TagRewrite naming(TagContent.Item item, int capacity) {
    if (capacity < SHORT_BASIC) {
      return new TagRewrite.TagRewriteRefused(
          "DT15", "a record of 32 bytes does not fit into " + capacity);
    }
    if (item.setTotal() > 255) {
      return new TagRewrite.TagRewriteRefused("DT15", "ISO 28560-3 counts no more than 255 parts");
    }
    byte[] id = item.primaryId().getBytes(UTF_8);
    byte[] next = Arrays.copyOf(blocks, Math.max(blocks.length, Math.min(BASIC, capacity)));
    next[PARTS_AT] = (byte) item.setTotal();
    next[PART_AT] = (byte) item.setOrdinal();
    Arrays.fill(next, ID_AT, CRC_AT, (byte) 0);
    if (id.length > ID_BYTES) {
      next[ID_AT] = ELSEWHERE;
      Optional<byte[]> longer =
          DanishExtensions.read(next).withAlternativeId(next, item.primaryId(), capacity);
      if (longer.isEmpty()) {
        return new TagRewrite.TagRewriteRefused(
            "DT15", "an identifier of " + id.length + " bytes does not fit");
      }
      next = longer.get();
    } else {
      System.arraycopy(id, 0, next, ID_AT, id.length);
    }
    Optional<TagRewrite> refused = putOwner(item.owner(), next);
    if (refused.isPresent()) {
      return refused.get();
    }
    int crc = sum(next);
    next[CRC_AT] = (byte) crc;
    next[CRC_AT + 1] = (byte) (crc >> 8);
    return TagRewrite.of(LibraryTag.DSFID_ISO_28560_3, turned ? turn(next) : next, capacity);
  }

  private static Optional<TagRewrite> putOwner(Optional<String> isil, byte[] next) {
    int end = Math.min(BASIC, next.length);
    if (isil.isEmpty()) {
      return Optional.empty();
    }
    String owner = isil.get();
    boolean plain = owner.matches("[A-Z]{2}-[ -~]{1,11}") && owner.length() - 3 <= end - LIBRARY_AT;
    if (!plain) {
      return Optional.of(
          new TagRewrite.TagRewriteRefused(
              "DT18", "ISO 28560-3 has no room for the owner " + owner));
    }
    Arrays.fill(next, COUNTRY_AT, end, (byte) 0);
    byte[] joined = owner.replaceFirst("-", "").getBytes(US_ASCII);
    System.arraycopy(joined, 0, next, COUNTRY_AT, joined.length);
    return Optional.empty();
  }

  private static boolean hasRightSum(byte[] memory) {
    if (memory.length < SHORT_BASIC || (memory[0] & 0xF0) != VERSION) {
      return false;
    }
    return sum(memory) == ((memory[CRC_AT] & 0xFF) | (memory[CRC_AT + 1] & 0xFF) << 8);
  }

  /// CRC-CCITT, start FFFFh, over bytes 0 to 18 and 21 to 33 of the basic block. Shorter memories
  /// are filled with zeros (ISO 28560-3).
  private static int sum(byte[] memory) {
    byte[] basic = Arrays.copyOf(memory, BASIC);
    return crc(crc(CRC_START, basic, 0, CRC_AT), basic, CRC_AT + 2, BASIC);
  }

  /// Continues a CRC over the bytes from `from` to `to` (exclusive).
  static int crc(int start, byte[] bytes, int from, int to) {
    int crc = start;
    for (int i = from; i < to; i++) {
      crc ^= (bytes[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1 ^ POLYNOMIAL) & 0xFFFF;
      }
    }
    return crc & 0xFFFF;
  }

  /// Reverses the bytes of each 4-byte block; a shorter last block is first filled with zeros.
  static byte[] turn(byte[] memory) {
    byte[] whole = Arrays.copyOf(memory, Math.ceilDiv(memory.length, BLOCK) * BLOCK);
    byte[] turned = new byte[whole.length];
    for (int i = 0; i < whole.length; i++) {
      turned[i] = whole[i / BLOCK * BLOCK + BLOCK - 1 - i % BLOCK];
    }
    return turned;
  }
}

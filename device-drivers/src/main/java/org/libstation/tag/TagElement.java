package org.libstation.tag;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// One element of a record (ISO 28560-2 over ISO/IEC 15962): precursor, further OID byte, pad
/// count, length, data, pad bytes.
///
/// @param oid relative object identifier: 1 primary item id, 2 content parameter, 3 owner ISIL, 4
///   set information, 5 type of usage, …, 1 to 270
/// @param compaction how the data is packed
/// @param data the packed bytes as lower-case hex, 0 to 127 bytes; with no bytes the element has no
///   meaning (real books have such)
/// @param pads number of `00` bytes after the data, or -1 when the precursor has no pad flag
@RecordBuilder
record TagElement(int oid, Compaction compaction, String data, int pads)
    implements TagElementBuilder.With {
  static final int PRIMARY_ID = 1;
  static final int CONTENT_PARAMETER = 2;
  static final int OWNER = 3;
  static final int SET_INFORMATION = 4;
  static final int TYPE_OF_USAGE = 5;
  static final int ILL_BORROWER = 11;

  static final int LONGEST = 127;
  private static final int UNPADDED = -1;

  TagElement {
    if (oid < 1 || oid > 15 + 255) {
      throw new IllegalArgumentException("no OID: " + oid);
    }
    if (data.length() > 2 * LONGEST) {
      throw new IllegalArgumentException("an element carries no more than " + LONGEST + " bytes");
    }
  }

  /// Makes an element with a text. The encoder's rule selects the packing; ISILs (OIDs 3 and 11)
  /// have their own.
  static TagElement text(int oid, String text) {
    if ((oid == OWNER || oid == ILL_BORROWER) && Isil.fits(text)) {
      return of(oid, Compaction.APPLICATION, Isil.encode(text));
    }
    Compaction scheme = Compaction.choose(text);
    return of(oid, scheme, scheme.pack(text));
  }

  static TagElement of(int oid, Compaction compaction, byte[] data) {
    return new TagElement(oid, compaction, HexFormat.of().formatHex(data), UNPADDED);
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(data);
  }

  boolean isEmpty() {
    return data.isEmpty();
  }

  /// Whether the element has no meaning: no bytes, or only zeros.
  boolean saysNothing() {
    return data.chars().allMatch(digit -> digit == '0');
  }

  /// Whether it has the same data as another element of the same OID.
  boolean isAs(@Nullable TagElement other) {
    return other != null && compaction == other.compaction && data.equals(other.data);
  }

  /// Whether the element decides what the tag is: identifier, content parameter, owner, set or
  /// usage.
  boolean decides() {
    return oid <= TYPE_OF_USAGE;
  }

  /// The text of the data; empty if there is no data.
  ///
  /// @throws MalformedTagException when no encoder can have made the data
  String text() throws MalformedTagException {
    if (isEmpty()) {
      return "";
    }
    boolean isil = compaction == Compaction.APPLICATION && (oid == OWNER || oid == ILL_BORROWER);
    return isil ? Isil.decode(bytes()) : compaction.unpack(bytes());
  }

  /// The same element with a pad flag, so that the next element starts on a block boundary.
  ///
  /// @param offset where the element starts in the record
  TagElement paddedFrom(int offset, int blockSize) {
    int end = offset + withPads(0).encode().length;
    return withPads(Math.floorMod(-end, blockSize));
  }

  /// The element as stored in the tag.
  byte[] encode() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int flag = pads >= 0 ? 0x80 : 0;
    out.write(flag | compaction.code() << 4 | Math.min(oid, 15));
    if (oid >= 15) {
      out.write(oid - 15);
    }
    if (pads >= 0) {
      out.write(pads);
    }
    byte[] bytes = bytes();
    out.write(bytes.length);
    out.writeBytes(bytes);
    for (int i = 0; i < pads; i++) {
      out.write(0);
    }
    return out.toByteArray();
  }
}

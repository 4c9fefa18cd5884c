package org.libstation.tag;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/// One element of a record (ISO 28560-2 over ISO/IEC 15962): precursor, further OID byte, pad
/// count, length, data, pad bytes.
///
/// @param oid relative object identifier: 1 primary item id, 2 content parameter, 3 owner ISIL, 4
///   set information, 5 type of usage, …, 1 to 270
/// @param compaction how the data is packed
/// @param data the packed bytes as lower-case hex, 1 to 127 bytes
/// @param pads `00` bytes behind the data, or -1 when the precursor has no pad flag
record TagElement(int oid, Compaction compaction, String data, int pads) {
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
    if (data.isEmpty() || data.length() > 2 * LONGEST) {
      throw new IllegalArgumentException("an element carries 1 to " + LONGEST + " bytes");
    }
  }

  /// An element with a text, packed by the encoder's rule; ISILs (OIDs 3 and 11) by theirs.
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

  /// What the data says.
  ///
  /// @throws MalformedTagException when no encoder can have made it
  String text() throws MalformedTagException {
    boolean isil = compaction == Compaction.APPLICATION && (oid == OWNER || oid == ILL_BORROWER);
    return isil ? Isil.decode(bytes()) : compaction.unpack(bytes());
  }

  /// The same element with a pad flag, so that what follows it starts on a block boundary.
  ///
  /// @param offset where the element starts in the record
  TagElement paddedFrom(int offset, int blockSize) {
    int end = offset + new TagElement(oid, compaction, data, 0).encode().length;
    return new TagElement(oid, compaction, data, Math.floorMod(-end, blockSize));
  }

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

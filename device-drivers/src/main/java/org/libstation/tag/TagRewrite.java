package org.libstation.tag;

import java.util.Arrays;

/// What is to be written into a tag, or why it must not be.
public sealed interface TagRewrite {

  /// A whole record from block 0.
  ///
  /// @param dsfid what the tag is to declare
  /// @param bytes 1 to the tag's capacity
  @SuppressWarnings("ArrayRecordComponent") // never compared; a hand-over of bytes
  record Bytes(int dsfid, byte[] bytes) implements TagRewrite {

    /// Whole blocks, and one end mark more where the record fills its last block.
    public byte[] wholeBlocks(int blockSize, int capacity) {
      int withMark = Math.min(bytes.length + 1, capacity);
      return Arrays.copyOf(bytes, Math.ceilDiv(withMark, blockSize) * blockSize);
    }
  }

  /// @param code short stable code: `DT15` it does not fit, `DT18` it must not be rewritten
  record TagRewriteRefused(String code, String reason) implements TagRewrite {}

  /// A record as it is, if it fits.
  static TagRewrite of(int dsfid, byte[] record, int capacity) {
    return record.length == 0 || record.length > capacity
        ? new TagRewriteRefused("DT15", record.length + " bytes do not fit into " + capacity)
        : new Bytes(dsfid, record);
  }
}

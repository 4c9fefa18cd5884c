package org.libstation.tag;

import java.util.Arrays;

/// What to write to a tag, or the reason why it must not be written.
public sealed interface TagRewrite {

  /// A whole record from block 0.
  ///
  /// @param dsfid the data storage format identifier that the tag shall have
  /// @param bytes 1 byte to the tag's capacity
  @SuppressWarnings("ArrayRecordComponent") // never compared; a hand-over of bytes
  record Bytes(int dsfid, byte[] bytes) implements TagRewrite {

    /// The record in whole blocks, followed by an end mark if the tag has room for one.
    public byte[] wholeBlocks(int blockSize, int capacity) {
      int withMark = Math.min(bytes.length + 1, capacity);
      return Arrays.copyOf(bytes, Math.ceilDiv(withMark, blockSize) * blockSize);
    }
  }

  /// The tag must not be written.
  ///
  /// @param code short stable code: `DT15` it does not fit, `DT18` it must not be rewritten
  record TagRewriteRefused(String code, String reason) implements TagRewrite {}

  /// Writes the record unchanged. Returns [TagRewriteRefused] if it is empty or longer than the
  /// capacity.
  static TagRewrite of(int dsfid, byte[] record, int capacity) {
    return record.length == 0 || record.length > capacity
        ? new TagRewriteRefused("DT15", record.length + " bytes do not fit into " + capacity)
        : new Bytes(dsfid, record);
  }
}

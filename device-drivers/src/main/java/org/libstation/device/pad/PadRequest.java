package org.libstation.device.pad;

import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;

/// What a pad is asked, whatever its make: the commands of ISO/IEC 15693-3 to one tag, and what
/// stands around them. A [PadWire] makes bytes of it.
public sealed interface PadRequest {

  /// A question of the make's own greeting, the first being 0: who is there, what it can carry.
  record Greet(int step) implements PadRequest {}

  /// The field on: one that somebody switched off looks like a pad that is always empty.
  record FieldOn() implements PadRequest {}

  /// The field goes off for a moment, every tag wakes up anew.
  record FieldReset() implements PadRequest {}

  /// Which tags are there.
  ///
  /// @param rest of a list that said that more follows
  record Inventory(boolean rest) implements PadRequest {}

  /// To one tag.
  sealed interface ToTag extends PadRequest {
    TagUid uid();
  }

  /// DSFID, AFI, size of the memory.
  record SystemInfo(TagUid uid) implements ToTag {}

  /// @param first number of the first block, 0 to 255
  /// @param count blocks, 1 to 255
  /// @param withLocks whether the lock of each block is asked for too
  record ReadBlocks(TagUid uid, int first, int count, boolean withLocks) implements ToTag {}

  /// @param blocks whole blocks as they lie in the tag
  record WriteBlocks(TagUid uid, int first, int blockSize, WireBytes blocks) implements ToTag {
    public WriteBlocks {
      if (blocks.length() == 0 || blocks.length() % blockSize != 0) {
        throw new IllegalArgumentException("not whole blocks: " + blocks.length() + " bytes");
      }
    }
  }

  record WriteAfi(TagUid uid, int afi) implements ToTag {}

  record WriteDsfid(TagUid uid, int dsfid) implements ToTag {}

  /// The EAS bit of NXP's tags on or off.
  record Eas(TagUid uid, boolean on) implements ToTag {}

  /// How the EAS bit stands; asked only where [PadWire#readsEas()].
  record ReadEas(TagUid uid) implements ToTag {}
}

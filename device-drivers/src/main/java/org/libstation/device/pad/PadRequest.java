package org.libstation.device.pad;

import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;

/// A request to a pad of any make: a command of ISO/IEC 15693-3 to one tag, or one around it. A
/// [PadWire] encodes it.
public sealed interface PadRequest {

  /// A question of the make's own greeting (identity, limits); the first step is 0.
  record Greet(int step) implements PadRequest {}

  /// Switches the field on. A field that was switched off looks like a pad that is always empty.
  record FieldOn() implements PadRequest {}

  /// Switches the field off for a moment; every tag then starts anew.
  record FieldReset() implements PadRequest {}

  /// Asks which tags are in the field.
  ///
  /// @param rest continues a list that reported that more follows
  record Inventory(boolean rest) implements PadRequest {}

  /// A request to one tag.
  sealed interface ToTag extends PadRequest {
    TagUid uid();
  }

  /// Asks for DSFID, AFI and memory size.
  record SystemInfo(TagUid uid) implements ToTag {}

  /// Reads blocks of a tag.
  ///
  /// @param first number of the first block, 0 to 255
  /// @param count number of blocks, 1 to 255
  /// @param withLocks whether to ask for the lock of each block too
  record ReadBlocks(TagUid uid, int first, int count, boolean withLocks) implements ToTag {}

  /// Writes blocks of a tag.
  ///
  /// @param blocks whole blocks as stored in the tag
  record WriteBlocks(TagUid uid, int first, int blockSize, WireBytes blocks) implements ToTag {
    public WriteBlocks {
      if (blocks.length() == 0 || blocks.length() % blockSize != 0) {
        throw new IllegalArgumentException("not whole blocks: " + blocks.length() + " bytes");
      }
    }
  }

  record WriteAfi(TagUid uid, int afi) implements ToTag {}

  record WriteDsfid(TagUid uid, int dsfid) implements ToTag {}

  /// Sets or clears the EAS bit of NXP's tags.
  record Eas(TagUid uid, boolean on) implements ToTag {}

  /// Asks for the EAS bit; sent only if [PadWire#readsEas()].
  record ReadEas(TagUid uid) implements ToTag {}
}

package org.libstation.device.pad;

import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;
import org.libstation.tag.TagMemory;
import org.libstation.tag.TagRewrite;

/// The two ways to write to a tag.
final class WritePlans {
  private WritePlans() {}

  /// Writes a record made by the caller.
  @SuppressWarnings("ArrayRecordComponent") // never compared; a private hand-over of bytes
  record WholeRecord(int dsfid, byte[] record) implements WriteTask.Plan {
    @Override
    public int sees(int capacity) {
      return Math.min(record.length + 1, capacity);
    }

    @Override
    public TagRewrite rewrite(TagMemory memory) {
      return TagRewrite.of(dsfid, record, memory.capacity());
    }
  }

  /// Changes the item's identifier in the existing record of the tag.
  record Keeping(TagContent.Item to) implements WriteTask.Plan {
    @Override
    public int sees(int capacity) {
      return capacity;
    }

    @Override
    public TagRewrite rewrite(TagMemory memory) {
      return LibraryTag.rewrite(memory, to);
    }
  }
}

package org.libstation.device.pad;

import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;
import org.libstation.tag.TagMemory;
import org.libstation.tag.TagRewrite;

/// The two things that can be written into a tag.
final class WritePlans {
  private WritePlans() {}

  /// A record made by the caller.
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

  /// Another item's name in the record the tag has.
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

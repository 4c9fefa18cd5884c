package org.libstation.device.pad;

import java.util.Optional;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;
import org.libstation.tag.LibraryTag;

/// Reads a tag's system information, and as much of its memory as is needed to know its content.
final class ReadTask implements PadTask<ReadTask.TagRead> {

  /// What was read of a tag.
  ///
  /// @param memory from block 0, as far as it was needed
  record TagRead(PadReply.TagInfo info, WireBytes memory) {}

  private final TagUid uid;
  private final PadLimits limits;
  private final int firstRead;
  private Optional<PadReply.TagInfo> info = Optional.empty();
  private WireBytes memory = WireBytes.of();
  private int wanted;

  /// @param firstRead number of bytes to read before the needed number is known
  ReadTask(TagUid uid, PadLimits limits, int firstRead) {
    this.uid = uid;
    this.limits = limits;
    this.firstRead = firstRead;
  }

  @Override
  public PadRequest request() {
    if (info.isEmpty()) {
      return new PadRequest.SystemInfo(uid);
    }
    int size = info.get().blockSize();
    int first = memory.length() / size;
    int last = Math.min(info.get().blockCount(), Math.ceilDiv(wanted, size));
    int count = Math.clamp(last - first, 1, limits.blocksToRead(size));
    return new PadRequest.ReadBlocks(uid, first, count, false);
  }

  @Override
  public Optional<Attempt<TagRead>> take(PadReply reply) {
    return switch (request()) {
      case PadRequest.ReadBlocks asked
          when reply instanceof PadReply.Blocks blocks
              && blocks.are(asked.count(), info.orElseThrow().blockSize()) ->
          blocks(blocks.bytes());
      case PadRequest.SystemInfo _ when reply instanceof PadReply.TagInfo tag -> {
        info = Optional.of(tag);
        wanted = Math.min(firstRead, tag.capacity());
        yield Optional.empty();
      }
      default -> PadTask.missed(PadTask.outcome(reply));
    };
  }

  private Optional<Attempt<TagRead>> blocks(WireBytes bytes) {
    PadReply.TagInfo tag = info.orElseThrow();
    memory = memory.plus(bytes);
    if (memory.length() >= wanted) {
      wanted = LibraryTag.wanted(tag.dsfid(), memory.toArray(), tag.capacity());
    }
    return memory.length() >= wanted ? PadTask.ended(new TagRead(tag, memory)) : Optional.empty();
  }
}

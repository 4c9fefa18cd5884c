package org.libstation.device.feig;

import java.util.Optional;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;
import org.libstation.tag.LibraryTag;

/// Reads a tag's system information and as much of its memory as tells what it is.
final class ReadTask implements FeigTask<ReadTask.Read> {

  /// @param memory from block 0, as far as it was needed
  record Read(FeigReply.TagInfo info, WireBytes memory) {}

  private final TagUid uid;
  private final Buffers buffers;
  private final int firstRead;
  private Optional<FeigReply.TagInfo> info = Optional.empty();
  private WireBytes memory = WireBytes.of();
  private int wanted;

  /// @param firstRead bytes that are read before it is known how many are needed
  ReadTask(TagUid uid, Buffers buffers, int firstRead) {
    this.uid = uid;
    this.buffers = buffers;
    this.firstRead = firstRead;
  }

  @Override
  public FeigRequest request() {
    if (info.isEmpty()) {
      return new FeigRequest.SystemInfo(uid);
    }
    int size = info.get().blockSize();
    int first = memory.length() / size;
    int last = Math.min(info.get().blockCount(), Math.ceilDiv(wanted, size));
    int count = Math.clamp(last - first, 1, buffers.blocksToRead(size));
    return new FeigRequest.ReadBlocks(uid, first, count, false);
  }

  @Override
  public Optional<Attempt<Read>> take(FeigReply reply) {
    FeigRequest asked = request();
    if (reply.status() != FeigStatus.OK) {
      return FeigTask.missed(FeigTask.outcome(reply));
    }
    return switch (asked) {
      case FeigRequest.ReadBlocks read -> blocks(read, reply);
      default -> info(reply);
    };
  }

  private Optional<Attempt<Read>> info(FeigReply reply) {
    info = reply.tagInfo();
    if (info.isEmpty()) {
      return FeigTask.missed(FeigTask.outcome(reply));
    }
    wanted = Math.min(firstRead, info.get().capacity());
    return Optional.empty();
  }

  private Optional<Attempt<Read>> blocks(FeigRequest.ReadBlocks asked, FeigReply reply) {
    FeigReply.TagInfo tag = info.orElseThrow();
    Optional<FeigReply.Blocks> blocks = reply.blocks();
    if (blocks.isEmpty() || !blocks.get().are(asked.count(), tag.blockSize())) {
      return FeigTask.missed(FeigTask.outcome(reply));
    }
    memory = memory.plus(blocks.get().bytes());
    if (memory.length() >= wanted) {
      wanted = LibraryTag.wanted(tag.dsfid(), memory.toArray(), tag.capacity());
    }
    return memory.length() >= wanted ? FeigTask.ended(new Read(tag, memory)) : Optional.empty();
  }
}

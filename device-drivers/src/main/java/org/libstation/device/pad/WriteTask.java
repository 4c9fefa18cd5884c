package org.libstation.device.pad;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;
import org.libstation.tag.TagMemory;
import org.libstation.tag.TagRewrite;

/// Writes a whole record and reads it back.
///
/// Block 0 is emptied first and written last. A tag that is pulled away in between begins with an
/// end mark before other bytes; it is judged damaged, never taken for another item. Locked blocks
/// are queried before anything is written. A record that would change one is refused and the tag
/// stays as it is.
final class WriteTask implements PadTask<TagOutcome> {

  /// Decides what to write, from the tag's present content.
  interface Plan {
    /// Number of bytes from block 0 that the plan must read.
    int sees(int capacity);

    /// Decides what to write.
    TagRewrite rewrite(TagMemory memory);
  }

  private final TagUid uid;
  private final PadLimits limits;
  private final Plan plan;
  private final Deque<PadRequest> writes = new ArrayDeque<>();
  private final BitSet locked = new BitSet();
  private Optional<PadReply.TagInfo> info = Optional.empty();
  private boolean asksLocks = true;
  private WireBytes before = WireBytes.of();
  private WireBytes after = WireBytes.of();
  private byte[] goal = {};
  private int dsfid;
  private int toSee;
  private boolean planned;
  private boolean declares;

  WriteTask(TagUid uid, PadLimits limits, Plan plan) {
    this.uid = uid;
    this.limits = limits;
    this.plan = plan;
  }

  @Override
  public PadRequest request() {
    if (info.isEmpty()) {
      return new PadRequest.SystemInfo(uid);
    }
    if (!planned) {
      return read(before.length(), toSee, asksLocks);
    }
    if (!writes.isEmpty()) {
      return writes.getFirst();
    }
    return after.length() < goal.length
        ? read(after.length(), goal.length, false)
        : new PadRequest.SystemInfo(uid);
  }

  private PadRequest read(int from, int to, boolean locks) {
    int size = size();
    int count = Math.clamp((to - from) / size, 1, limits.blocksToRead(size));
    return new PadRequest.ReadBlocks(uid, from / size, count, locks);
  }

  private int size() {
    return info.orElseThrow().blockSize();
  }

  @Override
  public Optional<Attempt<TagOutcome>> take(PadReply reply) {
    PadRequest asked = request();
    if (reply instanceof PadReply.PadRefused refused) {
      if (!planned && info.isPresent() && asksLocks && refused.isFinal()) {
        // Not every reader and tag reports its locks; in that case the tag itself refuses later.
        asksLocks = false;
        return Optional.empty();
      }
      return PadTask.refused(reply);
    }
    return switch (asked) {
      case PadRequest.ReadBlocks read
          when reply instanceof PadReply.Blocks blocks && blocks.are(read.count(), size()) ->
          blocks(read, blocks);
      case PadRequest.SystemInfo _ when reply instanceof PadReply.TagInfo tag ->
          info.isEmpty() ? first(tag) : declared(tag);
      case PadRequest.WriteBlocks _, PadRequest.WriteDsfid _
          when reply instanceof PadReply.CommandDone -> {
        writes.removeFirst();
        yield Optional.empty();
      }
      default -> PadTask.missed(PadTask.outcome(reply));
    };
  }

  private Optional<Attempt<TagOutcome>> first(PadReply.TagInfo tag) {
    info = Optional.of(tag);
    int capacity = tag.capacity();
    toSee = Math.min(Math.ceilDiv(plan.sees(capacity), size()) * size(), capacity);
    return toSee > 0 ? Optional.empty() : plan();
  }

  private Optional<Attempt<TagOutcome>> blocks(
      PadRequest.ReadBlocks asked, PadReply.Blocks blocks) {
    if (planned) {
      after = after.plus(blocks.bytes());
      return after.length() < goal.length ? Optional.empty() : compared();
    }
    blocks.locked().stream().forEach(block -> locked.set(asked.first() + block));
    before = before.plus(blocks.bytes());
    return before.length() < toSee ? Optional.empty() : plan();
  }

  private Optional<Attempt<TagOutcome>> plan() {
    planned = true;
    PadReply.TagInfo tag = info.orElseThrow();
    TagMemory memory =
        new TagMemory(tag.dsfid(), before.toArray(), tag.capacity(), tag.blockSize());
    return switch (plan.rewrite(memory)) {
      case TagRewrite.TagRewriteRefused(String code, String reason) ->
          PadTask.ended(new TagOutcome.TagWriteFailed(code, reason));
      case TagRewrite.Bytes bytes -> {
        goal = bytes.wholeBlocks(tag.blockSize(), tag.capacity());
        dsfid = bytes.dsfid();
        yield touchesLocked()
            ? PadTask.ended(
                new TagOutcome.TagWriteFailed("DT12", "a locked block would have to change"))
            : queue();
      }
    };
  }

  private boolean touchesLocked() {
    byte[] now = before.toArray();
    return locked.stream()
        .filter(block -> (block + 1) * size() <= Math.min(goal.length, now.length))
        .anyMatch(
            block ->
                !Arrays.equals(
                    now,
                    block * size(),
                    (block + 1) * size(),
                    goal,
                    block * size(),
                    (block + 1) * size()));
  }

  /// Queues the writes. Locked blocks already have the right content and are left out.
  private Optional<Attempt<TagOutcome>> queue() {
    declares = info.orElseThrow().dsfid() != dsfid;
    if (declares) {
      writes.add(new PadRequest.WriteDsfid(uid, dsfid));
    }
    int size = size();
    boolean headFree = !locked.get(0);
    if (headFree) {
      writes.add(new PadRequest.WriteBlocks(uid, 0, size, WireBytes.of(new byte[size])));
    }
    int blocks = goal.length / size;
    int most = limits.blocksToWrite(size);
    for (int first = locked.nextClearBit(1); first < blocks; ) {
      int end = first + 1;
      while (end < blocks && end - first < most && !locked.get(end)) {
        end++;
      }
      byte[] part = Arrays.copyOfRange(goal, first * size, end * size);
      writes.add(new PadRequest.WriteBlocks(uid, first, size, WireBytes.of(part)));
      first = locked.nextClearBit(end);
    }
    if (headFree) {
      WireBytes head = WireBytes.of(Arrays.copyOf(goal, size));
      writes.add(new PadRequest.WriteBlocks(uid, 0, size, head));
    }
    return Optional.empty();
  }

  private Optional<Attempt<TagOutcome>> compared() {
    if (!after.equals(WireBytes.of(goal))) {
      return notAsWritten();
    }
    return declares ? Optional.empty() : PadTask.ended(new TagOutcome.TagWriteVerified());
  }

  private Optional<Attempt<TagOutcome>> declared(PadReply.TagInfo tag) {
    return tag.dsfid() == dsfid ? PadTask.ended(new TagOutcome.TagWriteVerified()) : notAsWritten();
  }

  private static Optional<Attempt<TagOutcome>> notAsWritten() {
    return PadTask.missed(
        new TagOutcome.TagWriteFailed("DT16", "the record does not read back as it was written"));
  }
}

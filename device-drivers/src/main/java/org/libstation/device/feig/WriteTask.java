package org.libstation.device.feig;

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
/// Block 0 is emptied first and written last: a tag that is pulled away in between begins with an
/// end mark before bytes and is judged damaged, never as another item. Locked blocks are asked for
/// before anything is touched: a record that would change one is refused and the tag stays as it
/// is.
final class WriteTask implements FeigTask<TagOutcome> {

  /// Says what is to be written when it is known what the tag holds.
  interface Plan {
    /// Bytes from block 0 that it must see.
    int sees(int capacity);

    TagRewrite rewrite(TagMemory memory);
  }

  private final TagUid uid;
  private final Buffers buffers;
  private final Plan plan;
  private final Deque<FeigRequest> writes = new ArrayDeque<>();
  private final BitSet locked = new BitSet();
  private Optional<FeigReply.TagInfo> info = Optional.empty();
  private boolean asksLocks = true;
  private WireBytes before = WireBytes.of();
  private WireBytes after = WireBytes.of();
  private byte[] goal = {};
  private int dsfid;
  private int toSee;
  private boolean planned;
  private boolean declares;

  WriteTask(TagUid uid, Buffers buffers, Plan plan) {
    this.uid = uid;
    this.buffers = buffers;
    this.plan = plan;
  }

  @Override
  public FeigRequest request() {
    if (info.isEmpty()) {
      return new FeigRequest.SystemInfo(uid);
    }
    if (!planned) {
      return read(before.length(), toSee, asksLocks);
    }
    if (!writes.isEmpty()) {
      return writes.getFirst();
    }
    return after.length() < goal.length
        ? read(after.length(), goal.length, false)
        : new FeigRequest.SystemInfo(uid);
  }

  private FeigRequest read(int from, int to, boolean locks) {
    int size = size();
    int count = Math.clamp((to - from) / size, 1, buffers.blocksToRead(size));
    return new FeigRequest.ReadBlocks(uid, from / size, count, locks);
  }

  private int size() {
    return info.orElseThrow().blockSize();
  }

  @Override
  public Optional<Attempt<TagOutcome>> take(FeigReply reply) {
    FeigRequest asked = request();
    if (reply.status() != FeigStatus.OK) {
      if (!planned && info.isPresent() && asksLocks && FeigStatus.isFinal(reply)) {
        // Not every reader and tag tells its locks: then the tag itself refuses later.
        asksLocks = false;
        return Optional.empty();
      }
      return FeigTask.refused(reply);
    }
    return switch (asked) {
      case FeigRequest.ReadBlocks read -> blocks(read, reply);
      case FeigRequest.SystemInfo _ when info.isEmpty() -> first(reply);
      case FeigRequest.SystemInfo _ -> declared(reply);
      default -> {
        writes.removeFirst();
        yield Optional.empty();
      }
    };
  }

  private Optional<Attempt<TagOutcome>> first(FeigReply reply) {
    info = reply.tagInfo();
    if (info.isEmpty()) {
      return FeigTask.missed(FeigTask.outcome(reply));
    }
    int capacity = info.get().capacity();
    toSee = Math.min(Math.ceilDiv(plan.sees(capacity), size()) * size(), capacity);
    return toSee > 0 ? Optional.empty() : plan();
  }

  private Optional<Attempt<TagOutcome>> blocks(FeigRequest.ReadBlocks asked, FeigReply reply) {
    Optional<FeigReply.Blocks> blocks = reply.blocks();
    if (blocks.isEmpty() || !blocks.get().are(asked.count(), size())) {
      return FeigTask.missed(FeigTask.outcome(reply));
    }
    if (planned) {
      after = after.plus(blocks.get().bytes());
      return after.length() < goal.length ? Optional.empty() : compared();
    }
    blocks.get().locked().stream().forEach(block -> locked.set(asked.first() + block));
    before = before.plus(blocks.get().bytes());
    return before.length() < toSee ? Optional.empty() : plan();
  }

  private Optional<Attempt<TagOutcome>> plan() {
    planned = true;
    FeigReply.TagInfo tag = info.orElseThrow();
    TagMemory memory =
        new TagMemory(tag.dsfid(), before.toArray(), tag.capacity(), tag.blockSize());
    return switch (plan.rewrite(memory)) {
      case TagRewrite.Refused(String code, String reason) ->
          FeigTask.ended(new TagOutcome.Failed(code, reason));
      case TagRewrite.Bytes bytes -> {
        goal = bytes.wholeBlocks(tag.blockSize(), tag.capacity());
        dsfid = bytes.dsfid();
        yield touchesLocked()
            ? FeigTask.ended(new TagOutcome.Failed("DT12", "a locked block would have to change"))
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

  /// Locked blocks stand as they must and are left out.
  private Optional<Attempt<TagOutcome>> queue() {
    declares = info.orElseThrow().dsfid() != dsfid;
    if (declares) {
      writes.add(new FeigRequest.WriteDsfid(uid, dsfid));
    }
    int size = size();
    boolean headFree = !locked.get(0);
    if (headFree) {
      writes.add(new FeigRequest.WriteBlocks(uid, 0, size, WireBytes.of(new byte[size])));
    }
    int blocks = goal.length / size;
    int most = buffers.blocksToWrite(size);
    for (int first = locked.nextClearBit(1); first < blocks; ) {
      int end = first + 1;
      while (end < blocks && end - first < most && !locked.get(end)) {
        end++;
      }
      byte[] part = Arrays.copyOfRange(goal, first * size, end * size);
      writes.add(new FeigRequest.WriteBlocks(uid, first, size, WireBytes.of(part)));
      first = locked.nextClearBit(end);
    }
    if (headFree) {
      WireBytes head = WireBytes.of(Arrays.copyOf(goal, size));
      writes.add(new FeigRequest.WriteBlocks(uid, 0, size, head));
    }
    return Optional.empty();
  }

  private Optional<Attempt<TagOutcome>> compared() {
    if (!after.equals(WireBytes.of(goal))) {
      return notAsWritten();
    }
    return declares ? Optional.empty() : FeigTask.ended(new TagOutcome.Done());
  }

  private Optional<Attempt<TagOutcome>> declared(FeigReply reply) {
    boolean right = reply.tagInfo().map(tag -> tag.dsfid() == dsfid).orElse(false);
    return right ? FeigTask.ended(new TagOutcome.Done()) : notAsWritten();
  }

  private static Optional<Attempt<TagOutcome>> notAsWritten() {
    return FeigTask.missed(
        new TagOutcome.Failed("DT16", "the record does not read back as it was written"));
  }
}

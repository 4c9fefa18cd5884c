package org.libstation.device.feig;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.libstation.device.Security;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagUid;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;

/// What is done to one tag, one attempt at a time; how often is the caller's business.
final class TagWork {

  /// How an attempt ended.
  sealed interface Attempt<T> {

    /// It worked, or it will never work: nothing is tried again.
    record Ended<T>(T result) implements Attempt<T> {}

    /// It may work the next time.
    ///
    /// @param outcome what to say when there is no next time
    record Missed<T>(TagOutcome outcome) implements Attempt<T> {}

    /// The reader said nothing at all.
    record NoAnswer<T>() implements Attempt<T> {}
  }

  /// All that a tag holds.
  record Read(FeigReply.TagInfo info, WireBytes memory) {}

  /// Bytes a request may carry: readers of the family limit it to 128.
  static final int BYTES_PER_REQUEST = 128;

  private final FeigSession session;
  private final FeigOptions options;

  TagWork(FeigSession session, FeigOptions options) {
    this.session = session;
    this.options = options;
  }

  /// A reply that is not the one hoped for, on its way out of an attempt.
  private static final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;

    /// Null when the reader was silent.
    private final transient @Nullable FeigReply reply;

    Stopped(@Nullable FeigReply reply) {
      super("the attempt stops here", null, false, false);
      this.reply = reply;
    }

    <T> Attempt<T> attempt() {
      return reply == null ? new Attempt.NoAnswer<>() : new Attempt.Missed<>(outcome(reply));
    }
  }

  /// Reads system information and the whole memory.
  Attempt<Read> read(TagUid uid) throws LinkLostException {
    try {
      FeigReply.TagInfo info = info(uid);
      return new Attempt.Ended<>(new Read(info, memory(uid, info.blockSize(), info.blockCount())));
    } catch (Stopped stopped) {
      return stopped.attempt();
    }
  }

  /// Reads the security byte.
  Attempt<TagOutcome> readSecurity(TagUid uid, IntConsumer found) throws LinkLostException {
    try {
      found.accept(info(uid).afi());
      return new Attempt.Ended<>(new TagOutcome.Done());
    } catch (Stopped stopped) {
      return stopped.attempt();
    }
  }

  /// Writes the security byte if it is the other one of the pair, and reads it back.
  Attempt<TagOutcome> setSecurity(TagUid uid, Security to, IntConsumer read)
      throws LinkLostException {
    try {
      int wanted = to == Security.CLEARED ? options.onLoan() : options.inStock();
      int found = info(uid).afi();
      read.accept(found);
      if (options.security(found) == Security.UNKNOWN) {
        return new Attempt.Ended<>(new TagOutcome.NotOurs(found));
      }
      if (found == wanted) {
        return new Attempt.Ended<>(new TagOutcome.Done());
      }
      FeigReply written = ask(new FeigRequest.WriteAfi(uid, wanted));
      if (FeigStatus.isFinal(written)) {
        return new Attempt.Ended<>(outcome(written));
      }
      need(written);
      int now = info(uid).afi();
      read.accept(now);
      return now == wanted
          ? new Attempt.Ended<>(new TagOutcome.Done())
          : missed("T14", "the security byte reads back as %02Xh".formatted(now));
    } catch (Stopped stopped) {
      return stopped.attempt();
    }
  }

  /// Writes a whole record and reads it back.
  ///
  /// Block 0 is emptied first and written last: a tag that is pulled away in between begins with an
  /// end mark before bytes and is judged damaged, never as another item.
  Attempt<TagOutcome> write(TagUid uid, int dsfid, byte[] record) throws LinkLostException {
    try {
      FeigReply.TagInfo info = info(uid);
      int size = info.blockSize();
      int capacity = size * info.blockCount();
      if (record.length == 0 || record.length > capacity) {
        return ended("T15", record.length + " bytes do not fit into " + capacity);
      }
      byte[] padded = padded(record, size, capacity);
      Optional<FeigReply> refused = writeAll(uid, info, dsfid, padded);
      if (refused.isPresent()) {
        return FeigStatus.isFinal(refused.get())
            ? new Attempt.Ended<>(outcome(refused.get()))
            : new Attempt.Missed<>(outcome(refused.get()));
      }
      WireBytes now = memory(uid, size, padded.length / size);
      boolean equal = now.equals(WireBytes.of(padded));
      boolean declared = info(uid).dsfid() == dsfid;
      return equal && declared
          ? new Attempt.Ended<>(new TagOutcome.Done())
          : missed("T16", "the record does not read back as it was written");
    } catch (Stopped stopped) {
      return stopped.attempt();
    }
  }

  /// Whole blocks, and one end mark more where the record fills its last block.
  private static byte[] padded(byte[] record, int blockSize, int capacity) {
    int withMark = Math.min(record.length + 1, capacity);
    return Arrays.copyOf(record, (withMark + blockSize - 1) / blockSize * blockSize);
  }

  /// @return the first reply that was not "done"
  private Optional<FeigReply> writeAll(TagUid uid, FeigReply.TagInfo info, int dsfid, byte[] bytes)
      throws LinkLostException, Stopped {
    if (info.dsfid() != dsfid) {
      FeigReply declared = ask(new FeigRequest.WriteDsfid(uid, dsfid));
      if (declared.status() != FeigStatus.OK) {
        return Optional.of(declared);
      }
    }
    int size = info.blockSize();
    WireBytes head = WireBytes.of(Arrays.copyOf(bytes, size));
    WireBytes emptied = WireBytes.of(new byte[size]);
    int step = Math.max(1, BYTES_PER_REQUEST / size) * size;
    Optional<FeigReply> refused = writeBlocks(uid, 0, size, emptied);
    for (int at = size; at < bytes.length && refused.isEmpty(); at += step) {
      byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + step));
      refused = writeBlocks(uid, at / size, size, WireBytes.of(part));
    }
    return refused.isPresent() ? refused : writeBlocks(uid, 0, size, head);
  }

  private Optional<FeigReply> writeBlocks(TagUid uid, int first, int size, WireBytes blocks)
      throws LinkLostException, Stopped {
    FeigReply reply = ask(new FeigRequest.WriteBlocks(uid, first, size, blocks));
    return reply.status() == FeigStatus.OK ? Optional.empty() : Optional.of(reply);
  }

  private FeigReply.TagInfo info(TagUid uid) throws LinkLostException, Stopped {
    FeigReply reply = need(ask(new FeigRequest.SystemInfo(uid)));
    return reply.tagInfo().orElseThrow(() -> new Stopped(reply));
  }

  private WireBytes memory(TagUid uid, int blockSize, int blockCount)
      throws LinkLostException, Stopped {
    int step = Math.max(1, BYTES_PER_REQUEST / blockSize);
    WireBytes memory = WireBytes.of();
    for (int first = 0; first < blockCount; first += step) {
      int count = Math.min(step, blockCount - first);
      FeigReply reply = need(ask(new FeigRequest.ReadBlocks(uid, first, count, false)));
      WireBytes blocks = reply.blocks().orElseThrow(() -> new Stopped(reply));
      if (blocks.length() != count * blockSize) {
        throw new Stopped(reply);
      }
      memory = memory.plus(blocks);
    }
    return memory;
  }

  private FeigReply ask(FeigRequest request) throws LinkLostException, Stopped {
    Optional<FeigReply> reply = session.ask(request);
    if (reply.isEmpty()) {
      throw new Stopped(null);
    }
    return reply.get();
  }

  private static FeigReply need(FeigReply reply) throws Stopped {
    if (reply.status() != FeigStatus.OK) {
      throw new Stopped(reply);
    }
    return reply;
  }

  private static TagOutcome outcome(FeigReply reply) {
    if (reply.status() == FeigStatus.NO_TAG) {
      return new TagOutcome.TagGone();
    }
    boolean misshapen = reply.status() == FeigStatus.OK;
    String reason = misshapen ? "the reader's answer has a wrong shape" : FeigStatus.inWords(reply);
    boolean locked =
        reply.status() == FeigStatus.TAG_ERROR
            && reply.data().length() > 0
            && reply.data().at(0) == FeigStatus.LOCKED;
    return new TagOutcome.Failed(locked ? "T12" : "T11", reason);
  }

  private static Attempt<TagOutcome> ended(String code, String reason) {
    return new Attempt.Ended<>(new TagOutcome.Failed(code, reason));
  }

  private static Attempt<TagOutcome> missed(String code, String reason) {
    return new Attempt.Missed<>(new TagOutcome.Failed(code, reason));
  }
}

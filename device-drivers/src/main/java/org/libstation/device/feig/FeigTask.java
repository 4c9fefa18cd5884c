package org.libstation.device.feig;

import java.util.Optional;
import org.libstation.device.TagOutcome;
import org.libstation.device.link.WireBytes;

/// A piece of work that takes one exchange or more: it says what to ask next and takes the answer.
/// It knows neither line nor time, so that a step of the driver is never longer than one silence.
interface FeigTask<T> {

  /// What to ask next; the same again until an answer was taken.
  FeigRequest request();

  /// Takes the answer to [#request()].
  ///
  /// @return how it ended; empty when there is more to ask
  Optional<Attempt<T>> take(FeigReply reply);

  /// The request got no answer and will be asked again.
  default void unanswered() {}

  /// How an attempt ended.
  sealed interface Attempt<T> {

    /// It worked, or it will never work: nothing is tried again.
    record Ended<T>(T result) implements Attempt<T> {}

    /// It may work the next time.
    ///
    /// @param outcome what to say when there is no next time
    record Missed<T>(TagOutcome outcome) implements Attempt<T> {}
  }

  static <T> Optional<Attempt<T>> ended(T result) {
    return Optional.of(new Attempt.Ended<>(result));
  }

  static <T> Optional<Attempt<T>> missed(TagOutcome outcome) {
    return Optional.of(new Attempt.Missed<>(outcome));
  }

  /// What a refusal means for who asked for the work.
  static TagOutcome outcome(FeigReply reply) {
    if (reply.status() == FeigStatus.NO_TAG) {
      return new TagOutcome.TagGone();
    }
    boolean misshapen = reply.status() == FeigStatus.OK;
    String reason = misshapen ? "the reader's answer has a wrong shape" : FeigStatus.inWords(reply);
    boolean locked =
        reply.status() == FeigStatus.TAG_ERROR
            && reply.data().length() > 0
            && reply.data().at(0) == FeigStatus.LOCKED;
    return new TagOutcome.Failed(locked ? "DT12" : "DT11", reason);
  }

  /// A refusal as the end of work whose result is an outcome.
  static Optional<Attempt<TagOutcome>> refused(FeigReply reply) {
    TagOutcome outcome = outcome(reply);
    return FeigStatus.isFinal(reply) ? ended(outcome) : missed(outcome);
  }

  /// What one request or one reply may carry.
  ///
  /// @param request longest frame the reader takes
  /// @param reply longest frame the reader sends
  record Buffers(int request, int reply) {
    /// Readers of the family limit a read to 128 bytes, whatever their buffers hold (manual
    /// H20800-16e).
    static final int MOST_DATA = 128;

    /// Frame, UID and counts around the blocks of a write.
    private static final int AROUND_WRITE = 24;

    private static final int AROUND_READ = 12;

    /// Until the reader has said otherwise.
    static final Buffers USUAL = new Buffers(255, 255);

    /// From the data of a reader info of mode 0: RX-BUF and TX-BUF are its last 4 bytes.
    static Buffers of(WireBytes info) {
      int end = info.length();
      if (end < 4) {
        return USUAL;
      }
      return new Buffers(
          sound(info.at(end - 4) << 8 | info.at(end - 3)),
          sound(info.at(end - 2) << 8 | info.at(end - 1)));
    }

    private static int sound(int length) {
      return length < 64 ? USUAL.request : Math.min(length, 255);
    }

    int blocksToWrite(int blockSize) {
      return Math.max(1, Math.min(MOST_DATA, request - AROUND_WRITE) / blockSize);
    }

    int blocksToRead(int blockSize) {
      return Math.max(1, Math.min(MOST_DATA / blockSize, (reply - AROUND_READ) / (blockSize + 1)));
    }
  }
}

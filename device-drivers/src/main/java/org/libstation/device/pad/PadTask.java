package org.libstation.device.pad;

import java.util.Optional;
import org.libstation.device.TagOutcome;

/// A piece of work that takes one exchange or more: it says what to ask next and takes the answer.
/// It knows neither line nor time, so that a step of the driver is never longer than one silence.
interface PadTask<T> {

  /// What to ask next; the same again until an answer was taken.
  PadRequest request();

  /// Takes the answer to [#request()].
  ///
  /// @return how it ended; empty when there is more to ask
  Optional<Attempt<T>> take(PadReply reply);

  /// The request got no answer and will be asked again.
  default void unanswered() {}

  /// How an attempt ended.
  sealed interface Attempt<T> {

    /// It worked, or it will never work: nothing is tried again.
    record AttemptEnded<T>(T result) implements Attempt<T> {}

    /// It may work the next time.
    ///
    /// @param outcome what to say when there is no next time
    record Missed<T>(TagOutcome outcome) implements Attempt<T> {}
  }

  static <T> Optional<Attempt<T>> ended(T result) {
    return Optional.of(new Attempt.AttemptEnded<>(result));
  }

  static <T> Optional<Attempt<T>> missed(TagOutcome outcome) {
    return Optional.of(new Attempt.Missed<>(outcome));
  }

  /// What an answer that was not the expected one means for who asked for the work.
  static TagOutcome outcome(PadReply reply) {
    PadReply.PadRefused refused = refusal(reply);
    if (refused.why() == PadReply.PadRefusal.GONE) {
      return new TagOutcome.TagGone();
    }
    String code = refused.why() == PadReply.PadRefusal.LOCKED ? "DT12" : "DT11";
    return new TagOutcome.TagWriteFailed(code, refused.words());
  }

  /// What is neither the answer that was asked for nor a refusal has a wrong shape.
  static PadReply.PadRefused refusal(PadReply reply) {
    return reply instanceof PadReply.PadRefused refused ? refused : PadReply.PadRefused.misshapen();
  }

  /// A refusal as the end of work whose result is an outcome.
  static Optional<Attempt<TagOutcome>> refused(PadReply reply) {
    TagOutcome outcome = outcome(reply);
    return refusal(reply).isFinal() ? ended(outcome) : missed(outcome);
  }
}

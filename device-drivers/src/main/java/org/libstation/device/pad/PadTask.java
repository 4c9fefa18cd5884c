package org.libstation.device.pad;

import java.util.Optional;
import org.libstation.device.TagOutcome;

/// A piece of work of one or more exchanges: it gives the next request and takes the answer. It
/// knows neither line nor time, so a step of the driver never takes longer than one silence.
interface PadTask<T> {

  /// The next request; unchanged until an answer was taken.
  PadRequest request();

  /// Takes the answer to [#request()].
  ///
  /// @return how the attempt ended; empty when there is more to ask
  Optional<Attempt<T>> take(PadReply reply);

  /// Notes that the request got no answer and will be repeated.
  default void unanswered() {}

  /// How an attempt ended.
  sealed interface Attempt<T> {

    /// The work succeeded, or it can never succeed; it is not tried again.
    record AttemptEnded<T>(T result) implements Attempt<T> {}

    /// The attempt failed, but may succeed the next time.
    ///
    /// @param outcome the result to report if there is no next time
    record Missed<T>(TagOutcome outcome) implements Attempt<T> {}
  }

  static <T> Optional<Attempt<T>> ended(T result) {
    return Optional.of(new Attempt.AttemptEnded<>(result));
  }

  static <T> Optional<Attempt<T>> missed(TagOutcome outcome) {
    return Optional.of(new Attempt.Missed<>(outcome));
  }

  /// The outcome to report for an answer that was not the expected one.
  static TagOutcome outcome(PadReply reply) {
    PadReply.PadRefused refused = refusal(reply);
    if (refused.why() == PadReply.PadRefusal.GONE) {
      return new TagOutcome.TagGone();
    }
    String code = refused.why() == PadReply.PadRefusal.LOCKED ? "DT12" : "DT11";
    return new TagOutcome.TagWriteFailed(code, refused.words());
  }

  /// The refusal in a reply. A reply that is neither the expected answer nor a refusal counts as
  /// misshapen.
  static PadReply.PadRefused refusal(PadReply reply) {
    return reply instanceof PadReply.PadRefused refused ? refused : PadReply.PadRefused.misshapen();
  }

  /// Ends work whose result is an outcome with a refusal.
  static Optional<Attempt<TagOutcome>> refused(PadReply reply) {
    TagOutcome outcome = outcome(reply);
    return refusal(reply).isFinal() ? ended(outcome) : missed(outcome);
  }
}

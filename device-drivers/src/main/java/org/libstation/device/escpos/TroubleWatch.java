package org.libstation.device.escpos;

import java.time.Duration;
import java.util.Optional;

/// Judges, in the middle of a job, whether what the printer tells of itself stops it.
final class TroubleWatch {
  /// @see #judge
  sealed interface Judgement {
    record None() implements Judgement {}

    /// What one answer says is not the whole: the cause was asked for.
    record CauseAsked() implements Judgement {}

    /// The printer goes on by itself, soon.
    record Passing() implements Judgement {}

    record Stops(PrinterStatus.Trouble trouble) implements Judgement {}
  }

  private final Duration patience;
  private boolean askedForCause;
  private Duration since = Duration.ZERO;

  /// @param patience for a trouble that passes by itself
  TroubleWatch(Duration patience) {
    this.patience = patience;
  }

  void forget() {
    askedForCause = false;
  }

  Judgement judge(StatusRound round, Duration now) {
    Optional<PrinterStatus.Trouble> trouble = round.status().trouble();
    if (trouble.isEmpty()) {
      askedForCause = false;
      since = now;
      return new Judgement.None();
    }
    if (!askedForCause) {
      askedForCause = true;
      round.askAll();
      return new Judgement.CauseAsked();
    }
    if (trouble.get().passes() && now.minus(since).compareTo(patience) < 0) {
      return new Judgement.Passing();
    }
    askedForCause = false;
    return new Judgement.Stops(trouble.get());
  }
}

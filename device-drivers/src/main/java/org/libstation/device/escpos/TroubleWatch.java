package org.libstation.device.escpos;

import java.time.Duration;
import java.util.Optional;

/// Judges, in the middle of a job, whether what the printer tells of itself stops it.
final class TroubleWatch {
  /// @see #judge
  sealed interface TroubleJudgement {
    record NoTrouble() implements TroubleJudgement {}

    /// What one answer says is not the whole: the cause was asked for.
    record CauseAsked() implements TroubleJudgement {}

    /// The printer goes on by itself, soon.
    record Passing() implements TroubleJudgement {}

    record Stops(PrinterStatus.PrinterTrouble trouble) implements TroubleJudgement {}
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

  TroubleJudgement judge(StatusRound round, Duration now) {
    Optional<PrinterStatus.PrinterTrouble> trouble = round.status().trouble();
    if (trouble.isEmpty()) {
      askedForCause = false;
      since = now;
      return new TroubleJudgement.NoTrouble();
    }
    if (!askedForCause) {
      askedForCause = true;
      round.askAll();
      return new TroubleJudgement.CauseAsked();
    }
    if (trouble.get().passes() && now.minus(since).compareTo(patience) < 0) {
      return new TroubleJudgement.Passing();
    }
    askedForCause = false;
    return new TroubleJudgement.Stops(trouble.get());
  }
}

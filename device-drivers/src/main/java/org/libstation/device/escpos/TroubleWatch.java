package org.libstation.device.escpos;

import java.time.Duration;
import java.util.Optional;

/// Judges, in the middle of a job, whether the status that the printer reports stops the job.
final class TroubleWatch {
  /// @see #judge
  sealed interface TroubleJudgement {
    record NoTrouble() implements TroubleJudgement {}

    /// One answer does not show the whole state, so the cause was asked for.
    record CauseAsked() implements TroubleJudgement {}

    /// The printer continues by itself soon.
    record Passing() implements TroubleJudgement {}

    record Stops(PrinterStatus.PrinterTrouble trouble) implements TroubleJudgement {}
  }

  private final Duration patience;
  private boolean askedForCause;
  private Duration since = Duration.ZERO;

  /// @param patience how long a trouble that passes by itself may last
  TroubleWatch(Duration patience) {
    this.patience = patience;
  }

  void forget() {
    askedForCause = false;
  }

  /// Judges the current status; at a new trouble, first has the cause asked for.
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

package org.libstation.device.escpos;

import java.time.Duration;

/// Answers that wait their turn behind the print data, counted: how many were asked for, how many
/// came, and what it means when some are missing.
final class Marks {
  /// How long after an answer another one may still be on its way.
  static final Duration QUIET = Duration.ofSeconds(1);

  /// How long the printer may take for one parcel: 1.9 s on a wire of 9600 baud, and the printing.
  static final Duration LIMIT = Duration.ofSeconds(15);

  enum MarksState {
    /// Nothing was asked.
    NONE,
    WAITING,
    /// As many came as were asked for, or, where all that come are wanted, no more will.
    DONE,
    /// Some came, and the others will not.
    SHORT,
    /// None came in time.
    LATE
  }

  private boolean asked;
  private boolean all;
  private int expected;
  private int heard;
  private Duration since = Duration.ZERO;

  /// @param count how many answers show that all is well
  void ask(int count, Duration now) {
    begin(count, false, now);
  }

  /// Waits until no more come, however many.
  void askAll(Duration now) {
    begin(1, true, now);
  }

  private void begin(int count, boolean whatever, Duration now) {
    asked = true;
    all = whatever;
    expected = count;
    heard = 0;
    since = now;
  }

  void forget() {
    asked = false;
    heard = 0;
  }

  void heard(Duration now) {
    heard++;
    since = now;
  }

  /// The printer has a reason not to answer yet.
  void postpone(Duration now) {
    since = now;
  }

  MarksState state(Duration now) {
    if (!asked) {
      return MarksState.NONE;
    }
    Duration waited = now.minus(since);
    if (heard == 0) {
      return waited.compareTo(LIMIT) > 0 ? MarksState.LATE : MarksState.WAITING;
    }
    boolean quiet = waited.compareTo(QUIET) > 0;
    if (all) {
      return quiet ? MarksState.DONE : MarksState.WAITING;
    }
    if (heard >= expected) {
      return MarksState.DONE;
    }
    return quiet ? MarksState.SHORT : MarksState.WAITING;
  }
}

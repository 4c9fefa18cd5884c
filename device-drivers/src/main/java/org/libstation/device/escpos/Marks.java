package org.libstation.device.escpos;

import java.time.Duration;

/// Counts the answers that the printer gives in order behind the print data: how many were asked
/// for and how many came. Says what missing answers mean.
final class Marks {
  /// How long after an answer another one may still arrive.
  static final Duration QUIET = Duration.ofSeconds(1);

  /// How long the printer may take for one parcel: 1.9 s on the wire at 9600 baud, and the
  /// printing.
  static final Duration LIMIT = Duration.ofSeconds(15);

  enum MarksState {
    /// No answer is expected.
    NONE,
    WAITING,
    /// As many answers came as were asked for. After [Marks#askAll]: no more answers will come.
    DONE,
    /// Some answers came, and the others will not.
    SHORT,
    /// No answer came in time.
    LATE
  }

  private boolean asked;
  private boolean all;
  private int expected;
  private int heard;
  private Duration since = Duration.ZERO;

  /// Starts to count answers.
  ///
  /// @param count how many answers show that all is well
  void ask(int count, Duration now) {
    begin(count, false, now);
  }

  /// Waits until no more answers come, however many there are.
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

  /// Restarts the wait, because the printer has a reason not to answer yet.
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

package org.libstation.device;

/// State of a print job that has not ended. [PrintOutcome] says how a job ended.
public sealed interface PrintState {

  /// The job waits its turn.
  record Queued() implements PrintState {}

  /// The job is being printed.
  ///
  /// @param line the first line of the receipt, counted from 1, that is not known to be on paper
  /// @param lines number of lines of the receipt
  record PrintInProgress(int line, int lines) implements PrintState {}

  /// A fault stopped the job. The missing part is printed if a person mends the fault in time.
  ///
  /// @param code short stable code, such as `DP32`
  /// @param line the first line, counted from 1, that is not known to be on paper
  record Halted(String code, String reason, int line) implements PrintState {}
}

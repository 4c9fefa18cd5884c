package org.libstation.device;

/// Where a print job stands that has not ended; how it ended is a [PrintOutcome].
public sealed interface PrintState {

  /// It waits its turn.
  record Queued() implements PrintState {}

  /// Under way.
  ///
  /// @param line the first line of the receipt, counted from 1, that is not known to be on paper
  /// @param lines how many it has
  record PrintInProgress(int line, int lines) implements PrintState {}

  /// Stopped by a trouble; what is missing will be printed when a hand has mended it in time.
  ///
  /// @param code short stable code, such as `DP32`
  /// @param line the first line, counted from 1, that is not known to be on paper
  record Halted(String code, String reason, int line) implements PrintState {}
}

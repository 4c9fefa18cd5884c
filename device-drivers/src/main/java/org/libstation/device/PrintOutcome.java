package org.libstation.device;

/// How a print job ended.
public sealed interface PrintOutcome {

  /// The printer confirmed that everything before the end-of-job mark was processed.
  record Confirmed() implements PrintOutcome {}

  /// All of it was sent and no trouble was told, but nobody said that it came out. It is not
  /// printed again, since it may well lie there.
  ///
  /// @param code short stable code, such as `DP13`
  record Unconfirmed(String code, String reason) implements PrintOutcome {}

  /// Not printed, or known to be printed in part only.
  ///
  /// @param code short stable code, such as `DP32` (paper out)
  /// @param line the first line of the receipt, counted from 1, that is not known to be on paper; 0
  ///   when none was begun
  record Failed(String code, String reason, int line) implements PrintOutcome {
    /// Whether some of it may be on paper.
    public boolean begun() {
      return line > 0;
    }
  }
}

package org.libstation.device;

/// How a print job ended.
public sealed interface PrintOutcome {

  /// The printer confirmed that it processed everything before the end-of-job mark.
  record Confirmed() implements PrintOutcome {}

  /// All data was sent and the printer reported no trouble, but did not confirm the print. The
  /// receipt is not printed again, because it may already be on paper.
  ///
  /// @param code short stable code, such as `DP13`
  record Unconfirmed(String code, String reason) implements PrintOutcome {}

  /// Not printed, or known to be printed only in part.
  ///
  /// @param code short stable code, such as `DP32` (paper out)
  /// @param line the first line of the receipt, counted from 1, that is not known to be on paper; 0
  ///   when none was begun
  record Failed(String code, String reason, int line) implements PrintOutcome {
    /// Whether part of the receipt may be on paper.
    public boolean begun() {
      return line > 0;
    }
  }
}

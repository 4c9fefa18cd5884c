package org.libstation.device;

/// How a print job ended.
public sealed interface PrintOutcome {

  /// The printer confirmed that everything before the end-of-job mark was processed.
  record Confirmed() implements PrintOutcome {}

  /// Not printed, or not known to be printed whole.
  ///
  /// @param code short stable code, such as `P32` (paper out)
  /// @param begun whether some bytes of it may be on paper
  record Failed(String code, String reason, boolean begun) implements PrintOutcome {}
}

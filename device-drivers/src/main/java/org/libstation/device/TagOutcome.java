package org.libstation.device;

/// How a command to a tag ended.
public sealed interface TagOutcome {

  /// Written and read back equal.
  record TagWriteVerified() implements TagOutcome {}

  /// The tag was not in the field (any more). Nothing is known to be written.
  record TagGone() implements TagOutcome {}

  /// The tag answered, but the value read back is not the one asked for, or it refused.
  record TagWriteFailed(String code, String reason) implements TagOutcome {}

  /// The security byte is neither of the configured pair, so the tag was not touched: staff are to
  /// be told.
  ///
  /// @param afi what stands there, 0 to 255
  record NotOurs(int afi) implements TagOutcome {}

  /// The reader itself could not be asked.
  record NoReader(String reason) implements TagOutcome {}
}

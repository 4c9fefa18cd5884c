package org.libstation.device;

/// How a command to a tag ended.
public sealed interface TagOutcome {

  /// The value was written, or stood there already, and reading it back showed the wanted value.
  record TagWriteVerified() implements TagOutcome {}

  /// The tag was not in the field, or was removed. It is not known whether anything was written.
  record TagGone() implements TagOutcome {}

  /// The tag answered, but it refused or the value read back is not the wanted one.
  record TagWriteFailed(String code, String reason) implements TagOutcome {}

  /// The security byte is neither of the configured pair, so the tag was not touched. Staff must be
  /// informed.
  ///
  /// @param afi the value found, 0 to 255
  record NotOurs(int afi) implements TagOutcome {}

  /// The reader itself did not answer.
  record NoReader(String reason) implements TagOutcome {}
}

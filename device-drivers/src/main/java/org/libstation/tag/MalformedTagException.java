package org.libstation.tag;

/// Bytes that break the rules of the encoding; becomes [TagContent.Damaged] or [TagContent.Foreign]
/// before it leaves this package.
final class MalformedTagException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  MalformedTagException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}

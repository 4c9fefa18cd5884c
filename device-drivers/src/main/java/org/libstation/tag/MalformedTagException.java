package org.libstation.tag;

/// Thrown for bytes that break the rules of the encoding. This package turns it into
/// [TagContent.Damaged] or [TagContent.Foreign].
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

package org.libstation.lab.embedded;

import java.util.Optional;

/// The reaction of the library to one line.
public sealed interface Reply {

  /// An answer.
  final class AnswerLine implements Reply {
    private final byte[] bytes;

    AnswerLine(byte[] bytes) {
      this.bytes = bytes;
    }

    /// The bytes of the answer with its line end; do not change them.
    public byte[] bytes() {
      return bytes;
    }
  }

  /// No answer: the library closes the connection. SIPServer does so before a login and on unknown
  /// messages.
  record HangUp() implements Reply {}

  /// No answer; the connection stays open.
  record NoReply() implements Reply {}

  /// The bytes of the answer; empty if there is none.
  default Optional<byte[]> line() {
    return switch (this) {
      case AnswerLine line -> Optional.of(line.bytes());
      case HangUp _, NoReply _ -> Optional.empty();
    };
  }
}

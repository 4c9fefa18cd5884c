package org.libstation.lab.embedded;

import java.util.Optional;

/// What goes back for one line.
public sealed interface Reply {

  /// An answer.
  final class AnswerLine implements Reply {
    private final byte[] bytes;

    AnswerLine(byte[] bytes) {
      this.bytes = bytes;
    }

    /// One line with its CR; not to be changed.
    public byte[] bytes() {
      return bytes;
    }
  }

  /// Nothing: the connection is closed, as SIPServer does before a login and on what it does not
  /// know.
  record HangUp() implements Reply {}

  /// Nothing, and the connection stays.
  record NoReply() implements Reply {}

  /// The answer's bytes, where there is one.
  default Optional<byte[]> line() {
    return switch (this) {
      case AnswerLine line -> Optional.of(line.bytes());
      case HangUp _, NoReply _ -> Optional.empty();
    };
  }
}

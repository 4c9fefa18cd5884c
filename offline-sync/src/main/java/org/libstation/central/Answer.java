package org.libstation.central;

import org.libstation.circulation.Refusal;

/// How the central system answered one request.
public sealed interface Answer<T> {

  record Accepted<T>(T value) implements Answer<T> {}

  /// Understood and said no.
  record Refused<T>(Refusal refusal) implements Answer<T> {}

  /// Certainly not acted on: it never left, or it was harmless (a look) and went unanswered.
  record NotSent<T>(String reason) implements Answer<T> {}

  /// It left and no matching good answer came.
  ///
  /// @param anothers an answer came, but about another item or patron than asked
  record Unknown<T>(String reason, boolean anothers) implements Answer<T> {
    public Unknown(String reason) {
      this(reason, false);
    }
  }
}

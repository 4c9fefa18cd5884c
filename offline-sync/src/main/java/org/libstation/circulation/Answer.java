package org.libstation.circulation;

import java.util.function.Function;

/// An answer says how the central system answered one request.
public sealed interface Answer<T> {

  /// The same answer, with what follows from what was accepted; a no stays the same no, and an
  /// answer that did not come stays as it did not come.
  default <R> Answer<R> map(Function<? super T, ? extends R> change) {
    return then(value -> new Accepted<>(change.apply(value)));
  }

  /// Where it was accepted, what comes of that; else the same as it is.
  default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
    return switch (this) {
      case Accepted<T>(T value) -> next.apply(value);
      case Refused<T>(var refusal) -> new Refused<>(refusal);
      case NotSent<T>(var reason, var login) -> new NotSent<>(reason, login);
      case Unknown<T>(var reason, var anothers) -> new Unknown<>(reason, anothers);
    };
  }

  record Accepted<T>(T value) implements Answer<T> {}

  /// Understood and said no.
  record Refused<T>(Refusal refusal) implements Answer<T> {}

  /// Certainly not acted on: it never left, or it was harmless (a look) and went unanswered.
  ///
  /// @param login what the central system said no to was the station's own login
  record NotSent<T>(String reason, boolean login) implements Answer<T> {
    /// For a reason that is not the login.
    public static <T> NotSent<T> because(String reason) {
      return new NotSent<>(reason, false);
    }
  }

  /// It left and no matching good answer came.
  ///
  /// @param anothers an answer came, but about another item or patron than asked
  record Unknown<T>(String reason, boolean anothers) implements Answer<T> {
    /// No answer came, or none that could be read.
    public static <T> Unknown<T> because(String reason) {
      return new Unknown<>(reason, false);
    }
  }
}

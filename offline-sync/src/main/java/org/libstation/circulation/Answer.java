package org.libstation.circulation;

import java.util.function.Function;

/// The central system's answer to one request.
public sealed interface Answer<T> {

  /// Returns this answer with its accepted value changed. A refusal or a missing answer stays the
  /// same.
  default <R> Answer<R> map(Function<? super T, ? extends R> change) {
    return then(value -> new Accepted<>(change.apply(value)));
  }

  /// Returns the answer that `next` makes of an accepted value. A refusal or a missing answer stays
  /// the same.
  default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
    return switch (this) {
      case Accepted<T>(T value) -> next.apply(value);
      case Refused<T>(var refusal) -> new Refused<>(refusal);
      case NotSent<T>(var reason, var login) -> new NotSent<>(reason, login);
      case Unknown<T>(var reason, var anothers) -> new Unknown<>(reason, anothers);
    };
  }

  /// The central system accepted the request.
  record Accepted<T>(T value) implements Answer<T> {}

  /// The central system understood the request and refused it.
  record Refused<T>(Refusal refusal) implements Answer<T> {}

  /// The request certainly had no effect: it never left, or it was a harmless look-up without an
  /// answer.
  ///
  /// @param login whether the central system rejected the station's own login
  record NotSent<T>(String reason, boolean login) implements Answer<T> {
    /// A request not sent for a reason other than the login.
    public static <T> NotSent<T> because(String reason) {
      return new NotSent<>(reason, false);
    }
  }

  /// The request left, and no valid answer to it came.
  ///
  /// @param anothers whether an answer came, but about another item or patron
  record Unknown<T>(String reason, boolean anothers) implements Answer<T> {
    /// No answer came, or none that could be read.
    public static <T> Unknown<T> because(String reason) {
      return new Unknown<>(reason, false);
    }
  }
}

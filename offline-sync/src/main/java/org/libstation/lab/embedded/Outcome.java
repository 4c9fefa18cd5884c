package org.libstation.lab.embedded;

/// The result of a request to change something.
sealed interface Outcome<T> {
  /// The request was carried out.
  record Granted<T>(T value) implements Outcome<T> {}

  /// The request was refused; nothing changed.
  record ActRefused<T>(No no) implements Outcome<T> {}
}

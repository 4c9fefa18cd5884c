package org.libstation.lab.embedded;

/// What came of an acting request.
sealed interface Outcome<T> {
  record Granted<T>(T value) implements Outcome<T> {}

  record ActRefused<T>(No no) implements Outcome<T> {}
}

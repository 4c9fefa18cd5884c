package org.libstation.lab.embedded;

/// What came of an acting request.
sealed interface Outcome<T> {
  record Done<T>(T value) implements Outcome<T> {}

  record Refused<T>(No no) implements Outcome<T> {}
}

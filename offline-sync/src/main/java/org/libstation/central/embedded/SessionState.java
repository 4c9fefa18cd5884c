package org.libstation.central.embedded;

import java.util.Optional;

/// What the library remembers of one connection.
public final class SessionState {
  private Optional<String> station = Optional.empty();
  private Optional<byte[]> lastAnswer = Optional.empty();

  /// The login name; empty before a login.
  Optional<String> station() {
    return station;
  }

  void loggedIn(String name) {
    station = Optional.of(name);
  }

  /// The last answer as it went out, for 97.
  Optional<byte[]> lastAnswer() {
    return lastAnswer;
  }

  void answered(byte[] line) {
    lastAnswer = Optional.of(line);
  }
}

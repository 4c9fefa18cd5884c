package org.libstation.lab.embedded;

import java.util.Arrays;
import java.util.Optional;

/// What the library remembers of one connection.
public final class SessionState {
  private Optional<String> station = Optional.empty();
  private Optional<byte[]> lastAnswer = Optional.empty();
  private byte[] lastRequest = {};

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

  /// Whether this very line, number and checksum included, was the last that was answered.
  boolean wasLast(byte[] request) {
    return Arrays.equals(lastRequest, request);
  }

  void answered(byte[] request, byte[] line) {
    lastRequest = request;
    lastAnswer = Optional.of(line);
  }
}

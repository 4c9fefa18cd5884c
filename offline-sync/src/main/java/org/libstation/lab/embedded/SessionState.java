package org.libstation.lab.embedded;

import java.util.Arrays;
import java.util.Optional;

/// The state of one connection: its login and its last request and answer.
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

  /// The bytes of the last answer, for a resend request (97).
  Optional<byte[]> lastAnswer() {
    return lastAnswer;
  }

  /// Whether these bytes, with sequence number and checksum, equal the last answered request.
  boolean wasLast(byte[] request) {
    return Arrays.equals(lastRequest, request);
  }

  void answered(byte[] request, byte[] line) {
    lastRequest = request;
    lastAnswer = Optional.of(line);
  }
}

package org.libstation.fleet;

import java.util.Optional;
import java.util.stream.Stream;

/// Whether a station is connected, as the station or the broker reports it.
public enum Presence {
  /// The station connected.
  BORN("born"),
  /// The station's will: the broker lost the connection.
  LOST("lost"),
  /// The station disconnected in order.
  ENDED("ended");

  private final String word;

  Presence(String word) {
    this.word = word;
  }

  /// Word in the JSON document.
  String word() {
    return word;
  }

  /// Finds a presence by its word; empty for a word that is unknown here.
  public static Optional<Presence> of(String word) {
    return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
  }
}

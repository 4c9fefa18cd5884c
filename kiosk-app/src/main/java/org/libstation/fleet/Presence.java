package org.libstation.fleet;

import java.util.Optional;
import java.util.stream.Stream;

/// Whether a station is there, as it or the broker says.
public enum Presence {
  /// It connected.
  BORN("born"),
  /// Its will: the broker lost it.
  LOST("lost"),
  /// It went in order.
  ENDED("ended");

  private final String word;

  Presence(String word) {
    this.word = word;
  }

  /// As the document has it.
  String word() {
    return word;
  }

  /// Empty for what another program calls in a way that is not known here.
  public static Optional<Presence> of(String word) {
    return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
  }
}

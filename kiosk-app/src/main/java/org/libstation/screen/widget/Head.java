package org.libstation.screen.widget;

import java.util.Optional;

/// This is the one heading of a screen: what to do now; a line below; books on a shelf as the
/// count.
public record Head(String head, Optional<String> line, Optional<Shelf> shelf) {
  /// @param missing those that need the hand
  public record Shelf(int seen, int missing) {}

  public static Head of(String head, String line) {
    return new Head(head, line.isBlank() ? Optional.empty() : Optional.of(line), Optional.empty());
  }
}

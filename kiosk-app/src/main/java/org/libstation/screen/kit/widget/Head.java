package org.libstation.screen.kit.widget;

import java.util.List;
import java.util.Optional;

/// This is the one heading of a screen: what to do now; a line below; books on a shelf as the
/// count.
public record Head(String head, Optional<String> line, Optional<Shelf> shelf) {
  /// @param covers of the books that are seen, as [Spine#cover(String)] gave them
  /// @param missing those that need the hand
  public record Shelf(List<Integer> covers, int missing) {
    public Shelf {
      covers = List.copyOf(covers);
    }
  }

  public static Head of(String head, String line) {
    return new Head(head, line.isBlank() ? Optional.empty() : Optional.of(line), Optional.empty());
  }
}

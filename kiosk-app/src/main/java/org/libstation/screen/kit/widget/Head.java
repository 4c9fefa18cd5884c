package org.libstation.screen.kit.widget;

import java.util.List;
import java.util.Optional;

/// The heading of a screen: what to do now, a line below, and a shelf of books as the count.
public record Head(String head, Optional<String> line, Optional<Shelf> shelf) {
  /// Books on a shelf.
  ///
  /// @param covers covers of the books seen, as [Spine#cover(String)] returned them
  /// @param missing number of books that need the hand
  public record Shelf(List<Integer> covers, int missing) {
    public Shelf {
      covers = List.copyOf(covers);
    }
  }

  /// @param line line below; blank = none
  public static Head of(String head, String line) {
    return new Head(head, line.isBlank() ? Optional.empty() : Optional.of(line), Optional.empty());
  }
}

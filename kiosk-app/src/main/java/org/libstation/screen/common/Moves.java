package org.libstation.screen.common;

import java.util.Optional;
import javafx.scene.Node;

/// What of a screen moves. Views only mark it; where it is not moved, or after it was, it stands as
/// it was drawn. Rows of a list are known by [Heard#row].
public final class Moves {
  private static final String MARK = "libstation.moves";

  private Moves() {}

  /// How.
  public sealed interface Move {

    /// The thing a hand picture is about: goes a way, holds, and again, a few times.
    ///
    /// @param dx from where it is drawn to the other end of its way, in px
    /// @param away true = it sets out from where it is drawn, else it comes back to there
    record Travel(double dx, double dy, boolean away) implements Move {}

    /// A stamp that falls.
    record Stamp() implements Move {}

    /// A boat on calm water.
    ///
    /// @param dx there and back
    record Drift(double dx) implements Move {}
  }

  /// @param key the same while the same thing is shown, also when it is drawn anew
  public record Marked(Move move, String key) {}

  public static <N extends Node> N as(Move move, String key, N node) {
    node.getProperties().put(MARK, new Marked(move, key));
    return node;
  }

  public static Optional<Marked> of(Node node) {
    return node.hasProperties() && node.getProperties().get(MARK) instanceof Marked marked
        ? Optional.of(marked)
        : Optional.empty();
  }
}

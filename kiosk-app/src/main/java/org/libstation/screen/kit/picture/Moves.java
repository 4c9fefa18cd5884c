package org.libstation.screen.kit.picture;

import java.util.Optional;
import javafx.scene.Node;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;

/// Marks the nodes of a screen that move. Views only set the marks. Without movement, or after it,
/// a node stands as it was drawn. [SpeechMark#row] identifies the rows of a list.
public final class Moves {
  private static final String MARK = "libstation.moves";

  private Moves() {}

  /// How a node moves.
  public sealed interface Move {

    /// The thing in a hand picture moves along its way and rests, a few times over.
    ///
    /// @param dx from where it is drawn to the other end of its way, in px
    /// @param away true = it starts where it is drawn; false = it ends there
    record Travel(double dx, double dy, boolean away) implements Move {}

    /// A stamp falls.
    record StampFall() implements Move {}

    /// A boat drifts on calm water.
    ///
    /// @param dx distance, there and back
    record Drift(double dx) implements Move {}

    /// The upper edge of a sheet rises.
    ///
    /// @param by distance in px, from below where it is drawn
    record Rise(double by) implements Move {}

    /// A node that shows a state; it moves if the state differs from the one last shown.
    sealed interface StateMove extends Move {
      DrawnState state();
    }

    /// The background of a cell fills from the left.
    record CellFill(DrawnState state) implements StateMove {}

    /// A word replaces another one.
    record Swap(DrawnState state) implements StateMove {}
  }

  /// A state without its words, which change with the language too.
  ///
  /// @param open whether nothing is final yet
  public record DrawnState(Ink ink, Optional<Icon> icon, boolean open) {}

  /// A mark on a node.
  ///
  /// @param key identifies the same thing, also when it is drawn anew
  public record Marked(Move move, String key) {}

  /// Marks a node.
  public static <N extends Node> N as(Move move, String key, N node) {
    node.getProperties().put(MARK, new Marked(move, key));
    return node;
  }

  /// Mark of a node; empty if it has none.
  public static Optional<Marked> of(Node node) {
    return node.hasProperties() && node.getProperties().get(MARK) instanceof Marked marked
        ? Optional.of(marked)
        : Optional.empty();
  }
}

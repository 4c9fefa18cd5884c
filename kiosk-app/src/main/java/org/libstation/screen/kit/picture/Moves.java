package org.libstation.screen.kit.picture;

import java.util.Optional;
import javafx.scene.Node;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;

/// What of a screen moves. Views only mark it; where it is not moved, or after it was, it stands as
/// it was drawn. Rows of a list are known by [SpeechMark#row].
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
    record StampFall() implements Move {}

    /// A boat on calm water.
    ///
    /// @param dx there and back
    record Drift(double dx) implements Move {}

    /// The upper edge of a sheet that comes.
    ///
    /// @param by from below where it is drawn, in px
    record Rise(double by) implements Move {}

    /// What a state is drawn with: moves when the thing it is of is in another state than it was
    /// when it was last shown.
    sealed interface StateMove extends Move {
      DrawnState state();
    }

    /// The ground of a cell fills from the left.
    record CellFill(DrawnState state) implements StateMove {}

    /// A word stands in the place of another.
    record Swap(DrawnState state) implements StateMove {}
  }

  /// How a thing is, without its words: those change with the language too.
  ///
  /// @param open nothing is final yet
  public record DrawnState(Ink ink, Optional<Icon> icon, boolean open) {}

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

package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.widget.ActionKey;

/// Arranges tiles in rows, as many side by side as there is room for, at most three.
final class Tiles {
  static final double GAP = 12;

  /// Padding above and below the content of a tile that is a key, in px.
  private static final double KEY_EDGE = 16;

  /// Smallest width of a tile in px.
  private static final double LEAST = 420;

  private final Type type;
  private final Consumer<Key> pressed;

  Tiles(Type type, Consumer<Key> pressed) {
    this.type = type;
    this.pressed = pressed;
  }

  private int columns() {
    return Math.clamp((int) (room() / LEAST), 1, 3);
  }

  private double room() {
    return ServicePageView.room(type.look());
  }

  /// Returns the width of a tile in px.
  double width() {
    return Math.floor((room() - GAP * (columns() - 1)) / columns());
  }

  /// Arranges tiles in rows.
  ///
  /// @param keys action of a pressed tile; a tile without one cannot be pressed
  List<Region> rows(List<Tile> all, Function<Tile, Optional<ActionKey>> keys) {
    return rows(
        all.stream()
            .map(
                tile ->
                    keys.apply(tile)
                        .<Region>map(key -> pressable(tile, key))
                        .orElseGet(() -> told(tile)))
            .toList());
  }

  /// Arranges any parts in rows of equal height.
  List<Region> rows(List<? extends Region> parts) {
    List<Region> rows = new ArrayList<>();
    for (int from = 0; from < parts.size(); from += columns()) {
      HBox row = new HBox(GAP);
      for (Region part : parts.subList(from, Math.min(parts.size(), from + columns()))) {
        Box.wide(part, width());
        part.setMaxHeight(Double.MAX_VALUE);
        Box.add(row, part);
      }
      rows.add(row);
    }
    return rows;
  }

  private VBox told(Tile tile) {
    VBox box = face(tile);
    box.getStyleClass().add("box");
    if (tile.ink() == Ink.ASK || tile.ink() == Ink.STOP || tile.ink() == Ink.ACTION) {
      box.getStyleClass().add(tile.ink().border());
    }
    return Box.padded(box, 8, 16, 8, 16);
  }

  private KeyCap pressable(Tile tile, ActionKey key) {
    VBox face = face(tile);
    face.setPrefWidth(width() - 36);
    KeyCap cap =
        KeyCap.telling(
            face, tile.name() + ", " + tile.state() + ". " + key.words(), key.key(), pressed);
    cap.styled("narrow").tall();
    cap.setMinHeight(face.prefHeight(width() - 36) + 2 * KEY_EDGE);
    return cap;
  }

  private VBox face(Tile tile) {
    HBox head =
        Box.row(
            10,
            new IconView(tile.icon(), 28, Ink.TEXT),
            Box.grow(type.tech(true, tile.name())),
            new IconView(tile.stateIcon(), 24, tile.ink()).stroked(6),
            type.write(Role.TECH_SMALL, true, tile.ink(), tile.state()).oneLine());
    VBox box = Box.column(2, head);
    // Beside a drawn course the lines of text would be too short.
    boolean beside =
        type.look().layouts().staff().saidAtFigure()
            && tile.figure().told()
            && !tile.figure().drawn();
    if (tile.figure().told()) {
      Box.add(box, figure(tile, beside));
    }
    if (!tile.line().isBlank() && !beside) {
      Box.add(box, type.write(Role.TECH_SMALL, false, Ink.TEXT_2, tile.line()));
    }
    return box;
  }

  /// @param whole whether the whole text stands beside the number
  private HBox figure(Tile tile, boolean whole) {
    String unit = tile.figure().unit();
    String words = whole ? TileWords.joined(unit, tile.line()) : unit;
    HBox row =
        Box.row(
            10,
            type.write(Role.TECH_FIGURE, true, Ink.TEXT, tile.figure().number()).oneLine(),
            Box.grow(type.write(Role.TECH_SMALL, false, Ink.TEXT_2, words)));
    if (tile.figure().drawn()) {
      boolean ill = tile.ink() == Ink.ASK || tile.ink() == Ink.STOP;
      Box.add(row, new Sparkline(tile.figure(), ill ? tile.ink() : Ink.ACTION));
    }
    return row;
  }
}

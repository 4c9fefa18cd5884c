package org.libstation.screen.welcome;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.PatronMetrics;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;

/// The start keys of a wide panel, one below the other, with icons beside the words.
final class WideTiles extends VBox {
  /// Padding above and below a tile's content, as in the style sheet, in px.
  private static final double PADDING = 20;

  private final Type type;
  private final Type notes;
  private final Look look;
  private final PatronMetrics.TileMetrics sizes;

  /// Creates the keys in the largest text that fits. The notes get one step smaller before the
  /// words do.
  ///
  /// @param room height from the header to the access bar
  static WideTiles of(
      Type type, List<WelcomeViewModel.WelcomeTile> tiles, double room, Consumer<Key> pressed) {
    Type most = fitting(type, tiles);
    return most.fitting(
        most.look().step(),
        written -> {
          WideTiles even = new WideTiles(written, written, tiles, pressed);
          int below = written.look().step() - 1;
          return below == 0 || even.height() <= room
              ? even
              : new WideTiles(written, written.atStep(below), tiles, pressed);
        },
        drawn -> drawn.height() <= room);
  }

  private WideTiles(
      Type type, Type notes, List<WelcomeViewModel.WelcomeTile> tiles, Consumer<Key> pressed) {
    super(type.look().metrics().keysApart());
    this.type = type;
    this.notes = notes;
    this.look = type.look();
    this.sizes = look.metrics().patrons().tiles();
    for (WelcomeViewModel.WelcomeTile tile : tiles) {
      getChildren().add(WelcomeView.tile(tile, ink -> face(tile, ink), sizes.high(), pressed));
    }
    setFillWidth(true);
    setMinHeight(USE_PREF_SIZE);
  }

  /// A key has no padding before it was drawn, so it is added here.
  private double height() {
    double height = getSpacing() * (getChildren().size() - 1);
    for (Node tile : getChildren()) {
      height += Math.max(sizes.high(), Math.ceil(tile.prefHeight(look.aside())) + PADDING);
    }
    return height;
  }

  /// The largest text in which the longest word fits.
  private static Type fitting(Type type, List<WelcomeViewModel.WelcomeTile> tiles) {
    double width = width(type.look());
    Role role = role(type.look());
    boolean fits =
        tiles.stream()
            .allMatch(tile -> type.write(role, true, Ink.TEXT, tile.word()).prefWidth(-1) <= width);
    return fits ? type : new Type(type.look().beside());
  }

  private static double width(Look look) {
    return look.aside() - look.metrics().patrons().tiles().besideWords();
  }

  private static Role role(Look look) {
    return look.chinese() ? Role.TILE : Role.H2;
  }

  private HBox face(WelcomeViewModel.WelcomeTile tile, Ink ink) {
    double width = width(look);
    Writing note = notes.write(Role.CAPTION, false, ink, tile.note()).within(width);
    VBox words = Box.column(0, type.write(role(look), true, ink, tile.word()).within(width));
    if (look.layouts().welcome().begin().longNotes() || note.prefWidth(-1) <= width) {
      Box.add(words, note);
    }
    words.setAlignment(Pos.CENTER_LEFT);
    words.setPrefWidth(width);
    IconView icon = new IconView(tile.icon(), sizes.icon(), ink).stroked(3.2);
    HBox face = Box.row(sizes.iconApart(), icon, words);
    face.setMaxHeight(Region.USE_PREF_SIZE);
    return Box.padded(face, 6, sizes.sides());
  }
}

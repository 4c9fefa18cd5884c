package org.libstation.screen.welcome;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;

/// The start keys of a wide panel: one below the other, the icon beside the words.
final class WideTiles extends VBox {
  private final Type type;

  WideTiles(Type type, List<WelcomeViewModel.Tile> tiles, Consumer<Key> pressed) {
    super(type.look().panel().small() ? 12 : 20);
    this.type = fitting(type, tiles);
    for (WelcomeViewModel.Tile tile : tiles) {
      getChildren().add(tile.possible() ? key(tile, pressed) : closed(tile));
    }
    setFillWidth(true);
    setMinHeight(USE_PREF_SIZE);
  }

  /// As large as the longest word fits.
  private static Type fitting(Type type, List<WelcomeViewModel.Tile> tiles) {
    double width = width(type);
    Role role = role(type);
    boolean fits =
        tiles.stream()
            .allMatch(tile -> type.write(role, true, Ink.TEXT, tile.word()).prefWidth(-1) <= width);
    return fits ? type : new Type(type.look().beside());
  }

  private static double width(Type type) {
    return type.look().aside() - (type.look().panel().small() ? 110 : 190);
  }

  private static Role role(Type type) {
    return type.look().chinese() ? Role.TILE : Role.H2;
  }

  private double height() {
    return type.look().panel().small() ? 132 : 228;
  }

  private KeyCap key(WelcomeViewModel.Tile tile, Consumer<Key> pressed) {
    KeyCap key =
        new KeyCap(
                face(tile, tile.primary() ? Ink.ON_ACTION : Ink.TEXT),
                tile.word(),
                () -> pressed.accept(tile.key()))
            .styled("tile")
            .sized(250, height());
    key.setMaxWidth(Double.MAX_VALUE);
    if (tile.primary()) {
      key.styled("primary");
    }
    return key;
  }

  /// It stays and says why; flat, without the lower edge of a key.
  private StackPane closed(WelcomeViewModel.Tile tile) {
    StackPane flat = new StackPane(face(tile, Ink.TEXT_2));
    flat.getStyleClass().add("tile-closed");
    flat.setMinHeight(height());
    return flat;
  }

  private HBox face(WelcomeViewModel.Tile tile, Ink ink) {
    boolean small = type.look().panel().small();
    Role word = role(type);
    double width = width(type);
    VBox words =
        Box.column(
            0,
            type.write(word, true, ink, tile.word()).within(width),
            type.write(Role.CAPTION, false, ink, tile.note()).within(width));
    if (small && words.getChildren().getLast().prefWidth(-1) > width) {
      words.getChildren().removeLast();
    }
    words.setAlignment(Pos.CENTER_LEFT);
    words.setPrefWidth(width);
    HBox face =
        Box.row(small ? 14 : 28, new IconView(tile.icon(), small ? 56 : 96, ink, 3.2), words);
    face.setAlignment(Pos.CENTER_LEFT);
    face.setMaxHeight(Region.USE_PREF_SIZE);
    return Box.padded(face, 6, small ? 8 : 20, 6, small ? 8 : 20);
  }
}

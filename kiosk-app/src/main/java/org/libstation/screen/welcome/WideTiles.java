package org.libstation.screen.welcome;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.By;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Look;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.look.Writing;

/// The start keys of a wide panel: one below the other, the icon beside the words.
final class WideTiles extends VBox {
  private static final By<Double> GAP = By.usual(20.0).small(12.0);
  private static final By<Double> HEIGHT = By.usual(228.0).small(132.0);
  private static final By<Double> ICON = By.usual(96.0).small(56.0);
  private static final By<Double> ICON_APART = By.usual(28.0).small(14.0);
  private static final By<Double> SIDES = By.usual(20.0).small(8.0);

  /// What the icon and the edges take of the width.
  private static final By<Double> BESIDE_WORDS = By.usual(190.0).small(110.0);

  /// A note that would need two lines is left out.
  private static final By<Boolean> NOTES_BRIEF = By.usual(false).small(true);

  private final Type type;
  private final Look look;

  WideTiles(Type type, List<WelcomeViewModel.Tile> tiles, Consumer<Key> pressed) {
    super(GAP.in(type.look()));
    this.type = fitting(type, tiles);
    this.look = this.type.look();
    for (WelcomeViewModel.Tile tile : tiles) {
      getChildren().add(WelcomeView.tile(tile, ink -> face(tile, ink), HEIGHT.in(look), pressed));
    }
    setFillWidth(true);
    setMinHeight(USE_PREF_SIZE);
  }

  /// As large as the longest word fits.
  private static Type fitting(Type type, List<WelcomeViewModel.Tile> tiles) {
    double width = width(type.look());
    Role role = role(type.look());
    boolean fits =
        tiles.stream()
            .allMatch(tile -> type.write(role, true, Ink.TEXT, tile.word()).prefWidth(-1) <= width);
    return fits ? type : new Type(type.look().beside());
  }

  private static double width(Look look) {
    return look.aside() - BESIDE_WORDS.in(look);
  }

  private static Role role(Look look) {
    return look.chinese() ? Role.TILE : Role.H2;
  }

  private HBox face(WelcomeViewModel.Tile tile, Ink ink) {
    double width = width(look);
    Writing note = type.write(Role.CAPTION, false, ink, tile.note()).within(width);
    VBox words = Box.column(0, type.write(role(look), true, ink, tile.word()).within(width));
    if (!NOTES_BRIEF.in(look) || note.prefWidth(-1) <= width) {
      Box.add(words, note);
    }
    words.setAlignment(Pos.CENTER_LEFT);
    words.setPrefWidth(width);
    IconView icon = new IconView(tile.icon(), ICON.in(look), ink, 3.2);
    HBox face = Box.row(ICON_APART.in(look), icon, words);
    face.setMaxHeight(Region.USE_PREF_SIZE);
    return Box.padded(face, 6, SIDES.in(look));
  }
}

package org.libstation.screen.technician;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.FlowState;
import org.libstation.flow.Key;
import org.libstation.screen.common.ActionKey;
import org.libstation.screen.common.Box;
import org.libstation.screen.common.IconView;
import org.libstation.screen.common.Ink;
import org.libstation.screen.common.KeyCap;
import org.libstation.screen.common.Notice;
import org.libstation.screen.common.Panel;
import org.libstation.screen.common.Role;
import org.libstation.screen.common.ScreenView;
import org.libstation.screen.common.Type;
import org.libstation.screen.common.Voice;

/// What is wrong, in one look: the first thing to do on top, a tile a device below.
public final class TechnicianView implements ScreenView {
  /// Keys side by side that have room for a picture each.
  private static final int MOST_WITH_ICON = 3;

  /// More keys stand in two rows.
  private static final int MOST_IN_A_ROW = 4;

  private final TechnicianViewModel model;
  private final Voice voice;
  private final Type type;
  private final Consumer<Key> pressed;
  private final VBox page;
  private final StackPane first = new StackPane();
  private final StackPane test = new StackPane();
  private final StackPane scan = new StackPane();
  private final StackPane tiles = new StackPane();
  private final StackPane actions = new StackPane();

  public TechnicianView(TechnicianViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.voice = model.voice();
    this.type = new Type(model.look());
    this.pressed = pressed;
    Region filler = new Region();
    VBox.setVgrow(filler, javafx.scene.layout.Priority.ALWAYS);
    page =
        new ServicePage(
            type,
            model.look(),
            voice.say("technician.head", voice.station()),
            model.clock,
            pressed,
            first,
            tiles,
            test,
            scan,
            filler,
            actions);
    model.first.subscribe(words -> first.getChildren().setAll(notice(words)));
    model.test.subscribe(
        words -> test.getChildren().setAll(words.map(this::notice).stream().toList()));
    model.scan.subscribe(
        words -> scan.getChildren().setAll(words.map(this::notice).stream().toList()));
    model.tiles.subscribe(this::tiles);
    model.actions.subscribe(this::actions);
  }

  @Override
  public Region node() {
    return page;
  }

  @Override
  public void show(FlowState state) {
    model.show(state);
  }

  private HBox notice(Notice.Words words) {
    VBox text = Box.column(4, type.write(Role.TECH_HEAD, true, Ink.TEXT, words.head()));
    words
        .line()
        .ifPresent(line -> text.getChildren().add(type.write(Role.TECH, false, Ink.TEXT, line)));
    HBox row = Box.row(24, new IconView(words.icon(), 60, words.ink()), Box.grow(text));
    row.getStyleClass().addAll("notice", words.ink().border());
    row.setMinHeight(112);
    return Box.padded(row, 16, 24, 16, 36);
  }

  private void tiles(List<TechnicianViewModel.Tile> all) {
    GridPane grid = new GridPane(16, 16);
    double width = (Panel.UPRIGHT.live() - 16) / 2;
    for (int at = 0; at < all.size(); at++) {
      Region tile = tile(all.get(at));
      tile.setMinWidth(width);
      tile.setMaxWidth(width);
      tile.setPrefWidth(width);
      grid.add(tile, at % 2, at / 2);
    }
    tiles.getChildren().setAll(grid);
  }

  private VBox tile(TechnicianViewModel.Tile tile) {
    HBox head =
        Box.row(
            12,
            new IconView(tile.icon(), 34, Ink.TEXT),
            Box.grow(type.write(Role.TECH, true, Ink.TEXT, tile.name())),
            new IconView(tile.stateIcon(), 28, tile.ink(), 6),
            type.write(Role.TECH, true, tile.ink(), tile.state()).oneLine());
    VBox box = Box.column(8, head);
    if (!tile.figure().isBlank()) {
      box.getChildren().add(type.write(Role.TECH_HEAD, true, Ink.TEXT, tile.figure()));
    }
    box.getChildren().add(type.write(Role.TECH_SMALL, false, Ink.TEXT_2, tile.line()));
    box.getStyleClass().add("box");
    if (tile.ink() == Ink.ASK || tile.ink() == Ink.STOP) {
      box.getStyleClass().add(tile.ink().border());
    }
    box.setMinHeight(150);
    box.setMaxHeight(Double.MAX_VALUE);
    return Box.padded(box, 16, 20, 16, 20);
  }

  private void actions(List<ActionKey> keys) {
    VBox both = Box.column(16);
    int rows = (keys.size() + MOST_IN_A_ROW - 1) / MOST_IN_A_ROW;
    int each = (keys.size() + rows - 1) / Math.max(1, rows);
    for (int from = 0; from < keys.size(); from += each) {
      both.getChildren().add(keys(keys.subList(from, Math.min(keys.size(), from + each))));
    }
    actions.getChildren().setAll(both);
  }

  private HBox keys(List<ActionKey> keys) {
    HBox row = Box.row(16);
    for (ActionKey action : keys) {
      Ink ink = action.primary() ? Ink.ON_ACTION : Ink.TEXT;
      HBox face = Box.row(14);
      action
          .icon()
          .filter(_ -> keys.size() <= MOST_WITH_ICON)
          .ifPresent(icon -> face.getChildren().add(new IconView(icon, 34, ink)));
      face.getChildren().add(type.write(Role.TECH, true, ink, action.words()).oneLine());
      KeyCap key = new KeyCap(face, action.words(), () -> pressed.accept(action.key()));
      if (action.primary()) {
        key.styled("primary");
      }
      row.getChildren().add(Box.grow(key));
    }
    row.setAlignment(Pos.CENTER);
    return row;
  }
}

package org.libstation.screen.technician;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
import org.libstation.screen.common.Role;
import org.libstation.screen.common.ScreenView;
import org.libstation.screen.common.Type;

/// A run of the checks, tile by tile, with one finding below; or the health page with its plots.
public final class ServiceView implements ScreenView {
  private static final double GAP = 12;

  private final ServiceViewModel model;
  private final Type type;
  private final Consumer<Key> pressed;
  private final VBox page;
  private final StackPane title = new StackPane();
  private final StackPane progress = new StackPane();
  private final StackPane first = new StackPane();
  private final StackPane tiles = new StackPane();
  private final StackPane card = new StackPane();
  private final StackPane plots = new StackPane();
  private final StackPane actions = new StackPane();

  public ServiceView(ServiceViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.type = new Type(model.look());
    this.pressed = pressed;
    Region filler = new Region();
    VBox.setVgrow(filler, Priority.ALWAYS);
    page =
        new ServicePage(
            type,
            model.look(),
            model.voice().say("technician.head", model.voice().station()),
            model.clock,
            pressed,
            title,
            progress,
            first,
            tiles,
            card,
            plots,
            filler,
            actions);
    model.head.subscribe(
        text -> title.getChildren().setAll(type.write(Role.TECH_HEAD, true, Ink.TEXT, text)));
    model.progress.subscribe(some -> put(progress, some.map(this::progress)));
    model.first.subscribe(some -> put(first, some.map(this::notice)));
    model.tiles.subscribe(this::tiles);
    model.card.subscribe(some -> put(card, some.map(this::card)));
    model.plots.subscribe(this::plots);
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

  private static void put(StackPane place, Optional<? extends Region> node) {
    place.setManaged(node.isPresent());
    place.setVisible(node.isPresent());
    place.setAlignment(Pos.TOP_LEFT);
    place.getChildren().setAll(node.stream().toList());
  }

  private HBox progress(ServiceViewModel.Progress words) {
    Region done = new Region();
    double width = 420;
    done.getStyleClass().add(Ink.ACTION.back());
    done.setMinSize(Math.max(1, width * words.share()), 20);
    done.setMaxSize(Math.max(1, width * words.share()), 20);
    StackPane bar = new StackPane(done);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("box");
    bar.setMinSize(width + 8, 32);
    bar.setMaxSize(width + 8, 32);
    return Box.row(
        20,
        type.write(Role.TECH_HEAD, true, Ink.TEXT, words.count()).oneLine(),
        bar,
        Box.grow(type.write(Role.TECH, false, Ink.TEXT_2, words.line())));
  }

  private HBox notice(Notice.Words words) {
    VBox text = Box.column(4, type.write(Role.TECH_HEAD, true, Ink.TEXT, words.head()));
    words
        .line()
        .filter(line -> !line.isBlank())
        .ifPresent(line -> text.getChildren().add(type.write(Role.TECH, false, Ink.TEXT, line)));
    HBox row = Box.row(24, new IconView(words.icon(), 52, words.ink()), Box.grow(text));
    row.getStyleClass().addAll("notice", words.ink().border());
    return Box.padded(row, 12, 24, 12, 36);
  }

  private void tiles(List<TechnicianViewModel.Tile> all) {
    GridPane grid = new GridPane(GAP, GAP);
    double width = (type.look().panel().live() - GAP) / 2;
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
            10,
            new IconView(tile.icon(), 28, Ink.TEXT),
            Box.grow(type.write(Role.TECH, true, Ink.TEXT, tile.name())),
            new IconView(tile.stateIcon(), 24, tile.ink(), 6),
            type.write(Role.TECH_SMALL, true, tile.ink(), tile.state()).oneLine());
    VBox box = Box.column(2, head);
    String line =
        tile.figure().isBlank()
            ? tile.line()
            : tile.line().isBlank() ? tile.figure() : tile.figure() + " · " + tile.line();
    if (!line.isBlank()) {
      box.getChildren().add(type.write(Role.TECH_SMALL, false, Ink.TEXT_2, line));
    }
    box.getStyleClass().add("box");
    if (tile.ink() == Ink.ASK || tile.ink() == Ink.STOP || tile.ink() == Ink.ACTION) {
      box.getStyleClass().add(tile.ink().border());
    }
    box.setMaxHeight(Double.MAX_VALUE);
    return Box.padded(box, 8, 16, 8, 16);
  }

  private VBox card(ServiceViewModel.Card words) {
    Ink ink = words.fault() ? Ink.STOP : Ink.ASK;
    HBox stamp =
        Box.row(
            16,
            new IconView(org.libstation.screen.common.Icon.WARNING, 40, ink),
            type.write(Role.TECH_HEAD, true, ink, words.code()).oneLine(),
            Box.space(),
            type.write(Role.TECH, false, Ink.TEXT_2, words.place()).oneLine());
    VBox text = Box.column(8, stamp, type.write(Role.TECH_HEAD, true, Ink.TEXT, words.head()));
    for (ServiceViewModel.Part part : words.parts()) {
      var name = type.write(Role.TECH, true, Ink.TEXT_2, part.name()).oneLine();
      name.setMinWidth(110);
      HBox row = Box.row(16, name, Box.grow(type.write(Role.TECH, false, Ink.TEXT, part.text())));
      row.setAlignment(Pos.TOP_LEFT);
      text.getChildren().add(row);
    }
    HBox keys = Box.row(16);
    words
        .keys()
        .forEach(
            action ->
                keys.getChildren()
                    .add(Box.grow(action.cap(type, pressed, Optional.of(Role.TECH)))));
    if (!words.keys().isEmpty()) {
      text.getChildren().add(keys);
    }
    text.getStyleClass().addAll("notice", ink.border());
    return Box.padded(text, 16, 24, 16, 36);
  }

  private void plots(List<Plot.Words> all) {
    plots.setManaged(!all.isEmpty());
    plots.setVisible(!all.isEmpty());
    GridPane grid = new GridPane(GAP, GAP);
    double width = (type.look().panel().live() - GAP) / 2;
    for (int at = 0; at < all.size(); at++) {
      grid.add(new Plot(type, all.get(at), width, model.voice().say("plot.none")), at % 2, at / 2);
    }
    plots.getChildren().setAll(grid);
  }

  private void actions(List<ActionKey> keys) {
    HBox row = Box.row(16);
    for (ActionKey action : keys) {
      KeyCap key = action.cap(type, pressed, Optional.of(Role.TECH));
      row.getChildren().add(Box.grow(key));
    }
    row.setAlignment(Pos.CENTER);
    actions.getChildren().setAll(row);
  }
}

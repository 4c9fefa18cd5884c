package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.Notice;
import org.libstation.screen.widget.Pages;
import org.libstation.screen.widget.ScreenView;

/// A run of the checks, tile by tile, with one finding below; or the health page with its plots.
public final class ServiceView implements ScreenView {
  private static final int LIVES_IN_A_ROW = 3;

  private final ServiceViewModel model;
  private final Type type;
  private final Consumer<Key> pressed;
  private final Tiles tiles;
  private final ServicePage page;
  private final StackPane title = new StackPane();
  private final StackPane progress = new StackPane();
  private final StackPane first = new StackPane();
  private final Pages body;

  public ServiceView(ServiceViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.type = new Type(model.look());
    this.pressed = pressed;
    this.tiles = new Tiles(type, pressed);
    this.body = ServicePage.body(type, words("page.back"), words("page.on"), Tiles.GAP, pressed);
    page =
        new ServicePage(
            type,
            model.look(),
            model.voice().say("technician.head", model.voice().station()),
            model.clock,
            pressed,
            body,
            title,
            progress,
            first);
    // The progress says it too.
    title.setManaged(!type.look().panel().wide());
    title.setVisible(!type.look().panel().wide());
    model.head.subscribe(
        text -> title.getChildren().setAll(type.write(Role.TECH_HEAD, true, Ink.TEXT, text)));
    model.progress.subscribe(some -> put(progress, some.map(this::progress)));
    model.first.subscribe(_ -> first());
    model.body.subscribe(_ -> first());
    model.body.subscribe(this::body);
    model.actions.subscribe(_ -> actions());
    model.body.subscribe(_ -> actions());
  }

  /// On a small panel what was found says it.
  private void first() {
    boolean told = type.look().panel().small() && model.body.get().card().isPresent();
    put(first, model.first.get().filter(_ -> !told).map(this::notice));
  }

  /// On a lying panel the keys of what was found stand among them.
  private void actions() {
    List<ActionKey> keys = new ArrayList<>();
    if (type.look().panel().wide()) {
      model.body.get().card().ifPresent(card -> keys.addAll(card.keys()));
    }
    keys.addAll(model.actions.get());
    page.actions(keys);
  }

  private void body(ServiceViewModel.Body shown) {
    List<Region> rows = new ArrayList<>();
    boolean wide = type.look().panel().wide();
    shown.code().ifPresent(text -> rows.add(code(text)));
    if (!shown.live().isEmpty()) {
      rows.addAll(wide ? lines(shown.live()) : List.of(live(shown.live())));
    }
    // On a lying panel, with room for little, what was found comes first.
    Optional<Region> card = shown.card().map(this::card);
    card.filter(_ -> wide).ifPresent(rows::add);
    rows.addAll(
        tiles.rows(shown.tiles(), tile -> Optional.ofNullable(shown.keys().get(tile.name()))));
    card.filter(_ -> !wide).ifPresent(rows::add);
    if (!shown.lives().isEmpty()) {
      rows.add(lives(shown.lives()));
    }
    rows.addAll(
        tiles.rows(
            shown.plots().stream()
                .map(words -> new Plot(type, words, tiles.width(), words("plot.none")))
                .toList()));
    body.show(rows, -1);
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
    double width = type.look().panel().wide() ? 240 : 420;
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

  private ShownCode code(String text) {
    return new ShownCode(
        text,
        ServicePage.room(type.look().panel()),
        type.look().panel().wide(),
        model.voice().say("hand.HOLD_CODE.code"));
  }

  /// Each by itself, so that they can stand on several pages.
  private List<Region> lines(List<String> lines) {
    return lines.stream()
        .<Region>map(
            line ->
                Box.padded(
                    Box.styled(Box.column(0, type.write(Role.TECH, false, Ink.TEXT, line)), "box"),
                    6,
                    16,
                    6,
                    16))
        .toList();
  }

  private VBox live(List<String> lines) {
    VBox box = Box.column(8, type.write(Role.TECH_HEAD, true, Ink.TEXT, words("board.live")));
    lines.forEach(line -> box.getChildren().add(type.write(Role.TECH, false, Ink.TEXT, line)));
    box.getStyleClass().add("box");
    return Box.padded(box, 16, 24, 16, 24);
  }

  /// Keys, some in a row.
  private VBox lives(List<ActionKey> keys) {
    VBox box = Box.column(12, type.write(Role.TECH_HEAD, true, Ink.TEXT, words("board.lives")));
    int inARow = type.look().panel().wide() ? 2 : LIVES_IN_A_ROW;
    for (int from = 0; from < keys.size(); from += inARow) {
      HBox row = Box.row(16);
      for (ActionKey key : keys.subList(from, Math.min(keys.size(), from + inARow))) {
        row.getChildren().add(Box.grow(key.cap(type, pressed, Optional.of(Role.TECH))));
      }
      box.getChildren().add(row);
    }
    return box;
  }

  private String words(String key) {
    return model.voice().say(key);
  }

  private VBox card(ServiceViewModel.Card words) {
    Ink ink = words.fault() ? Ink.STOP : Ink.ASK;
    HBox stamp =
        Box.row(
            16,
            new IconView(org.libstation.screen.look.Icon.WARNING, 40, ink),
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
    // On a lying panel they stand with the others.
    if (!words.keys().isEmpty() && !type.look().panel().wide()) {
      text.getChildren().add(keys);
    }
    text.getStyleClass().addAll("notice", ink.border());
    return Box.padded(text, 16, 24, 16, 36);
  }
}

package org.libstation.screen.welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.FlowState;
import org.libstation.flow.Key;
import org.libstation.screen.common.ActionKey;
import org.libstation.screen.common.Box;
import org.libstation.screen.common.Frame;
import org.libstation.screen.common.HandPicture;
import org.libstation.screen.common.IconView;
import org.libstation.screen.common.Ink;
import org.libstation.screen.common.KeyCap;
import org.libstation.screen.common.Look;
import org.libstation.screen.common.Notice;
import org.libstation.screen.common.Pictures;
import org.libstation.screen.common.Role;
import org.libstation.screen.common.ScreenView;
import org.libstation.screen.common.StagePane;
import org.libstation.screen.common.Tokens;
import org.libstation.screen.common.Type;

/// The start screen: a greeting, what is new, where the card goes, three tiles.
public final class WelcomeView implements ScreenView {
  private static final double HERO = 490;
  private static final double TILE = 292;

  private final WelcomeViewModel model;
  private final Consumer<Key> pressed;
  private final Type type;
  private final Frame frame;

  public WelcomeView(WelcomeViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.pressed = pressed;
    this.type = new Type(model.look());
    this.frame = new Frame(type, model.voice(), pressed);
    model.chrome.subscribe(chrome -> chrome.ifPresent(frame::chrome));
    if (!frame.low() && !model.look().contrast()) {
      frame.hero(hero());
    }
    model.tiles.subscribe(this::tiles);
    model.notices.subscribe(_ -> stage());
    model.facts.subscribe(_ -> tiles(model.tiles.get()));
    model.cardReader.subscribe(_ -> stage());
  }

  @Override
  public Region node() {
    return frame;
  }

  @Override
  public void show(FlowState state) {
    model.show(state);
  }

  private double height() {
    return model.look().step() == 1 ? HERO : HERO - 110;
  }

  private Node hero() {
    StackPane hero = new StackPane(Pictures.hero(height()), greeting());
    StackPane.setAlignment(hero.getChildren().getLast(), Pos.TOP_LEFT);
    hero.setMinHeight(height());
    hero.setMaxHeight(height());
    return hero;
  }

  private VBox greeting() {
    Role first = model.look().chinese() ? Role.DISPLAY : Role.CODE;
    VBox greeting =
        Box.column(
            10,
            type.display(first, Ink.TEXT, model.voice().say("welcome.hello")),
            type.display(Role.H2, Ink.TEXT, model.voice().say("welcome.line")).within(440));
    greeting.setMaxSize(520, Region.USE_PREF_SIZE);
    greeting.setFillWidth(true);
    return Box.padded(greeting, 40, 0, 0, Tokens.MARGIN);
  }

  private void tiles(List<WelcomeViewModel.Tile> tiles) {
    if (frame.low()) {
      frame.actions(
          tiles.stream()
              .filter(WelcomeViewModel.Tile::possible)
              .map(
                  tile ->
                      new ActionKey(
                          tile.word(), Optional.of(tile.icon()), false, tile.primary(), tile.key()))
              .toList());
      return;
    }
    HBox row = Box.row(Tokens.GUTTER);
    for (WelcomeViewModel.Tile tile : tiles) {
      Region drawn = tile.possible() ? tile(tile) : closed(tile);
      drawn.setPrefWidth(306);
      row.getChildren().add(Box.grow(drawn));
    }
    row.setFillHeight(true);
    frame.controls(Optional.of(Box.column(26, row, facts())));
  }

  private KeyCap tile(WelcomeViewModel.Tile tile) {
    KeyCap key =
        new KeyCap(
                face(tile, tile.primary() ? Ink.ON_ACTION : Ink.TEXT),
                tile.word(),
                () -> pressed.accept(tile.key()))
            .styled("tile")
            .sized(250, TILE)
            .tall();
    if (tile.primary()) {
      key.styled("primary");
    }
    return key;
  }

  /// It stays and says why; flat, without the lower edge of a key.
  private StackPane closed(WelcomeViewModel.Tile tile) {
    StackPane flat = new StackPane(face(tile, Ink.TEXT_2));
    flat.getStyleClass().add("tile-closed");
    flat.setMinHeight(TILE);
    return flat;
  }

  private VBox face(WelcomeViewModel.Tile tile, Ink ink) {
    Look look = model.look();
    Role word = look.chinese() ? Role.TILE : Role.H2;
    VBox face =
        Box.column(
            6,
            new IconView(tile.icon(), 104, ink, 3.2),
            type.write(word, true, ink, tile.word()).centred(),
            type.write(Role.CAPTION, false, ink, tile.note()).centred());
    face.setAlignment(Pos.CENTER);
    face.setMaxWidth(290);
    return face;
  }

  private void stage() {
    List<Node> parts = new ArrayList<>();
    if (frame.low() || model.look().contrast()) {
      parts.add(type.h1(model.voice().say("welcome.hello")));
      parts.add(StagePane.rank(1, type.h2(model.voice().say("welcome.line"))));
    }
    for (Notice.Words notice : model.notices.get()) {
      parts.add(StagePane.rank(2, new Notice(type, notice)));
    }
    parts.add(StagePane.rank(3, begin()));
    frame.stage(parts);
  }

  private Region begin() {
    boolean reader = model.cardReader.get();
    double room = model.notices.get().size();
    HBox row = Box.row(32);
    row.getChildren()
        .add(
            room >= 2 || frame.low()
                ? HandPicture.cardOverReader(1)
                : HandPicture.desk(reader, 0.42));
    VBox words =
        Box.column(
            10,
            type.h2(model.voice().say(reader ? "begin.reader" : "begin.scanner")),
            type.body(model.voice().say("begin.or")));
    if (frame.low()) {
      words.getChildren().removeLast();
    }
    words.setAlignment(Pos.CENTER_LEFT);
    row.getChildren().add(Box.grow(words));
    row.getStyleClass().add("hand");
    row.setMinHeight(Region.USE_PREF_SIZE);
    return Box.padded(row, 18, 28, 18, 28);
  }

  private Region facts() {
    HBox row = Box.row(8);
    for (WelcomeViewModel.Fact fact : model.facts.get()) {
      if (!row.getChildren().isEmpty()) {
        row.getChildren().add(Box.space());
      }
      row.getChildren()
          .add(
              Box.row(
                  10,
                  new IconView(fact.icon(), 38, fact.ink()),
                  type.write(Role.CAPTION, false, Ink.TEXT, fact.text()).oneLine()));
    }
    row.setMinHeight(Region.USE_PREF_SIZE);
    // Large text: the last facts go first.
    while (row.getChildren().size() > 1 && row.prefWidth(-1) > Tokens.LIVE) {
      row.getChildren().removeLast();
      row.getChildren().removeLast();
    }
    return row;
  }
}

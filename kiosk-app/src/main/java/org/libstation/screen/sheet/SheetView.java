package org.libstation.screen.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.FlowState;
import org.libstation.flow.Key;
import org.libstation.flow.Overlay;
import org.libstation.screen.common.ActionKey;
import org.libstation.screen.common.Box;
import org.libstation.screen.common.Heard;
import org.libstation.screen.common.IconView;
import org.libstation.screen.common.Ink;
import org.libstation.screen.common.KeyCap;
import org.libstation.screen.common.Pages;
import org.libstation.screen.common.Ring;
import org.libstation.screen.common.Role;
import org.libstation.screen.common.Sentences;
import org.libstation.screen.common.Tokens;
import org.libstation.screen.common.Type;

/// A sheet from below over a flat scrim; it covers the stage, the access bar stays.
public final class SheetView {
  private static final double FULL_SECONDS = 30;

  /// Above and below what a sheet says.
  private static final double PADDING = 80;

  private final SheetViewModel model;
  private final Type type;
  private final Consumer<Key> pressed;
  private final Region scrim = new Region();
  private final VBox sheet = new VBox(24);
  private final Region root;
  private final DoubleSupplier bottom;
  private final Ring ring;
  private final StackPane figure = new StackPane();
  private Optional<KeyCap> safe = Optional.empty();

  /// @param bottom height of what stays below the sheet
  public SheetView(SheetViewModel model, Consumer<Key> pressed, DoubleSupplier bottom) {
    this.model = model;
    this.type = new Type(model.look());
    this.pressed = pressed;
    this.bottom = bottom;
    this.ring = new Ring(model.look().step() > 2 ? 200 : 252, 5.0 / 48);
    scrim.getStyleClass().add("scrim");
    sheet.getStyleClass().add("sheet");
    sheet.setFillWidth(true);
    Box.padded(sheet, 48, Tokens.MARGIN, 32, Tokens.MARGIN);
    boolean low = model.look().low();
    root = new Layers(scrim, sheet, low ? 0 : Tokens.HEADER, bottom);
    model.help.subscribe(words -> words.ifPresent(this::help));
    model.privacy.subscribe(words -> words.ifPresent(this::privacy));
    model.sheet.subscribe(words -> words.ifPresent(this::draw));
    model.seconds.subscribe(this::tick);
  }

  public Region node() {
    return root;
  }

  public void show(FlowState state, Overlay overlay) {
    model.show(state, overlay);
  }

  /// The key that changes nothing: stay, or close.
  public Optional<KeyCap> safe() {
    return safe;
  }

  private KeyCap noted(ActionKey key, KeyCap drawn) {
    if (key.key() instanceof Key.Stay) {
      safe = Optional.of(drawn);
    }
    return drawn;
  }

  private void tick(OptionalInt seconds) {
    if (seconds.isPresent()) {
      ring.left(seconds.getAsInt() / FULL_SECONDS);
      Heard.figure(Heard.Kind.COUNT_DOWN, seconds.getAsInt(), figure);
      figure
          .getChildren()
          .setAll(
              ring,
              type.figure(Role.CODE, Ink.TEXT, Integer.toString(seconds.getAsInt()))
                  .oneLine()
                  .centred());
      figure.setMinWidth(Region.USE_PREF_SIZE);
    }
  }

  private void draw(SheetViewModel.Sheet words) {
    boolean large = model.look().step() > 2;
    HBox head = Box.row(44);
    if (model.seconds.get().isPresent()) {
      head.getChildren().add(figure);
    }
    VBox text = Box.column(10, type.h1(words.head()));
    if (!large) {
      text.getChildren().add(type.write(Role.TITLE, false, Ink.TEXT, words.line()));
    }
    text.setAlignment(Pos.CENTER_LEFT);
    head.getChildren().add(Box.grow(text));
    sheet.getChildren().setAll(head, facts(words.facts()));
    words.primary().ifPresent(key -> sheet.getChildren().add(wide(key)));
    HBox others = Box.row(24);
    for (ActionKey key : words.others()) {
      others
          .getChildren()
          .add(
              Box.grow(
                  noted(key, key.cap(type, pressed))
                      .sized(240, Math.max(96, type.look().px(Role.BODY) * 1.9))));
    }
    sheet.getChildren().add(others);
  }

  private void help(HelpWords words) {
    Region close = close(words.close());
    sheet
        .getChildren()
        .setAll(new HelpSheet(type).of(words, room(height(close) + sheet.getSpacing())), close);
  }

  private void privacy(PrivacyWords words) {
    Pages pages =
        new Pages(
            type,
            words.back(),
            words.on(),
            22,
            _ -> pressed.accept(new Key.Leaf(Key.Leaf.Of.PAGES)));
    HBox turner = pages.turnerApart();
    turner.managedProperty().bind(turner.visibleProperty());
    pages.show(words.parts().stream().flatMap(part -> rows(part).stream()).toList(), -1);
    boolean large = model.look().step() > 2;
    Region head = large ? type.h2(words.head()) : type.h1(words.head());
    Region close = close(words.close());
    double beside = height(close) + head.prefHeight(Tokens.LIVE) + 3 * sheet.getSpacing();
    double room = room(beside);
    boolean whole = pages.prefHeight(Tokens.LIVE) <= room;
    pages.setPrefHeight(whole ? pages.prefHeight(Tokens.LIVE) : room - Tokens.KEY);
    sheet.getChildren().setAll(head, pages, turner, close);
  }

  /// In large text a page holds less than a part: it is cut between sentences.
  private List<VBox> rows(PrivacyWords.Part part) {
    if (model.look().step() < 3) {
      return List.of(Box.column(2, type.head(part.head()), type.body(part.line())));
    }
    List<VBox> rows = new ArrayList<>();
    for (String sentence : Sentences.of(part.line())) {
      VBox row = Box.column(2);
      if (rows.isEmpty()) {
        row.getChildren().add(type.head(part.head()));
      }
      row.getChildren().add(type.body(sentence.strip()));
      rows.add(row);
    }
    return rows;
  }

  private KeyCap close(String words) {
    ActionKey key = ActionKey.primary(words, new Key.Stay());
    return noted(key, key.cap(type, pressed))
        .sized(240, Math.max(Tokens.KEY_PRIMARY, type.look().px(Role.KEY_BIG) * 1.9));
  }

  private static double height(Region key) {
    return Math.max(key.minHeight(-1), key.prefHeight(Tokens.LIVE));
  }

  /// Height for what a sheet says, between the header and what stays below.
  private double room(double keys) {
    double top = model.look().low() ? 0 : Tokens.HEADER;
    return Tokens.HEIGHT - top - Math.ceil(bottom.getAsDouble()) - PADDING - keys;
  }

  private VBox facts(List<SheetViewModel.Fact> facts) {
    VBox card = Box.column(0);
    for (SheetViewModel.Fact fact : facts) {
      if (!card.getChildren().isEmpty()) {
        card.getChildren().add(Box.rule());
      }
      HBox row =
          Box.row(
              20, new IconView(fact.icon(), 48, fact.ink(), 5.5), Box.grow(type.body(fact.text())));
      card.getChildren().add(Box.padded(row, 18, 24, 18, 24));
    }
    card.getStyleClass().add("card");
    return card;
  }

  private Region wide(ActionKey key) {
    return noted(key, key.cap(type, pressed, Optional.of(Role.TILE))).sized(240, 168);
  }

  /// The scrim from the header to the access bar, the sheet at its foot.
  private static final class Layers extends Region {
    private final Region scrim;
    private final Region sheet;
    private final double top;
    private final DoubleSupplier bottom;

    Layers(Region scrim, Region sheet, double top, DoubleSupplier bottom) {
      this.scrim = scrim;
      this.sheet = sheet;
      this.top = top;
      this.bottom = bottom;
      getChildren().addAll(scrim, sheet);
      setMinSize(Tokens.WIDTH, Tokens.HEIGHT);
      setPrefSize(Tokens.WIDTH, Tokens.HEIGHT);
      setMaxSize(Tokens.WIDTH, Tokens.HEIGHT);
      setPickOnBounds(false);
    }

    @Override
    protected void layoutChildren() {
      double width = getWidth();
      double foot = Math.ceil(bottom.getAsDouble());
      double height = Math.ceil(sheet.prefHeight(width));
      scrim.resizeRelocate(0, top, width, getHeight() - top - foot);
      sheet.resizeRelocate(0, getHeight() - foot - height, width, height);
    }
  }
}

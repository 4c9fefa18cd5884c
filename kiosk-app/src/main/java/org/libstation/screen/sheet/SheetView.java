package org.libstation.screen.sheet;

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
import org.libstation.screen.common.IconView;
import org.libstation.screen.common.Ink;
import org.libstation.screen.common.Ring;
import org.libstation.screen.common.Role;
import org.libstation.screen.common.Tokens;
import org.libstation.screen.common.Type;

/// A sheet from below over a flat scrim; it covers the stage, the access bar stays.
public final class SheetView {
  private static final double FULL_SECONDS = 30;

  private final SheetViewModel model;
  private final Type type;
  private final Consumer<Key> pressed;
  private final Region scrim = new Region();
  private final VBox sheet = new VBox(24);
  private final Region root;
  private final Ring ring;
  private final StackPane figure = new StackPane();

  /// @param bottom height of what stays below the sheet
  public SheetView(SheetViewModel model, Consumer<Key> pressed, DoubleSupplier bottom) {
    this.model = model;
    this.type = new Type(model.look());
    this.pressed = pressed;
    this.ring = new Ring(model.look().step() > 2 ? 200 : 252, 5.0 / 48);
    scrim.getStyleClass().add("scrim");
    sheet.getStyleClass().add("sheet");
    sheet.setFillWidth(true);
    Box.padded(sheet, 48, Tokens.MARGIN, 32, Tokens.MARGIN);
    boolean low = model.look().low();
    root = new Layers(scrim, sheet, low ? 0 : Tokens.HEADER, bottom);
    model.sheet.subscribe(words -> words.ifPresent(this::draw));
    model.seconds.subscribe(this::tick);
  }

  public Region node() {
    return root;
  }

  public void show(FlowState state, Overlay overlay) {
    model.show(state, overlay);
  }

  private void tick(OptionalInt seconds) {
    if (seconds.isPresent()) {
      ring.left(seconds.getAsInt() / FULL_SECONDS);
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
                  key.cap(type, pressed)
                      .sized(240, Math.max(96, type.look().px(Role.BODY) * 1.9))));
    }
    sheet.getChildren().add(others);
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
    return key.cap(type, pressed, Optional.of(Role.TILE)).sized(240, 168);
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

package org.libstation.screen.technician;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.Pages;
import org.libstation.screen.widget.ScreenView;

/// What lies on the tray, a tag a row; a wrong bit has a key that sets it right.
public final class TrayView implements ScreenView {
  private final TrayViewModel model;
  private final Type type;
  private final Consumer<Key> pressed;
  private final ServicePage page;
  private final StackPane head = new StackPane();
  private final VBox noticed = new VBox(8);
  private final Pages rows;

  public TrayView(TrayViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.type = new Type(model.look());
    this.pressed = pressed;
    this.rows =
        ServicePage.body(
            type, model.voice().say("page.back"), model.voice().say("page.on"), 14, pressed);
    head.setAlignment(Pos.CENTER_LEFT);
    page =
        new ServicePage(
            type,
            model.look(),
            model.voice().say("tray.head"),
            model.clock,
            pressed,
            rows,
            head,
            noticed);
    model.head.subscribe(
        text -> head.getChildren().setAll(type.write(Role.TECH_FIGURE, true, Ink.TEXT, text)));
    model.rows.subscribe(all -> rows.show(all.stream().map(this::row).toList(), -1));
    model.noticed.subscribe(this::noticed);
    model.actions.subscribe(page::actions);
  }

  @Override
  public Region node() {
    return page;
  }

  @Override
  public void show(FlowState state) {
    model.show(state);
  }

  private Region row(TrayViewModel.Row words) {
    VBox text =
        Box.column(
            6,
            type.write(
                type.look().panel().small() ? Role.TECH : Role.TECH_HEAD,
                true,
                Ink.TEXT,
                words.title()),
            type.write(Role.TECH, false, Ink.TEXT_2, words.number()),
            type.write(Role.TECH, false, Ink.TEXT, words.found()),
            type.write(Role.TECH, false, Ink.TEXT, words.expected()));
    HBox state =
        Box.row(
            12,
            new IconView(words.icon(), 34, words.ink()),
            type.write(Role.TECH, true, words.ink(), words.state()).oneLine());
    state.setAlignment(Pos.CENTER_RIGHT);
    VBox right = Box.column(16, state);
    right.setAlignment(Pos.CENTER_RIGHT);
    right.setMinWidth(Region.USE_PREF_SIZE);
    words.key().ifPresent(action -> right.getChildren().add(key(action)));
    if (type.look().panel().small()) {
      VBox below = Box.column(4, text, Box.row(16, right.getChildren().toArray(Node[]::new)));
      below.getStyleClass().addAll("notice", words.ink().border());
      return Box.padded(below, 6, 24, 6, 36);
    }
    HBox row = Box.row(24, Box.grow(text), right);
    row.getStyleClass().addAll("notice", words.ink().border());
    row.setMinHeight(150);
    return Box.padded(row, 16, 24, 16, 36);
  }

  private void noticed(List<String> lines) {
    noticed.getChildren().clear();
    if (!lines.isEmpty()) {
      noticed
          .getChildren()
          .add(type.write(Role.TECH_HEAD, true, Ink.TEXT, model.voice().say("tray.noticed.head")));
      lines.forEach(
          line -> noticed.getChildren().add(type.write(Role.TECH, false, Ink.TEXT_2, line)));
    }
  }

  private KeyCap key(ActionKey action) {
    Ink ink = action.primary() ? Ink.ON_ACTION : Ink.TEXT;
    HBox face = Box.row(14);
    action.icon().ifPresent(icon -> face.getChildren().add(new IconView(icon, 34, ink)));
    face.getChildren().add(type.write(Role.TECH, true, ink, action.words()).oneLine());
    KeyCap key = new KeyCap(face, action.words(), () -> pressed.accept(action.key()));
    if (action.primary()) {
      key.styled("primary");
    }
    return key;
  }
}

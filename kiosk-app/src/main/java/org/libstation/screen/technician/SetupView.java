package org.libstation.screen.technician;

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
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.widget.LetterKeys;
import org.libstation.screen.widget.Notice;
import org.libstation.screen.widget.Pages;
import org.libstation.screen.widget.ScreenView;

/// Settings changed by hand: a list to choose from, or one value with a keyboard below it.
public final class SetupView implements ScreenView {
  private final SetupViewModel model;
  private final Type type;
  private final Consumer<Key> pressed;
  private final ServicePage page;
  private final StackPane head = new StackPane();
  private final StackPane first = new StackPane();
  private final StackPane typing = new StackPane();
  private final Pages rows;
  private String listed = "";

  public SetupView(SetupViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.type = new Type(model.look());
    this.pressed = pressed;
    this.rows =
        ServicePage.body(
            type, model.voice().say("page.back"), model.voice().say("page.on"), 10, pressed);
    head.setAlignment(Pos.TOP_LEFT);
    page =
        new ServicePage(
            type,
            model.look(),
            model.voice().say("technician.head", model.voice().station()),
            model.clock,
            pressed,
            rows,
            head,
            first,
            typing);
    model.head.subscribe(
        text -> head.getChildren().setAll(type.write(Role.TECH_FIGURE, true, Ink.TEXT, text)));
    model.first.subscribe(some -> put(first, some.map(this::notice)));
    model.rows.subscribe(this::rows);
    model.typing.subscribe(some -> put(typing, some.map(this::keyboard)));
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

  /// Another list begins with its first page; the same one stays where it was.
  private void rows(List<SetupViewModel.Row> all) {
    boolean same = model.head.get().equals(listed);
    listed = model.head.get();
    rows.show(all.stream().map(this::row).toList(), same ? -1 : 0);
  }

  private static void put(StackPane place, Optional<? extends Region> node) {
    place.setManaged(node.isPresent());
    place.setVisible(node.isPresent());
    place.setAlignment(Pos.TOP_LEFT);
    place.getChildren().setAll(node.stream().toList());
  }

  private HBox notice(Notice.Words words) {
    VBox text = Box.column(4, type.write(Role.TECH_HEAD, true, Ink.TEXT, words.head()));
    words
        .line()
        .filter(line -> !line.isBlank())
        .ifPresent(line -> text.getChildren().add(type.write(Role.TECH, false, Ink.TEXT, line)));
    HBox row = Box.row(24, new IconView(words.icon(), 52, words.ink()), Box.grow(text));
    row.getStyleClass().addAll("notice", words.ink().border());
    return Box.padded(row, 16, 24, 16, 36);
  }

  private HBox row(SetupViewModel.Row words) {
    return words.plain() ? line(words) : choice(words);
  }

  private HBox choice(SetupViewModel.Row words) {
    VBox text = Box.column(4, type.write(Role.TECH, true, Ink.TEXT, words.name()));
    if (!words.line().isBlank()) {
      text.getChildren().add(type.write(Role.TECH_SMALL, false, Ink.TEXT_2, words.line()));
    }
    HBox row = Box.row(20, Box.grow(text));
    if (!words.state().isBlank()) {
      row.getChildren()
          .add(
              type.write(Role.TECH_SMALL, true, words.ink().orElse(Ink.TEXT_2), words.state())
                  .oneLine());
    }
    words
        .key()
        .ifPresent(
            action -> {
              KeyCap key = action.cap(type, pressed, Optional.of(Role.TECH));
              key.setMinWidth(Region.USE_PREF_SIZE);
              key.setMinHeight(72);
              row.getChildren().add(key);
            });
    row.getStyleClass().add("box");
    words.ink().ifPresent(ink -> row.getStyleClass().add(ink.border()));
    row.setMinHeight(96);
    return Box.padded(row, 10, 16, 10, 20);
  }

  /// A line of the file: what became of it stands before it, in words.
  private HBox line(SetupViewModel.Row words) {
    Ink ink = words.ink().orElse(Ink.TEXT_2);
    var state =
        type.write(Role.TECH_SMALL, true, ink, words.state().isBlank() ? " " : words.state());
    HBox label = Box.row(0, state.oneLine());
    label.setMinWidth(200);
    label.setMaxWidth(200);
    HBox row =
        Box.row(
            12,
            label,
            Box.grow(
                type.write(
                    Role.TECH_SMALL,
                    words.ink().isPresent(),
                    words.ink().isPresent() ? Ink.TEXT : Ink.TEXT_2,
                    words.name().isBlank() ? " " : words.name())));
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private VBox keyboard(SetupViewModel.Typing words) {
    Region caret = new Region();
    caret.getStyleClass().add(Ink.ACTION.back());
    caret.setMinSize(5, 44);
    caret.setMaxSize(5, 44);
    HBox field =
        Box.row(
            8,
            type.write(
                    Role.TECH_HEAD, true, Ink.TEXT, words.typed().isEmpty() ? " " : words.typed())
                .oneLine(),
            caret);
    field.getStyleClass().add("field");
    field.setMinHeight(88);
    Box.padded(field, 0, 24, 0, 24);
    return Box.column(
        24,
        field,
        new LetterKeys(type, model.voice(), pressed, words.rows(), Key.Sign::new, words.other()));
  }
}

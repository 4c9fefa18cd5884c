package org.libstation.screen.technician;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.FlowState;
import org.libstation.flow.Key;
import org.libstation.screen.common.ActionKey;
import org.libstation.screen.common.Box;
import org.libstation.screen.common.Ink;
import org.libstation.screen.common.KeyCap;
import org.libstation.screen.common.Pages;
import org.libstation.screen.common.Role;
import org.libstation.screen.common.ScreenView;
import org.libstation.screen.common.Type;

/// Staff's to-do list, a task a row; the chosen one fills the page, with a key for each way in
/// which it may have been put right.
public final class ToDoView implements ScreenView {
  private final ToDoViewModel model;
  private final Type type;
  private final Consumer<Key> pressed;
  private final VBox page;
  private final StackPane head = new StackPane();
  private final StackPane sums = new StackPane();
  private final StackPane print = new StackPane();
  private final StackPane details = new StackPane();
  private final StackPane actions = new StackPane();
  private final Pages rows;

  public ToDoView(ToDoViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.type = new Type(model.look());
    this.pressed = pressed;
    this.rows =
        new Pages(
            type,
            model.voice().say("page.back"),
            model.voice().say("page.on"),
            14,
            forward -> pressed.accept(forward ? new Key.NextPage() : new Key.PreviousPage()));
    VBox.setVgrow(rows, Priority.ALWAYS);
    for (StackPane each : List.of(head, sums, print, details)) {
      each.setAlignment(Pos.TOP_LEFT);
    }
    page =
        new ServicePage(
            type,
            model.look(),
            model.voice().say("todo.screen"),
            model.clock,
            pressed,
            head,
            sums,
            details,
            rows,
            print,
            actions);
    model.head.subscribe(text -> write(head, Role.TECH_FIGURE, true, Ink.TEXT, text));
    model.sums.subscribe(text -> write(sums, Role.TECH_SMALL, false, Ink.TEXT_2, text));
    model.print.subscribe(text -> write(print, Role.TECH, true, Ink.TEXT, text));
    model.chosen.subscribe(this::details);
    model.rows.subscribe(all -> rows.show(all.stream().map(this::row).toList(), -1));
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

  private void write(StackPane place, Role role, boolean bold, Ink ink, String text) {
    boolean some = !text.isBlank();
    place.setManaged(some);
    place.setVisible(some);
    if (some) {
      place.getChildren().setAll(type.write(role, bold, ink, text));
    }
  }

  private HBox row(ToDoViewModel.Row words) {
    VBox text =
        Box.column(
            6,
            type.write(Role.TECH_HEAD, true, Ink.TEXT, words.what()),
            type.write(Role.TECH, true, Ink.TEXT, words.title()),
            type.write(Role.TECH, false, Ink.TEXT_2, words.line()));
    KeyCap open = words.open().cap(type, pressed, Optional.of(Role.TECH));
    open.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = Box.row(24, Box.grow(text), open);
    row.getStyleClass().addAll("notice", Ink.ASK.border());
    row.setMinHeight(150);
    return Box.padded(row, 16, 24, 16, 36);
  }

  private void details(Optional<ToDoViewModel.Details> words) {
    details.setManaged(words.isPresent());
    details.setVisible(words.isPresent());
    details.getChildren().setAll(words.map(this::detailed).stream().toList());
  }

  private VBox detailed(ToDoViewModel.Details words) {
    VBox known = Box.column(10, type.write(Role.TECH_FIGURE, true, Ink.TEXT, words.what()));
    words
        .lines()
        .forEach(line -> known.getChildren().add(type.write(Role.TECH, false, Ink.TEXT, line)));
    known.getChildren().add(type.write(Role.TECH_HEAD, true, Ink.TEXT, words.act()));
    known.getStyleClass().addAll("notice", Ink.ASK.border());
    VBox all = Box.column(28, Box.padded(known, 20, 24, 20, 36));
    words.card().ifPresent(action -> all.getChildren().add(wide(action)));
    VBox keys = Box.column(14);
    words.keys().forEach(action -> keys.getChildren().add(wide(action)));
    all.getChildren()
        .addAll(type.write(Role.TECH_HEAD, true, Ink.TEXT, model.voice().say("todo.how")), keys);
    return all;
  }

  private KeyCap wide(ActionKey action) {
    KeyCap key = action.cap(type, pressed, Optional.of(Role.TECH_HEAD));
    key.setMaxWidth(Double.MAX_VALUE);
    key.setMinHeight(88);
    return key;
  }

  private void actions(List<ActionKey> keys) {
    HBox row = Box.row(16);
    keys.forEach(
        action ->
            row.getChildren().add(Box.grow(action.cap(type, pressed, Optional.of(Role.TECH)))));
    row.setAlignment(Pos.CENTER);
    actions.getChildren().setAll(row);
  }
}

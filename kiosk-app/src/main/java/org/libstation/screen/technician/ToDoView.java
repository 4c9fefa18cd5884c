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
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.look.Writing;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.Pages;
import org.libstation.screen.widget.ScreenView;

/// Staff's to-do list, a task a row; the chosen one fills the page, with a key for each way in
/// which it may have been put right.
public final class ToDoView implements ScreenView {
  private final ToDoViewModel model;
  private final Type type;
  private final Consumer<Key> pressed;
  private final ServicePage page;
  private final StackPane head = new StackPane();
  private final StackPane sums = new StackPane();
  private final StackPane print = new StackPane();
  private final Pages rows;

  public ToDoView(ToDoViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.type = new Type(model.look());
    this.pressed = pressed;
    this.rows =
        ServicePage.body(
            type, model.voice().say("page.back"), model.voice().say("page.on"), 14, pressed);
    for (StackPane each : List.of(head, sums, print)) {
      each.setAlignment(Pos.TOP_LEFT);
    }
    page =
        new ServicePage(
            type,
            model.look(),
            model.voice().say("todo.screen"),
            model.clock,
            pressed,
            rows,
            head,
            sums,
            print);
    model.head.subscribe(text -> write(head, Role.TECH_FIGURE, true, Ink.TEXT, text));
    model.sums.subscribe(text -> write(sums, Role.TECH_SMALL, false, Ink.TEXT_2, text));
    model.print.subscribe(text -> write(print, Role.TECH, true, Ink.TEXT, text));
    model.chosen.subscribe(_ -> list());
    model.rows.subscribe(_ -> list());
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

  private void write(StackPane place, Role role, boolean bold, Ink ink, String text) {
    boolean some = !text.isBlank();
    place.setManaged(some);
    place.setVisible(some);
    if (some) {
      place.getChildren().setAll(type.write(role, bold, ink, text));
    }
  }

  private Region row(ToDoViewModel.Row words) {
    boolean small = type.look().panel().small();
    Role line = small ? Role.TECH_SMALL : Role.TECH;
    VBox text =
        Box.column(
            small ? 2 : 6,
            type.write(small ? Role.TECH : Role.TECH_HEAD, true, Ink.TEXT, words.what()),
            type.write(line, true, Ink.TEXT, words.title()),
            type.write(line, false, Ink.TEXT_2, words.line()));
    KeyCap open = words.open().cap(type, pressed, Optional.of(Role.TECH));
    open.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = Box.row(24, Box.grow(text), open);
    row.getStyleClass().addAll("notice", Ink.ASK.border());
    row.setMinHeight(150);
    return Box.padded(row, 16, 24, 16, 36);
  }

  /// The chosen task, or all of them.
  private void list() {
    rows.show(
        model
            .chosen
            .get()
            .map(this::detailed)
            .orElseGet(() -> model.rows.get().stream().map(this::row).toList()),
        -1);
  }

  private List<Region> detailed(ToDoViewModel.Details words) {
    boolean small = type.look().panel().small();
    Role head = small ? Role.TECH : Role.TECH_HEAD;
    VBox known =
        Box.column(
            small ? 4 : 10,
            type.write(small ? Role.TECH_HEAD : Role.TECH_FIGURE, true, Ink.TEXT, words.what()));
    words
        .lines()
        .forEach(line -> known.getChildren().add(type.write(Role.TECH, false, Ink.TEXT, line)));
    known.getStyleClass().addAll("notice", Ink.ASK.border());
    List<Region> all =
        new ArrayList<>(List.of(Box.padded(known, small ? 10 : 20, 24, small ? 10 : 20, 36)));
    Writing act = type.write(head, true, Ink.TEXT, words.act());
    if (small) {
      // A matter with many lines fills a page by itself.
      VBox todo = Box.styled(Box.column(0, act), "notice");
      todo.getStyleClass().add(Ink.ASK.border());
      all.add(Box.padded(todo, 10, 24, 10, 36));
    } else {
      known.getChildren().add(act);
    }
    words.card().ifPresent(action -> all.add(new StackPane(wide(action))));
    all.add(type.write(Role.TECH_HEAD, true, Ink.TEXT, model.voice().say("todo.how")));
    words.keys().forEach(action -> all.add(new StackPane(wide(action))));
    return all;
  }

  private KeyCap wide(ActionKey action) {
    KeyCap key = action.cap(type, pressed, Optional.of(Role.TECH_HEAD));
    key.setMaxWidth(Double.MAX_VALUE);
    key.setMinHeight(88);
    return key;
  }
}

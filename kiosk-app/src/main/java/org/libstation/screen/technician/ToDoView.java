package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.StaffMetrics;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.ModelValue;

/// Draws the list of staff tasks, a row each. A chosen task fills the page, with a key for each way
/// in which it may have been done.
public final class ToDoView extends ServicePageView<ToDoViewModel> {
  private static final double LEAST_ROW = 150;
  private final StaffMetrics.Task sizes = metrics.staff().matter();

  public ToDoView(ToDoViewModel model, Consumer<Key> pressed) {
    super(model, pressed, model.voice().say("todo.screen"), 14);
    written(model.head, Role.TECH_FIGURE, true, Ink.TEXT);
    written(model.sums, Role.TECH_SMALL, false, Ink.TEXT_2);
    written(model.print, Role.TECH, true, Ink.TEXT);
    model.chosen.subscribe(_ -> list());
    model.rows.subscribe(_ -> list());
  }

  private void written(ModelValue<String> words, Role role, boolean bold, Ink ink) {
    StackPane place = part();
    words.subscribe(
        text ->
            put(
                place,
                Optional.of(text)
                    .filter(some -> !some.isBlank())
                    .map(some -> type.write(role, bold, ink, some))));
  }

  private Region row(ToDoViewModel.ToDoRow words) {
    VBox text =
        Box.column(
            sizes.linesApart(),
            type.write(pages.name(), true, Ink.TEXT, words.what()),
            type.write(pages.told(), true, Ink.TEXT, words.title()),
            type.write(pages.told(), false, Ink.TEXT_2, words.line()));
    KeyCap open = cap(words.open());
    open.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = Box.row(24, Box.grow(text), open);
    row.setMinHeight(LEAST_ROW);
    return edged(row, Ink.ASK, 16);
  }

  /// Draws the chosen task, otherwise the list.
  private void list() {
    body.show(
        model
            .chosen
            .get()
            .map(this::detailed)
            .orElseGet(() -> model.rows.get().stream().map(this::row).toList()),
        -1);
  }

  private List<Region> detailed(ToDoViewModel.TaskDetails words) {
    VBox known =
        Box.column(sizes.apart(), type.write(sizes.chosen(), true, Ink.TEXT, words.what()));
    words.lines().forEach(line -> Box.add(known, type.tech(false, line)));
    List<Region> all = new ArrayList<>(List.of(edged(known, Ink.ASK, sizes.ends())));
    Writing act = type.write(pages.name(), true, Ink.TEXT, words.act());
    if (layouts.staff().actApart()) {
      all.add(edged(Box.column(0, act), Ink.ASK, 10));
    } else {
      Box.add(known, act);
    }
    words.card().ifPresent(action -> all.add(wide(action)));
    all.add(type.techHead(say("todo.how")));
    words.keys().forEach(action -> all.add(wide(action)));
    return all;
  }

  private StackPane wide(ActionKey action) {
    KeyCap key = action.cap(type, pressed, Optional.of(Role.TECH_HEAD));
    key.setMaxWidth(Double.MAX_VALUE);
    key.setMinHeight(88);
    return new StackPane(key);
  }
}

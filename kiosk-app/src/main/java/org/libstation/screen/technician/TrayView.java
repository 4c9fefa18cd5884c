package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.widget.ActionKey;

/// Draws the tags on the tray, a row each; a wrong security bit has a key that corrects it.
public final class TrayView extends ServicePageView<TrayViewModel> {
  private static final double LEAST_ROW = 150;

  private final VBox noticed = new VBox(8);

  public TrayView(TrayViewModel model, Consumer<Key> pressed) {
    super(model, pressed, model.voice().say("tray.head"), 14);
    heading();
    if (!layouts.staff().tray().noticedLast()) {
      Box.add(part(), noticed);
    }
    model.noticed.subscribe(this::noticed);
    model.rows.subscribe(_ -> rows());
    model.noticed.subscribe(_ -> rows());
  }

  /// Without room above the tags, the recent observations stand after them.
  private void rows() {
    List<Region> all = new ArrayList<>();
    model.rows.get().forEach(row -> all.add(row(row)));
    if (layouts.staff().tray().noticedLast() && !noticed.getChildren().isEmpty()) {
      all.add(noticed);
    }
    body.show(all, -1);
  }

  private Region row(TrayViewModel.TrayRow words) {
    VBox text =
        Box.column(
            6,
            type.write(pages.name(), true, Ink.TEXT, words.title()),
            type.write(Role.TECH, false, Ink.TEXT_2, words.number()),
            type.tech(false, words.found()),
            type.tech(false, words.expected()));
    HBox state =
        Box.row(
            12,
            new IconView(words.icon(), 34, words.ink()),
            type.write(Role.TECH, true, words.ink(), words.state()).oneLine());
    state.setAlignment(Pos.CENTER_RIGHT);
    VBox right = Box.add(Box.column(16, state), words.key().map(this::key));
    right.setAlignment(Pos.CENTER_RIGHT);
    right.setMinWidth(Region.USE_PREF_SIZE);
    if (layouts.staff().tray().stateUnder()) {
      HBox below = Box.row(16, right.getChildren().toArray(Node[]::new));
      return edged(Box.column(4, text, below), words.ink(), 6);
    }
    HBox row = Box.row(24, Box.grow(text), right);
    row.setMinHeight(LEAST_ROW);
    return edged(row, words.ink(), 16);
  }

  private void noticed(List<String> lines) {
    noticed.getChildren().clear();
    if (!lines.isEmpty()) {
      Box.add(noticed, type.techHead(say("tray.noticed.head")));
      lines.forEach(line -> Box.add(noticed, type.write(Role.TECH, false, Ink.TEXT_2, line)));
    }
  }

  private KeyCap key(ActionKey action) {
    Ink ink = action.primary() ? Ink.ON_ACTION : Ink.TEXT;
    HBox face = Box.add(Box.row(14), action.icon().map(icon -> new IconView(icon, 34, ink)));
    Box.add(face, type.write(Role.TECH, true, ink, action.words()).oneLine());
    KeyCap key = KeyCap.telling(face, action.words(), action.key(), pressed);
    return action.primary() ? key.styled("primary") : key;
  }
}

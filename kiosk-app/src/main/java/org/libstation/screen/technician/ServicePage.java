package org.libstation.screen.technician;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Look;
import org.libstation.screen.look.Panel;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Tokens;
import org.libstation.screen.look.Type;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.Held;
import org.libstation.screen.widget.Pages;

/// The page of a service screen: its head with the clock and the languages, its parts, and what may
/// not fit, on pages. The keys stand below; on a lying panel beside it.
final class ServicePage extends VBox {
  /// Keys side by side; more stand in two rows.
  private static final int MOST_IN_A_ROW = 4;

  /// Keys one below the other beside the parts; more stand in two columns.
  private static final int MOST_IN_A_COLUMN = 6;

  /// Width of the column of keys on a small panel, and on a large one, whose keys are larger.
  private static final double ASIDE_SMALL = 336;

  private static final double ASIDE = 460;
  private static final double GAP = 24;

  private final Type type;
  private final Consumer<Key> pressed;
  private final StackPane actions = new StackPane();

  /// @param title what the screen is
  /// @param time what the clock shows
  /// @param body takes what room is left
  /// @param parts above the body, from top to bottom
  ServicePage(
      Type type,
      Look look,
      String title,
      Held<String> time,
      Consumer<Key> pressed,
      Pages body,
      Node... parts) {
    super(look.panel().wide() ? 12 : 20);
    this.type = type;
    this.pressed = pressed;
    StackPane clock = new StackPane();
    getChildren().add(ServiceHeader.of(type, look, title, clock, pressed));
    VBox.setVgrow(body, Priority.ALWAYS);
    if (look.panel().wide()) {
      VBox left = new VBox(12, parts);
      left.getChildren().add(body);
      left.setMinWidth(room(look.panel()));
      left.setMaxWidth(room(look.panel()));
      VBox right = new VBox(12, body.turnerApart(), filler(), actions);
      right.setMinWidth(aside(look.panel()));
      right.setMaxWidth(aside(look.panel()));
      HBox both = new HBox(GAP, left, right);
      VBox.setVgrow(both, Priority.ALWAYS);
      getChildren().add(both);
    } else {
      getChildren().addAll(parts);
      getChildren().addAll(body, actions);
    }
    getStyleClass().add("frame");
    double side = look.panel().margin();
    Box.padded(this, look.panel().wide() ? 12 : 20, side, look.panel().wide() ? 16 : 40, side);
    setMinSize(look.panel().width(), look.panel().height());
    setMaxSize(look.panel().width(), look.panel().height());
    time.subscribe(
        text ->
            clock.getChildren().setAll(type.write(Role.TECH, false, Ink.TEXT_2, text).oneLine()));
  }

  /// Width of the parts.
  static double room(Panel panel) {
    return panel.wide() ? panel.live() - aside(panel) - GAP : panel.live();
  }

  private static double aside(Panel panel) {
    return panel.small() ? ASIDE_SMALL : ASIDE;
  }

  private static Region filler() {
    Region filler = new Region();
    VBox.setVgrow(filler, Priority.ALWAYS);
    return filler;
  }

  /// The keys.
  void actions(List<ActionKey> keys) {
    boolean wide = type.look().panel().wide();
    int most = wide ? (keys.size() > MOST_IN_A_COLUMN ? 2 : 1) : MOST_IN_A_ROW;
    int rows = (keys.size() + most - 1) / most;
    int each = (keys.size() + rows - 1) / Math.max(1, rows);
    VBox all = new VBox(wide ? Tokens.TARGET_GAP : 16);
    for (int from = 0; from < keys.size(); from += each) {
      HBox row = Box.row(wide ? Tokens.TARGET_GAP : 16);
      row.setAlignment(Pos.CENTER);
      row.setFillHeight(true);
      for (ActionKey key : keys.subList(from, Math.min(keys.size(), from + each))) {
        row.getChildren().add(cap(key, wide, each));
      }
      all.getChildren().add(row);
    }
    actions.getChildren().setAll(all);
  }

  private KeyCap cap(ActionKey action, boolean wide, int inARow) {
    // Beside each other they have room for the words alone.
    boolean bare = wide ? inARow > 1 : inARow > 3;
    ActionKey shown =
        bare
            ? new ActionKey(action.words(), Optional.empty(), false, action.primary(), action.key())
            : action;
    KeyCap cap = Box.grow(shown.cap(type, pressed, Optional.of(Role.TECH))).tall();
    if (wide) {
      cap.styled("narrow");
      cap.setMinHeight(Tokens.TARGET_MIN);
      double width = (aside(type.look().panel()) - Tokens.TARGET_GAP * (inARow - 1)) / inARow;
      cap.setMinWidth(width);
      cap.setMaxWidth(width);
      cap.setPrefWidth(width);
    }
    return cap;
  }

  /// What does not fit stands on further pages.
  static Pages body(Type type, String back, String on, double gap, Consumer<Key> pressed) {
    return new Pages(
        type,
        back,
        on,
        gap,
        forward -> pressed.accept(forward ? new Key.NextPage() : new Key.PreviousPage()));
  }
}

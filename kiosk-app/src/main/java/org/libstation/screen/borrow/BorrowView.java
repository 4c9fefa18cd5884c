package org.libstation.screen.borrow;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.By;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Look;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.ListScreen;
import org.libstation.screen.widget.ScreenView;

/// Draws the pile that is borrowed: an item a row, the hand picture below, one key that says what
/// is taken away.
public final class BorrowView implements ScreenView {
  private static final double GAP = 16;
  private static final By<Integer> IN_A_ROW = By.usual(5).wideLow(10);
  private static final By<Role> NUMBER = By.usual(Role.KEY_BIG).low(Role.BODY);

  private final BorrowViewModel model;
  private final Consumer<Key> pressed;
  private final ListScreen screen;

  /// The numbers stand with the keys, not with the rows.
  private final boolean apart;

  public BorrowView(BorrowViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.pressed = pressed;
    apart = model.look().low();
    screen = new ListScreen(model, pressed, this::numbers);
    model.numbers.subscribe(
        keys -> {
          if (apart) {
            screen.controls(
                Optional.of(grid(new Type(model.look()), keys)).filter(_ -> !keys.isEmpty()));
          }
          screen.arrange();
        });
  }

  /// The numbers to tap.
  private List<Node> numbers(Type type) {
    List<ActionKey> keys = model.numbers.get();
    return keys.isEmpty() || apart ? List.of() : List.of(grid(type, keys));
  }

  private VBox grid(Type screen, List<ActionKey> keys) {
    // Two digits on one line.
    Look look = screen.look().crowded();
    double room = apart ? look.panel().live() : look.list();
    double height = apart ? look.panel().key() : look.panel().keyPrimary();
    int aRow = IN_A_ROW.in(look);
    double width = Math.floor((room - (aRow - 1) * GAP) / aRow);
    VBox rows = Box.column(GAP);
    for (int from = 0; from < keys.size(); from += aRow) {
      HBox row = Box.row(GAP);
      for (ActionKey key : keys.subList(from, Math.min(keys.size(), from + aRow))) {
        KeyCap cap =
            key.cap(new Type(look), pressed, Optional.of(NUMBER.in(look)))
                .sized(width, height)
                .styled("narrow");
        cap.setPrefWidth(width);
        Box.add(row, cap);
      }
      Box.add(rows, row);
    }
    return rows;
  }

  @Override
  public Region node() {
    return screen.node();
  }

  @Override
  public void show(FlowState state) {
    screen.show(state);
  }
}

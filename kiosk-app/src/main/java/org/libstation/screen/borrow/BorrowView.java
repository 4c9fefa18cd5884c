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
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.ListScreen;
import org.libstation.screen.widget.ScreenView;

/// The pile: an item a row, the hand picture below, one key that says what is taken away.
public final class BorrowView implements ScreenView {
  private static final int A_ROW = 5;
  private static final double GAP = 16;

  private final BorrowViewModel model;
  private final Consumer<Key> pressed;
  private final ListScreen screen;

  public BorrowView(BorrowViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.pressed = pressed;
    screen = new ListScreen(model, pressed, this::numbers);
    model.numbers.subscribe(
        keys -> {
          if (model.look().low()) {
            screen.controls(
                Optional.of(grid(new Type(model.look()), keys)).filter(_ -> !keys.isEmpty()));
          }
          screen.arrange();
        });
  }

  /// The numbers to tap; in the low layout they stand below the middle instead.
  private List<Node> numbers(Type type) {
    List<ActionKey> keys = model.numbers.get();
    return keys.isEmpty() || type.look().low() ? List.of() : List.of(grid(type, keys));
  }

  private VBox grid(Type screen, List<ActionKey> keys) {
    // Two digits on one line.
    Type type = new Type(screen.look().crowded());
    VBox rows = Box.column(GAP);
    double room = type.look().low() ? type.look().panel().live() : type.look().list();
    boolean apart = type.look().low();
    int aRow = apart && type.look().panel().wide() ? 2 * A_ROW : A_ROW;
    double width = Math.floor((room - (aRow - 1) * GAP) / aRow);
    for (int from = 0; from < keys.size(); from += aRow) {
      HBox row = Box.row(GAP);
      for (ActionKey key : keys.subList(from, Math.min(keys.size(), from + aRow))) {
        KeyCap cap =
            key.cap(type, pressed, Optional.of(apart ? Role.BODY : Role.KEY_BIG))
                .sized(width, apart ? type.look().panel().key() : type.look().panel().keyPrimary())
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

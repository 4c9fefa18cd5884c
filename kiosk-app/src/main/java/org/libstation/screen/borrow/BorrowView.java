package org.libstation.screen.borrow;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.ListMetrics;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.ListScreen;

/// Draws the items of a borrowing visit: a row each, the hand picture below, and one key that says
/// what the patron takes away.
public final class BorrowView extends ListScreen<BorrowViewModel> {
  private static final double GAP = 16;

  public BorrowView(BorrowViewModel model, Consumer<Key> pressed) {
    super(model, pressed);
    model.numbers.subscribe(
        keys -> {
          if (metrics.lists().numbers().withKeys()) {
            controls(Optional.of(grid(keys)).filter(_ -> !keys.isEmpty()));
          }
          arrange();
        });
  }

  @Override
  protected boolean keysTakeAll() {
    return !model.numbers.get().isEmpty();
  }

  /// Returns the number keys for the question how many items the patron holds.
  @Override
  protected List<Node> below() {
    List<ActionKey> keys = model.numbers.get();
    return keys.isEmpty() || metrics.lists().numbers().withKeys() ? List.of() : List.of(grid(keys));
  }

  private VBox grid(List<ActionKey> keys) {
    // Two digits must fit on one line.
    ListMetrics.NumberChoiceMetrics sizes = metrics.lists().numbers();
    Look crowded = look.crowded().atMost(sizes.step());
    double room = sizes.withKeys() ? look.panel().live() : look.list();
    double height = sizes.withKeys() ? look.panel().key() : look.panel().keyPrimary();
    int aRow = sizes.inARow();
    double width = Math.floor((room - (aRow - 1) * GAP) / aRow);
    VBox rows = Box.column(GAP);
    for (int from = 0; from < keys.size(); from += aRow) {
      HBox row = Box.row(GAP);
      for (ActionKey key : keys.subList(from, Math.min(keys.size(), from + aRow))) {
        KeyCap cap =
            key.cap(new Type(crowded), pressed, Optional.of(sizes.role()))
                .sized(width, height)
                .styled("narrow");
        cap.setPrefWidth(width);
        Box.add(row, cap);
      }
      Box.add(rows, row);
    }
    return rows;
  }
}

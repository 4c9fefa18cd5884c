package org.libstation.screen.technician;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.By;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.widget.NoticeBar;

/// What is wrong, in one look: the first thing to do on top, a tile a device below.
public final class TechnicianView extends ServicePageView<TechnicianViewModel> {
  private static final By<Double> ICON = By.usual(60.0).small(44.0);
  private static final By<Double> APART = By.usual(24.0).small(16.0);
  private static final By<Double> ENDS = By.usual(16.0).small(8.0);
  private static final By<Double> BEHIND = By.usual(36.0).small(24.0);
  private static final By<Double> LINES_APART = By.usual(4.0).small(0.0);

  public TechnicianView(TechnicianViewModel model, Consumer<Key> pressed) {
    super(model, pressed, model.voice().say("technician.head", model.voice().station()), Tiles.GAP);
    Tiles tiles = new Tiles(type, pressed);
    StackPane first = part();
    model.first.subscribe(words -> first.getChildren().setAll(notice(words)));
    part(model.test, this::notice);
    part(model.scan, this::notice);
    model.tiles.subscribe(all -> body.show(tiles.rows(all, _ -> Optional.empty()), -1));
  }

  private HBox notice(NoticeBar.Words words) {
    VBox text =
        Box.column(LINES_APART.in(look), type.write(NAME.in(look), true, Ink.TEXT, words.head()));
    Box.add(text, words.line().map(line -> type.write(TOLD.in(look), false, Ink.TEXT, line)));
    IconView icon = new IconView(words.icon(), ICON.in(look), words.ink());
    HBox row = Box.row(APART.in(look), icon, Box.grow(text));
    double ends = ENDS.in(look);
    return Box.padded(
        Box.styled(row, "notice", words.ink().border()),
        ends,
        APART.in(look),
        ends,
        BEHIND.in(look));
  }
}

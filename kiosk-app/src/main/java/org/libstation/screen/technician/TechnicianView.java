package org.libstation.screen.technician;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.StaffMetrics;
import org.libstation.screen.kit.widget.NoticeBar;

/// The technician's home: the first thing to do on top, a tile for each part of the station below.
public final class TechnicianView extends ServicePageView<TechnicianViewModel> {
  private final StaffMetrics.StaffKeyMetrics sizes = metrics.staff().face();

  public TechnicianView(TechnicianViewModel model, Consumer<Key> pressed) {
    super(model, pressed, model.voice().say("technician.head", model.voice().station()), Tiles.GAP);
    Tiles tiles = new Tiles(type, pressed);
    StackPane first = part();
    model.first.subscribe(words -> first.getChildren().setAll(notice(words)));
    part(model.test, this::notice);
    part(model.scan, this::notice);
    model.tiles.subscribe(all -> body.show(tiles.rows(all, _ -> Optional.empty()), -1));
  }

  private HBox notice(NoticeBar.NoticeBarWords words) {
    VBox text =
        Box.column(sizes.linesApart(), type.write(pages.name(), true, Ink.TEXT, words.head()));
    Box.add(text, words.line().map(line -> type.write(pages.told(), false, Ink.TEXT, line)));
    IconView icon = new IconView(words.icon(), sizes.icon(), words.ink());
    HBox row = Box.row(sizes.apart(), icon, Box.grow(text));
    double ends = sizes.ends();
    return Box.padded(
        Box.styled(row, "notice", words.ink().border()), ends, sizes.apart(), ends, sizes.behind());
  }
}

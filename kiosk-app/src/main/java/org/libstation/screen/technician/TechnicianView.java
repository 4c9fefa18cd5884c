package org.libstation.screen.technician;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.widget.Notice;
import org.libstation.screen.widget.Pages;
import org.libstation.screen.widget.ScreenView;
import org.libstation.screen.words.Voice;

/// What is wrong, in one look: the first thing to do on top, a tile a device below.
public final class TechnicianView implements ScreenView {
  private final TechnicianViewModel model;
  private final Voice voice;
  private final Type type;
  private final ServicePage page;
  private final StackPane first = new StackPane();
  private final StackPane test = new StackPane();
  private final StackPane scan = new StackPane();
  private final Tiles tiles;
  private final Pages body;

  public TechnicianView(TechnicianViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.voice = model.voice();
    this.type = new Type(model.look());
    this.tiles = new Tiles(type, pressed);
    this.body =
        ServicePage.body(type, voice.say("page.back"), voice.say("page.on"), Tiles.GAP, pressed);
    page =
        new ServicePage(
            type,
            model.look(),
            voice.say("technician.head", voice.station()),
            model.clock,
            pressed,
            body,
            first,
            test,
            scan);
    model.first.subscribe(words -> first.getChildren().setAll(notice(words)));
    model.test.subscribe(words -> put(test, words));
    model.scan.subscribe(words -> put(scan, words));
    model.tiles.subscribe(all -> body.show(tiles.rows(all, _ -> Optional.empty()), -1));
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

  private HBox notice(Notice.Words words) {
    boolean small = type.look().panel().small();
    Role head = small ? Role.TECH : Role.TECH_HEAD;
    Role told = small ? Role.TECH_SMALL : Role.TECH;
    VBox text = Box.column(small ? 0 : 4, type.write(head, true, Ink.TEXT, words.head()));
    words.line().ifPresent(line -> text.getChildren().add(type.write(told, false, Ink.TEXT, line)));
    double icon = small ? 44 : 60;
    HBox row =
        Box.row(small ? 16 : 24, new IconView(words.icon(), icon, words.ink()), Box.grow(text));
    row.getStyleClass().addAll("notice", words.ink().border());
    double above = small ? 8 : 16;
    return Box.padded(row, above, small ? 16 : 24, above, small ? 24 : 36);
  }

  private void put(StackPane place, Optional<Notice.Words> words) {
    place.setManaged(words.isPresent());
    place.getChildren().setAll(words.map(this::notice).stream().toList());
  }
}

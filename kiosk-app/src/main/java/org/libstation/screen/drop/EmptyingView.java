package org.libstation.screen.drop;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.ModelView;

/// Guides staff while they empty the bin, on the small panel of a drop or at a station.
public final class EmptyingView extends ModelView<EmptyingViewModel> {
  private static final double KEY = 92;

  private final VBox steps = Box.column(8);
  private final VBox facts = Box.column(8);
  private final HBox actions = Box.row(24);
  private final VBox root;

  public EmptyingView(EmptyingViewModel model, Consumer<Key> pressed) {
    super(model, pressed);
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    root =
        new VBox(
            10,
            type.write(Role.H1, true, Ink.TEXT, say("emptying.head")).oneLine(),
            steps,
            facts,
            space,
            actions);
    Box.padded(root, 20, 36, 20, 36);
    Box.fixed(root, DropView.WIDTH, DropView.HEIGHT);
    model.steps.subscribe(lines -> lines(steps, lines));
    model.facts.subscribe(lines -> lines(facts, lines));
    model.actions.subscribe(this::actions);
  }

  @Override
  public Region node() {
    return root;
  }

  private void lines(VBox into, List<EmptyingViewModel.EmptyingLine> lines) {
    into.getChildren().setAll(lines.stream().map(this::line).toList());
  }

  private Node line(EmptyingViewModel.EmptyingLine line) {
    return Box.row(
        18,
        new IconView(line.icon(), 44, line.ink()).stroked(5),
        Box.grow(type.write(Role.H2, line.strong(), line.ink(), line.words())));
  }

  private void actions(List<ActionKey> keys) {
    actions.getChildren().setAll(keys.stream().map(key -> Box.grow(cap(key))).toList());
    actions.setMinHeight(KEY);
  }

  private KeyCap cap(ActionKey action) {
    Ink ink = action.primary() ? Ink.ON_ACTION : Ink.TEXT;
    HBox face = Box.row(14);
    Box.add(face, action.icon().map(icon -> new IconView(icon, 44, ink)));
    Box.add(face, type.write(Role.H2, true, ink, action.words()).oneLine());
    face.setAlignment(Pos.CENTER);
    KeyCap key =
        new KeyCap(face, action.words(), () -> pressed.accept(action.key()))
            .styled("narrow")
            .sized(KEY, KEY);
    return action.primary() ? key.styled("primary") : key;
  }
}

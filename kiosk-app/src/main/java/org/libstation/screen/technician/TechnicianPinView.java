package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.Type;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.Frame;
import org.libstation.screen.widget.Keypad;
import org.libstation.screen.widget.Notice;
import org.libstation.screen.widget.ScreenView;
import org.libstation.screen.widget.StagePane;

/// The technician's PIN, on the same keypad as a patron's.
public final class TechnicianPinView implements ScreenView {
  private final TechnicianPinViewModel model;
  private final Type type;
  private final Frame frame;
  private final Keypad keypad;

  public TechnicianPinView(TechnicianPinViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.type = new Type(model.look());
    this.frame = new Frame(type, model.voice(), pressed);
    this.keypad = new Keypad(type, model.voice(), pressed);
    model.chrome.subscribe(chrome -> chrome.ifPresent(frame::chrome));
    frame.actions(
        List.of(ActionKey.plain(model.voice().say("key.cancel"), Icon.LEAVE, new Key.Leave())));
    if (apart()) {
      frame.controls(Optional.of(keypad));
    }
    model.entry.subscribe(this::stage);
  }

  @Override
  public Region node() {
    return frame;
  }

  @Override
  public void show(FlowState state) {
    model.show(state);
  }

  /// The digits stand where the keys are.
  private boolean apart() {
    return frame.low() || model.look().panel().wide();
  }

  private void stage(TechnicianPinViewModel.Entry entry) {
    List<Node> parts = new ArrayList<>();
    parts.add(
        Box.column(
            8,
            type.h1(model.voice().say("technician.pin.head")),
            type.body(
                model
                    .voice()
                    .say(entry.checking() ? "technician.pin.checking" : "technician.pin.line"))));
    entry.problem().ifPresent(words -> parts.add(StagePane.rank(1, new Notice(type, words))));
    parts.add(centred(Keypad.field(type, entry.digits())));
    if (!apart()) {
      parts.add(Box.padded(centred(keypad), 20, 0, 0, 0));
    }
    frame.stage(parts);
  }

  private static HBox centred(Region node) {
    HBox row = new HBox(node);
    row.setAlignment(Pos.CENTER);
    HBox.setHgrow(node, Priority.ALWAYS);
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }
}

package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.picture.PinPicture;
import org.libstation.screen.kit.widget.FittedPicture;
import org.libstation.screen.kit.widget.Keypad;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.StagePane;
import org.libstation.screen.kit.widget.StageView;

/// Asks for the technician's PIN, on the same keypad as for a patron's.
public final class TechnicianPinView extends StageView<TechnicianPinViewModel> {
  private final VBox field = Box.column(0);
  private final Keypad keypad;

  public TechnicianPinView(TechnicianPinViewModel model, Consumer<Key> pressed) {
    super(model, pressed);
    keypad = new Keypad(type, model.voice(), pressed);
    double apart = metrics.keypads().fieldApart();
    frame.controls(
        Optional.of(layouts.typing().fieldOnStage() ? keypad : Box.column(apart, field, keypad)));
    model.entry.subscribe(this::stage);
  }

  private void stage(TechnicianPinViewModel.PinEntry entry) {
    List<Node> parts = new ArrayList<>();
    parts.add(Box.column(8, type.h1(say("technician.pin.head")), type.body(entry.line())));
    field.getChildren().setAll(Box.middle(Keypad.field(type, entry.digits())));
    keypad.typed(entry.digits());
    if (layouts.typing().fieldOnStage()) {
      parts.add(field);
    }
    // Below the fixed parts, so that no key or field moves when it appears.
    entry.problem().ifPresent(words -> parts.add(problem(words, look.step())));
    if (!layouts.typing().fieldOnStage()) {
      parts.add(FittedPicture.spare(PinPicture.of()));
    }
    frame.stage(parts);
  }

  /// A notice as large as there is room for; at every size it is shown that a PIN was wrong.
  private NoticeBar problem(NoticeBar.NoticeBarWords words, int step) {
    NoticeBar drawn = StagePane.rank(1, new NoticeBar(type.atStep(step), words));
    return step == 1 ? drawn : StagePane.orElse(drawn, problem(words, step - 1));
  }
}

package org.libstation.screen.technician;

import java.util.List;
import org.libstation.flow.state.FlowState;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.ScreenModel;
import org.libstation.screen.kit.words.Voice;

/// What every page behind the technician's PIN shows: time, heading and keys.
public abstract class ServiceModel extends ScreenModel {
  public final ModelValue<String> clock = new ModelValue<>("");
  public final ModelValue<String> head = new ModelValue<>("");
  public final ModelValue<List<ActionKey>> actions = new ModelValue<>(List.of());

  ServiceModel(Voice voice, Look look) {
    super(voice, look);
  }

  @Override
  public final void show(FlowState state) {
    clock.set(moment("technician.clock", state.now().wall()));
    fill(state);
  }

  /// Fills the page's own parts from a state.
  abstract void fill(FlowState state);
}

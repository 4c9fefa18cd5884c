package org.libstation.screen.kit.widget;

import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.FlowState;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.words.Voice;

/// What every patron's screen shows around its stage.
public abstract class StageModel extends ScreenModel {
  public final ModelValue<Optional<Chrome>> chrome = new ModelValue<>(Optional.empty());
  public final ModelValue<Double> idleLeft = new ModelValue<>(1.0);
  public final ModelValue<List<ActionKey>> actions = new ModelValue<>(List.of());

  protected StageModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// Shows the chrome without a session.
  protected final void noSession(FlowState state) {
    chrome.set(Optional.of(Chrome.plain(state, voice)));
  }

  /// Shows the chrome of a session.
  ///
  /// @param steps names of the texts of the steps
  /// @param current current step, counted from 0
  protected final void session(
      FlowState state, List<String> steps, int current, boolean titlesKey) {
    chrome.set(Optional.of(Chrome.session(state, voice, steps, current, titlesKey)));
  }
}

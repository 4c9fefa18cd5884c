package org.libstation.screen.kit.widget;

import org.libstation.flow.state.FlowState;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.words.Voice;

/// What a screen shows, as properties without nodes.
public abstract class ScreenModel extends Saying {
  protected final Look look;

  protected ScreenModel(Voice voice, Look look) {
    super(voice);
    this.look = look;
  }

  public final Look look() {
    return look;
  }

  /// Takes over a state.
  public abstract void show(FlowState state);
}

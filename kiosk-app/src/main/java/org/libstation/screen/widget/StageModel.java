package org.libstation.screen.widget;

import java.util.List;
import java.util.Optional;
import org.libstation.screen.look.Look;
import org.libstation.screen.words.Voice;

/// What every screen of a patron shows around its stage.
public abstract class StageModel extends ScreenModel {
  public final Held<Optional<Chrome>> chrome = new Held<>(Optional.empty());
  public final Held<Double> idleLeft = new Held<>(1.0);
  public final Held<List<ActionKey>> actions = new Held<>(List.of());

  protected StageModel(Voice voice, Look look) {
    super(voice, look);
  }
}

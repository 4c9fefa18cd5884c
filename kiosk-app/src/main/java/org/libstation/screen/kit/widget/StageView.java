package org.libstation.screen.kit.widget;

import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Type;

/// View of a patron's screen: a stage, with the frame around it.
public abstract class StageView<M extends StageModel> extends ModelView<M> {
  protected final Frame frame;

  protected StageView(M model, Consumer<Key> pressed) {
    this(model, pressed, new Frame(new Type(model.look()), model.voice(), pressed));
    model.actions.subscribe(frame::actions);
  }

  /// Creates the view of a screen that places its action keys itself.
  protected StageView(M model, Consumer<Key> pressed, Frame frame) {
    super(model, pressed);
    this.frame = frame;
    model.chrome.subscribe(chrome -> chrome.ifPresent(frame::chrome));
    model.idleLeft.subscribe(frame::ring);
  }

  @Override
  public final Region node() {
    return frame;
  }
}

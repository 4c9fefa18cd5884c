package org.libstation.screen.kit.widget;

import java.util.function.Consumer;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Layouts;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.PanelMetrics;
import org.libstation.screen.kit.look.Type;

/// A screen drawn from a model.
public abstract class ModelView<M extends ScreenModel> implements ScreenView {
  protected final M model;
  protected final Type type;
  protected final Look look;
  protected final Layouts layouts;
  protected final PanelMetrics metrics;
  protected final Consumer<Key> pressed;

  protected ModelView(M model, Consumer<Key> pressed) {
    this.model = model;
    this.look = model.look();
    this.layouts = look.layouts();
    this.metrics = look.metrics();
    this.type = new Type(look);
    this.pressed = pressed;
  }

  @Override
  public void show(FlowState state) {
    model.show(state);
  }

  /// Reports that a page of rows was turned.
  protected final void turned(boolean forward) {
    pressed.accept(forward ? new Key.NextPage() : new Key.PreviousPage());
  }

  protected final String say(String text, Object... values) {
    return model.voice().say(text, values);
  }
}

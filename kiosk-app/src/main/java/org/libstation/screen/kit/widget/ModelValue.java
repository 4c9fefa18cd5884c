package org.libstation.screen.kit.widget;

import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;

/// A model value that notifies its listeners only if the value changes by `equals`. So a key under
/// a finger is not drawn anew at every tick of the clock.
public final class ModelValue<T> extends SimpleObjectProperty<T> {
  public ModelValue(T first) {
    super(first);
  }

  @Override
  public void set(T value) {
    if (!Objects.equals(get(), value)) {
      super.set(value);
    }
  }
}

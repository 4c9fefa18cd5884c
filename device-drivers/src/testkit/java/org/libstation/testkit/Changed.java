package org.libstation.testkit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/// A record that differs from another in one component.
public final class Changed {
  private Changed() {}

  /// @param component its name; a test fails at once where there is none
  public static <R extends Record> R with(R record, String component, Object value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[components.length];
    boolean found = false;
    try {
      for (int i = 0; i < values.length; i++) {
        boolean here = components[i].getName().equals(component);
        values[i] = here ? value : components[i].getAccessor().invoke(record);
        found |= here;
      }
      if (!found) {
        throw new IllegalArgumentException(record.getClass() + " has no " + component);
      }
      @SuppressWarnings("unchecked")
      R changed = (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
      return changed;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

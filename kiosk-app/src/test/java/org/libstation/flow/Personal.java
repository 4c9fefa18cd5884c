package org.libstation.flow;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every text that can be reached from a value by its records, whatever its `toString` hides.
public final class Personal {
  private Personal() {}

  public static List<String> in(Object root) {
    List<String> texts = new ArrayList<>();
    walk(root, texts);
    return texts;
  }

  private static void walk(@Nullable Object value, List<String> texts) {
    switch (value) {
      case null -> {}
      case String text -> texts.add(text);
      case Optional<?> optional -> optional.ifPresent(inner -> walk(inner, texts));
      case Iterable<?> many -> many.forEach(inner -> walk(inner, texts));
      case Map<?, ?> map -> {
        walk(map.keySet(), texts);
        walk(map.values(), texts);
      }
      case Record record -> {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          walk(read(record, component), texts);
        }
      }
      default -> texts.add(value.toString());
    }
  }

  private static @Nullable Object read(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }
}

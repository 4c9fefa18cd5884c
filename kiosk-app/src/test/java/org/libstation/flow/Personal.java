package org.libstation.flow;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every text that can be reached from a value by its records, whatever its `toString` hides.
public final class Personal {
  /// How a record's components are read; asking the class each time takes most of a walk.
  private static final ClassValue<List<Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getAccessor)
              .peek(accessor -> accessor.setAccessible(true))
              .toList();
        }
      };

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
        for (Method accessor : ACCESSORS.get(record.getClass())) {
          walk(read(record, accessor), texts);
        }
      }
      default -> texts.add(value.toString());
    }
  }

  private static @Nullable Object read(Record record, Method accessor) {
    try {
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(accessor.toString(), e);
    }
  }
}

package org.libstation;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Top-level classes that need each other, each with what is nested in it: from each of a knot one
/// comes to all others of it. A builder that was generated for a record is part of the record. A
/// constant is copied into who uses it, and ArchUnit does not see from where; the class file still
/// names it.
final class Knots {
  private final Map<String, SortedSet<String>> needs = new TreeMap<>();
  private final Map<String, String> records = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<SortedSet<String>> found = new ArrayList<>();

  private Knots(Iterable<JavaClass> classes) {
    for (JavaClass each : classes) {
      GeneratedBuilders.recordOf(each)
          .ifPresent(record -> records.put(each.getName(), top(record.getName())));
    }
    for (JavaClass each : classes) {
      needs.computeIfAbsent(room(each.getName()), _ -> new TreeSet<>()).addAll(needs(each));
    }
    needs.forEach(
        (name, others) -> {
          others.retainAll(needs.keySet());
          others.remove(name);
        });
    needs.keySet().stream().filter(name -> !numbers.containsKey(name)).forEach(this::visit);
  }

  /// All of more than one class, the largest first.
  static List<SortedSet<String>> of(Iterable<JavaClass> classes) {
    return new Knots(classes)
        .found.stream()
            .filter(knot -> knot.size() > 1)
            .sorted(Comparator.<SortedSet<String>>comparingInt(Set::size).reversed())
            .toList();
  }

  private List<String> needs(JavaClass type) {
    return Stream.concat(
            type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(target -> target.getBaseComponentType().getName()),
            named(type))
        .map(this::room)
        .toList();
  }

  private static Stream<String> named(JavaClass type) {
    try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      List<String> names = new ArrayList<>();
      for (PoolEntry each : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
        if (each instanceof ClassEntry entry) {
          names.add(entry.asInternalName().replace('/', '.'));
        }
      }
      return names.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String room(String name) {
    String top = top(name);
    return records.getOrDefault(top, top);
  }

  private static String top(String name) {
    return name.replaceFirst("\\$.*", "");
  }

  /// Tarjan's: what lies above a class that reaches nothing older is a knot.
  private void visit(String name) {
    int number = numbers.size();
    numbers.put(name, number);
    open.push(name);
    int low = number;
    for (String other : needs.get(name)) {
      if (!numbers.containsKey(other)) {
        visit(other);
        low = Math.min(low, lowest.get(other));
      } else if (open.contains(other)) {
        low = Math.min(low, numbers.get(other));
      }
    }
    lowest.put(name, low);
    if (low == number) {
      SortedSet<String> knot = new TreeSet<>();
      String last;
      do {
        last = open.pop();
        knot.add(last);
      } while (!last.equals(name));
      found.add(knot);
    }
  }
}

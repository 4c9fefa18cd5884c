package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What was drawn, by what it was drawn from: what did not change is not drawn anew, and a software
/// pipeline paints only what did. It knows what was drawn the last time, and nothing older.
///
/// @param <K> with `equals`: all that the drawing follows from
final class DrawnBefore<K, V> {
  private Map<K, V> drawn = new HashMap<>();

  /// @param wanted what is drawn this time; one that comes twice is drawn twice
  List<V> all(List<? extends K> wanted, Function<? super K, ? extends V> draw) {
    Map<K, V> now = new HashMap<>();
    List<V> all = new ArrayList<>();
    for (K each : wanted) {
      V there = now.containsKey(each) ? null : drawn.get(each);
      V drawing = there == null ? draw.apply(each) : there;
      now.putIfAbsent(each, drawing);
      all.add(drawing);
    }
    drawn = now;
    return all;
  }

  V one(K wanted, Function<? super K, ? extends V> draw) {
    return all(List.of(wanted), draw).getFirst();
  }
}

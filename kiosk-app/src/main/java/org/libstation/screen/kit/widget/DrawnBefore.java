package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Keeps the nodes of the last drawing, by what they were drawn from. What did not change is not
/// drawn anew, so that a software pipeline repaints only what did. Nothing older than the last
/// drawing is kept.
///
/// @param <K> everything a drawing depends on, compared by `equals`
final class DrawnBefore<K, V> {
  private Map<K, V> drawn = new HashMap<>();

  /// Returns a drawing for each key.
  ///
  /// @param wanted keys to draw this time; a key that comes twice is drawn twice
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

  /// Drawing for one key.
  V one(K wanted, Function<? super K, ? extends V> draw) {
    return all(List.of(wanted), draw).getFirst();
  }
}

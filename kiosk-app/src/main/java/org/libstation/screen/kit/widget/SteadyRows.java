package org.libstation.screen.kit.widget;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps rows in place while things happen, because a hand may be moving to one. New rows come
/// last. After 1.2 s of quiet all rows take their right order.
public final class SteadyRows<K> {
  /// After this time hands are at rest.
  public static final Duration QUIET = Duration.ofMillis(1200);

  private List<K> wanted = List.of();
  private List<K> shown = List.of();
  private @Nullable Duration since;

  /// @param order right order of the rows
  /// @param now reading of a clock that only goes forward
  /// @return order in which they are shown
  public List<K> order(List<K> order, Duration now) {
    if (!order.equals(wanted)) {
      wanted = List.copyOf(order);
      since = now;
    }
    Duration began = since;
    boolean quiet = began == null || now.minus(began).compareTo(QUIET) >= 0;
    shown = quiet || shown.isEmpty() ? wanted : kept();
    return shown;
  }

  private List<K> kept() {
    List<K> kept = new ArrayList<>(shown);
    kept.retainAll(wanted);
    wanted.stream().filter(key -> !kept.contains(key)).forEach(kept::add);
    return List.copyOf(kept);
  }
}

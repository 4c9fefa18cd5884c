package org.libstation.screen.kit.widget;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps rows where they are while things happen: hands may be on the way to one. What comes new
/// stands last. After 1.2 s of quiet all take their places.
public final class SteadyRows<K> {
  /// Hands are at rest after this.
  public static final Duration QUIET = Duration.ofMillis(1200);

  private List<K> wanted = List.of();
  private List<K> shown = List.of();
  private @Nullable Duration since;

  /// @param order where rows belong
  /// @param now of a clock that only goes forward
  /// @return where they stand
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

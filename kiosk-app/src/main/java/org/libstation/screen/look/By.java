package org.libstation.screen.look;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// This is something that differs with the arrangement of a screen, described once: what is usual,
/// then what differs. Of two that hold for a screen the later is the stronger.
///
/// @param each a value for each arrangement
public record By<T>(Map<Arrangement, T> each) {

  public By {
    each = Map.copyOf(each);
  }

  public static <T> By<T> usual(T value) {
    return new By<T>(Map.of()).but(value, Set.of(Arrangement.values()));
  }

  /// An upright panel of less than 27 inch.
  public By<T> narrow(T value) {
    return but(value, Set.of(Arrangement.NARROW, Arrangement.NARROW_LOW));
  }

  /// Any lying panel, small or not.
  public By<T> wide(T value) {
    return but(value, Set.of(Arrangement.LYING, Arrangement.LYING_LOW)).small(value);
  }

  public By<T> small(T value) {
    return but(value, Set.of(Arrangement.SMALL, Arrangement.SMALL_LOW));
  }

  /// Half a small panel.
  public By<T> smallLow(T value) {
    return but(value, Set.of(Arrangement.SMALL_LOW));
  }

  /// Half a lying panel, small or not.
  public By<T> wideLow(T value) {
    return but(value, Set.of(Arrangement.LYING_LOW)).smallLow(value);
  }

  /// Everything that can be pressed lies below the middle.
  public By<T> low(T value) {
    By<T> all = this;
    for (Arrangement each : Arrangement.values()) {
      all = each.low() ? all.but(value, Set.of(each)) : all;
    }
    return all;
  }

  private By<T> but(T value, Set<Arrangement> where) {
    Map<Arrangement, T> all = new EnumMap<>(Arrangement.class);
    all.putAll(each);
    where.forEach(one -> all.put(one, value));
    return new By<>(all);
  }

  public T in(Look look) {
    return in(look.arrangement());
  }

  T in(Arrangement arrangement) {
    T value = each.get(arrangement);
    if (value == null) {
      throw new IllegalStateException("nothing was said of " + arrangement);
    }
    return value;
  }
}

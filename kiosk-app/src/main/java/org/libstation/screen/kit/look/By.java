package org.libstation.screen.kit.look;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A value for each arrangement, described as a usual value and its exceptions. If two exceptions
/// apply to an arrangement, the later one wins.
///
/// @param all a value for each arrangement
record By<T>(Map<Arrangement, T> all) {

  /// Computes the value for each arrangement.
  static <T> By<T> each(Function<Arrangement, T> made) {
    return new By<>(
        Arrays.stream(Arrangement.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), made)));
  }

  static <T> By<T> usual(T value) {
    return each(_ -> value);
  }

  /// Sets the value for an upright panel of less than 27 inch.
  By<T> narrow(T value) {
    return but(value, Arrangement::slim);
  }

  /// Sets the value for such a panel in the low layout.
  By<T> narrowLow(T value) {
    return but(value, how -> how.slim() && how.keysBelow());
  }

  /// Sets the value for every lying panel, small or not.
  By<T> wide(T value) {
    return but(value, Arrangement::keysBeside);
  }

  By<T> small(T value) {
    return but(value, Arrangement::tight);
  }

  /// Sets the value for a small panel in the low layout.
  By<T> smallLow(T value) {
    return but(value, how -> how.tight() && how.keysBelow());
  }

  /// Sets the value for every lying panel in the low layout, small or not.
  By<T> wideLow(T value) {
    return but(value, how -> how.keysBeside() && how.keysBelow());
  }

  /// Sets the value for the low layout, in which every key lies below the middle.
  By<T> low(T value) {
    return but(value, Arrangement::keysBelow);
  }

  private By<T> but(T value, Predicate<Arrangement> where) {
    return each(how -> where.test(how) ? value : in(how));
  }

  T in(Arrangement arrangement) {
    return requireNonNull(all.get(arrangement));
  }
}

package org.libstation.screen.kit.look;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// This is something that differs with the arrangement of a screen, described once: what is usual,
/// then what differs. Of two that hold for a screen the later is the stronger.
///
/// @param all a value for each arrangement
record By<T>(Map<Arrangement, T> all) {

  static <T> By<T> each(Function<Arrangement, T> made) {
    return new By<>(
        Arrays.stream(Arrangement.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), made)));
  }

  static <T> By<T> usual(T value) {
    return each(_ -> value);
  }

  /// An upright panel of less than 27 inch.
  By<T> narrow(T value) {
    return but(value, Arrangement::slim);
  }

  /// Half a narrow panel.
  By<T> narrowLow(T value) {
    return but(value, how -> how.slim() && how.keysBelow());
  }

  /// Any lying panel, small or not.
  By<T> wide(T value) {
    return but(value, Arrangement::keysBeside);
  }

  By<T> small(T value) {
    return but(value, Arrangement::tight);
  }

  /// Half a small panel.
  By<T> smallLow(T value) {
    return but(value, how -> how.tight() && how.keysBelow());
  }

  /// Half a lying panel, small or not.
  By<T> wideLow(T value) {
    return but(value, how -> how.keysBeside() && how.keysBelow());
  }

  /// Everything that can be pressed lies below the middle.
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

package org.libstation.fleet.order;

import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.libstation.fleet.StationName;
import org.libstation.site.StationOrder;

/// An order: what a member of staff wants a station to do.
///
/// @param id random, sixteen hexadecimal digits
/// @param station the only station that it is for
/// @param number grows with each order of a key
/// @param with further values, by the names in [With]
public record Order(
    String id,
    StationName station,
    long number,
    Instant expires,
    StationOrder what,
    Map<String, String> with) {
  private static final Pattern MASKED = Pattern.compile("[0-9]{8}");

  public Order {
    with = Map.copyOf(with);
  }

  /// Makes a random [#id] of sixteen hexadecimal digits. It never has eight decimal digits in a
  /// row: logs mask such runs, because they might be a person's number.
  public static String newId(RandomGenerator random) {
    return Stream.generate(() -> "%016x".formatted(random.nextLong()))
        .filter(id -> !MASKED.matcher(id).find())
        .findFirst()
        .orElseThrow();
  }

  /// Names of the further values of an order.
  public static final class With {
    /// End of a [StationOrder#NOTICE], a moment; without it the notice is taken down. The texts of
    /// a notice are named by their language tags.
    public static final String UNTIL = "until";

    /// Name of the check of [StationOrder#CHECK].
    public static final String CHECK = "check";

    /// Key to which the bundle of [StationOrder#SUPPORT_BUNDLE] is encrypted, see [SealedBundle].
    public static final String REPLY_KEY = "reply-key";

    /// Which bin load [StationOrder#PRINT_MANIFEST] prints: `now`, or `last` for the one emptied
    /// last.
    public static final String BIN = "bin";

    private With() {}
  }
}

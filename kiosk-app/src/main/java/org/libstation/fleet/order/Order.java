package org.libstation.fleet.order;

import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.libstation.site.StationOrder;

/// What a member of staff wants a station to do.
///
/// @param id of chance, sixteen hexadecimal digits
/// @param station `LIBRARY/PLACE/STATION`, the only one that it is for
/// @param number grows with each order of a key
/// @param with what else belongs to it, by the names of [With]
public record Order(
    String id,
    String station,
    long number,
    Instant expires,
    StationOrder what,
    Map<String, String> with) {
  private static final Pattern MASKED = Pattern.compile("[0-9]{8}");

  public Order {
    with = Map.copyOf(with);
  }

  /// Sixteen hexadecimal digits of chance for [#id]; no eight decimal ones stand in a row, which
  /// logs mask as they might be somebody's.
  public static String newId(RandomGenerator random) {
    return Stream.generate(() -> "%016x".formatted(random.nextLong()))
        .filter(id -> !MASKED.matcher(id).find())
        .findFirst()
        .orElseThrow();
  }

  /// Names of what belongs to an order.
  public static final class With {
    /// Of [StationOrder#NOTICE]: a moment; without it the notice is taken down. Its texts are named
    /// by the tags of their languages.
    public static final String UNTIL = "until";

    /// Of [StationOrder#CHECK]: its name.
    public static final String CHECK = "check";

    /// Of [StationOrder#SUPPORT_BUNDLE]: whom it is encrypted to, see [SealedBundle].
    public static final String REPLY_KEY = "reply-key";

    /// Of [StationOrder#PRINT_MANIFEST]: `now` or `last`, as it was emptied last.
    public static final String BIN = "bin";

    private With() {}
  }
}

package org.libstation.file.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a value is written as the text of one field, and read from it.
///
/// @param read throws an [IllegalArgumentException] or a [java.time.DateTimeException] where the
///   text is no such value
public record FieldText<A>(Function<A, String> write, Function<String, A> read) {
  public static final FieldText<String> TEXT =
      new FieldText<>(Function.identity(), Function.identity());
  public static final FieldText<Integer> INTEGER = of(Integer::valueOf);
  public static final FieldText<Long> LONG = of(Long::valueOf);
  public static final FieldText<Boolean> YES_NO =
      new FieldText<>(yes -> yes ? "yes" : "no", FieldText::yes);

  /// A value whose `toString` the function reads.
  public static <A> FieldText<A> of(Function<String, A> parse) {
    return new FieldText<>(Object::toString, parse);
  }

  /// Constants as [#word] writes them.
  public static <E extends Enum<E>> FieldText<E> words(E[] constants) {
    return words(constants, FieldText::word);
  }

  /// @param word each constant's own
  public static <E extends Enum<E>> FieldText<E> words(E[] constants, Function<E, String> word) {
    Map<String, E> byWord =
        Arrays.stream(constants).collect(Collectors.toUnmodifiableMap(word, Function.identity()));
    return new FieldText<>(
        word,
        text -> {
          @Nullable E constant = byWord.get(text);
          if (constant == null) {
            throw FieldException.unknownWord(text);
          }
          return constant;
        });
  }

  /// A constant in words: `ON_HOLD_SHELF` is `on hold shelf`.
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static boolean yes(String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException("neither yes nor no");
    };
  }
}

package org.libstation.file.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a value as the text of one field, and reads it.
///
/// @param read throws an [IllegalArgumentException] or a [java.time.DateTimeException] if the text
///   is no such value
public record FieldText<A>(Function<A, String> write, Function<String, A> read) {
  public static final FieldText<String> TEXT =
      new FieldText<>(Function.identity(), Function.identity());
  public static final FieldText<Integer> INTEGER = of(Integer::valueOf);
  public static final FieldText<Long> LONG = of(Long::valueOf);
  public static final FieldText<Boolean> YES_NO =
      new FieldText<>(yes -> yes ? "yes" : "no", FieldText::yes);

  /// A value whose `toString` text the function can read.
  public static <A> FieldText<A> of(Function<String, A> parse) {
    return new FieldText<>(Object::toString, parse);
  }

  /// A value that may be missing.
  ///
  /// @param nothing the text that stands for no value
  public static <A> FieldText<Optional<A>> orNothing(String nothing, FieldText<A> text) {
    return new FieldText<>(
        value -> value.map(text.write()).orElse(nothing),
        written ->
            written.equals(nothing) ? Optional.empty() : Optional.of(text.read().apply(written)));
  }

  /// Enum constants as [#word] writes them.
  public static <E extends Enum<E>> FieldText<E> words(E[] constants) {
    return words(constants, FieldText::word);
  }

  /// Enum constants by their own words.
  ///
  /// @param word gives each constant its own word
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

  /// Enum constants by their Java names.
  ///
  /// @param other the result for a name that is none of them
  public static <E extends Enum<E>> FieldText<E> names(E[] constants, E other) {
    return new FieldText<>(
        Enum::name,
        text ->
            Arrays.stream(constants)
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElse(other));
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

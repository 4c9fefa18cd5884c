package org.libstation.file.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libstation.file.table.FieldTable.FieldComponent;

/// The kinds of a sealed type. Each kind has a word that stands for it and a table of its fields.
public final class KindTable<T> {
  private final Map<Class<?>, KindRow<? extends T>> byType;
  private final Map<String, KindRow<? extends T>> byWord;

  /// One kind of the sealed type.
  ///
  /// @param word part of the format: it stays when the type is renamed
  public record KindRow<R>(String word, Class<R> type, FieldTable<R> fields) {
    private void write(Object value, Map<String, String> out) {
      fields.write(type.cast(value), out);
    }
  }

  private KindTable(List<KindRow<? extends T>> kinds) {
    byType = kinds.stream().collect(Collectors.toMap(KindRow::type, Function.identity()));
    byWord = kinds.stream().collect(Collectors.toMap(KindRow::word, Function.identity()));
  }

  /// @throws IllegalStateException if two kinds have the same word or type
  @SafeVarargs
  @SuppressWarnings("varargs") // The rows are only read.
  public static <T> KindTable<T> of(KindRow<? extends T>... kinds) {
    return new KindTable<>(List.of(kinds));
  }

  public static <R> KindRow<R> row(String word, Class<R> type, FieldTable<R> fields) {
    return new KindRow<>(word, type, fields);
  }

  public static <R> KindRow<R> row(String word, Class<R> type, Supplier<R> make) {
    return row(word, type, FieldTable.of(make));
  }

  public static <R, A> KindRow<R> row(
      String word, Class<R> type, Function<A, R> make, FieldComponent<R, A> a) {
    return row(word, type, FieldTable.of(make, a));
  }

  public static <R, A, B> KindRow<R> row(
      String word,
      Class<R> type,
      BiFunction<A, B, R> make,
      FieldComponent<R, A> a,
      FieldComponent<R, B> b) {
    return row(word, type, FieldTable.of(make, a, b));
  }

  public static <R, A, B, C> KindRow<R> row(
      String word,
      Class<R> type,
      FieldTable.Make3<A, B, C, R> make,
      FieldComponent<R, A> a,
      FieldComponent<R, B> b,
      FieldComponent<R, C> c) {
    return row(word, type, FieldTable.of(make, a, b, c));
  }

  public static <R, A, B, C, D> KindRow<R> row(
      String word,
      Class<R> type,
      FieldTable.Make4<A, B, C, D, R> make,
      FieldComponent<R, A> a,
      FieldComponent<R, B> b,
      FieldComponent<R, C> c,
      FieldComponent<R, D> d) {
    return row(word, type, FieldTable.of(make, a, b, c, d));
  }

  /// Writes the fields of a value.
  ///
  /// @return the word of its kind
  /// @throws IllegalStateException if the table lacks its kind
  public String write(T value, Map<String, String> fields) {
    @Nullable KindRow<? extends T> kind = byType.get(value.getClass());
    if (kind == null) {
      throw new IllegalStateException("no row for " + value.getClass());
    }
    kind.write(value, fields);
    return kind.word();
  }

  /// Reads a value; empty if the table has no such word.
  ///
  /// @throws IllegalArgumentException as [FieldTable#read]
  public Optional<T> read(String word, Map<String, String> fields) {
    @Nullable KindRow<? extends T> kind = byWord.get(word);
    return kind == null ? Optional.empty() : Optional.of(kind.fields().read(fields));
  }
}

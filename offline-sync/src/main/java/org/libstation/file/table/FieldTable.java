package org.libstation.file.table;

import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The fields of a record: a name, an accessor and a text form for each component. The same table
/// writes and reads.
///
/// ```
/// FieldTable.of(
///     Mark.Sorted::new,
///     optional("bin", Mark.Sorted::bin, TEXT),
///     component("held", Mark.Sorted::held, YES_NO));
/// ```
///
/// Components stand in the order of the constructor, and fields are written in that order. The
/// names belong to the format: a component that is renamed in Java keeps its name here.
public interface FieldTable<R> {

  /// @param fields takes the fields in the order of the table
  void write(R value, Map<String, String> fields);

  /// @throws IllegalArgumentException if a field is missing ([FieldException]) or the record
  ///   refuses a value
  R read(Map<String, String> fields);

  /// The field or fields that hold one component of a record.
  record FieldComponent<R, A>(Function<R, A> accessor, FieldTable<A> fields) {
    void write(R value, Map<String, String> out) {
      fields.write(accessor.apply(value), out);
    }

    A read(Map<String, String> in) {
      return fields.read(in);
    }
  }

  /// A component held in one field.
  static <R, A> FieldComponent<R, A> component(
      String name, Function<R, A> accessor, FieldText<A> text) {
    return component(accessor, field(name, text));
  }

  /// A text component.
  static <R> FieldComponent<R, String> text(String name, Function<R, String> accessor) {
    return component(name, accessor, FieldText.TEXT);
  }

  /// A component with its own table.
  static <R, A> FieldComponent<R, A> component(Function<R, A> accessor, FieldTable<A> fields) {
    return new FieldComponent<>(accessor, fields);
  }

  /// A component whose field may be missing.
  ///
  /// @param otherwise the component's value then
  static <R, A> FieldComponent<R, A> component(
      String name, Function<R, A> accessor, FieldText<A> text, A otherwise) {
    FieldTable<A> field = field(name, text);
    return component(
        accessor, of(field::write, in -> in.containsKey(name) ? field.read(in) : otherwise));
  }

  /// A component without a field if it has no value.
  static <R, A> FieldComponent<R, Optional<A>> optional(
      String name, Function<R, Optional<A>> accessor, FieldText<A> text) {
    return component(accessor, optional(name, field(name, text)));
  }

  /// A value held in one field.
  static <A> FieldTable<A> field(String name, FieldText<A> text) {
    return of(
        (value, out) -> out.put(name, text.write().apply(value)),
        in -> {
          @Nullable String found = in.get(name);
          if (found == null) {
            throw FieldException.missing(name);
          }
          try {
            return text.read().apply(found);
          } catch (IllegalArgumentException | DateTimeException e) {
            throw FieldException.unreadable(name, e);
          }
        });
  }

  /// A value that may be missing.
  ///
  /// @param name the field whose presence shows that the value is there
  static <A> FieldTable<Optional<A>> optional(String name, FieldTable<A> fields) {
    return of(
        (value, out) -> value.ifPresent(present -> fields.write(present, out)),
        in -> in.containsKey(name) ? Optional.of(fields.read(in)) : Optional.empty());
  }

  /// A value whose field names start with a prefix.
  static <A> FieldTable<A> prefixed(String prefix, FieldTable<A> fields) {
    return of(
        (value, out) -> {
          Map<String, String> own = new LinkedHashMap<>();
          fields.write(value, own);
          own.forEach((name, text) -> out.put(prefix + name, text));
        },
        in -> {
          Map<String, String> own = new LinkedHashMap<>();
          in.forEach(
              (name, text) -> {
                if (name.startsWith(prefix)) {
                  own.put(name.substring(prefix.length()), text);
                }
              });
          return fields.read(own);
        });
  }

  /// A map; each key is the name of a field.
  static <A> FieldTable<Map<String, A>> map(FieldText<A> text) {
    return of(
        (values, out) -> values.forEach((name, value) -> out.put(name, text.write().apply(value))),
        in -> {
          Map<String, A> values = new LinkedHashMap<>();
          in.keySet().forEach(name -> values.put(name, field(name, text).read(in)));
          return values;
        });
  }

  /// A list. Each field name starts with a prefix and the entry's number, from 0.
  ///
  /// @param sign the field whose presence shows that an entry is there
  static <A> FieldTable<List<A>> numbered(String prefix, String sign, FieldTable<A> fields) {
    return of(
        (values, out) -> {
          for (int at = 0; at < values.size(); at++) {
            prefixed(prefix + at, fields).write(values.get(at), out);
          }
        },
        in ->
            IntStream.iterate(0, at -> in.containsKey(prefix + at + sign), at -> at + 1)
                .mapToObj(at -> prefixed(prefix + at, fields).read(in))
                .toList());
  }

  /// A record and, after its fields, all others by their names.
  ///
  /// @param own has no field that may be missing
  static <R, A> FieldTable<R> withOthers(
      BiFunction<A, Map<String, String>, R> make,
      FieldComponent<R, A> own,
      Function<R, Map<String, String>> others) {
    return of(
        (value, out) -> {
          own.write(value, out);
          new TreeMap<>(others.apply(value)).forEach(out::putIfAbsent);
        },
        in -> {
          A record = own.read(in);
          Map<String, String> known = new LinkedHashMap<>();
          own.fields().write(record, known);
          Map<String, String> rest = new LinkedHashMap<>(in);
          rest.keySet().removeAll(known.keySet());
          return make.apply(record, rest);
        });
  }

  /// A table from two functions, for fields that no list of components can describe.
  static <R> FieldTable<R> of(
      BiConsumer<R, Map<String, String>> write, Function<Map<String, String>, R> read) {
    return new FieldTable<>() {
      @Override
      public void write(R value, Map<String, String> fields) {
        write.accept(value, fields);
      }

      @Override
      public R read(Map<String, String> fields) {
        return read.apply(fields);
      }
    };
  }

  static <R> FieldTable<R> of(Supplier<R> make) {
    return rows(_ -> make.get());
  }

  static <R, A> FieldTable<R> of(Function<A, R> make, FieldComponent<R, A> a) {
    return rows(in -> make.apply(a.read(in)), a);
  }

  static <R, A, B> FieldTable<R> of(
      BiFunction<A, B, R> make, FieldComponent<R, A> a, FieldComponent<R, B> b) {
    return rows(in -> make.apply(a.read(in), b.read(in)), a, b);
  }

  static <R, A, B, C> FieldTable<R> of(
      Make3<A, B, C, R> make,
      FieldComponent<R, A> a,
      FieldComponent<R, B> b,
      FieldComponent<R, C> c) {
    return rows(in -> make.apply(a.read(in), b.read(in), c.read(in)), a, b, c);
  }

  static <R, A, B, C, D> FieldTable<R> of(
      Make4<A, B, C, D, R> make,
      FieldComponent<R, A> a,
      FieldComponent<R, B> b,
      FieldComponent<R, C> c,
      FieldComponent<R, D> d) {
    return rows(in -> make.apply(a.read(in), b.read(in), c.read(in), d.read(in)), a, b, c, d);
  }

  static <R, A, B, C, D, E> FieldTable<R> of(
      Make5<A, B, C, D, E, R> make,
      FieldComponent<R, A> a,
      FieldComponent<R, B> b,
      FieldComponent<R, C> c,
      FieldComponent<R, D> d,
      FieldComponent<R, E> e) {
    return rows(
        in -> make.apply(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in)),
        a,
        b,
        c,
        d,
        e);
  }

  static <R, A, B, C, D, E, F> FieldTable<R> of(
      Make6<A, B, C, D, E, F, R> make,
      FieldComponent<R, A> a,
      FieldComponent<R, B> b,
      FieldComponent<R, C> c,
      FieldComponent<R, D> d,
      FieldComponent<R, E> e,
      FieldComponent<R, F> f) {
    return rows(
        in -> make.apply(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in)),
        a,
        b,
        c,
        d,
        e,
        f);
  }

  static <R, A, B, C, D, E, F, G> FieldTable<R> of(
      Make7<A, B, C, D, E, F, G, R> make,
      FieldComponent<R, A> a,
      FieldComponent<R, B> b,
      FieldComponent<R, C> c,
      FieldComponent<R, D> d,
      FieldComponent<R, E> e,
      FieldComponent<R, F> f,
      FieldComponent<R, G> g) {
    return rows(
        in ->
            make.apply(
                a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in), g.read(in)),
        a,
        b,
        c,
        d,
        e,
        f,
        g);
  }

  @SafeVarargs
  private static <R> FieldTable<R> rows(
      Function<Map<String, String>, R> read, FieldComponent<R, ?>... components) {
    return of(
        (value, out) -> {
          for (FieldComponent<R, ?> component : components) {
            component.write(value, out);
          }
        },
        read);
  }

  /// A constructor of three components.
  interface Make3<A, B, C, R> {
    R apply(A a, B b, C c);
  }

  /// A constructor of four components.
  interface Make4<A, B, C, D, R> {
    R apply(A a, B b, C c, D d);
  }

  /// A constructor of five components.
  interface Make5<A, B, C, D, E, R> {
    R apply(A a, B b, C c, D d, E e);
  }

  /// A constructor of six components.
  interface Make6<A, B, C, D, E, F, R> {
    R apply(A a, B b, C c, D d, E e, F f);
  }

  /// A constructor of seven components.
  interface Make7<A, B, C, D, E, F, G, R> {
    R apply(A a, B b, C c, D d, E e, F f, G g);
  }
}

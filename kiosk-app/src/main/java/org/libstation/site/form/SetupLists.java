package org.libstation.site.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.barcode.Symbology;
import org.libstation.flow.state.SetupSheet.Entries;
import org.libstation.flow.state.SetupSheet.Field;
import org.libstation.flow.state.SetupSheet.Kind;
import org.libstation.flow.state.SetupSheet.Source;
import org.libstation.site.edit.WhyNot;
import org.libstation.site.edit.YamlEdit;
import org.libstation.site.edit.YamlEdit.As;
import org.libstation.site.edit.YamlEdit.Edited;
import org.libstation.site.edit.YamlList;
import org.libstation.site.edit.YamlList.Given;

/// The lists of `station.yaml` that a technician changes by hand, entry by entry: rules of
/// barcodes, other places, members of staff.
final class SetupLists {
  static final SetupLists RULES =
      new SetupLists(
          "barcodes.rules",
          List.of(
              Part.choice("is", "item", "item", "patron"),
              Part.text("pattern", ""),
              Part.choice("check", "none", "none", "luhn14", "mod43", "mod11", "ean13").usually(),
              Part.choice("symbology", "any", symbologies()).usually(),
              Part.choice("drop-check", "false", "false", "true").usually()));

  static final SetupLists PLACES =
      new SetupLists(
          "alternatives",
          List.of(
              Part.text("name.zh-Hant-HK", ""),
              Part.text("name.zh-Hans", ""),
              Part.text("name.en", ""),
              new Part("minutes", Kind.NUMBER, As.WORD, "0", List.of(), false),
              Part.text("where.zh-Hant-HK", "").usually(),
              Part.text("where.zh-Hans", "").usually(),
              Part.text("where.en", "").usually(),
              new Part("offers", Kind.CHOICE, As.WORDS, "borrow, return", offers(), false),
              Part.text("hours.zh-Hant-HK", "").usually(),
              Part.text("hours.zh-Hans", "").usually(),
              Part.text("hours.en", "").usually(),
              Part.text("place", "").usually()));

  static final SetupLists STAFF =
      new SetupLists(
          "technician.named",
          List.of(
              Part.text("name", ""),
              new Part("pin", Kind.SECRET, As.TEXT, "", List.of(), false),
              Part.choice("level", "staff", "staff", "technician", "administrator"),
              new Part("card", Kind.SECRET, As.TEXT, "", List.of(), true)));

  /// In place of a number: one more entry.
  static final String NEW = "new";

  private static final List<SetupLists> ALL = List.of(RULES, PLACES, STAFF);

  private final String key;
  private final List<Part> parts;

  private SetupLists(String key, List<Part> parts) {
    this.key = key;
    this.parts = parts;
  }

  /// A value of an entry.
  ///
  /// @param key within the entry
  /// @param fallback of a new entry
  /// @param canLack it is left out where it is empty, or what holds anyway
  private record Part(
      String key, Kind kind, As as, String fallback, List<String> choices, boolean canLack) {
    static Part text(String key, String fallback) {
      return new Part(key, Kind.TEXT, As.TEXT, fallback, List.of(), false);
    }

    static Part choice(String key, String fallback, String... choices) {
      return new Part(key, Kind.CHOICE, As.WORD, fallback, Arrays.asList(choices), false);
    }

    Part usually() {
      return new Part(key, kind, as, fallback, choices, true);
    }

    List<String> path() {
      return List.of(key.split("\\.", -1));
    }

    boolean isLeftOut(String value) {
      return canLack && (value.isEmpty() || value.equals(fallback));
    }
  }

  private static String[] symbologies() {
    return Stream.concat(Stream.of("any"), Arrays.stream(Symbology.values()).map(Symbology::word))
        .toArray(String[]::new);
  }

  private static List<String> offers() {
    return List.of(
        "borrow, return",
        "borrow",
        "return",
        "drop",
        "borrow, drop",
        "return, drop",
        "borrow, return, drop");
  }

  /// For the form.
  ///
  /// @param lines of the settings, by key without `station.`; secrets are hidden in them
  /// @param names of staff, which are hidden in them too
  Entries entries(Map<String, SettingsList.Line> lines, List<String> names) {
    List<List<Field>> items = new ArrayList<>();
    for (int number = 0; has(lines, number); number++) {
      String entry = key + "." + number;
      String name = this == STAFF && number < names.size() ? names.get(number) : "";
      items.add(parts.stream().map(part -> field(part, entry, name, lines)).toList());
    }
    return new Entries(key, items, parts.stream().map(this::blank).toList());
  }

  private boolean has(Map<String, SettingsList.Line> lines, int number) {
    String entry = key + "." + number + ".";
    return lines.keySet().stream().anyMatch(each -> each.startsWith(entry));
  }

  private Field blank(Part part) {
    return new Field(
        part.key(),
        key + "." + part.key(),
        part.fallback(),
        Source.PROGRAM,
        0,
        part.kind(),
        part.choices());
  }

  private Field field(Part part, String entry, String name, Map<String, SettingsList.Line> lines) {
    String full = entry + "." + part.key();
    Optional<SettingsList.Line> line = Optional.ofNullable(lines.get(full));
    String value =
        part.key().equals("name") && !name.isEmpty()
            ? name
            : part.as() == As.WORDS
                ? words(full, lines)
                : line.map(SettingsList.Line::value).orElse(part.fallback());
    int at =
        line.map(SettingsList.Line::line)
            .orElseGet(
                () -> Optional.ofNullable(lines.get(full + ".0")).map(it -> it.line()).orElse(0));
    return new Field(
        full,
        key + "." + part.key(),
        value,
        at > 0 ? Source.FILE : Source.PROGRAM,
        at,
        part.kind(),
        part.choices());
  }

  private static String words(String key, Map<String, SettingsList.Line> lines) {
    return new TreeMap<>(lines)
        .entrySet().stream()
            .filter(each -> each.getKey().matches(Pattern.quote(key) + "\\.[0-9]+"))
            .map(each -> each.getValue().value())
            .collect(Collectors.joining(", "));
  }

  /// Which list a key of the file is in; empty where it is in none.
  static Optional<SetupLists> of(String key) {
    return ALL.stream().filter(list -> key.startsWith(list.key + ".")).findFirst();
  }

  private List<String> path() {
    List<String> path = new ArrayList<>(List.of("station"));
    path.addAll(List.of(key.split("\\.", -1)));
    return path;
  }

  /// Makes all changes that are of lists.
  ///
  /// @param keys of all changes, numbers as they stand in the text
  static Edited edited(String text, Map<String, String> keys) {
    String now = text;
    for (SetupLists list : ALL) {
      switch (list.edit(now, keys)) {
        case Edited.Done(String done) -> now = done;
        case Edited.Refused no -> {
          return no;
        }
      }
    }
    return new Edited.Done(now);
  }

  private Edited edit(String text, Map<String, String> keys) {
    int size = YamlList.size(text, path());
    Map<Integer, Map<String, String>> entries = new TreeMap<>();
    TreeSet<Integer> out = new TreeSet<>();
    for (Map.Entry<String, String> each : keys.entrySet()) {
      if (of(each.getKey()).orElse(null) != this) {
        continue;
      }
      String[] rest = each.getKey().substring(key.length() + 1).split("\\.", 2);
      int number = rest[0].equals(NEW) ? size : number(rest[0]);
      if (number < 0 || (rest.length == 1 && number >= size)) {
        return new Edited.Refused(0, WhyNot.NO_SUCH_ENTRY, rest[0]);
      }
      if (rest.length == 1) {
        out.add(number);
      } else {
        entries.computeIfAbsent(number, _ -> new LinkedHashMap<>()).put(rest[1], each.getValue());
      }
    }
    Edited now = new Edited.Done(text);
    for (Map.Entry<Integer, Map<String, String>> each : entries.entrySet()) {
      if (now instanceof Edited.Done(String done) && !out.contains(each.getKey())) {
        now =
            each.getKey() < size
                ? changed(done, each.getKey(), each.getValue())
                : added(done, each.getValue());
      }
    }
    for (int number : out.descendingSet()) {
      if (now instanceof Edited.Done(String done)) {
        now = YamlList.remove(done, path(), number);
      }
    }
    return now;
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
  }

  private Edited changed(String text, int number, Map<String, String> values) {
    List<String> entry = new ArrayList<>(path());
    entry.add(String.valueOf(number));
    Edited now = new Edited.Done(text);
    for (Map.Entry<String, String> each : values.entrySet()) {
      if (now instanceof Edited.Done(String done)) {
        now = changed(done, entry, each.getKey(), each.getValue(), values);
      }
    }
    return now;
  }

  private Edited changed(
      String text, List<String> entry, String name, String value, Map<String, String> values) {
    Optional<Part> part = parts.stream().filter(it -> it.key().equals(name)).findFirst();
    List<String> path = new ArrayList<>(entry);
    List<String> inner = part.map(Part::path).orElseGet(() -> List.of(name.split("\\.", -1)));
    path.addAll(inner);
    if (value.isEmpty() && part.filter(Part::canLack).isPresent()) {
      boolean whole = inner.size() == 1 || allEmpty(text, entry, inner.getFirst(), values);
      List<String> section = path.subList(0, entry.size() + 1);
      if (whole) {
        return has(text, path) ? YamlEdit.remove(text, section) : new Edited.Done(text);
      }
    }
    return YamlEdit.set(text, path, value, part.map(Part::as).orElse(As.WORD), order());
  }

  private static boolean has(String text, List<String> path) {
    return YamlEdit.value(text, path).isPresent();
  }

  /// Whether a text would be empty in each language.
  private boolean allEmpty(
      String text, List<String> entry, String section, Map<String, String> values) {
    return parts.stream()
        .filter(part -> part.path().getFirst().equals(section))
        .allMatch(
            part -> {
              List<String> path = new ArrayList<>(entry);
              path.addAll(part.path());
              String there = YamlEdit.value(text, path).orElse("");
              return values.getOrDefault(part.key(), there).isEmpty();
            });
  }

  private List<String> order() {
    return parts.stream().map(part -> part.path().getFirst()).distinct().toList();
  }

  private Edited added(String text, Map<String, String> values) {
    List<Given> given = new ArrayList<>();
    for (Part part : parts) {
      String value = values.getOrDefault(part.key(), part.canLack() ? "" : part.fallback());
      if (!part.isLeftOut(value)) {
        given.add(new Given(part.path(), value, part.as()));
      }
    }
    values.forEach(
        (name, value) -> {
          if (parts.stream().noneMatch(part -> part.key().equals(name))) {
            // A start says that there is no such key.
            given.add(new Given(List.of(name), value, As.WORD));
          }
        });
    return YamlList.add(text, path(), given);
  }
}

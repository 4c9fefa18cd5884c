package org.libstation.service.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.libstation.site.SettingKey;
import org.libstation.site.StationYaml;
import org.libstation.site.edit.WhyNot;
import org.libstation.site.edit.YamlEdit;
import org.libstation.site.edit.YamlEdit.As;
import org.libstation.site.edit.YamlEdit.Edited;
import org.libstation.site.edit.YamlEdit.EntryValue;
import org.libstation.site.edit.YamlTree;

/// Writes settings into the text of `station.yaml`, at the place and in the form that the settings
/// record describes.
///
/// @param root the settings record
record SettingEdit(Class<?> root) {
  /// Stands for the number of an additional list entry.
  private static final String NEW = "new";

  /// The list that contains a key; empty if none does.
  Optional<SettingKey> list(String key) {
    return SettingKey.lists(root).stream()
        .filter(list -> key.startsWith(list.key() + "."))
        .findFirst();
  }

  /// The path of a key in the file.
  List<String> path(String key) {
    List<String> parts = List.of(key.split("\\.", -1));
    return and(
        List.of(StationYaml.ROOT), SettingKey.at(root, parts).map(SettingKey::path).orElse(parts));
  }

  private static List<String> and(List<String> path, List<String> more) {
    return Stream.concat(path.stream(), more.stream()).toList();
  }

  /// Sets one value. An unknown key is written too; the trial start reports it.
  Edited set(String text, String key, String value) {
    List<String> path = path(key);
    List<String> inner = path.subList(1, path.size());
    return YamlEdit.set(
        text,
        path,
        value,
        SettingKey.at(root, inner).map(SettingKey::as).orElse(As.WORD),
        SettingKey.names(root, inner.subList(0, inner.size() - 1)));
  }

  /// Changes, adds and removes entries of a list.
  ///
  /// @param keys all changes by key; numbers refer to the text before the change
  Edited entries(String text, SettingKey list, Map<String, String> keys) {
    int size = YamlEdit.size(text, path(list.key()));
    Map<Integer, Map<String, String>> entries = new TreeMap<>();
    TreeSet<Integer> out = new TreeSet<>();
    for (Map.Entry<String, String> each : keys.entrySet()) {
      if (!each.getKey().startsWith(list.key() + ".")) {
        continue;
      }
      String[] rest = each.getKey().substring(list.key().length() + 1).split("\\.", 2);
      int number = rest[0].equals(NEW) ? size : number(rest[0]);
      if (number < 0 || (rest.length == 1 && number >= size)) {
        return new Edited.EditRefused(0, WhyNot.NO_SUCH_ENTRY, rest[0]);
      }
      if (rest.length == 1) {
        out.add(number);
      } else {
        entries.computeIfAbsent(number, _ -> new LinkedHashMap<>()).put(rest[1], each.getValue());
      }
    }
    entries.keySet().removeAll(out);
    Edited now = new Edited.EditedText(text);
    for (Map.Entry<Integer, Map<String, String>> each : entries.entrySet()) {
      if (now instanceof Edited.EditedText(String done)) {
        now =
            each.getKey() < size
                ? changed(done, list, list.key() + "." + each.getKey(), each.getValue())
                : added(done, list, each.getValue());
      }
    }
    for (int number : out.descendingSet()) {
      if (now instanceof Edited.EditedText(String done)) {
        now = YamlEdit.remove(done, path(list.key() + "." + number));
      }
    }
    return now;
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
  }

  private Edited changed(String text, SettingKey list, String entry, Map<String, String> values) {
    Edited now = new Edited.EditedText(text);
    for (Map.Entry<String, String> each : values.entrySet()) {
      if (now instanceof Edited.EditedText(String done)) {
        Optional<SettingKey> lacking =
            part(list, each.getKey())
                .filter(part -> part.canLack() && each.getValue().isEmpty())
                .filter(part -> allEmpty(done, list, entry, part, values));
        List<String> section = path(entry + "." + each.getKey().replaceFirst("\\..*", ""));
        now =
            lacking.isEmpty()
                ? set(done, entry + "." + each.getKey(), each.getValue())
                : YamlTree.ofAny(done).place(String.join(".", section)).whole()
                    ? YamlEdit.remove(done, section)
                    : now;
      }
    }
    return now;
  }

  private static Optional<SettingKey> part(SettingKey list, String name) {
    return list.entryKeys().stream().filter(it -> it.key().equals(name)).findFirst();
  }

  /// Whether a text would become empty in every language.
  private boolean allEmpty(
      String text, SettingKey list, String entry, SettingKey of, Map<String, String> values) {
    return list.entryKeys().stream()
        .filter(part -> part.path().getFirst().equals(of.path().getFirst()))
        .allMatch(
            part -> {
              String there = YamlEdit.value(text, path(entry + "." + part.key())).orElse("");
              return values.getOrDefault(part.key(), there).isEmpty();
            });
  }

  private Edited added(String text, SettingKey list, Map<String, String> values) {
    List<EntryValue> given = new ArrayList<>();
    for (SettingKey part : list.entryKeys()) {
      String value = values.getOrDefault(part.key(), part.canLack() ? "" : part.begins());
      boolean usual = value.isEmpty() || part.fallback().equals(Optional.of(value));
      if (!part.canLack() || !usual) {
        given.add(new EntryValue(part.path(), value, part.as()));
      }
    }
    values.forEach(
        (name, value) -> {
          if (part(list, name).isEmpty()) {
            given.add(new EntryValue(List.of(name), value, As.WORD));
          }
        });
    return YamlEdit.add(text, path(list.key()), given);
  }
}

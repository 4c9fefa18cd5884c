package org.libstation.service.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.SettingName;
import org.libstation.flow.state.SetupSheet.Entries;
import org.libstation.flow.state.SetupSheet.FieldKind;
import org.libstation.flow.state.SetupSheet.Group;
import org.libstation.flow.state.SetupSheet.SettingSource;
import org.libstation.flow.state.SetupSheet.SheetField;
import org.libstation.site.FormGroup;
import org.libstation.site.SettingKey;
import org.libstation.site.SiteSetting.Offered;
import org.libstation.site.edit.YamlEdit.As;

/// Makes the groups of settings that a technician may change, as the settings record describes
/// them.
///
/// @param root the settings record
/// @param lines the current settings by key below the root; secrets are masked
/// @param offered the values that the site can choose from, by kind; kinds without values are
///   missing
record SettingForm(
    Class<?> root,
    Map<String, SettingsList.SettingLine> lines,
    Map<Offered, List<String>> offered) {

  /// The groups, in display order.
  List<Group> groups() {
    return Arrays.stream(FormGroup.values())
        .filter(FormGroup::isShown)
        .flatMap(group -> group(group).stream())
        .toList();
  }

  private Optional<Group> group(FormGroup group) {
    List<SettingKey> keys = SettingKey.in(group, root);
    List<SheetField> fields =
        keys.stream().filter(key -> !key.isList()).map(key -> field(key, key.key())).toList();
    Optional<Entries> list =
        keys.stream().filter(SettingKey::isList).findFirst().map(this::entries);
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(new Group(group.id(), false, group.level(), fields, list));
  }

  private Entries entries(SettingKey list) {
    List<SettingKey> parts = list.entryKeys();
    List<List<SheetField>> items = new ArrayList<>();
    for (String entry = entry(list, 0); has(entry); entry = entry(list, items.size())) {
      String within = entry;
      items.add(parts.stream().map(part -> field(part, within + part.key())).toList());
    }
    return new Entries(list.key(), items, parts.stream().map(part -> blank(list, part)).toList());
  }

  private static String entry(SettingKey list, int number) {
    return list.key() + "." + number + ".";
  }

  private boolean has(String entry) {
    return lines.keySet().stream().anyMatch(each -> each.startsWith(entry));
  }

  private static SheetField blank(SettingKey list, SettingKey part) {
    return field(
        Optional.empty(),
        part.key(),
        part.begins(),
        part.kind(),
        part.choices(),
        bounds(part, list.key() + "." + part.key()));
  }

  /// @param full the key's full name below the root
  private SheetField field(SettingKey key, String full) {
    boolean words = key.as() == As.WORDS;
    Optional<SettingsList.SettingLine> line =
        Optional.ofNullable(lines.get(words ? full + ".0" : full));
    String value =
        words
            ? words(full)
            : line.map(SettingsList.SettingLine::value).orElse(key.fallback().orElse(""));
    List<String> some = offered.getOrDefault(key.offers(), key.choices());
    // Also offers the current value, such as the path of a site's own file.
    List<String> choices =
        some.isEmpty() || some.contains(value)
            ? some
            : Stream.concat(Stream.of(value), some.stream()).toList();
    FieldKind kind = choices.isEmpty() ? key.kind() : FieldKind.CHOICE;
    boolean whole = kind == FieldKind.NUMBER && value.endsWith(".0");
    String shown = whole ? value.substring(0, value.length() - 2) : value;
    return field(line, full, shown, kind, choices, bounds(key, full));
  }

  /// The effect of a setting with its bounds; empty if it has no bounds.
  private static Optional<CheckBoard.CheckMessage> bounds(SettingKey key, String full) {
    return Optional.of(key.bounds())
        .filter(bounds -> !bounds.isEmpty())
        .map(bounds -> new CheckBoard.CheckMessage(SettingName.of(full).effect(), bounds));
  }

  /// @param line the source of its value; empty if it is set nowhere
  /// @param expected what the value must be, if known before it is typed
  static SheetField field(
      Optional<SettingsList.SettingLine> line,
      String key,
      String value,
      FieldKind kind,
      List<String> choices,
      Optional<CheckBoard.CheckMessage> expected) {
    SettingSource source =
        line.filter(SettingsList.SettingLine::isSet)
            .map(
                it ->
                    it.source().equals(SettingsList.COMMAND_LINE)
                        ? SettingSource.COMMAND_LINE
                        : SettingSource.FILE)
            .orElse(SettingSource.PROGRAM);
    int at = line.map(SettingsList.SettingLine::line).orElse(0);
    return new SheetField(key, value, source, at, kind, choices, expected);
  }

  private String words(String key) {
    List<String> words = new ArrayList<>();
    SettingsList.SettingLine line = lines.get(key + ".0");
    while (line != null) {
      words.add(line.value());
      line = lines.get(key + "." + words.size());
    }
    return String.join(", ", words);
  }
}

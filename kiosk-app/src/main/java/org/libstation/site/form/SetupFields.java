package org.libstation.site.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.central.CentralOption;
import org.libstation.central.CentralProvider;
import org.libstation.central.Centrals;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.WrongOptionException;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.Drivers;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.SetupSheet.Field;
import org.libstation.flow.state.SetupSheet.FieldKind;
import org.libstation.flow.state.SetupSheet.Group;
import org.libstation.flow.state.StaffLevel;
import org.libstation.site.DeviceName;
import org.libstation.site.DialectFiles;
import org.libstation.site.Reason;
import org.libstation.site.SettingKey;
import org.libstation.site.Site;
import org.libstation.site.StationSettings;

/// Which settings a technician changes by hand, and what each may be. No secret is among them.
public final class SetupFields {
  /// Of a device that is not there.
  static final String NONE = "none";

  private static final List<String> BAUDS =
      List.of("1200", "2400", "4800", "9600", "19200", "38400", "57600", "115200", "230400");
  private static final List<String> FRAMES =
      List.of("8N1", "8E1", "8O1", "8N2", "7E1", "7O1", "7E2");

  private static final String LISTS =
      SettingKey.lists(StationSettings.class).stream()
          .map(list -> Pattern.quote(list.key()))
          .collect(Collectors.joining("|"));

  private final Path config;
  private final StationSettings settings;
  private final Map<String, SettingsList.SettingLine> lines = new HashMap<>();
  private final DeviceSheets sheets;

  SetupFields(Site site) {
    this.config = site.directory();
    this.settings = site.settings();
    this.sheets = DeviceSheets.of(config.resolve("devices"));
    SettingsList.of(site, SettingsList::isHidden)
        .forEach(line -> lines.put(line.key().substring("station.".length()), line));
  }

  /// In the order in which they are shown.
  List<Group> groups() {
    CentralProvider spoken = Centrals.of(settings.central().protocol()).orElseThrow();
    Map<String, List<String>> offered = new HashMap<>();
    offered.put("central.protocol", Centrals.protocols());
    spoken
        .dialects()
        .ifPresent(
            folder -> offered.put("central.dialect", new DialectFiles(config, folder).names()));
    return Stream.concat(
            Arrays.stream(DeviceName.values()).map(this::device),
            new SettingForm(StationSettings.class, lines, offered)
                .groups().stream()
                    .map(group -> group.id().equals("central") ? spoken(group, spoken) : group))
        .toList();
  }

  /// What a protocol has not is no field, and a choice of one is none.
  private Group spoken(Group central, CentralProvider spoken) {
    List<Field> fields = new ArrayList<>(central.fields());
    fields.removeIf(
        field ->
            (field.key().equals("central.protocol") && field.choices().size() < 2)
                || (field.key().equals("central.dialect") && spoken.dialects().isEmpty()));
    int after = 1 + fields.stream().map(Field::key).toList().indexOf("central.port");
    int at = after + (spoken.dialects().isPresent() ? 1 : 0);
    fields.addAll(at, spoken.options().stream().map(this::option).toList());
    return new Group(
        central.id(), central.device(), central.level(), List.copyOf(fields), central.entries());
  }

  private Field option(CentralOption option) {
    String key = "central.options." + option.key();
    Reason expected = Reason.expected(option);
    FieldKind kind =
        switch (option.form()) {
          case CentralOption.Form.OneOf _ -> FieldKind.CHOICE;
          case CentralOption.Form.WholeNumber(int least, int _) ->
              least < 0 ? FieldKind.TEXT : FieldKind.NUMBER;
          case CentralOption.Form.Text _ -> FieldKind.TEXT;
        };
    return SettingForm.field(
        line(key),
        key,
        "central.option",
        settings.central().options().getOrDefault(option.key(), option.fallback()),
        kind,
        expected.oneOf(),
        expected.word() == Reason.Word.OTHER ? Optional.empty() : Optional.of(expected.said()));
  }

  private Group device(DeviceName device) {
    String name = device.word();
    List<Field> fields = new ArrayList<>();
    StationSettings.DeviceEntry entry = settings.devices().get(device);
    String key = "devices." + name + ".";
    List<String> models = new ArrayList<>(List.of(NONE));
    models.addAll(device.models());
    fields.add(part(key, "model", entry == null ? NONE : entry.model(), "model", models));
    if (entry != null) {
      DeviceAddress address = DeviceAddress.parse(entry.address());
      if (address.scheme().equals("serial")) {
        fields.add(part(key, "port", address.place(), "address", List.of()));
        fields.add(part(key, "baud", address.option("baud").orElse("9600"), "address", BAUDS));
        fields.add(part(key, "frame", address.option("frame").orElse("8N1"), "address", FRAMES));
      } else {
        fields.add(part(key, "address", entry.address(), "address", List.of()));
      }
      options(name, entry, address).forEach(fields::add);
    }
    return new Group(name, true, StaffLevel.TECHNICIAN, fields, Optional.empty());
  }

  /// @param of in which key of the device it stands
  private Field part(String key, String part, String value, String of, List<String> choices) {
    return SettingForm.field(
        line(key + of),
        key + part,
        "device." + part,
        value,
        choices.isEmpty() ? FieldKind.TEXT : FieldKind.CHOICE,
        choices,
        Optional.empty());
  }

  private Optional<SettingsList.SettingLine> line(String key) {
    return Optional.ofNullable(lines.get(key));
  }

  private List<Field> options(
      String name, StationSettings.DeviceEntry entry, DeviceAddress address) {
    List<Field> fields = new ArrayList<>();
    List<DriverOptions.Known> known;
    try {
      known =
          Drivers.options(
              entry.model(), name, address, entry.options(), DeviceClock.system(), sheets);
    } catch (IllegalArgumentException _) {
      // The station runs with others: they were changed in the file meanwhile.
      return List.of();
    }
    for (DriverOptions.Known option : known) {
      String key = "devices." + name + ".options." + option.key();
      fields.add(
          SettingForm.field(
              line(key),
              key,
              "device.option",
              entry.options().getOrDefault(option.key(), option.fallback()),
              kind(option),
              option.allowed(),
              option.expected().map(Reason::expected)));
    }
    return fields;
  }

  private static FieldKind kind(DriverOptions.Known option) {
    if (!option.allowed().isEmpty()) {
      return FieldKind.CHOICE;
    }
    // The keys for numbers have no sign.
    boolean digits =
        option
            .expected()
            .filter(it -> it.rule() == WrongOptionException.Rule.WHOLE_NUMBER)
            .filter(it -> !it.words().getFirst().startsWith("-"))
            .isPresent();
    return digits ? FieldKind.NUMBER : FieldKind.TEXT;
  }

  /// What a key of the file is called in the text files.
  static String name(String key) {
    String plain = key.replaceFirst("^station\\.", "");
    return Language.inAny(plain)
        .replaceFirst("^(" + LISTS + ")\\.[0-9]+\\.", "$1.")
        .replaceFirst("^devices\\.[a-z]+\\.options\\..+", "device.option")
        .replaceFirst("^central\\.options\\..+", "central.option")
        .replaceFirst("^devices\\.[a-z]+\\.", "device.");
  }

  /// What changes of the fields mean for the keys of the file, in order.
  ///
  /// @return values by full key without `station.`; `NONE` as a model takes the device out
  static Map<String, String> keys(StationSettings settings, Map<String, String> changes) {
    Map<String, String> keys = new LinkedHashMap<>();
    // Another model has other options: it goes before them.
    changes.forEach(
        (key, value) -> {
          if (key.matches("devices\\.[a-z]+\\.model")) {
            keys.put(key, value);
          }
        });
    for (DeviceName name : DeviceName.values()) {
      address(name.word(), settings.devices().get(name), changes, keys);
    }
    changes.forEach(
        (key, value) -> {
          if (!key.matches("devices\\.[a-z]+\\.(port|baud|frame|address)")) {
            keys.put(key, value);
          }
        });
    return keys;
  }

  private static void address(
      String name,
      StationSettings.@Nullable DeviceEntry entry,
      Map<String, String> changes,
      Map<String, String> keys) {
    String key = "devices." + name + ".";
    String whole = changes.get(key + "address");
    boolean parts =
        Stream.of("port", "baud", "frame").anyMatch(it -> changes.containsKey(key + it));
    String model = changes.getOrDefault(key + "model", entry == null ? NONE : entry.model());
    String usual = usual(name, model);
    // A device of another kind of line is not at the old one's address.
    boolean begins =
        changes.containsKey(key + "model")
            && !model.equals(NONE)
            && (entry == null || !scheme(usual).equals(scheme(entry.address())));
    if (whole != null) {
      keys.put(key + "address", whole);
    } else if (parts || begins) {
      String old =
          entry != null && !begins && entry.address().startsWith("serial:")
              ? entry.address()
              : usual;
      keys.put(key + "address", changed(old, key, changes));
    }
  }

  private static String scheme(String address) {
    return address.substring(0, address.indexOf(':') + 1);
  }

  /// Where a new device is looked for as long as nobody says otherwise.
  private static String usual(String name, String model) {
    return Drivers.known(model)
        ? Drivers.usualAddress(model, name, DeviceSheets.shipped())
        : "serial:/dev/libstation/" + name;
  }

  private static String changed(String address, String key, Map<String, String> changes) {
    if (!address.startsWith("serial:")) {
      return address;
    }
    DeviceAddress old = DeviceAddress.parse(address);
    Map<String, String> line = new LinkedHashMap<>();
    for (String part : Arrays.asList("baud", "frame")) {
      String value = changes.getOrDefault(key + part, old.option(part).orElse(""));
      boolean wanted =
          !part.equals("frame") || old.option(part).isPresent() || !value.equals("8N1");
      if (!value.isEmpty() && wanted) {
        line.put(part, value);
      }
    }
    StringBuilder text =
        new StringBuilder("serial:" + changes.getOrDefault(key + "port", old.place()));
    char sign = '?';
    for (Map.Entry<String, String> each : line.entrySet()) {
      text.append(sign).append(each.getKey()).append('=').append(each.getValue());
      sign = '&';
    }
    return text.toString();
  }
}

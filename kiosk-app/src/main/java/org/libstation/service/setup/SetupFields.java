package org.libstation.service.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.libstation.flow.state.SettingName;
import org.libstation.flow.state.SettingName.DevicePart;
import org.libstation.flow.state.SetupSheet.FieldKind;
import org.libstation.flow.state.SetupSheet.Group;
import org.libstation.flow.state.SetupSheet.SheetField;
import org.libstation.flow.state.StaffLevel;
import org.libstation.site.DeviceName;
import org.libstation.site.DialectFiles;
import org.libstation.site.FormGroup;
import org.libstation.site.Reason;
import org.libstation.site.SettingKey;
import org.libstation.site.Site;
import org.libstation.site.SiteSetting.Offered;
import org.libstation.site.StationSettings;
import org.libstation.site.StationYaml;

/// The settings that a technician may change by hand, and their allowed values. Secrets are not
/// among them.
public final class SetupFields {
  /// The model of a device that is not configured.
  static final String NONE = "none";

  /// Parts of a device's address.
  private static final Set<String> ADDRESS = Set.of("port", "baud", "frame", "address");

  private final Path config;
  private final StationSettings settings;
  private final Map<String, SettingsList.SettingLine> lines = new HashMap<>();
  private final DeviceSheets sheets;

  SetupFields(Site site) {
    this.config = site.directory();
    this.settings = site.settings();
    this.sheets = DeviceSheets.of(config.resolve("devices"));
    SettingsList.of(site, SettingsList::isHidden)
        .forEach(line -> lines.put(StationYaml.below(line.key()), line));
  }

  /// The groups, in display order.
  List<Group> groups() {
    CentralProvider spoken = Centrals.of(settings.central().protocol()).orElseThrow();
    Map<Offered, List<String>> offered = new EnumMap<>(Offered.class);
    offered.put(Offered.PROTOCOLS, Centrals.protocols());
    spoken
        .dialects()
        .ifPresent(
            folder -> offered.put(Offered.DIALECTS, new DialectFiles(config, folder).names()));
    String central = FormGroup.CENTRAL.id();
    return Stream.concat(
            Arrays.stream(DeviceName.values()).map(this::device),
            new SettingForm(StationSettings.class, lines, offered)
                .groups().stream()
                    .map(group -> group.id().equals(central) ? spoken(group, spoken) : group))
        .toList();
  }

  /// Adapts the central system's group to its protocol. Settings that the protocol lacks are left
  /// out, and so is a choice with one value. The protocol's own options follow the dialect.
  private Group spoken(Group central, CentralProvider spoken) {
    List<SheetField> fields = new ArrayList<>();
    for (SheetField field : central.fields()) {
      switch (offered(field)) {
        case NOTHING -> fields.add(field);
        case PROTOCOLS -> {
          if (field.choices().size() > 1) {
            fields.add(field);
          }
        }
        case DIALECTS -> {
          spoken.dialects().ifPresent(_ -> fields.add(field));
          spoken.options().stream().map(this::option).forEach(fields::add);
        }
      }
    }
    return new Group(
        central.id(), central.device(), central.level(), List.copyOf(fields), central.entries());
  }

  private static Offered offered(SheetField field) {
    return SettingKey.at(StationSettings.class, List.of(field.key().split("\\.", -1)))
        .map(SettingKey::offers)
        .orElse(Offered.NOTHING);
  }

  private SheetField option(CentralOption option) {
    String key = new SettingName.CentralOptionName(option.key()).key();
    Reason expected = Reason.expected(option);
    FieldKind kind =
        switch (option.form()) {
          case CentralOption.Form.OneOf _ -> FieldKind.CHOICE;
          case CentralOption.Form.WholeNumber(int least, int _) ->
              least < 0 ? FieldKind.TEXT : FieldKind.NUMBER;
          case CentralOption.Form.TextForm _ -> FieldKind.TEXT;
        };
    return SettingForm.field(
        line(key),
        key,
        settings.central().options().getOrDefault(option.key(), option.fallback()),
        kind,
        expected.oneOf(),
        expected.word() == Reason.Word.OTHER ? Optional.empty() : Optional.of(expected.said()));
  }

  private Group device(DeviceName device) {
    String name = device.word();
    List<SheetField> fields = new ArrayList<>();
    StationSettings.DeviceEntry entry = settings.devices().get(device);
    List<String> models = new ArrayList<>(List.of(NONE));
    models.addAll(device.models());
    fields.add(part(name, "model", entry == null ? NONE : entry.model(), "model", models));
    if (entry != null) {
      DeviceAddress address = DeviceAddress.parse(entry.address());
      if (address.scheme().equals("serial")) {
        fields.add(part(name, "port", address.place(), "address", List.of()));
        fields.add(part(name, "baud", address.baud(), "address", DeviceAddress.BAUDS));
        fields.add(part(name, "frame", address.frame(), "address", DeviceAddress.FRAMES));
      } else {
        fields.add(part(name, "address", entry.address(), "address", List.of()));
      }
      options(name, entry, address).forEach(fields::add);
    }
    return new Group(name, true, StaffLevel.TECHNICIAN, fields, Optional.empty());
  }

  /// @param of the key of the device that contains this part
  private SheetField part(
      String device, String part, String value, String of, List<String> choices) {
    return SettingForm.field(
        line(new DevicePart(device, of).key()),
        new DevicePart(device, part).key(),
        value,
        choices.isEmpty() ? FieldKind.TEXT : FieldKind.CHOICE,
        choices,
        Optional.empty());
  }

  private Optional<SettingsList.SettingLine> line(String key) {
    return Optional.ofNullable(lines.get(key));
  }

  private List<SheetField> options(
      String name, StationSettings.DeviceEntry entry, DeviceAddress address) {
    List<SheetField> fields = new ArrayList<>();
    List<DriverOptions.KnownOption> known;
    try {
      known =
          Drivers.options(
              entry.model(), name, address, entry.options(), DeviceClock.system(), sheets);
    } catch (IllegalArgumentException _) {
      // The model or address in the file was changed while the station runs with the old ones.
      return List.of();
    }
    for (DriverOptions.KnownOption option : known) {
      String key = new SettingName.DeviceOption(name, option.key()).key();
      fields.add(
          SettingForm.field(
              line(key),
              key,
              entry.options().getOrDefault(option.key(), option.fallback()),
              kind(option),
              option.allowed(),
              option.expected().map(Reason::expected)));
    }
    return fields;
  }

  private static FieldKind kind(DriverOptions.KnownOption option) {
    if (!option.allowed().isEmpty()) {
      return FieldKind.CHOICE;
    }
    // The keypad for numbers has no minus sign.
    boolean digits =
        option
            .expected()
            .filter(it -> it.rule() == WrongOptionException.OptionRule.WHOLE_NUMBER)
            .filter(it -> !it.words().getFirst().startsWith("-"))
            .isPresent();
    return digits ? FieldKind.NUMBER : FieldKind.TEXT;
  }

  /// Translates changes of form fields to keys of the file, in order.
  ///
  /// @return values by full key without `station.`; `NONE` as a model removes the device
  static Map<String, String> keys(StationSettings settings, Map<String, String> changes) {
    Map<String, String> keys = new LinkedHashMap<>();
    // Another model has other options, so the model is set first.
    changes.forEach(
        (key, value) -> {
          if (part(key).equals("model")) {
            keys.put(key, value);
          }
        });
    for (DeviceName name : DeviceName.values()) {
      address(name.word(), settings.devices().get(name), changes, keys);
    }
    changes.forEach(
        (key, value) -> {
          if (!ADDRESS.contains(part(key))) {
            keys.put(key, value);
          }
        });
    return keys;
  }

  /// Which part of a device a key names; empty if none.
  private static String part(String key) {
    return SettingName.of(key) instanceof DevicePart(_, String part) ? part : "";
  }

  private static void address(
      String name,
      StationSettings.@Nullable DeviceEntry entry,
      Map<String, String> changes,
      Map<String, String> keys) {
    Map<String, String> parts = new HashMap<>();
    changes.forEach(
        (key, value) -> {
          if (SettingName.of(key) instanceof DevicePart(String of, String part)
              && of.equals(name)) {
            parts.put(part, value);
          }
        });
    String model = parts.getOrDefault("model", entry == null ? NONE : entry.model());
    DeviceAddress usual = DeviceAddress.parse(usual(name, model));
    boolean sameLine = entry != null && entry.address().startsWith(usual.scheme() + ":");
    // A device with another kind of line has another address.
    boolean begins = parts.containsKey("model") && !model.equals(NONE) && !sameLine;
    String key = new DevicePart(name, "address").key();
    if (parts.containsKey("address")) {
      keys.put(key, parts.get("address"));
    } else if (begins || Stream.of("port", "baud", "frame").anyMatch(parts::containsKey)) {
      DeviceAddress old =
          entry != null && !begins && entry.address().startsWith("serial:")
              ? DeviceAddress.parse(entry.address())
              : usual;
      keys.put(key, changed(old, parts).text());
    }
  }

  /// The default address of a new device.
  private static String usual(String name, String model) {
    return Drivers.known(model)
        ? Drivers.usualAddress(model, name, DeviceSheets.shipped())
        : "serial:/dev/libstation/" + name;
  }

  private static DeviceAddress changed(DeviceAddress old, Map<String, String> parts) {
    if (!old.scheme().equals("serial")) {
      return old;
    }
    String place = parts.getOrDefault("port", old.place());
    DeviceAddress now = new DeviceAddress(old.scheme(), place, old.options());
    if (parts.containsKey("baud")) {
      now = now.with("baud", parts.get("baud"));
    }
    String frame = parts.getOrDefault("frame", DeviceAddress.USUAL_FRAME);
    boolean said = old.option("frame").isPresent() || !frame.equals(DeviceAddress.USUAL_FRAME);
    return parts.containsKey("frame") && said ? now.with("frame", frame) : now;
  }
}

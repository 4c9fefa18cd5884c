package org.libstation.flow.state;

import java.util.Optional;

/// What a setting is, read once from its key without `station.`: of a device, an option of the
/// protocol to the central system, or any other.
public sealed interface SettingName {

  /// What it is called in the text files, behind `setup.name.` and `setup.effect.`
  String text();

  /// The key of the text that says what it does.
  default String effect() {
    return "setup.effect." + text();
  }

  /// What the text of its name has a place for; empty text = nothing.
  String told();

  /// By its name in the settings; empty where it is of none.
  default Optional<String> device() {
    return Optional.empty();
  }

  /// @param part of the device itself, or of its address
  record DevicePart(String of, String part) implements SettingName {
    @Override
    public String text() {
      return "device." + part;
    }

    @Override
    public String told() {
      return "";
    }

    @Override
    public Optional<String> device() {
      return Optional.of(of);
    }

    public String key() {
      return "devices." + of + "." + part;
    }
  }

  /// @param option of the driver; its name may have dots
  record DeviceOption(String of, String option) implements SettingName {
    @Override
    public String text() {
      return "device.option";
    }

    @Override
    public String told() {
      return option;
    }

    @Override
    public Optional<String> device() {
      return Optional.of(of);
    }

    public String key() {
      return "devices." + of + ".options." + option;
    }
  }

  /// @param option of the protocol; its name may have dots
  record CentralOptionName(String option) implements SettingName {
    @Override
    public String text() {
      return "central.option";
    }

    @Override
    public String told() {
      return option;
    }

    public String key() {
      return "central.options." + option;
    }
  }

  /// @param text its key, in whatever language and in whatever entry of a list
  /// @param language the language in which it is written; empty where it is in none
  record Plain(String text, Optional<Language> language) implements SettingName {
    @Override
    public String told() {
      return language.map(Language::ownName).orElse("");
    }
  }

  static SettingName of(String key) {
    String[] device = key.split("\\.", 4);
    if (device[0].equals("devices") && device.length == 3) {
      return new DevicePart(device[1], device[2]);
    }
    if (device[0].equals("devices") && device.length == 4 && device[2].equals("options")) {
      return new DeviceOption(device[1], device[3]);
    }
    String[] central = key.split("\\.", 3);
    if (central[0].equals("central") && central.length == 3 && central[1].equals("options")) {
      return new CentralOptionName(central[2]);
    }
    return new Plain(Language.inAny(key).replaceFirst("\\.[0-9]+\\.", "."), Language.ofKey(key));
  }
}

package org.libstation.flow.state;

import java.util.Optional;

/// Name of a setting, parsed from its key without `station.`. It belongs to a device, is an option
/// of the central system's protocol, or is any other setting.
public sealed interface SettingName {

  /// Key in the text files, after `setup.name.` and `setup.effect.`.
  String text();

  /// Returns the key of the text that explains what the setting does.
  default String effect() {
    return "setup.effect." + text();
  }

  /// Value for the placeholder in the name's text; empty text if it has none.
  String told();

  /// Returns the name of the setting's device; empty if the setting belongs to no device.
  default Optional<String> device() {
    return Optional.empty();
  }

  /// @param of name of the device
  /// @param part a setting of the device itself, or of its address
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

  /// @param of name of the device
  /// @param option of the driver; its name may contain dots
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

  /// @param option of the protocol; its name may contain dots
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

  /// @param text the setting's key, without its language and its number in a list
  /// @param language the language of the value; empty if it has none
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

package org.libstation.service.setup;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.libstation.site.PinHash;
import org.libstation.site.SettingKey;
import org.libstation.site.Shape;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.site.StationYaml;

/// Hashes PINs and staff card numbers that are given in plain form, so that the file holds only
/// hashes.
///
/// @param keys all changes, with PINs and card numbers hashed
/// @param taken the key of a PIN that another member already has; empty if none
record SetupSecrets(Map<String, String> keys, Optional<String> taken) {
  private static final Pattern TYPED_PIN = Pattern.compile("[0-9]{4,12}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /// @param settings throws [SiteProblem] if the settings cannot be read
  static SetupSecrets of(Supplier<StationSettings> settings, Map<String, String> keys) {
    if (keys.keySet().stream().noneMatch(key -> is(key, Shape.PIN) || is(key, Shape.CARD))) {
      return new SetupSecrets(keys, Optional.empty());
    }
    Map<String, String> held = held(settings, keys);
    Map<String, String> hashed = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : keys.entrySet()) {
      String key = each.getKey();
      String value = each.getValue();
      if (is(key, Shape.PIN) && TYPED_PIN.matcher(value).matches()) {
        if (held.values().stream().anyMatch(other -> PinHash.fits(other, value))) {
          return new SetupSecrets(Map.of(), Optional.of(key));
        }
        held.put(key, value);
        hashed.put(key, PinHash.of(value, RANDOM));
      } else if (is(key, Shape.CARD) && !value.isEmpty() && !PinHash.isHash(value)) {
        hashed.put(key, PinHash.of(value, RANDOM));
      } else {
        hashed.put(key, value);
      }
    }
    return new SetupSecrets(hashed, Optional.empty());
  }

  private static boolean is(String key, Shape shape) {
    return SettingKey.at(StationSettings.class, List.of(key.split("\\.", -1)))
        .filter(it -> it.shapes().contains(shape))
        .isPresent();
  }

  /// The existing PINs that the changes keep, by key.
  private static Map<String, String> held(
      Supplier<StationSettings> settings, Map<String, String> keys) {
    Map<String, String> held = new HashMap<>();
    try {
      SettingsList.walk(StationYaml.ROOT, settings.get(), held);
    } catch (SiteProblem _) {
      // The settings cannot be read now; this change may mend them, and a trial checks it.
      return held;
    }
    return held.entrySet().stream()
        .map(each -> Map.entry(StationYaml.below(each.getKey()), each.getValue()))
        .filter(each -> is(each.getKey(), Shape.PIN) && !goes(each.getKey(), keys))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, HashMap::new));
  }

  /// Whether the changes replace this value, or the list entry that contains it.
  private static boolean goes(String key, Map<String, String> keys) {
    return keys.containsKey(key) || keys.containsKey(key.replaceFirst("\\.[^.]*$", ""));
  }
}

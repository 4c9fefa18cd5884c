package org.libstation.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.site.StrictYaml.YamlText;
import org.libstation.site.edit.YamlTree;

/// Reads `station.yaml`. Each error names file, line, key and what was expected.
public final class SettingsFile {
  private static final StrictYaml<StationSettings> STATION =
      new StrictYaml<>(StationYaml.ROOT, StationSettings.class);

  private SettingsFile() {}

  /// @param directory the site's configuration directory
  /// @param overrides settings that replace the file's, by full key
  /// @throws SiteProblem if the file is missing or no valid YAML, or a key or value is wrong
  public static StationSettings read(Path directory, Map<String, String> overrides) {
    Path file = StationYaml.in(directory);
    if (Files.notExists(file) || Files.isDirectory(file)) {
      throw new SiteProblem(
          Reason.of(Reason.Word.NO_FILE, "", StationYaml.NAME)
              .refusal(
                  StationYaml.NAME,
                  0,
                  "",
                  file
                      + ": not found; expected the site's settings (config/station.yaml is an"
                      + " example)"));
    }
    YamlText text = YamlText.of(file);
    StationSettings settings = STATION.read(List.of(text), overrides);
    if (!JudgedPins.wereGood(directory.resolve(settings.data()), settings.technician())) {
      refuseExamplePins(text, settings);
    }
    return settings;
  }

  /// Reads settings from a text that is not in the file yet.
  public static StationSettings read(YamlText text, Map<String, String> overrides) {
    StationSettings settings = STATION.read(List.of(text), overrides);
    refuseExamplePins(text, settings);
    return settings;
  }

  private static void refuseExamplePins(YamlText text, StationSettings settings) {
    if (settings.mode() == StationSettings.Mode.LIVE && settings.technician().hasDefault()) {
      Reason why = Reason.of(Reason.Word.NO_EXAMPLE);
      throw StrictYaml.problem(
          List.of(text), "station.technician.pin", "expected " + why.english(), why);
    }
  }

  /// Makes the problem of a value that was read but is not acceptable, with its place.
  ///
  /// @param what the message in English
  /// @param reason the same, for a screen
  public static SiteProblem problem(
      Path directory, String key, @Nullable String what, Reason reason) {
    return StrictYaml.problem(List.of(text(directory)), key, what, reason);
  }

  /// Finds secrets that a comment follows on the same line. The comment may be meant as part of the
  /// secret. Each result names file, line and key.
  ///
  /// @param directory the site's configuration directory
  public static List<String> cutSecrets(Path directory) {
    return YamlTree.ofAny(text(directory).yaml()).cutByComment().stream()
        .filter(place -> isSecret(place.key()))
        .map(place -> StationYaml.NAME + ", line " + place.line() + ": " + place.key())
        .toList();
  }

  private static boolean isSecret(String key) {
    return SettingKey.at(StationSettings.class, List.of(StationYaml.below(key).split("\\.", -1)))
        .filter(it -> it.hidden() == SiteSetting.Hidden.ALWAYS)
        .isPresent();
  }

  /// Reports where the text is no valid YAML; empty if it is valid.
  public static Optional<SiteProblem> fault(Path directory, String yaml) {
    return STATION.fault(new YamlText(StationYaml.in(directory).toString(), yaml));
  }

  /// The file's text; an empty text if there is no file.
  static YamlText text(Path directory) {
    Path file = StationYaml.in(directory);
    return Files.isRegularFile(file) ? YamlText.of(file) : new YamlText(file.toString(), "");
  }
}

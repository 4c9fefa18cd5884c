package org.libstation.service.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.flow.state.SettingRefusal;
import org.libstation.journal.sqlite.LibraryKey;
import org.libstation.language.Texts;
import org.libstation.screen.SiteBrand;
import org.libstation.site.Laboratory;
import org.libstation.site.OnePort;
import org.libstation.site.PolicyFeedSettings;
import org.libstation.site.Reason;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteFiles;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.site.StationYaml;
import org.libstation.site.StrictYaml;
import org.libstation.site.StrictYaml.YamlText;
import org.libstation.site.TimeOfDay;
import org.libstation.station.parts.Devices;
import org.libstation.station.parts.FlowParts;
import org.libstation.station.parts.JournalParts;
import org.libstation.station.parts.PatronPayments;
import org.libstation.station.parts.SiteCentral;

/// Checks everything that a start would read of a site, without starting.
public final class SiteTrial {
  private SiteTrial() {}

  /// Tests whether a station would start with this text as its `station.yaml`.
  ///
  /// @param more checks the settings further, for example against the panel
  /// @return what a start would report; empty if it would start
  static Optional<SettingRefusal> of(
      Path config, String yaml, Map<String, String> overrides, Consumer<StationSettings> more) {
    YamlText text = new YamlText(StationYaml.in(config).toString(), yaml);
    try {
      SiteBrand brand = SiteFiles.brand(config);
      StationSettings settings = SettingsFile.read(text, SiteFiles.named(brand, overrides));
      OnePort.check(config, text, settings);
      checkParts(config, settings);
      new PolicyFeedSettings(settings, config).checkPlaces();
      more.accept(settings);
      return Optional.empty();
    } catch (SiteProblem wrong) {
      return Optional.of(placed(text, refusal(wrong)));
    }
  }

  /// Checks all but the rules, which have their own check.
  ///
  /// @throws SiteProblem as a start would
  public static void check(Path config, StationSettings settings) {
    OnePort.check(config, settings);
    checkParts(config, settings);
  }

  private static void checkParts(Path config, StationSettings settings) {
    TimeOfDay.check(settings.mode());
    Laboratory.check(config, settings);
    Texts texts = SiteFiles.texts(config);
    Object _ = SiteFiles.receiptLayout(config, texts, FlowParts.paperDots(config, settings));
    Object _ = SiteFiles.theme(config);
    SiteCentral.check(settings, config);
    PatronPayments.check(config, settings);
    recoveryKey(config, settings);
    settings
        .devices()
        .forEach((name, entry) -> Devices.create(config, name, entry, _ -> {}).close());
  }

  private static void recoveryKey(Path config, StationSettings settings) {
    Optional<Path> there = JournalParts.recoveryFile(settings, config);
    if (there.isPresent()) {
      try {
        LibraryKey _ = LibraryKey.read(there.get());
      } catch (RuntimeException e) {
        throw SettingsFile.problem(
            config, "station.recovery-key", e.getMessage(), Reason.of(Reason.Word.BAD_KEY));
      }
    }
  }

  /// Replaces the file's line in a problem by that of the proposed text.
  private static SettingRefusal placed(YamlText text, SettingRefusal told) {
    String key = StationYaml.full(told.setting());
    int at = told.english().indexOf(key + ": ");
    if (at < 0 || !told.english().startsWith(text.place())) {
      return told;
    }
    String rest = told.english().substring(at + key.length() + ": ".length());
    SettingRefusal again =
        refusal(StrictYaml.problem(List.of(text), key, rest, Reason.plain(rest)));
    return told.at(again.file(), again.line(), again.setting(), again.english());
  }

  /// The refusal that a screen shows. If there is no sentence for it, it refers to the log.
  static SettingRefusal refusal(SiteProblem problem) {
    return problem
        .refusal()
        .orElseGet(() -> SettingRefusal.of("OTHER", String.valueOf(problem.getMessage())));
  }
}

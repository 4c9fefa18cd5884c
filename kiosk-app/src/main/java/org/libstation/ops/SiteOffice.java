package org.libstation.ops;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.StationClock;
import org.libstation.flow.state.Language;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.parts.JournalParts;
import org.libstation.parts.SiteCentral;
import org.libstation.rules.PolicyFeeds;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteFiles;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.sync.CentralHabits;
import org.libstation.sync.SyncSettings;
import org.libstation.text.Texts;

/// A site as the commands for staff need it. Each method throws [SiteProblem] in plain words when
/// the site's files cannot be.
public final class SiteOffice {
  private SiteOffice() {}

  /// How a site speaks.
  ///
  /// @param language the station's own
  /// @param station its name in that language
  public record Manner(Texts texts, Language language, ZoneId zone, String station) {}

  /// What asks the central system as the station does.
  public record Asking(
      CentralSystem central, StationClock clock, SyncSettings settings, CentralHabits habits)
      implements AutoCloseable {
    @Override
    public void close() {
      central.close();
    }
  }

  /// @param config the site's directory
  public static Manner manner(Path config) {
    StationSettings settings = SettingsFile.read(config, Map.of());
    Language language = settings.language();
    return new Manner(
        SiteFiles.texts(config),
        language,
        ZoneId.of(settings.central().zone()),
        settings.name().getOrDefault(language.tag(), ""));
  }

  /// How the program speaks where no site is named: English, in this machine's zone.
  public static Manner manner() {
    return new Manner(SiteFiles.texts(Path.of("")), Language.OF_STAFF, ZoneId.systemDefault(), "");
  }

  /// The site's journal with this machine's keys, beside the station that writes it.
  public static JournalReader read(Path config) {
    try {
      return JournalParts.read(config);
    } catch (JournalException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
  }

  /// The site's central system, not connected yet.
  public static Asking asking(Path config) {
    StationSettings settings = SettingsFile.read(config, Map.of());
    SiteCentral central = SiteCentral.of(settings, config);
    SyncSettings sync = central.settling();
    StationClock clock =
        JournalParts.clock(
            config.resolve(settings.data()), ZoneId.of(settings.central().zone()), sync);
    return new Asking(
        central.system(clock),
        clock,
        sync,
        central.habits(PolicyFeeds.inForce(settings, config, clock)::loanDays));
  }
}

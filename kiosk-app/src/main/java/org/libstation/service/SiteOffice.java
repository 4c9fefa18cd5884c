package org.libstation.service;

import java.nio.file.Path;
import java.time.ZoneId;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.StationClock;
import org.libstation.flow.state.Language;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.language.Texts;
import org.libstation.site.Site;
import org.libstation.site.SiteFiles;
import org.libstation.site.SiteProblem;
import org.libstation.station.parts.JournalParts;
import org.libstation.station.parts.SiteCentral;
import org.libstation.station.policy.PolicyFeeds;
import org.libstation.sync.CentralHabits;
import org.libstation.sync.SyncSettings;

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
  public record CentralAccess(
      CentralSystem central, StationClock clock, SyncSettings settings, CentralHabits habits)
      implements AutoCloseable {
    @Override
    public void close() {
      central.close();
    }
  }

  public static Manner manner(Site site) {
    Language language = site.settings().language();
    return new Manner(
        SiteFiles.texts(site.directory()),
        language,
        site.zone(),
        site.settings().name().getOrDefault(language, ""));
  }

  /// How the program speaks where no site is named: English, in this machine's zone.
  public static Manner manner() {
    return new Manner(SiteFiles.texts(Path.of("")), Language.OF_STAFF, ZoneId.systemDefault(), "");
  }

  /// The site's journal with this machine's keys, beside the station that writes it.
  public static JournalReader read(Site site) {
    try {
      return JournalParts.read(site);
    } catch (JournalException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
  }

  /// The site's central system, not connected yet.
  public static CentralAccess asking(Site site) {
    SiteCentral central = SiteCentral.of(site.settings(), site.directory());
    SyncSettings sync = central.settling();
    StationClock clock = JournalParts.clock(site.data(), site.zone(), sync);
    return new CentralAccess(
        central.system(clock),
        clock,
        sync,
        central.habits(PolicyFeeds.inForce(site.settings(), site.directory(), clock)::loanDays));
  }
}

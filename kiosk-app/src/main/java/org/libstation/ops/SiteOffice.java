package org.libstation.ops;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.circulation.StationClock;
import org.libstation.flow.state.Language;
import org.libstation.site.SiteProblem;
import org.libstation.ops.StaffSite;
import org.libstation.flow.state.Language;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.parts.CentralParts;
import org.libstation.parts.FlowParts;
import org.libstation.parts.JournalParts;
import org.libstation.rules.PolicyFeeds;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteFiles;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.sync.SyncSettings;

/// A site as the commands for staff need it.
public final class SiteOffice implements StaffSite {

  @Override
  public Manner manner(Path config) {
    StationSettings settings = SettingsFile.read(config, Map.of());
    Language language = FlowParts.language(settings.language());
    return new Manner(
        SiteFiles.texts(config),
        language,
        ZoneId.of(settings.central().zone()),
        settings.name().getOrDefault(language.tag(), ""));
  }

  @Override
  public Manner manner() {
    return new Manner(SiteFiles.texts(Path.of("")), Language.EN, ZoneId.systemDefault(), "");
  }

  @Override
  public JournalReader read(Path config) {
    try {
      return JournalParts.read(config);
    } catch (JournalException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Asking asking(Path config) {
    StationSettings settings = SettingsFile.read(config, Map.of());
    Sip2Dialect dialect = CentralParts.dialect(settings.central(), config);
    SyncSettings sync = CentralParts.settling(settings.settling(), dialect);
    StationClock clock =
        JournalParts.clock(
            config.resolve(settings.data()), ZoneId.of(settings.central().zone()), sync);
    return new Asking(
        CentralParts.system(settings.central(), dialect, config, clock),
        clock,
        sync,
        CentralParts.habits(
            dialect,
            PolicyFeeds.inForce(settings, config, clock)::loanDays,
            settings.drop().holdsAtEmptying()));
  }
}

package org.libstation.ops;

import java.nio.file.Path;
import java.time.ZoneId;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.StationClock;
import org.libstation.flow.state.Language;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.sync.CentralHabits;
import org.libstation.sync.SyncSettings;
import org.libstation.text.Texts;

/// What the commands for staff need of a site. Every method throws [SiteProblem] in plain words
/// when the site's files cannot be.
public interface StaffSite {

  /// @param config the site's directory
  Manner manner(Path config);

  /// How the program speaks where no site is named: English, in this machine's zone.
  Manner manner();

  /// The site's journal with this machine's keys, beside the station that writes it.
  JournalReader read(Path config);

  /// The site's central system, not connected yet.
  Asking asking(Path config);

  /// How a site speaks.
  ///
  /// @param language the station's own
  /// @param station its name in that language
  record Manner(Texts texts, Language language, ZoneId zone, String station) {}

  /// What asks the central system as the station does.
  record Asking(
      CentralSystem central, StationClock clock, SyncSettings settings, CentralHabits habits)
      implements AutoCloseable {
    @Override
    public void close() {
      central.close();
    }
  }
}

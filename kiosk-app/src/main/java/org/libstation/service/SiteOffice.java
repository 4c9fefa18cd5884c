package org.libstation.service;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.StationClock;
import org.libstation.circulation.TaskNote;
import org.libstation.flow.state.Language;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.language.NoteWords;
import org.libstation.language.Texts;
import org.libstation.site.Site;
import org.libstation.site.SiteFiles;
import org.libstation.site.SiteProblem;
import org.libstation.station.parts.JournalParts;
import org.libstation.station.parts.SiteCentral;
import org.libstation.station.policy.PolicyInForce;
import org.libstation.sync.CentralHabits;
import org.libstation.sync.SyncSettings;

/// Gives staff commands access to a site. Each method throws [SiteProblem], in plain words, if the
/// site's files are wrong.
public final class SiteOffice {
  private SiteOffice() {}

  /// Language, time zone and name of a site.
  ///
  /// @param language the station's own language
  /// @param station its name in that language
  public record Manner(Texts texts, Language language, ZoneId zone, String station) {}

  /// Sends requests to the central system as the station does.
  public record CentralAccess(
      CentralSystem central, StationClock clock, SyncSettings settings, CentralHabits habits)
      implements AutoCloseable {
    @Override
    public void close() {
      central.close();
    }
  }

  /// The language, zone and name of this site.
  public static Manner manner(Site site) {
    Language language = site.settings().language();
    return new Manner(
        SiteFiles.texts(site.directory()),
        language,
        site.zone(),
        site.settings().name().getOrDefault(language, ""));
  }

  /// Defaults if no site is named: English, in this machine's zone.
  public static Manner manner() {
    return new Manner(SiteFiles.texts(Path.of("")), Language.OF_STAFF, ZoneId.systemDefault(), "");
  }

  /// Renders a task's notes for a technician, in English and with the values as written. If the
  /// texts cannot be read, the raw notes are shown, because a journal must stay readable.
  public static Function<List<TaskNote>, String> notes() {
    try {
      return new NoteWords(manner().texts().in(Language.OF_STAFF), Optional.empty())::of;
    } catch (SiteProblem _) {
      return TaskNote::asWritten;
    }
  }

  /// Opens the site's journal for reading with this machine's keys, beside the station that writes
  /// it.
  public static JournalReader read(Site site) {
    try {
      return JournalParts.read(site);
    } catch (JournalException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
  }

  /// Makes the site's central system; it is not connected yet.
  public static CentralAccess asking(Site site) {
    SiteCentral central = SiteCentral.of(site.settings(), site.directory());
    SyncSettings sync = central.settling();
    StationClock clock = JournalParts.clock(site.data(), site.zone(), sync);
    return new CentralAccess(
        central.system(clock),
        clock,
        sync,
        central.habits(PolicyInForce.of(site.settings(), site.directory(), clock)::loanDays));
  }
}

package org.libstation.station.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.libstation.check.HealthFile;
import org.libstation.check.Metrics;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.StationClock;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.Ballast;
import org.libstation.journal.sqlite.JournalFiles;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.journal.sqlite.LibraryKey;
import org.libstation.process.log.PublicStatus;
import org.libstation.site.Reason;
import org.libstation.site.SettingsFile;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.site.TimeOfDay;
import org.libstation.site.ZoneFile;
import org.libstation.sync.ClockKeeper;
import org.libstation.sync.SyncSettings;

/// The journal, its keys and the clock that goes with it.
public final class JournalParts {
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  private static final String MACHINE_KEY = "machine.key";

  /// What the public half of the recovery pair is called, in the site's directory or, where a demo
  /// made it, among the station's keys.
  public static final String PUBLIC_KEY = "recovery-public.pem";

  /// The private half of a demo. A live station never writes one.
  private static final String PRIVATE_KEY = "recovery-private-MOVE-TO-A-SAFE.pem";

  /// How a station calls its journal that has none it can use.
  private static final Set<String> NONE_TO_USE =
      Set.of(JournalHealth.FAILING.name(), JournalHealth.DISK_FULL.name());

  private JournalParts() {}

  /// The station's clock: evenly by monotonic time, checked against the newest entry.
  public static ClockKeeper clock(Path data, ZoneId zone, SyncSettings settings) {
    return new ClockKeeper(
        TimeOfDay.wall(),
        // On Linux this counts from the start of the machine, so it goes on over restarts.
        () -> java.time.Duration.ofNanos(System.nanoTime()),
        bootId(),
        zone,
        newest(data),
        settings.clockTolerance(),
        new ZoneFile(data));
  }

  /// Opens the station's journal; a disk that does not let us closes the station and not the
  /// program.
  public static OpenJournal running(StationSettings settings, Path site, StationClock clock) {
    Path data = site.resolve(settings.data());
    Path directory = data.resolve("journal");
    // Before this start shows itself.
    Optional<EventTime> lastSign = HealthFile.read(data).map(LifeSign::of);
    try {
      return OpenJournal.of(directory, opening(settings, site, clock)).withLastSign(lastSign);
    } catch (JournalException e) {
      return switch (e.kind()) {
        case DISK_FULL, READ_ONLY, IO, DISK, CORRUPT -> OpenJournal.of(directory, e);
        // A key file that the settings name, or another program: for the person who starts it.
        case KEY, KEY_MISSING, KEY_BOUND, NEWER, OLD_FORM, IN_USE ->
            throw new SiteProblem(String.valueOf(e.getMessage()));
      };
    }
  }

  private static JournalStore.JournalOpening opening(
      StationSettings settings, Path site, StationClock clock) {
    Path data = site.resolve(settings.data());
    Path keys = data.resolve("keys");
    SecureRandom random = new SecureRandom();
    try {
      Files.createDirectories(keys);
      return new JournalStore(
              clock,
              machineKey(data),
              recoveryKey(settings, site, keys, random),
              Ballast.DEFAULT_BYTES,
              random,
              signs(data))
          .open(data.resolve("journal"));
    } catch (IOException e) {
      throw new SiteProblem(keys + " cannot be made: " + e.getMessage());
    }
  }

  /// Where a station's data directory has the machine's key.
  public static Path machineKey(Path data) {
    return data.resolve("keys").resolve(MACHINE_KEY);
  }

  /// What a station leaves in its data directory only once it has run: beside one of these no
  /// journal, or an empty one, is no first start.
  public static List<Path> signs(Path data) {
    // A first start that found no room left its status and never had a journal.
    boolean neverHadOne =
        HealthFile.read(data)
            .map(HealthFile.Health::journal)
            .filter(NONE_TO_USE::contains)
            .isPresent();
    return neverHadOne
        ? List.of()
        : List.of(data.resolve(PublicStatus.FILE), HealthFile.in(data), Metrics.in(data));
  }

  /// Opens a site's journal for a command that writes in it while no station runs.
  public static JournalStore.JournalOpening open(Site site) {
    try {
      return opening(site.settings(), site.directory(), clock(site));
    } catch (JournalException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
  }

  /// Reads a site's journal beside the station, with this machine's keys where it has them.
  ///
  /// @throws SiteProblem when there is no journal
  public static JournalReader read(Site site) {
    Path data = site.data();
    Path directory = data.resolve("journal");
    if (!Files.exists(directory.resolve(JournalFiles.FILE))) {
      throw missing(directory);
    }
    Path keys = data.resolve("keys");
    Path machineKey = machineKey(data);
    if (!Files.exists(machineKey)) {
      return JournalStore.read(directory);
    }
    SecureRandom random = new SecureRandom();
    return new JournalStore(
            clock(site),
            machineKey,
            recoveryKey(site.settings(), site.directory(), keys, random),
            Ballast.DEFAULT_BYTES,
            random,
            signs(data))
        .readSealed(directory);
  }

  private static ClockKeeper clock(Site site) {
    SyncSettings sync = SiteCentral.of(site.settings(), site.directory()).settling();
    return clock(site.data(), site.zone(), sync);
  }

  /// The public half of the site's recovery key, which the journal was opened with.
  public static LibraryKey recoveryKey(StationSettings settings, Path site) {
    return recoveryKey(
        settings, site, site.resolve(settings.data()).resolve("keys"), new SecureRandom());
  }

  private static LibraryKey recoveryKey(
      StationSettings settings, Path site, Path keys, SecureRandom random) {
    Optional<Path> there = recoveryFile(settings, site);
    if (there.isPresent()) {
      return LibraryKey.read(there.get());
    }
    return LibraryKey.createPair(keys.resolve(PUBLIC_KEY), keys.resolve(PRIVATE_KEY), random);
  }

  /// Where the public half of the site's recovery key lies.
  ///
  /// @return empty where a demo is yet to make one
  /// @throws SiteProblem when a live station has none: who made one here would write its private
  ///   half on the disk that it is to survive
  public static Optional<Path> recoveryFile(StationSettings settings, Path site) {
    if (!settings.recoveryKey().isEmpty()) {
      return Optional.of(site.resolve(settings.recoveryKey()));
    }
    Optional<Path> there =
        Stream.of(site, site.resolve(settings.data()).resolve("keys"))
            .map(directory -> directory.resolve(PUBLIC_KEY))
            .filter(Files::exists)
            .findFirst();
    if (there.isEmpty() && settings.mode() == StationSettings.Mode.LIVE) {
      Reason why = Reason.of(Reason.Word.RECOVERY_KEY);
      throw SettingsFile.problem(site, "station.recovery-key", "expected " + why.english(), why);
    }
    return there;
  }

  private static Optional<Instant> newest(Path data) {
    Path journal = data.resolve("journal");
    if (!Files.exists(journal.resolve(JournalFiles.FILE))) {
      return Optional.empty();
    }
    try (JournalReader reader = JournalStore.read(journal)) {
      return reader.newestSound().map(entry -> entry.at().corrected().toInstant());
    } catch (JournalException e) {
      // Opening it for writing says what is wrong, in one place.
      return Optional.empty();
    }
  }

  /// At another time of day it is another run of the machine.
  private static String bootId() {
    if (TimeOfDay.begins().isPresent()) {
      return "began-" + TimeOfDay.begins().get();
    }
    try {
      return Files.readString(BOOT_ID).strip();
    } catch (IOException e) {
      return "started-" + Instant.now().getEpochSecond();
    }
  }

  /// There is no journal where one is looked for.
  ///
  /// @param directory the journal's
  public static SiteProblem missing(Path directory) {
    return new SiteProblem(
        JournalStore.broken(directory)
            .map(
                found ->
                    directory
                        + ": "
                        + found.words()
                        + "; ./station journal restore or new, docs/backup.md")
            .orElse(
                "there is no journal in "
                    + directory
                    + ": no station has run with this data directory"));
  }
}

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

/// Opens a site's journal and makes its keys and clock.
public final class JournalParts {
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  private static final String MACHINE_KEY = "machine.key";

  /// File name of the recovery key's public half. The file is in the site's directory or, if a demo
  /// made it, among the station's keys.
  public static final String PUBLIC_KEY = "recovery-public.pem";

  /// File name of the recovery key's private half. Only a demo writes it; a live station never
  /// does.
  private static final String PRIVATE_KEY = "recovery-private-MOVE-TO-A-SAFE.pem";

  /// Journal states in the health file that mean that the journal could not be used.
  private static final Set<String> NONE_TO_USE =
      Set.of(JournalHealth.FAILING.name(), JournalHealth.DISK_FULL.name());

  private JournalParts() {}

  /// Makes the station's clock. It advances by monotonic time and is checked against the newest
  /// journal entry.
  public static ClockKeeper clock(Path data, ZoneId zone, SyncSettings settings) {
    return new ClockKeeper(
        TimeOfDay.wall(),
        // On Linux this time counts from the machine's boot, so it continues over restarts of the
        // program.
        () -> java.time.Duration.ofNanos(System.nanoTime()),
        bootId(),
        zone,
        newest(data),
        settings.clockTolerance(),
        new ZoneFile(data));
  }

  /// Opens the station's journal. A disk fault closes the station but does not end the program.
  ///
  /// @throws SiteProblem if a key file does not fit, another program has the journal open, or the
  ///   journal has an unknown form
  public static OpenJournal running(StationSettings settings, Path site, StationClock clock) {
    Path data = site.resolve(settings.data());
    Path directory = data.resolve("journal");
    // Read before this start writes its own health file.
    Optional<EventTime> lastSign = HealthFile.read(data).map(LastLifeSign::of);
    try {
      return OpenJournal.of(directory, opening(settings, site, clock)).withLastSign(lastSign);
    } catch (JournalException e) {
      return switch (e.kind()) {
        case DISK_FULL, READ_ONLY, IO, DISK, CORRUPT -> OpenJournal.of(directory, e);
        // These need the person who starts the station: a key file, the journal's form, or another
        // program.
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

  /// Path of the machine key in a station's data directory.
  public static Path machineKey(Path data) {
    return data.resolve("keys").resolve(MACHINE_KEY);
  }

  /// Files that exist only after a station has run. If one of them exists, a missing or empty
  /// journal is not a first start.
  public static List<Path> signs(Path data) {
    // A first start on a full disk wrote its status but never had a journal.
    boolean neverHadOne =
        HealthFile.read(data)
            .map(HealthFile.Health::journal)
            .filter(NONE_TO_USE::contains)
            .isPresent();
    return neverHadOne
        ? List.of()
        : List.of(data.resolve(PublicStatus.FILE), HealthFile.in(data), Metrics.in(data));
  }

  /// Opens a site's journal for a command that writes to it while no station runs.
  ///
  /// @throws SiteProblem if the journal cannot be opened
  public static JournalStore.JournalOpening open(Site site) {
    try {
      return opening(site.settings(), site.directory(), clock(site));
    } catch (JournalException e) {
      throw new SiteProblem(String.valueOf(e.getMessage()));
    }
  }

  /// Reads a site's journal while the station may be running. Uses this machine's keys if they
  /// exist.
  ///
  /// @throws SiteProblem if there is no journal
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

  /// The public half of the site's recovery key, with which the journal was opened.
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

  /// Path of the recovery key's public half.
  ///
  /// @return empty if a demo has yet to make one
  /// @throws SiteProblem if a live station has none. Making one here would put the private half on
  ///   the very disk whose loss it must survive.
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
      // Opening the journal for writing reports the fault, in one place.
      return Optional.empty();
    }
  }

  /// Identifies the run of the machine. A simulated time of day counts as another run.
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

  /// Makes the problem that reports a missing journal.
  ///
  /// @param directory the journal's directory
  public static SiteProblem missing(Path directory) {
    return new SiteProblem(
        JournalStore.broken(directory)
            .map(
                found ->
                    directory
                        + ": "
                        + found.words()
                        + "; ./station journal restore or new, docs/administrator/backup.md")
            .orElse(
                "there is no journal in "
                    + directory
                    + ": no station has run with this data directory"));
  }
}

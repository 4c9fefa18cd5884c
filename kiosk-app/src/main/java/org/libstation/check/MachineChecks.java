package org.libstation.check;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Checks the computer itself by what Linux reports.
public final class MachineChecks {
  /// Code of a disk without room for further writes.
  public static final String NO_ROOM = "G42";

  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final long MEGABYTE = 1_000_000;
  private static final long DISK_LOW = 1_000 * MEGABYTE;
  private static final long DISK_FULL = 100 * MEGABYTE;
  private static final long MEMORY_LOW_KB = 150_000;
  private static final double WARM = 80;
  private static final double HOT = 90;

  private final Path root;

  /// @param root the machine's root directory `/`, or a test copy of some of its folders
  public MachineChecks(Path root) {
    this.root = root;
  }

  /// Checks the free room on the disk of the journal.
  ///
  /// @param data directory of the journal
  public Check disk(Path data) {
    return new PlainCheck("disk", LIMIT, () -> disk(room(data), data));
  }

  /// @param free free bytes
  /// @param all total bytes
  record Room(long free, long all) {}

  private static Room room(Path data) {
    Path there = data.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      FileStore store = Files.getFileStore(there);
      return new Room(store.getUsableSpace(), Math.max(1, store.getTotalSpace()));
    } catch (IOException _) {
      return new Room(0, 1);
    }
  }

  /// Judges the free room: attention below 1000 MB, fault below 100 MB.
  static Verdict disk(Room room, Path data) {
    CheckPhrase told =
        CheckPhrase.of("told.disk", room.free() / MEGABYTE, room.free() * 100 / room.all(), data);
    if (room.free() < DISK_FULL) {
      return Verdict.of(told, List.of(Finding.fault(NO_ROOM, told)));
    }
    return Verdict.of(
        told, room.free() < DISK_LOW ? List.of(Finding.attention("G41", told)) : List.of());
  }

  public Check memory() {
    return new PlainCheck("memory", LIMIT, this::ofMemory);
  }

  private Verdict ofMemory() {
    long free = number("MemAvailable");
    long all = number("MemTotal");
    if (all == 0) {
      return new Verdict.NotApplicable(CheckPhrase.of("told.untold"));
    }
    CheckPhrase told = CheckPhrase.of("told.memory", free / 1000, all / 1000);
    return Verdict.of(
        told, free < MEMORY_LOW_KB ? List.of(Finding.attention("G43", told)) : List.of());
  }

  /// Codes of the current findings about disk, memory and temperature.
  ///
  /// @param data directory of the journal
  public List<String> found(Path data) {
    return Stream.of(disk(room(data), data), ofMemory(), ofTemperature())
        .filter(Verdict.WithFindings.class::isInstance)
        .flatMap(verdict -> ((Verdict.WithFindings) verdict).findings().stream())
        .map(Finding::code)
        .toList();
  }

  /// Available memory in megabytes; 0 if the machine does not report it.
  public long freeMemoryMb() {
    return number("MemAvailable") / 1000;
  }

  private long number(String name) {
    try (Stream<String> lines = Files.lines(root.resolve("proc/meminfo"))) {
      return lines
          .filter(line -> line.startsWith(name + ":"))
          .map(line -> line.replaceAll("[^0-9]", ""))
          .filter(digits -> !digits.isEmpty())
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException _) {
      return 0;
    }
  }

  public Check temperature() {
    return new PlainCheck("temperature", LIMIT, this::ofTemperature);
  }

  private Verdict ofTemperature() {
    OptionalDouble hottest = hottest();
    if (hottest.isEmpty()) {
      return new Verdict.NotApplicable(CheckPhrase.of("told.untold"));
    }
    double degrees = hottest.getAsDouble();
    CheckPhrase told = CheckPhrase.of("told.temperature", Math.round(degrees));
    if (degrees >= HOT) {
      return Verdict.of(told, List.of(Finding.fault("G44", told)));
    }
    return Verdict.of(told, degrees >= WARM ? List.of(Finding.attention("G44", told)) : List.of());
  }

  /// The highest temperature of all zones, in degrees Celsius; empty if none is reported.
  public OptionalDouble hottest() {
    Path zones = root.resolve("sys/class/thermal");
    if (!Files.isDirectory(zones)) {
      return OptionalDouble.empty();
    }
    List<Double> degrees = new ArrayList<>();
    try (Stream<Path> all = Files.list(zones)) {
      for (Path zone : all.toList()) {
        Path temp = zone.resolve("temp");
        if (Files.isReadable(temp)) {
          reading(temp).ifPresent(degrees::add);
        }
      }
    } catch (IOException _) {
      return OptionalDouble.empty();
    }
    return degrees.stream().mapToDouble(Double::doubleValue).max();
  }

  private static Optional<Double> reading(Path file) {
    try {
      return Optional.of(Integer.parseInt(Files.readString(file).strip()) / 1000.0);
    } catch (IOException | NumberFormatException _) {
      // A sensor that cannot be read is skipped.
      return Optional.empty();
    }
  }

  /// Checks this machine's clock: its time zone, whether the central system's clock agrees, and
  /// whether a time service keeps it.
  ///
  /// @param machine the zone of this machine
  /// @param central the zone of the central system's clock
  /// @param seen finding of the running station about that clock
  /// @param clock reports whether a time service keeps the machine's clock
  public Check clock(
      ZoneId machine,
      ZoneId central,
      InstantSource now,
      Supplier<Optional<Finding>> seen,
      ClockState clock) {
    return new PlainCheck(
        "clock",
        LIMIT,
        () -> {
          Instant moment = now.instant();
          List<Finding> findings = new ArrayList<>();
          if (!machine.getRules().getOffset(moment).equals(central.getRules().getOffset(moment))) {
            findings.add(Finding.attention("G51", CheckPhrase.of("told.zones", machine, central)));
          }
          seen.get().ifPresent(findings::add);
          Optional<Boolean> kept = clock.synchronised();
          if (kept.isPresent() && !kept.get()) {
            findings.add(Finding.attention("G52", CheckPhrase.of("seen.G52")));
          }
          return Verdict.of(
              CheckPhrase.of(
                  kept.isPresent() && kept.get() ? "told.clock.kept" : "told.clock", machine),
              findings);
        });
  }

  /// Checks whether font files are installed on this machine.
  ///
  /// @param wanted paths of the files from the root directory, without the leading `/`
  public Check fonts(List<String> wanted) {
    return new PlainCheck(
        "fonts",
        LIMIT,
        () -> {
          List<String> missing =
              wanted.stream().filter(file -> !Files.exists(root.resolve(file))).toList();
          CheckPhrase told =
              CheckPhrase.of("told.fonts", wanted.size() - missing.size(), wanted.size());
          return Verdict.of(
              told,
              missing.isEmpty()
                  ? List.of()
                  : List.of(
                      Finding.attention(
                          "G71", CheckPhrase.of("told.plain", String.join(", ", missing)))));
        });
  }
}

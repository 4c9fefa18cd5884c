package org.libstation.check;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Records measurements hour by hour for a month: round trips to the central system, bin fill,
/// repeated reads, clock difference and computer temperature. The file has lines
/// `hour,median,p95,trips,fill,again` and, if one of them is known, `hour,skew,degrees`. It names
/// no person and no item.
public final class Metrics {
  static final String FILE = "metrics.csv";

  /// Number of hours kept.
  static final int MOST_HOURS = 31 * 24;

  /// Limit of round trips stored for the current hour.
  private static final int MOST_TRIPS = 5_000;

  private final Path file;
  private final InstantSource clock;
  private final TreeMap<Instant, Hour> hours = new TreeMap<>();
  private final List<Long> trips = new ArrayList<>();
  private Instant current;
  private int again;
  private OptionalInt fill = OptionalInt.empty();
  private OptionalLong skew = OptionalLong.empty();
  private OptionalInt degrees = OptionalInt.empty();
  private Optional<Instant> lastSilence = Optional.empty();
  private OptionalLong skewSeconds = OptionalLong.empty();

  /// Measurements of one hour. Median and p95 of round trips are in milliseconds.
  ///
  /// @param trips number of measured round trips
  /// @param again number of repeated reads
  /// @param machine measurements of the computer itself
  @RecordBuilder
  public record Hour(
      OptionalLong median,
      OptionalLong p95,
      int trips,
      OptionalInt fillPercent,
      int again,
      MachineMetrics machine)
      implements MetricsHourBuilder.With {
    private static final Hour NOTHING =
        new Hour(
            OptionalLong.empty(),
            OptionalLong.empty(),
            0,
            OptionalInt.empty(),
            0,
            new MachineMetrics(OptionalLong.empty(), OptionalInt.empty()));
  }

  /// @param skewSeconds the central system's clock minus the station's, at the end of the hour
  /// @param degrees highest temperature of the hour, in degrees Celsius
  public record MachineMetrics(OptionalLong skewSeconds, OptionalInt degrees) {
    private boolean known() {
      return skewSeconds.isPresent() || degrees.isPresent();
    }
  }

  /// Path of the file in a data directory.
  public static Path in(Path data) {
    return data.resolve(FILE);
  }

  /// Reads the existing file; damaged lines are skipped.
  ///
  /// @param data the data directory
  public Metrics(Path data, InstantSource clock) {
    this.file = data.resolve(FILE);
    this.clock = clock;
    this.current = hour();
    try {
      if (Files.isReadable(file)) {
        Files.readAllLines(file).forEach(this::take);
      }
    } catch (IOException | java.io.UncheckedIOException _) {
      hours.clear();
    }
  }

  private Instant hour() {
    return clock.instant().truncatedTo(ChronoUnit.HOURS);
  }

  private void take(String line) {
    String[] cells = line.split(",", -1);
    try {
      if (cells.length == 3) {
        Instant at = Instant.parse(cells[0]);
        MachineMetrics machine = new MachineMetrics(number(cells[1]), count(cells[2]));
        hours.put(at, hours.getOrDefault(at, Hour.NOTHING).withMachine(machine));
      }
      if (cells.length == 6) {
        hours.put(
            Instant.parse(cells[0]),
            new Hour(
                number(cells[1]),
                number(cells[2]),
                Integer.parseInt(cells[3]),
                count(cells[4]),
                Integer.parseInt(cells[5]),
                Hour.NOTHING.machine()));
      }
    } catch (IllegalArgumentException | java.time.DateTimeException _) {
      // A power cut truncated this line.
    }
  }

  private static OptionalLong number(String cell) {
    return cell.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cell));
  }

  private static OptionalInt count(String cell) {
    return cell.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cell));
  }

  /// Records one round trip to the central system.
  public synchronized void trip(Duration took) {
    roll();
    if (trips.size() < MOST_TRIPS) {
      trips.add(took.toMillis());
    }
  }

  /// Counts a repeated read.
  public synchronized void again() {
    roll();
    again++;
  }

  /// Records that the link went silent now.
  public synchronized void wentSilent() {
    lastSilence = Optional.of(clock.instant());
  }

  /// Records the central system's clock minus the station's.
  public synchronized void skew(Duration measured) {
    roll();
    skewSeconds = OptionalLong.of(measured.toSeconds());
    skew = skewSeconds;
  }

  /// Records the computer's temperature in degrees Celsius.
  public synchronized void hot(int measured) {
    roll();
    degrees = OptionalInt.of(Math.max(measured, degrees.orElse(measured)));
  }

  /// Records the bin's fill in percent.
  public synchronized void filled(int percent) {
    roll();
    fill = OptionalInt.of(percent);
  }

  private void roll() {
    Instant now = hour();
    if (!now.equals(current)) {
      keep();
      trips.clear();
      again = 0;
      skew = OptionalLong.empty();
      degrees = OptionalInt.empty();
      current = now;
    }
  }

  private void keep() {
    hours.put(current, running());
    while (hours.size() > MOST_HOURS) {
      hours.pollFirstEntry();
    }
  }

  private Hour running() {
    List<Long> sorted = new ArrayList<>(trips);
    Collections.sort(sorted);
    MachineMetrics machine = new MachineMetrics(skew, degrees);
    return sorted.isEmpty()
        ? new Hour(OptionalLong.empty(), OptionalLong.empty(), 0, fill, again, machine)
        : new Hour(
            OptionalLong.of(sorted.get(sorted.size() / 2)),
            OptionalLong.of(sorted.get(Math.min(sorted.size() - 1, sorted.size() * 95 / 100))),
            sorted.size(),
            fill,
            again,
            machine);
  }

  /// All kept hours, with the current one last.
  public synchronized Map<Instant, Hour> hours() {
    roll();
    TreeMap<Instant, Hour> all = new TreeMap<>(hours);
    all.put(current, running());
    return all;
  }

  /// The measurements of the current hour so far.
  public synchronized Hour now() {
    roll();
    return running();
  }

  /// When the link last went silent; empty if it did not since the start.
  public synchronized Optional<Instant> lastSilence() {
    return lastSilence;
  }

  /// The clock difference last measured, in seconds; empty if none was measured since the start.
  public synchronized OptionalLong skewSeconds() {
    return skewSeconds;
  }

  /// Writes the file completely or not at all.
  public synchronized void write() throws IOException {
    roll();
    keep();
    List<String> lines = new ArrayList<>();
    hours.forEach(
        (at, hour) -> {
          lines.add(
              "%s,%s,%s,%d,%s,%d"
                  .formatted(
                      at,
                      cell(hour.median()),
                      cell(hour.p95()),
                      hour.trips(),
                      cell(hour.fillPercent()),
                      hour.again()));
          MachineMetrics machine = hour.machine();
          if (machine.known()) {
            lines.add(
                "%s,%s,%s".formatted(at, cell(machine.skewSeconds()), cell(machine.degrees())));
          }
        });
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = file.resolveSibling(FILE + ".new");
    Files.write(draft, lines, StandardCharsets.UTF_8);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String cell(OptionalLong number) {
    return number.isPresent() ? String.valueOf(number.getAsLong()) : "";
  }

  private static String cell(OptionalInt number) {
    return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
  }
}

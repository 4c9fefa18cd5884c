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

/// What was measured, hour by hour for a month: round trips to the central system, the fill of the
/// bin and reads that had to be made once more, how far the clocks were apart and how hot the
/// computer was. A small file of lines `hour,median,p95,trips,fill,again` and, where one of them is
/// known, `hour,skew,degrees`; nothing in it names a person or an item.
public final class Metrics {
  static final String FILE = "metrics.csv";

  /// Hours that are kept.
  static final int MOST_HOURS = 31 * 24;

  /// Round trips of one hour that are remembered until it is over.
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

  /// One hour.
  ///
  /// @param trips how many were measured
  /// @param again reads that had to be made once more
  /// @param machine what was measured of the computer itself
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

  /// @param skewSeconds the central system's clock minus ours, at the end of the hour
  /// @param degrees Celsius, the most of the hour
  public record MachineMetrics(OptionalLong skewSeconds, OptionalInt degrees) {
    private boolean known() {
      return skewSeconds.isPresent() || degrees.isPresent();
    }
  }

  /// The file of a data directory.
  public static Path in(Path data) {
    return data.resolve(FILE);
  }

  /// Reads what is there; a damaged line counts as none.
  ///
  /// @param data where the file lies
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
      // A line that was cut by a power failure.
    }
  }

  private static OptionalLong number(String cell) {
    return cell.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cell));
  }

  private static OptionalInt count(String cell) {
    return cell.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cell));
  }

  public synchronized void trip(Duration took) {
    roll();
    if (trips.size() < MOST_TRIPS) {
      trips.add(took.toMillis());
    }
  }

  /// A read had to be made once more.
  public synchronized void again() {
    roll();
    again++;
  }

  public synchronized void wentSilent() {
    lastSilence = Optional.of(clock.instant());
  }

  public synchronized void skew(Duration measured) {
    roll();
    skewSeconds = OptionalLong.of(measured.toSeconds());
    skew = skewSeconds;
  }

  /// How hot the computer is, in degrees Celsius.
  public synchronized void hot(int measured) {
    roll();
    degrees = OptionalInt.of(Math.max(measured, degrees.orElse(measured)));
  }

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

  /// All hours that are kept, the running one last.
  public synchronized Map<Instant, Hour> hours() {
    roll();
    TreeMap<Instant, Hour> all = new TreeMap<>(hours);
    all.put(current, running());
    return all;
  }

  public synchronized Hour now() {
    roll();
    return running();
  }

  public synchronized Optional<Instant> lastSilence() {
    return lastSilence;
  }

  public synchronized OptionalLong skewSeconds() {
    return skewSeconds;
  }

  /// Writes the file anew, whole or not at all.
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

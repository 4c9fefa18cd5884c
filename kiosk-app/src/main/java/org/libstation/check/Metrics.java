package org.libstation.check;

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
/// bin and reads that had to be made once more. A small file of lines
/// `hour,median,p95,trips,fill,again` (the last cell is missing in files of before); nothing in it
/// names a person or an item.
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
  private Optional<Instant> lastSilence = Optional.empty();
  private OptionalLong skewSeconds = OptionalLong.empty();

  /// One hour.
  ///
  /// @param trips how many were measured
  /// @param again reads that had to be made once more
  public record Hour(
      OptionalLong median, OptionalLong p95, int trips, OptionalInt fillPercent, int again) {}

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
      if (cells.length == 5 || cells.length == 6) {
        hours.put(
            Instant.parse(cells[0]),
            new Hour(
                number(cells[1]),
                number(cells[2]),
                Integer.parseInt(cells[3]),
                cells[4].isEmpty()
                    ? OptionalInt.empty()
                    : OptionalInt.of(Integer.parseInt(cells[4])),
                cells.length == 6 ? Integer.parseInt(cells[5]) : 0));
      }
    } catch (IllegalArgumentException | java.time.DateTimeException _) {
      // A line that was cut by a power failure.
    }
  }

  private static OptionalLong number(String cell) {
    return cell.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cell));
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
    skewSeconds = OptionalLong.of(measured.toSeconds());
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
    return sorted.isEmpty()
        ? new Hour(OptionalLong.empty(), OptionalLong.empty(), 0, fill, again)
        : new Hour(
            OptionalLong.of(sorted.get(sorted.size() / 2)),
            OptionalLong.of(sorted.get(Math.min(sorted.size() - 1, sorted.size() * 95 / 100))),
            sorted.size(),
            fill,
            again);
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
        (at, hour) ->
            lines.add(
                "%s,%s,%s,%d,%s,%d"
                    .formatted(
                        at,
                        hour.median().isPresent() ? hour.median().getAsLong() : "",
                        hour.p95().isPresent() ? hour.p95().getAsLong() : "",
                        hour.trips(),
                        hour.fillPercent().isPresent() ? hour.fillPercent().getAsInt() : "",
                        hour.again())));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = file.resolveSibling(FILE + ".new");
    Files.write(draft, lines, StandardCharsets.UTF_8);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

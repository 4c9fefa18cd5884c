package org.libstation.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What a station's news keep over a restart, in one small file that is written whole or not at
/// all: who it is, how often it started, how far its journal was counted, and the hours that nobody
/// has taken yet. Bounded: of too many hours the oldest goes, and the totals of all others still
/// hold what was done in it. Not for several threads at once.
public final class NewsStore {
  static final String FILE = "fleet.properties";

  /// A month.
  static final int MOST_WAITING = 31 * 24;

  private final WholeFile file;
  private String id;
  private long boot;
  private long counted;
  private long hours;
  private HourFigures figures;
  private final Deque<PendingHour> waiting = new ArrayDeque<>();
  private boolean kept = true;

  /// An hour that is to be told.
  record PendingHour(long number, Instant until, Counts totals) {}

  private NewsStore(WholeFile file, Properties read, RandomGenerator random) {
    this.file = file;
    this.id = read.getProperty("id", "");
    if (!id.matches("[0-9a-f]{8}")) {
      id = "%08x".formatted(random.nextInt());
    }
    this.boot = number(read, "boot");
    this.counted = number(read, "counted");
    this.hours = number(read, "hours");
    this.figures =
        new HourFigures(
            moment(read, "until").orElse(Instant.EPOCH),
            HourFigures.Ages.NONE,
            HourFigures.Ages.NONE,
            List.of(),
            moment(read, "visit"),
            counts(read.getProperty("totals", "")));
    for (int at = 0; read.containsKey("waiting." + at); at++) {
      String[] parts = read.getProperty("waiting." + at, "").split(" ", 3);
      if (parts.length == 3) {
        waiting.add(
            new PendingHour(Long.parseLong(parts[0]), Instant.parse(parts[1]), counts(parts[2])));
      }
    }
  }

  /// Reads what is there, and counts this start. A file that cannot be read is set aside: the
  /// station is then another to the fleet, and its journal is counted from the beginning.
  ///
  /// @param data the station's data directory
  public static NewsStore open(Path data, RandomGenerator random) {
    WholeFile file = new WholeFile(data.resolve(FILE));
    NewsStore store;
    try {
      store = new NewsStore(file, file.read(), random);
    } catch (IOException | IllegalArgumentException | DateTimeException _) {
      file.setAside();
      store = new NewsStore(file, new Properties(), random);
    }
    store.boot++;
    store.write();
    return store;
  }

  /// The ID of the installation, without a change of the file.
  ///
  /// @return zeros where it has none yet
  public static String id(Path data) {
    try {
      String id = new WholeFile(data.resolve(FILE)).read().getProperty("id", "");
      return id.matches("[0-9a-f]{8}") ? id : "00000000";
    } catch (IOException | IllegalArgumentException _) {
      return "00000000";
    }
  }

  private static long number(Properties read, String name) {
    return Long.parseLong(read.getProperty(name, "0"));
  }

  private static Optional<Instant> moment(Properties read, String name) {
    return Optional.ofNullable(read.getProperty(name)).map(Instant::parse);
  }

  private static Counts counts(String text) {
    if (text.isEmpty()) {
      return Counts.NONE;
    }
    long[] all = Stream.of(text.split(" ")).mapToLong(Long::parseLong).toArray();
    if (all.length != 6 || LongStream.of(all).anyMatch(each -> each < 0)) {
      throw new IllegalArgumentException("six numbers from 0 on");
    }
    return new Counts(all[0], all[1], all[2], all[3], all[4], all[5]);
  }

  private static String text(Counts counts) {
    return "%d %d %d %d %d %d"
        .formatted(
            counts.loans(),
            counts.offlineLoans(),
            counts.returns(),
            counts.renewals(),
            counts.refused(),
            counts.unanswered());
  }

  /// Of this installation, eight hexadecimal digits.
  public String id() {
    return id;
  }

  /// Which start this is, from 1.
  long boot() {
    return boot;
  }

  /// The number of the journal's last entry that was counted; 0 before the first.
  long counted() {
    return counted;
  }

  HourFigures figures() {
    return figures;
  }

  /// What waits, the oldest first.
  List<PendingHour> waiting() {
    return List.copyOf(waiting);
  }

  /// Whether all of this is on disk.
  boolean kept() {
    return kept;
  }

  /// Takes a full hour's figures.
  ///
  /// @param ended hours in which something was done, each with the totals after it, the oldest
  ///   first
  void take(HourFigures newer, long countedTo, List<EndedPeriod> ended) {
    figures = newer;
    counted = countedTo;
    for (EndedPeriod hour : ended) {
      waiting.add(new PendingHour(++hours, hour.until(), hour.totals()));
    }
    while (waiting.size() > MOST_WAITING) {
      waiting.remove();
    }
    write();
  }

  record EndedPeriod(Instant until, Counts totals) {}

  /// The oldest arrived.
  void taken() {
    waiting.remove();
  }

  /// Tries to have all of it on disk.
  void write() {
    Properties properties = new Properties();
    properties.setProperty("id", id);
    properties.setProperty("boot", String.valueOf(boot));
    properties.setProperty("counted", String.valueOf(counted));
    properties.setProperty("hours", String.valueOf(hours));
    properties.setProperty("until", figures.until().toString());
    figures.lastVisit().ifPresent(hour -> properties.setProperty("visit", hour.toString()));
    properties.setProperty("totals", text(figures.totals()));
    int at = 0;
    for (PendingHour each : waiting) {
      properties.setProperty(
          "waiting." + at++, each.number() + " " + each.until() + " " + text(each.totals()));
    }
    try {
      file.write(properties);
      kept = true;
    } catch (IOException _) {
      kept = false;
    }
  }
}

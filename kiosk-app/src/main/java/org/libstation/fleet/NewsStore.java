package org.libstation.fleet;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.field;
import static org.libstation.file.table.FieldTable.numbered;
import static org.libstation.file.table.FieldTable.optional;
import static org.libstation.file.table.FieldTable.text;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.libstation.file.table.FieldProperties;
import org.libstation.file.table.FieldRow;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;

/// What a station's news keep over a restart, in one small file that is written whole or not at
/// all: the installation's ID, the number of starts, how far the journal was counted, and the hours
/// not yet sent. The number of hours is bounded: the oldest is dropped first, and later totals
/// still include it. Not thread-safe.
public final class NewsStore {
  static final String FILE = "fleet.properties";

  /// Most hours that wait to be sent: one month. The oldest are dropped.
  static final int MOST_WAITING = 31 * 24;

  private final WholeFile file;
  private String id;
  private long boot;
  private long counted;
  private long hours;
  private HourFigures figures;
  private final Deque<PendingHour> waiting = new ArrayDeque<>();
  private boolean kept = true;

  private static final String BLANK = " ";
  private static final FieldText<Instant> MOMENT = FieldText.of(Instant::parse);
  private static final FieldText<Long> COUNT = FieldText.of(NewsStore::count);

  private static final List<String> COUNTED =
      List.of("loans", "offline loans", "returns", "renewals", "refused", "unanswered");

  private static final FieldTable<Counts> COUNTS =
      FieldTable.of(
          Counts::new,
          component("loans", Counts::loans, COUNT),
          component("offline loans", Counts::offlineLoans, COUNT),
          component("returns", Counts::returns, COUNT),
          component("renewals", Counts::renewals, COUNT),
          component("refused", Counts::refused, COUNT),
          component("unanswered", Counts::unanswered, COUNT));

  private static final FieldText<PendingHour> HOUR =
      new FieldRow<>(
              BLANK,
              FieldTable.of(
                  PendingHour::new,
                  component("number", PendingHour::number, FieldText.LONG),
                  component("until", PendingHour::until, MOMENT),
                  component(PendingHour::totals, COUNTS)),
              Stream.concat(Stream.of("number", "until"), COUNTED.stream()).toList())
          .text();

  private static final FieldTable<HourFigures> FIGURES =
      FieldTable.of(
          (until, visit, totals) ->
              new HourFigures(
                  until, HourFigures.Ages.NONE, HourFigures.Ages.NONE, List.of(), visit, totals),
          component("until", HourFigures::until, MOMENT, Instant.EPOCH),
          optional("visit", HourFigures::lastVisit, MOMENT),
          component(
              "totals",
              HourFigures::totals,
              new FieldRow<>(BLANK, COUNTS, COUNTED).text(),
              Counts.NONE));

  private static final FieldProperties<KeptNews> PROPERTIES =
      new FieldProperties<>(
          FieldTable.of(
              KeptNews::new,
              component("id", KeptNews::id, FieldText.TEXT, ""),
              component("boot", KeptNews::boot, FieldText.LONG, 0L),
              component("counted", KeptNews::counted, FieldText.LONG, 0L),
              component("hours", KeptNews::hours, FieldText.LONG, 0L),
              component(KeptNews::figures, FIGURES),
              component(KeptNews::waiting, numbered("waiting.", "", field("", HOUR)))));

  /// Content of the file.
  private record KeptNews(
      String id,
      long boot,
      long counted,
      long hours,
      HourFigures figures,
      List<PendingHour> waiting) {}

  /// An hour still to be sent.
  record PendingHour(long number, Instant until, Counts totals) {}

  private NewsStore(WholeFile file, Properties read, RandomGenerator random) {
    this.file = file;
    KeptNews kept = PROPERTIES.read(read);
    id = isId(kept.id()) ? kept.id() : "%08x".formatted(random.nextInt());
    boot = kept.boot();
    counted = kept.counted();
    hours = kept.hours();
    figures = kept.figures();
    waiting.addAll(kept.waiting());
  }

  /// Reads the file and counts this start. An unreadable file is set aside: the station then has a
  /// new ID in the fleet, and its journal is counted from the beginning.
  ///
  /// @param data the station's data directory
  public static NewsStore open(Path data, RandomGenerator random) {
    WholeFile file = new WholeFile(data.resolve(FILE));
    NewsStore store;
    try {
      store = new NewsStore(file, file.read(), random);
    } catch (IOException | IllegalArgumentException _) {
      file.setAside();
      store = new NewsStore(file, new Properties(), random);
    }
    store.boot++;
    store.write();
    return store;
  }

  /// Reads the ID of the installation; leaves the file unchanged.
  ///
  /// @return zeros if there is none yet
  public static String id(Path data) {
    try {
      String id = new WholeFile(data.resolve(FILE)).read().getProperty("id", "");
      return isId(id) ? id : "00000000";
    } catch (IOException | IllegalArgumentException _) {
      return "00000000";
    }
  }

  private static boolean isId(String text) {
    return text.matches("[0-9a-f]{8}");
  }

  private static long count(String text) {
    long count = Long.parseLong(text);
    if (count < 0) {
      throw new IllegalArgumentException("a count is 0 or more");
    }
    return count;
  }

  /// ID of this installation, eight hexadecimal digits.
  public String id() {
    return id;
  }

  /// Number of this start, from 1.
  long boot() {
    return boot;
  }

  /// Number of the journal's last counted entry; 0 before the first.
  long counted() {
    return counted;
  }

  HourFigures figures() {
    return figures;
  }

  /// Hours still to be sent, the oldest first.
  List<PendingHour> waiting() {
    return List.copyOf(waiting);
  }

  /// Whether everything is on disk.
  boolean kept() {
    return kept;
  }

  /// Takes the figures of a full hour.
  ///
  /// @param ended hours with activity, each with the totals at its end, the oldest first
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

  /// Hour that is over, with the totals at its end.
  record EndedPeriod(Instant until, Counts totals) {}

  /// Removes the oldest hour, after it arrived.
  void taken() {
    waiting.remove();
  }

  /// Tries to write everything to disk; [#kept()] says whether that succeeded.
  void write() {
    try {
      file.write(
          PROPERTIES.write(new KeptNews(id, boot, counted, hours, figures, List.copyOf(waiting))));
      kept = true;
    } catch (IOException _) {
      kept = false;
    }
  }
}

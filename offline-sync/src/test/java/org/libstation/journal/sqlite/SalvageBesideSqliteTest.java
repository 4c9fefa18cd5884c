package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.Refusal;
import org.libstation.journal.Entries;
import org.libstation.journal.Mark;
import org.libstation.testkit.Sample;

/// A damaged journal gives at least what Debian's `sqlite3 .recover` finds on the same copy,
/// nothing that was never written, and never says that nothing is lost when something is.
final class SalvageBesideSqliteTest {
  private static final int PAGE = 4096;
  private static final int FRAME = PAGE + 24;
  private static final int LOG_HEADER = 32;
  private static final int ENTRIES = 200;

  /// So many damages of each kind are tried in the quick run.
  private static final int SAMPLE = 3;

  /// All tests try each damage at one place in so many, from one on that the seed says; the long
  /// test at each.
  private static final int MORE = Sample.WHOLE ? 1 : 3;

  private final ManualStationClock clock = new ManualStationClock();

  @TempDir Path root;
  private Path whole;

  /// Each row that ever stood there: cards of closed entries too.
  private final Set<String> written = new TreeSet<>();

  private Set<String> atTheEnd = new TreeSet<>();

  /// A few hundred entries, open, closed, with marks short and long, with sealed cards; half of
  /// them in the file, the rest only in the log, as a running station has it.
  @BeforeEach
  void a_journal_of_a_few_weeks() throws Exception {
    Station station = new Station(root.resolve("station"), clock);
    SqliteJournal journal = station.open();
    fill(station, journal, 0, ENTRIES / 2);
    journal.finishErasures();
    fill(station, journal, ENTRIES / 2, ENTRIES);
    whole = station.copy(root.resolve("whole")).file();
    journal.close();
    DamagedJournal read = DamagedJournal.read(whole);
    assertThat(read.anyDamage()).isFalse();
    assertThat(read.entries()).hasSize(ENTRIES);
    atTheEnd = lines(read.rows());
    assertThat(atTheEnd).isEqualTo(bySqlite(whole));
    written.addAll(atTheEnd);
    assertThat(Files.size(log(whole)) / FRAME).isGreaterThan(50);
  }

  private void fill(Station station, SqliteJournal journal, int from, int to) throws Exception {
    for (int i = from; i < to; i++) {
      clock.advance(Duration.ofSeconds(40));
      ItemId item = new ItemId("30000000%06d".formatted(i));
      journal.append(
          i % 3 == 0
              ? Entries.returned(item, clock.now())
              : i % 3 == 1
                  ? Entries.loanGiven(item, Entries.CARD)
                  : Entries.loanAsked(item, Entries.CARD));
    }
    written.addAll(bySqlite(station.copy(Files.createTempDirectory(root, "midway")).file()));
    for (int number = from + 1; number <= to; number++) {
      journal.mark(number, new Mark.Released());
      if (number % 20 == 0) {
        // Longer than a page: it goes on on others.
        journal.mark(
            number,
            new Mark.RequestRefused(
                Refusal.RefusalReason.OTHER, "詳情 %d ".formatted(number).repeat(450)));
      }
      if (number % 4 == 0) {
        journal.mark(
            number, new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station"));
      }
    }
  }

  @Test
  @Tag("full")
  void a_few_damages_of_each_kind_give_at_least_what_sqlite_recovers() throws Exception {
    Random random = new Random(17);
    for (Damage damage : Damage.values()) {
      List<Integer> places = new ArrayList<>(places(damage));
      java.util.Collections.shuffle(places, random);
      for (int place : places.subList(0, Math.min(SAMPLE, places.size()))) {
        compare(damage, place);
      }
    }
  }

  @Tag("full")
  @Test
  void every_cut_and_every_blanked_page_gives_at_least_what_sqlite_recovers() throws Exception {
    for (Damage damage : Damage.values()) {
      List<Integer> places = places(damage);
      int stride = damage.every * MORE;
      int first = places.size() > stride ? Math.floorMod(Sample.SEED, stride) : 0;
      for (int i = first; i < places.size(); i += stride) {
        compare(damage, places.get(i));
      }
    }
  }

  /// What is done to a copy.
  private enum Damage {
    CUT_AT_PAGE(1),
    CUT_IN_PAGE(8),
    PAGE_BLANKED(1),
    PAGE_OF_NOISE(8),
    HEADER_BLANKED(1),
    FIRST_PAGE_GONE(1),
    LOG_CUT_AT_FRAME(10),
    LOG_CUT_IN_FRAME(10),
    LOG_FRAME_BLANKED(20),
    LOG_HEADER_BLANKED(1),
    LOG_GONE(1),
    LOG_GONE_AND_PAGE_BLANKED(8);

    /// In the whole run it is done at each place, or at every so many.
    private final int every;

    Damage(int every) {
      this.every = every;
    }
  }

  private List<Integer> places(Damage damage) throws IOException {
    int pages = (int) (Files.size(whole) / PAGE);
    int frames = (int) ((Files.size(log(whole)) - LOG_HEADER) / FRAME);
    return switch (damage) {
      case CUT_AT_PAGE, CUT_IN_PAGE, PAGE_BLANKED, PAGE_OF_NOISE, LOG_GONE_AND_PAGE_BLANKED ->
          IntStream.range(damage == Damage.CUT_AT_PAGE ? 1 : 0, pages).boxed().toList();
      case LOG_CUT_AT_FRAME, LOG_CUT_IN_FRAME, LOG_FRAME_BLANKED ->
          IntStream.range(0, frames).boxed().toList();
      case HEADER_BLANKED, FIRST_PAGE_GONE, LOG_HEADER_BLANKED, LOG_GONE -> List.of(0);
    };
  }

  private void compare(Damage damage, int place) throws Exception {
    Path directory = Files.createTempDirectory(root, "copy");
    Path copy = directory.resolve(JournalFiles.FILE);
    Files.copy(whole, copy);
    Files.copy(log(whole), log(copy));
    harm(copy, damage, place);

    DamagedJournal read = DamagedJournal.read(copy);

    String where = damage + " " + place;
    Set<String> ours = lines(read.rows());
    Set<String> theirs = bySqlite(copy);
    theirs.retainAll(written);
    // A card goes as its entry is closed; later frames that SQLite does not take say that it was.
    read.entries().stream()
        .filter(entry -> entry.has(Mark.EntryClosed.class))
        .forEach(entry -> theirs.removeIf(row -> row.startsWith("sealed " + entry.number() + " ")));
    assertThat(without(ours, written)).as(where + ": nothing is invented").isEmpty();
    assertThat(without(theirs, ours)).as(where + ": as much as .recover").isEmpty();
    if (!without(atTheEnd, ours).isEmpty() && !passesForWhole(damage)) {
      assertThat(
              read.entriesLost() instanceof Lost.LossUnknown
                  || read.marksLost() instanceof Lost.LossUnknown
                  || read.anyDamage())
          .as(where + ": what is missing is told")
          .isTrue();
      long entries = ours.stream().filter(line -> line.startsWith("entry ")).count();
      if (entries < ENTRIES && damage != Damage.LOG_GONE_AND_PAGE_BLANKED) {
        assertThat(read.entriesLost())
            .as(where)
            .isInstanceOfSatisfying(
                Lost.LossUnknown.class,
                lost -> assertThat(lost.atLeast()).isLessThanOrEqualTo(ENTRIES - entries));
      }
    }
    deleteAll(directory);
  }

  private static Set<String> without(Set<String> rows, Set<String> known) {
    Set<String> others = new TreeSet<>(rows);
    others.removeAll(known);
    return others;
  }

  /// A log that ends at a commit, or was taken away, leaves files that are whole: that they are
  /// older than they should be, they cannot tell.
  private static boolean passesForWhole(Damage damage) {
    return damage == Damage.LOG_CUT_AT_FRAME || damage == Damage.LOG_GONE;
  }

  private static void harm(Path copy, Damage damage, int place) throws IOException {
    Path log = log(copy);
    switch (damage) {
      case CUT_AT_PAGE -> cut(copy, (long) place * PAGE);
      case CUT_IN_PAGE -> cut(copy, (long) place * PAGE + PAGE / 3);
      case PAGE_BLANKED -> overwrite(copy, (long) place * PAGE, PAGE, (byte) 0);
      case PAGE_OF_NOISE -> overwrite(copy, (long) place * PAGE, PAGE, (byte) 0xa5);
      case HEADER_BLANKED -> overwrite(copy, 0, 100, (byte) 0);
      case FIRST_PAGE_GONE -> {
        overwrite(copy, 0, PAGE, (byte) 0);
        Files.delete(log);
      }
      case LOG_CUT_AT_FRAME -> cut(log, LOG_HEADER + (long) place * FRAME);
      case LOG_CUT_IN_FRAME -> cut(log, LOG_HEADER + (long) place * FRAME + FRAME / 2);
      case LOG_FRAME_BLANKED -> overwrite(log, LOG_HEADER + (long) place * FRAME, FRAME, (byte) 0);
      case LOG_HEADER_BLANKED -> overwrite(log, 0, LOG_HEADER, (byte) 0);
      case LOG_GONE -> Files.delete(log);
      case LOG_GONE_AND_PAGE_BLANKED -> {
        Files.delete(log);
        overwrite(copy, (long) place * PAGE, PAGE, (byte) 0);
      }
    }
  }

  private static void cut(Path file, long length) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(length);
    }
  }

  private static void overwrite(Path file, long from, int length, byte with) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] noise = new byte[length];
      java.util.Arrays.fill(noise, with);
      bytes.seek(from);
      bytes.write(noise);
    }
  }

  private static Path log(Path file) {
    return SetAsideFiles.sibling(file, "-wal");
  }

  /// Each row as one line.
  private static Set<String> lines(SalvagedRows rows) {
    Set<String> lines = new TreeSet<>();
    rows.entries.forEach(
        (number, row) -> {
          EventText text = EventText.of(row.what());
          lines.add(
              "entry %d %s %s %s".formatted(number, text.kind(), text.item(), text.details()));
        });
    rows.marks.forEach(
        (number, mark) -> {
          MarkText text = MarkText.of(mark.noted().mark());
          lines.add(
              "mark %d %d %s %s".formatted(number, mark.entry(), text.kind(), text.details()));
        });
    rows.sealed.forEach(
        (entry, card) ->
            lines.add(
                "sealed %d %s %s"
                    .formatted(
                        entry,
                        HexFormat.of().withUpperCase().formatHex(card.card()),
                        card.recoveryKey())));
    return lines;
  }

  /// What `sqlite3 .recover` makes of a copy of the files: the tables, and what it found and could
  /// not place.
  private Set<String> bySqlite(Path file) throws Exception {
    Path copies = Files.createTempDirectory(root, "sqlite");
    Path copy = copies.resolve(JournalFiles.FILE);
    Files.copy(file, copy);
    if (Files.exists(log(file))) {
      Files.copy(log(file), log(copy));
    }
    Path recovered = copies.resolve("recovered.db");
    Process sqlite;
    try {
      sqlite =
          new ProcessBuilder(
                  "sh",
                  "-c",
                  "command -v sqlite3 >/dev/null || exit 127; sqlite3 journal.db .recover"
                      + " | sqlite3 recovered.db")
              .directory(copies.toFile())
              .redirectErrorStream(true)
              .redirectOutput(copies.resolve("said").toFile())
              .start();
    } catch (IOException e) {
      return skipped(String.valueOf(e.getMessage()));
    }
    assertThat(sqlite.waitFor(1, TimeUnit.MINUTES)).isTrue();
    if (sqlite.exitValue() == 127) {
      return skipped("sqlite3 is not installed here");
    }
    Set<String> lines = new TreeSet<>();
    if (Files.exists(recovered)) {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + recovered);
          Statement sql = connection.createStatement()) {
        for (Map.Entry<String, String> query : queries(sql).entrySet()) {
          add(sql, query.getValue(), query.getKey(), lines);
        }
      }
    }
    deleteAll(copies);
    return lines;
  }

  private static Set<String> skipped(String why) {
    boolean required = Boolean.parseBoolean(System.getenv("CI"));
    assertThat(required).as("CI installs sqlite3: " + why).isFalse();
    Assumptions.abort("skipped, because " + why);
    return new TreeSet<>();
  }

  private static Map<String, String> queries(Statement sql) throws SQLException {
    Map<String, String> queries = new HashMap<>();
    try (ResultSet tables =
        sql.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      while (tables.next()) {
        switch (tables.getString(1)) {
          case "entry" -> queries.put("entry", "SELECT number, kind, item, details FROM entry");
          case "mark" -> queries.put("mark", "SELECT number, entry, kind, details FROM mark");
          case "sealed" ->
              queries.put("sealed", "SELECT entry, hex(card), recovery_key FROM sealed");
          case "lost_and_found" -> queries.put("", "SELECT *, hex(c1) AS card FROM lost_and_found");
          default -> {
            // Its own tables.
          }
        }
      }
    }
    return queries;
  }

  private static void add(Statement sql, String query, String kind, Set<String> lines)
      throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        if (kind.isEmpty()) {
          found(row).ifPresent(lines::add);
          continue;
        }
        StringBuilder line = new StringBuilder(kind);
        for (int i = 1; i <= columns; i++) {
          line.append(' ').append(row.getString(i));
        }
        lines.add(line.toString());
      }
    }
  }

  /// A row that SQLite found and could not place, told by how many columns it has.
  private static Optional<String> found(ResultSet row) throws SQLException {
    String id = row.getString("id");
    return switch (row.getInt("nfield")) {
      case 10 ->
          Optional.of(
              "entry %s %s %s %s"
                  .formatted(id, row.getString("c6"), row.getString("c7"), row.getString("c9")));
      case 9 ->
          Optional.of(
              "mark %s %s %s %s"
                  .formatted(id, row.getString("c1"), row.getString("c7"), row.getString("c8")));
      case 5 ->
          Optional.of("sealed %s %s %s".formatted(id, row.getString("card"), row.getString("c4")));
      default -> Optional.empty();
    };
  }

  private static void deleteAll(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

package org.libstation.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class NewsStoreTest {
  private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir private Path data;

  private static HourFigures figures(Instant until, long loans) {
    return new HourFigures(
        until,
        HourFigures.Ages.NONE,
        HourFigures.Ages.NONE,
        List.of(),
        Optional.of(FIRST),
        new Counts(loans, 1, 2, 3, 4, 5));
  }

  @Test
  void each_start_counts_and_the_name_stays() {
    NewsStore first = NewsStore.open(data, new Random(1));
    assertThat(first.id()).matches("[0-9a-f]{8}");
    assertThat(first.boot()).isEqualTo(1);
    first.take(
        figures(FIRST, 8),
        12,
        List.of(new NewsStore.EndedPeriod(FIRST, figures(FIRST, 8).totals())));

    NewsStore second = NewsStore.open(data, new Random(2));
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.boot()).isEqualTo(2);
    assertThat(second.counted()).isEqualTo(12);
    assertThat(second.figures()).isEqualTo(figures(FIRST, 8));
    assertThat(second.waiting()).isEqualTo(first.waiting()).hasSize(1);
  }

  @Test
  void of_too_many_hours_the_oldest_go_and_the_totals_hold_them_still() throws Exception {
    NewsStore store = NewsStore.open(data, new Random(1));
    List<NewsStore.EndedPeriod> ended = new ArrayList<>();
    for (int hour = 1; hour <= NewsStore.MOST_WAITING + 100; hour++) {
      ended.add(
          new NewsStore.EndedPeriod(
              FIRST.plus(Duration.ofHours(hour)), new Counts(hour, 0, 0, 0, 0, 0)));
    }
    store.take(figures(FIRST, ended.size()), 5, ended);

    assertThat(store.waiting()).hasSize(NewsStore.MOST_WAITING);
    assertThat(store.waiting().getFirst().number()).isEqualTo(101);
    assertThat(store.waiting().getFirst().totals().loans()).isEqualTo(101);
    assertThat(NewsStore.open(data, new Random(2)).waiting()).isEqualTo(store.waiting());
    assertThat(Files.size(data.resolve(NewsStore.FILE))).isLessThan(100_000);
  }

  @Test
  void what_cannot_be_read_is_set_aside() throws Exception {
    for (String junk : List.of("boot=x", "id=\\uzzzz", "until=yesterday", "totals=1 2 3 4 5 -6")) {
      Files.writeString(data.resolve(NewsStore.FILE), junk);
      NewsStore store = NewsStore.open(data, new Random(1));
      assertThat(store.boot()).isEqualTo(1);
      assertThat(store.kept()).isTrue();
      assertThat(data.resolve(NewsStore.FILE + ".damaged")).hasContent(junk);
    }
    Files.write(data.resolve(NewsStore.FILE), new byte[2_000_000]);
    assertThat(NewsStore.open(data, new Random(1)).counted()).isZero();
  }

  @Test
  @Timeout(300)
  void a_kill_in_the_midst_of_writing_loses_nothing_that_was_kept() throws Exception {
    Random random = new Random(5);
    long least = 0;
    for (int round = 0; round < 5; round++) {
      Process writer =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Writer.class.getName(),
                  data.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader said =
          new BufferedReader(writer.inputReader(StandardCharsets.US_ASCII))) {
        String last = "";
        int lines = 3 + random.nextInt(40);
        for (int line = 0; line < lines; line++) {
          last = String.valueOf(said.readLine());
        }
        // Its own way to be killed closes what it said, too.
        writer.toHandle().destroyForcibly();
        for (String more = said.readLine(); more != null; more = said.readLine()) {
          last = more.isEmpty() ? last : more;
        }
        least = Long.parseLong(last);
      } finally {
        writer.destroyForcibly();
        assertThat(writer.waitFor(1, TimeUnit.MINUTES)).isTrue();
      }
      NewsStore read = NewsStore.open(data, new Random(9));
      assertThat(read.figures().totals().loans()).isGreaterThanOrEqualTo(least);
      assertThat(data.resolve(NewsStore.FILE + ".damaged")).doesNotExist();
    }
    assertThat(least).isGreaterThan(10);
  }

  /// Counts on, and says each sum once it is kept.
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      NewsStore store = NewsStore.open(Path.of(arguments[0]), new Random());
      for (long loans = store.figures().totals().loans() + 1; ; loans++) {
        store.take(figures(FIRST, loans), loans, List.of());
        System.out.println(loans);
      }
    }
  }
}

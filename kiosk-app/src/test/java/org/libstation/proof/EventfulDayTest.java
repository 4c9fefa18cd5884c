package org.libstation.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libstation.proof.EventfulDay.Trouble;

/// The whole station through eight hours of simulated time with something going wrong every minute:
/// nothing lost, nothing doubled, and nothing left behind in the process.
@Tag("full")
class EventfulDayTest {
  private static final int HOURS = 8;
  private static final int MINUTES = 60;
  private static final long SEED = Long.getLong("day.seed", 20_261_126);

  /// What the hours after the first may leave in memory: the test's own history and journal caches.
  private static final long MOST_LEFT_BYTES = 24L << 20;

  @Test
  @Timeout(1500)
  void eight_hours_with_a_fault_every_minute_lose_nothing_and_leave_nothing_behind()
      throws Exception {
    long openBefore = descriptors();
    int threadsBefore = Thread.getAllStackTraces().size();
    try (StationDay day = new StationDay(SEED, Miswiring.NONE)) {
      EventfulDay eventful = new EventfulDay(day, SEED);
      hour(day, eventful);
      long heap = heap();
      long open = descriptors();
      for (int i = 1; i < HOURS; i++) {
        hour(day, eventful);
      }
      assertThat(eventful.met().values().stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(HOURS * MINUTES);
      assertThat(eventful.met().keySet()).containsExactlyInAnyOrder(Trouble.values());
      assertThat(heap() - heap)
          .as("bytes left by the hours after the first")
          .isLessThan(MOST_LEFT_BYTES);
      assertThat(descriptors()).as("files left open").isLessThanOrEqualTo(open + 2);
      assertThat(eventful.heal()).as(day.history()).isEmpty();
      assertThat(day.cabinet().journal().all(0, 100_000))
          .as("entries of the day")
          .hasSizeGreaterThan(60);
    }
    assertThat(Thread.getAllStackTraces().size()).isLessThanOrEqualTo(threadsBefore + 2);
    assertThat(descriptors()).isLessThanOrEqualTo(openBefore + 2);
  }

  private static void hour(StationDay day, EventfulDay eventful) {
    assertThat(eventful.minutes(MINUTES)).as("seed %d%n%s", SEED, day.history()).isEmpty();
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /// Open files of this process; 0 where the system does not tell.
  private static long descriptors() throws IOException {
    Path own = Path.of("/proc/self/fd");
    if (!Files.isDirectory(own)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(own)) {
      return all.count();
    }
  }
}

package org.libstation.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A demo that runs for days begins anew when a visitor has gone, and not while one is there.
class ExhibitionTest {
  private static final Duration START = Duration.ofHours(70);

  private final Exhibition watch = new Exhibition(START);

  private static BenchSight sight(boolean on, String screen) {
    return new BenchSight(
        on,
        on ? Optional.of(screen) : Optional.empty(),
        Optional.of("online"),
        true,
        List.of(),
        false,
        true,
        0,
        List.of(),
        Map.of());
  }

  private boolean look(String screen, boolean acted, Duration after) {
    return watch.look(sight(true, screen), acted, START.plus(after));
  }

  @Test
  void nobody_came_and_nothing_begins_anew_for_a_day() {
    assertThat(look("welcome", false, Duration.ofSeconds(1))).isFalse();
    assertThat(look("welcome", false, Exhibition.QUIET.plusMinutes(1))).isFalse();
    assertThat(look("welcome", false, Exhibition.LONGEST.minusMinutes(1))).isFalse();
    assertThat(look("welcome", false, Exhibition.LONGEST.plusMinutes(1))).isTrue();
  }

  @Test
  void a_visitor_at_the_bench_has_gone() {
    look("welcome", false, Duration.ofSeconds(1));
    assertThat(look("welcome", true, Duration.ofSeconds(10))).isFalse();
    assertThat(look("welcome", false, Exhibition.QUIET)).isFalse();
    assertThat(look("welcome", false, Exhibition.QUIET.plusSeconds(10))).isTrue();
  }

  @Test
  void a_visitor_at_the_screen_alone_is_seen_too_and_not_disturbed() {
    look("welcome", false, Duration.ofSeconds(1));
    assertThat(look("account", false, Duration.ofMinutes(1))).isFalse();
    assertThat(look("borrow", false, Duration.ofMinutes(5))).isFalse();
    assertThat(look("welcome", false, Duration.ofMinutes(7))).isFalse();
    assertThat(look("welcome", false, Duration.ofMinutes(11))).isFalse();
    assertThat(look("welcome", false, Duration.ofMinutes(12))).isTrue();
  }

  @Test
  void a_station_that_was_switched_off_and_left_comes_back() {
    look("welcome", false, Duration.ofSeconds(1));
    assertThat(watch.look(sight(false, ""), false, START.plusSeconds(20))).isFalse();
    assertThat(watch.look(sight(false, ""), false, START.plusSeconds(20).plus(Exhibition.QUIET)))
        .isTrue();
  }

  @Test
  void a_fault_that_comes_and_goes_for_ever_holds_nothing_up() {
    look("welcome", true, Duration.ofSeconds(1));
    Duration at = Duration.ZERO;
    while (!look(at.toMinutes() % 2 == 0 ? "welcome" : "out-of-service", false, at)) {
      at = at.plusMinutes(1);
      assertThat(at).isLessThan(Exhibition.QUIET.plusMinutes(2));
    }
  }

  /// Thirty days of visitors who come when they like: it begins anew after each who has gone, never
  /// before one has, and at the latest a day after the last time.
  @Test
  void thirty_days_of_visitors() {
    long seed = Long.getLong("libstation.seed", System.nanoTime());
    Random random = new Random(seed);
    Duration now = START;
    Duration last = now;
    Exhibition each = new Exhibition(now);
    Duration comes = now;
    Duration gone = now;
    boolean owed = false;
    int anew = 0;
    while (now.compareTo(START.plusDays(30)) < 0) {
      now = now.plusSeconds(10);
      if (now.compareTo(comes) >= 0) {
        gone = now.plusSeconds(30 + random.nextInt(900));
        boolean night = random.nextInt(40) == 0;
        comes = gone.plusMinutes(night ? 60 * 26 : random.nextInt(90));
      }
      boolean there = now.compareTo(gone) < 0;
      owed |= there;
      String screen =
          there ? List.of("card", "borrow", "receipt").get(random.nextInt(3)) : "welcome";
      boolean begins = each.look(sight(true, screen), there && random.nextInt(6) == 0, now);
      String when = "seed %d, %s".formatted(seed, now.minus(START));
      if (begins) {
        assertThat(there).as(when).isFalse();
        assertThat(now.minus(gone))
            .as(when)
            .isGreaterThanOrEqualTo(Exhibition.QUIET.minusSeconds(10));
        each = new Exhibition(now);
        last = now;
        owed = false;
        anew++;
      }
      boolean late = now.minus(gone).compareTo(Exhibition.QUIET.plusSeconds(20)) > 0;
      assertThat(owed && late).as(when).isFalse();
      if (!there && late) {
        assertThat(now.minus(last)).as(when).isLessThan(Exhibition.LONGEST.plusMinutes(1));
      }
    }
    assertThat(anew).isGreaterThan(100);
  }
}

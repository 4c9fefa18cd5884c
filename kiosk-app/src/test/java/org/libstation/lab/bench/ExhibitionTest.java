package org.libstation.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
}

package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.central.CentralSystem.Status;

class ClockKeeperTest {
  private Instant wall = Instant.parse("2026-11-25T01:30:00Z");
  private Duration monotonic = Duration.ofMinutes(5);
  private final ClockKeeper clock =
      new ClockKeeper(
          () -> wall,
          () -> monotonic,
          "boot-1",
          ZoneId.of("Asia/Hong_Kong"),
          Optional.empty(),
          Duration.ofSeconds(30),
          ZoneMemory.ofThisRun());

  private void pass(Duration time) {
    wall = wall.plus(time);
    monotonic = monotonic.plus(time);
  }

  private static Status status(Duration difference) {
    return new Status(true, Optional.of(difference), "");
  }

  @Test
  void a_moment_carries_wall_time_with_offset_boot_id_and_monotonic_time() {
    assertThat(clock.now().wall().toString()).isEqualTo("2026-11-25T09:30+08:00");
    assertThat(clock.now().bootId()).isEqualTo("boot-1");
    assertThat(clock.now().monotonic()).isEqualTo(Duration.ofMinutes(5));
    assertThat(clock.now().doubtful()).isFalse();
  }

  @Test
  void a_clock_set_back_a_day_within_a_run_is_repaired_from_monotonic_time() {
    pass(Duration.ofHours(1));
    wall = wall.minus(Duration.ofDays(1));
    pass(Duration.ofMinutes(10));

    assertThat(clock.now().wall().toString()).isEqualTo("2026-11-25T10:40+08:00");
    assertThat(clock.now().doubtful()).isTrue();
  }

  @Test
  void once_98_was_read_a_jump_leaves_no_doubt() {
    clock.measured(status(Duration.ofSeconds(4)));
    wall = wall.plus(Duration.ofHours(5));

    assertThat(clock.now().wall().toString()).isEqualTo("2026-11-25T09:30+08:00");
    assertThat(clock.now().doubtful()).isFalse();
    assertThat(clock.now().corrected().toString()).isEqualTo("2026-11-25T09:30:04+08:00");
  }

  @Test
  void a_clock_that_starts_before_the_newest_entry_is_doubtful_until_98_was_read() {
    ClockKeeper late =
        new ClockKeeper(
            () -> wall,
            () -> monotonic,
            "boot-2",
            ZoneId.of("Asia/Hong_Kong"),
            Optional.of(wall.plusSeconds(86_400)),
            Duration.ofSeconds(30),
            ZoneMemory.ofThisRun());
    assertThat(late.now().doubtful()).isTrue();

    late.measured(status(Duration.ofHours(24).plusSeconds(71)));
    assertThat(late.now().doubtful()).isFalse();
    assertThat(late.now().corrected().toString()).isEqualTo("2026-11-26T09:31:11+08:00");
  }

  @Test
  void a_clock_a_whole_day_off_is_skew_and_repaired() {
    for (int days : new int[] {-1, 1}) {
      clock.measured(status(Duration.ofDays(days)));

      assertThat(clock.now().doubtful()).isFalse();
      assertThat(clock.now().skew()).hasValue(Duration.ofDays(days));
    }
  }

  @Test
  void a_difference_like_another_zones_leaves_entries_in_doubt_and_is_no_skew() {
    clock.measured(status(Duration.ofSeconds(4)));
    clock.measured(status(Duration.ofHours(-8)));

    assertThat(clock.now().doubtful()).isTrue();
    assertThat(clock.now().skew()).isEmpty();
  }

  @Test
  void seen_on_another_day_it_is_another_zone_and_the_rest_is_skew() {
    clock.measured(status(Duration.ofHours(-8)));
    pass(Duration.ofDays(1));
    clock.measured(status(Duration.ofHours(-8).plusSeconds(3)));

    assertThat(clock.now().doubtful()).isFalse();
    assertThat(clock.now().skew()).hasValue(Duration.ofSeconds(3));
  }

  @Test
  void a_restart_before_98_is_read_again_leaves_it_in_doubt() {
    ZoneMemory disk = ZoneMemory.ofThisRun();
    started(disk).measured(status(Duration.ofHours(-8)));
    assertThat(started(disk).now().doubtful()).isTrue();

    pass(Duration.ofDays(1));
    started(disk).measured(status(Duration.ofHours(-8)));
    assertThat(started(disk).now().doubtful()).isFalse();
  }

  private ClockKeeper started(ZoneMemory disk) {
    return new ClockKeeper(
        () -> wall,
        () -> monotonic,
        "boot-1",
        ZoneId.of("Asia/Hong_Kong"),
        Optional.empty(),
        Duration.ofSeconds(30),
        disk);
  }

  @Test
  void small_corrections_of_the_wall_are_followed() {
    pass(Duration.ofHours(1));
    wall = wall.plusSeconds(10);
    assertThat(clock.now().wall().toString()).isEqualTo("2026-11-25T10:30:10+08:00");
    assertThat(clock.now().doubtful()).isFalse();
  }

  @Test
  void monotonic_time_is_handed_through() {
    pass(Duration.ofSeconds(3));
    assertThat(clock.monotonic()).isEqualTo(Duration.ofMinutes(5).plusSeconds(3));
  }
}

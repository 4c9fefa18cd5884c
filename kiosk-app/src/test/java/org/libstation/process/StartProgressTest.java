package org.libstation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// A start is judged by what it does, by no clock.
class StartProgressTest {
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final AtomicLong classes = new AtomicLong(1);
  private final AtomicLong bytes = new AtomicLong();
  private Duration now = Duration.ZERO;
  private final StartProgress start = new StartProgress(classes::get, bytes::get, () -> now);

  private boolean look() {
    now = now.plus(LOOK);
    return start.look();
  }

  private void looks(int times, Runnable meanwhile) {
    for (int i = 0; i < times; i++) {
      meanwhile.run();
      look();
    }
  }

  @Test
  void one_that_does_nothing_stands_still() {
    look();
    looks(30, () -> {});
    assertThat(start.standsStill()).isFalse();
    looks(10, () -> {});
    assertThat(start.standsStill()).isTrue();
  }

  @Test
  void a_step_a_class_or_much_data_is_progress() {
    look();
    assertThat(look()).isFalse();
    start.step("the devices");
    assertThat(look()).isTrue();
    assertThat(start.step()).isEqualTo("the devices");
    classes.incrementAndGet();
    assertThat(look()).isTrue();
    bytes.addAndGet(2 << 20);
    assertThat(look()).isTrue();
    looks(200, classes::incrementAndGet);
    assertThat(start.standsStill()).isFalse();
  }

  @Test
  void what_trickles_is_no_progress() {
    look();
    looks(200, () -> bytes.addAndGet(20_000));
    assertThat(start.standsStill()).isTrue();
  }

  @Test
  void this_process_makes_progress_and_says_so() {
    StartProgress mine = StartProgress.ofThisProcess();
    assertThat(mine.look()).isTrue();
    assertThat(mine.standsStill()).isFalse();
  }
}

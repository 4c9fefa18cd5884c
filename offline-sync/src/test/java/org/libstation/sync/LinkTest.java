package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ManualStationClock;
import org.libstation.sync.FakeCentral.Fault;

/// The link's hysteresis, its gate, its probes, and the loop that drives it.
class LinkTest {
  private final ManualStationClock clock = new ManualStationClock();
  private final FakeCentral central = new FakeCentral(() -> clock.now().wall().toLocalDateTime());
  private final List<Boolean> changes = new ArrayList<>();
  private final SyncSettings settings = SyncSettings.USUAL;
  private final Link link =
      new Link(
          central,
          clock,
          settings,
          new Backoff(
              settings.probes().firstPause(), settings.probes().longestPause(), new Random(3)),
          new Link.LinkListener() {
            @Override
            public void changed(boolean up) {
              changes.add(up);
            }

            @Override
            public void measured(CentralSystem.Status status) {
              status.difference().ifPresent(clock::setSkew);
            }
          });

  @Test
  void several_good_answers_in_a_row_are_needed_before_it_counts_as_up() {
    for (int i = 1; i < settings.probes().goodAnswers(); i++) {
      clock.advance(link.step());
      assertThat(link.up()).isFalse();
    }
    link.step();
    assertThat(link.up()).isTrue();
    assertThat(changes).containsExactly(true);
  }

  @Test
  void what_is_asked_over_a_second_connection_waits_for_nobody_on_the_first() {
    for (int i = 0; i < settings.probes().goodAnswers(); i++) {
      clock.advance(link.step());
    }
    CentralSystem second = link.gated(central);
    List<Answer<?>> heard = new ArrayList<>();
    central.whileLooking(
        () -> {
          if (heard.isEmpty()) {
            heard.add(Answer.NotSent.because("begun"));
            Thread other = Thread.ofPlatform().start(() -> heard.add(second.look(ITEM)));
            await().atMost(Duration.ofMinutes(3)).until(() -> !other.isAlive());
          }
        });

    Answer<?> _ = link.gated().look(ITEM);

    assertThat(heard).hasSize(2);
  }

  @Test
  void a_bad_answer_between_good_ones_begins_the_count_anew() {
    clock.advance(link.step());
    clock.advance(link.step());
    central.down(true);
    clock.advance(link.step());
    central.down(false);
    clock.advance(link.step());
    clock.advance(link.step());
    assertThat(link.up()).isFalse();
    link.step();
    assertThat(link.up()).isTrue();
  }

  @Test
  void one_unanswered_request_takes_it_down_and_closes_the_gate() {
    comeUp();
    central.has(ITEM);
    central.nextActing(Fault.LOSE_REQUEST);
    assertThat(link.gated().checkout(ITEM, CARD, Optional.empty()))
        .isInstanceOf(Answer.Unknown.class);
    assertThat(link.up()).isFalse();
    assertThat(changes).containsExactly(true, false);
    assertThat(central.hangUps()).isEqualTo(1);

    int heard = central.heard().size();
    assertThat(link.gated().look(ITEM)).isInstanceOf(Answer.NotSent.class);
    assertThat(link.gated().checkout(ITEM, CARD, Optional.empty()))
        .isInstanceOf(Answer.NotSent.class);
    link.gated().endSession(CARD);
    assertThat(central.heard()).hasSize(heard);
  }

  @Test
  void a_refusal_is_an_answer_and_keeps_it_up() {
    comeUp();
    assertThat(link.gated().look(ITEM)).isInstanceOf(Answer.Refused.class);
    assertThat(link.up()).isTrue();
  }

  @Test
  void probes_come_by_their_own_timer_and_not_while_others_are_answered() {
    comeUp();
    central.has(ITEM);
    clock.advance(settings.probes().keepAlive().minusSeconds(1));
    assertThat(link.gated().look(ITEM)).isInstanceOf(Answer.Accepted.class);
    clock.advance(Duration.ofSeconds(2));
    int heard = central.heard().size();
    assertThat(link.step()).isPositive();
    assertThat(central.heard()).hasSize(heard);
  }

  @Test
  void pauses_grow_to_a_longest_one_and_no_two_stations_keep_step() {
    Backoff one = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1), new Random(1));
    Backoff two = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1), new Random(2));
    List<Duration> first = new ArrayList<>();
    List<Duration> second = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      first.add(one.next());
      second.add(two.next());
    }
    assertThat(first.getFirst()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(first.getLast()).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
    assertThat(first).isNotEqualTo(second);
    one.reset();
    assertThat(one.next()).isLessThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void what_a_probe_says_of_the_time_is_heard() {
    central.skewed(Duration.ofSeconds(-90));
    link.step();
    assertThat(clock.now().skew()).contains(Duration.ofSeconds(-90));
  }

  @Test
  void a_loop_steps_rests_can_be_woken_and_ends() throws InterruptedException {
    AtomicInteger steps = new AtomicInteger();
    CountDownLatch twice = new CountDownLatch(2);
    try (StepLoop loop =
        new StepLoop(
            "test-loop",
            () -> {
              steps.incrementAndGet();
              twice.countDown();
              return Duration.ofHours(1);
            })) {
      loop.start();
      loop.wake();
      // The first step may have consumed the wake: wake until the second was made.
      for (int i = 0; i < 100 && !twice.await(20, TimeUnit.MILLISECONDS); i++) {
        loop.wake();
      }
    }
    assertThat(steps.get()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void a_lane_has_one_owner_at_a_time() {
    Lanes lanes = new Lanes();
    try (Lanes.Lane _ = lanes.tryTake(ITEM).orElseThrow()) {
      assertThat(lanes.tryTake(ITEM)).isEmpty();
    }
    assertThat(lanes.tryTake(ITEM)).isPresent();
  }

  private void comeUp() {
    while (!link.up()) {
      clock.advance(link.step());
    }
  }
}

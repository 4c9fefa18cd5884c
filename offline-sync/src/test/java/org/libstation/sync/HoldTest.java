package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.HoldOutcome;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.sync.FakeCentral.Fault;

/// Holds: asked once, looked up in doubt, never sent again.
class HoldTest {
  private final Bench bench = new Bench();

  private HoldOutcome place() {
    return bench.desk.placeHold(ITEM, CARD, Optional.empty());
  }

  private HoldOutcome cancel() {
    HoldLine hold = new HoldLine(Optional.of(ITEM), "", false, Optional.empty(), Optional.empty());
    return bench.desk.cancelHold(hold, CARD, Optional.empty());
  }

  @Test
  void a_hold_is_placed_and_given_up() {
    assertThat(place())
        .isInstanceOfSatisfying(
            HoldOutcome.Placed.class, placed -> assertThat(placed.queue()).hasValue(1));
    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.entry(1).cardSealed()).isFalse();
    assertThat(bench.central.held(CARD)).hasSize(1);

    assertThat(cancel()).isInstanceOf(HoldOutcome.GivenUp.class);
    assertThat(bench.central.held(CARD)).isEmpty();
    assertThat(bench.journal.all(1, 10)).hasSize(1);
  }

  @Test
  void what_is_not_there_any_more_counts_as_given_up() {
    assertThat(cancel()).isInstanceOf(HoldOutcome.GivenUp.class);
  }

  @Test
  void a_second_hold_on_the_same_title_is_refused_with_its_reason() {
    HoldOutcome _ = place();

    assertThat(place())
        .isInstanceOfSatisfying(
            HoldOutcome.NotPlaced.class,
            no -> assertThat(no.refusal().reason()).isEqualTo(RefusalReason.ALREADY_HELD));
    assertThat(bench.closed(2)).contains(EntryClosed.ClosingReason.REFUSED);
  }

  @Test
  void a_lost_answer_is_found_done_and_never_sent_again() {
    bench.central.nextActing(Fault.LOSE_REPLY);

    assertThat(place()).isInstanceOf(HoldOutcome.HoldNotKnown.class);
    bench.linkBack();
    bench.pass(Bench.QUARANTINE.multipliedBy(3));

    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.FOUND_DONE);
    assertThat(bench.central.heardActing()).hasSize(1);
    assertThat(bench.central.held(CARD)).hasSize(1);
  }

  @Test
  void a_lost_request_is_abandoned_after_two_looks_even_over_a_power_cut() {
    bench.central.nextActing(Fault.LOSE_REQUEST);

    assertThat(place()).isInstanceOf(HoldOutcome.HoldNotKnown.class);
    bench.linkBack();
    bench.powerCut();
    bench.pass(Bench.QUARANTINE.plusSeconds(1));
    assertThat(bench.closed(1)).isEmpty();
    bench.pass(Bench.QUARANTINE.plusSeconds(30));

    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.ABANDONED);
    assertThat(bench.central.heardActing()).hasSize(1);
    assertThat(bench.central.held(CARD)).isEmpty();
  }

  @Test
  void while_the_link_is_down_nothing_is_asked_and_nothing_stays_open() {
    bench.linkLost();

    assertThat(place())
        .isInstanceOfSatisfying(
            HoldOutcome.NotPlaced.class,
            no -> assertThat(no.refusal().reason()).isEqualTo(RefusalReason.NOT_WHILE_OFFLINE));
    assertThat(cancel()).isInstanceOf(HoldOutcome.NotPlaced.class);
    assertThat(bench.outbox.waiting()).isZero();
  }

  @Test
  void a_lost_answer_to_giving_up_is_not_guessed() {
    HoldOutcome _ = place();
    bench.central.nextActing(Fault.LOSE_REPLY);

    assertThat(cancel()).isInstanceOf(HoldOutcome.HoldNotKnown.class);
    assertThat(bench.journal.all(1, 10)).hasSize(1);
  }
}

package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;

/// A start after the last sign of life on this disk is old: the disk may be a copy that was put
/// back.
class LongRestTest {
  private final Bench bench = new Bench();

  private Instant now() {
    return bench.clock.now().wall().toInstant();
  }

  private void startsAfter(Duration rest) {
    bench.lastSign = Optional.of(now().minus(rest));
    bench.powerCut();
  }

  @Test
  void a_loan_that_may_have_been_settled_and_brought_back_meanwhile_is_not_booked_again() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    startsAfter(Duration.ofMinutes(6));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.central.heardActing()).isEmpty();
    assertThat(bench.staffLines(loan)).containsExactly(StaffLine.StaffReason.LOAN_IN_DOUBT);
    assertThat(bench.journal.card(loan)).contains(CARD);
  }

  @Test
  void a_loan_that_was_settled_meanwhile_is_found_done() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    bench.central.lent(ITEM, CARD, LocalDateTime.parse("2026-12-09T23:59"));
    startsAfter(Duration.ofMinutes(50));
    bench.linkBack();
    bench.pass(Duration.ofHours(1));

    assertThat(bench.central.heardActing()).isEmpty();
    assertThat(bench.closed(loan)).contains(EntryClosed.Reason.FOUND_DONE);
  }

  @Test
  void a_return_is_looked_up_twice_before_it_is_sent() {
    bench.central.lent(ITEM, CARD, LocalDateTime.parse("2026-12-01T23:59"));
    bench.linkLost();
    long back = bench.desk.received(ITEM, bench.clock.now(), How.DROPPED, true, "");
    startsAfter(Duration.ofMinutes(6));
    bench.linkBack();
    bench.settle();
    assertThat(bench.central.heardActing()).isEmpty();
    bench.pass(Duration.ofMinutes(10));

    assertThat(bench.central.heardActing()).containsExactly("09 " + ITEM);
    assertThat(bench.closed(back)).contains(EntryClosed.Reason.SETTLED);
  }

  @Test
  void after_a_short_rest_and_where_the_station_never_ran_an_open_loan_is_sent_as_ever() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    startsAfter(Duration.ofMinutes(4));
    bench.linkBack();
    bench.pass(Duration.ofMinutes(1));

    assertThat(bench.closed(loan)).contains(EntryClosed.Reason.SETTLED);
  }

  @Test
  void what_came_after_the_start_is_not_in_doubt() {
    bench.central.lent(ITEM, CARD, LocalDateTime.parse("2026-12-01T23:59"));
    startsAfter(Duration.ofMinutes(30));
    bench.clock.advance(Duration.ofSeconds(1));
    long back = bench.received(ITEM);

    assertThat(bench.desk.settleReturn(back)).isInstanceOf(ReturnOutcome.Settled.class);
    assertThat(bench.closed(back)).contains(EntryClosed.Reason.SETTLED);
  }

  @Test
  void a_clock_a_day_ahead_at_the_start_makes_no_long_rest() {
    bench.linkLost();
    long loan = bench.lentOffline(ITEM, CARD);
    bench.lastSign = Optional.of(now());
    bench.clock.setWall(bench.clock.now().wall().plusDays(1));
    bench.clock.setSkew(Duration.ofDays(-1));
    bench.powerCut();
    bench.linkBack();
    bench.pass(Duration.ofMinutes(1));

    assertThat(bench.closed(loan)).contains(EntryClosed.Reason.SETTLED);
  }

  @Test
  void the_last_sign_is_kept_from_the_start_until_the_rest_was_judged() {
    List<Optional<Instant>> kept = new ArrayList<>();
    ManualStationClock clock = new ManualStationClock();
    Instant sign = clock.now().wall().toInstant().minus(Duration.ofHours(2));
    LongRest rest = new LongRest(Optional.of(sign), clock, kept::add);
    assertThat(kept).containsExactly(Optional.of(sign));
    bench.linkLost();
    SettlingParts parts =
        SettlingParts.of(
            bench.journal,
            bench.link.gated(),
            clock,
            org.libstation.lab.desk.DeskRig.usual(),
            bench.habits);
    assertThat(rest.isJudged(parts)).isFalse();
    bench.linkBack();
    assertThat(rest.isJudged(parts)).isTrue();
    assertThat(kept).containsExactly(Optional.of(sign), Optional.empty());
    assertThat(bench.journal.all(1, 100))
        .allSatisfy(entry -> assertThat(entry.has(Mark.Unknown.class)).isFalse());
  }
}

package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_CARD;
import static org.libstation.journal.Entries.OTHER_ITEM;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.RenewOutcome;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// After a rest of more than an hour.
class StartLookTest {
  private final Bench bench = new Bench();

  private StartLook after(Duration rest) {
    return new StartLook(bench.journal, bench.central, rested(Optional.of(bench.before(rest))));
  }

  /// The power went after the sign.
  private LongRest rested(Optional<EventTime> lastSign) {
    bench.clock.reboot("boot-2");
    return new LongRest(lastSign, bench.clock, 100, LongRest.NO_MEMORY);
  }

  @Test
  void what_this_station_did_itself_since_the_start_is_no_difference() {
    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.Lent.class);
    bench.desk.released(bench.last().number());
    StartLook look = after(Duration.ofHours(2));
    long _ = bench.received(ITEM);
    bench.settle();

    assertThat(run(look)).isEqualTo(StartLook.DONE);
    assertThat(told()).isEmpty();
  }

  @Test
  void a_renewal_made_here_moves_the_due_date_that_is_compared() {
    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.Lent.class);
    bench.desk.released(bench.last().number());
    assertThat(bench.desk.renew(ITEM, CARD, Optional.empty()))
        .isInstanceOf(RenewOutcome.Renewed.class);

    assertThat(run(after(Duration.ofHours(2)))).isEqualTo(StartLook.DONE);
    assertThat(told()).isEmpty();
  }

  @Test
  void a_clock_a_day_ahead_at_the_start_is_no_long_rest() {
    long _ = bench.received(ITEM);
    bench.settle();
    bench.central.lent(ITEM, OTHER_CARD, LocalDateTime.parse("2026-12-24T23:59"));
    bench.clock.setSkew(Duration.ZERO);
    EventTime sign = bench.clock.now();
    bench.clock.setWall(bench.clock.now().wall().plusDays(1));
    StartLook look = new StartLook(bench.journal, bench.central, rested(Optional.of(sign)));
    bench.clock.setSkew(Duration.ofDays(-1));

    assertThat(run(look)).isEqualTo(StartLook.DONE);
    assertThat(told()).isEmpty();
  }

  @Test
  void a_clock_that_is_behind_at_the_start_hides_no_long_rest() {
    movedElsewhere();
    StartLook look = after(Duration.ZERO);
    bench.clock.setSkew(Duration.ofHours(2));

    assertThat(run(look)).isEqualTo(StartLook.DONE);
    assertThat(told()).hasSize(1);
  }

  @Test
  void a_clock_a_day_ahead_before_and_after_hides_no_long_rest() {
    movedElsewhere();
    bench.clock.setSkew(Duration.ofDays(-1));
    StartLook look = after(Duration.ofHours(2));

    assertThat(run(look)).isEqualTo(StartLook.DONE);
    assertThat(told()).hasSize(1);
  }

  private void movedElsewhere() {
    long _ = bench.received(ITEM);
    bench.settle();
    bench.central.lent(ITEM, OTHER_CARD, LocalDateTime.parse("2026-12-24T23:59"));
  }

  /// @return the last rest
  private static Duration run(StartLook look) {
    Duration rest = look.step();
    for (int i = 0; i < 100 && rest.compareTo(StartLook.SILENT) < 0; i++) {
      rest = look.step();
    }
    return rest;
  }

  private List<String> told() {
    return bench.journal.all(1, 100).stream()
        .map(JournalEntry::marks)
        .flatMap(List::stream)
        .map(JournalEntry.Noted::mark)
        .filter(Mark.StaffLine.class::isInstance)
        .map(mark -> TaskNote.asWritten(((Mark.StaffLine) mark).notes()))
        .filter(detail -> detail.startsWith("rest differs"))
        .toList();
  }

  @Test
  void what_stands_otherwise_is_told_in_one_line_and_what_agrees_is_not_named() {
    long _ = bench.received(ITEM);
    long _ = bench.received(OTHER_ITEM);
    bench.settle();
    bench.central.lent(ITEM, OTHER_CARD, LocalDateTime.parse("2026-12-24T23:59"));

    assertThat(run(after(Duration.ofMinutes(61)))).isEqualTo(StartLook.DONE);
    assertThat(told())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .contains(" 1 2; item returned here " + ITEM.value())
                    .doesNotContain(OTHER_ITEM.value()));
  }

  @Test
  void nothing_is_asked_after_a_short_rest_or_where_the_station_never_ran() {
    long _ = bench.received(ITEM);
    bench.settle();
    bench.central.lent(ITEM, OTHER_CARD, LocalDateTime.parse("2026-12-24T23:59"));
    assertThat(run(after(Duration.ofMinutes(59)))).isEqualTo(StartLook.DONE);
    assertThat(run(new StartLook(bench.journal, bench.central, rested(Optional.empty()))))
        .isEqualTo(StartLook.DONE);
    assertThat(told()).isEmpty();
  }

  @Test
  void a_silent_link_is_waited_for_and_what_is_not_settled_is_not_looked_up() {
    long _ = bench.received(ITEM);
    bench.settle();
    bench.linkLost();
    long _ = bench.lentOffline(OTHER_ITEM, CARD);
    StartLook look = after(Duration.ofDays(1));
    assertThat(run(look)).isEqualTo(StartLook.SILENT);
    assertThat(told()).isEmpty();
    bench.central.down(false);
    bench.central.lent(ITEM, OTHER_CARD, LocalDateTime.parse("2026-12-24T23:59"));
    assertThat(run(look)).isEqualTo(StartLook.DONE);
    assertThat(told()).singleElement().satisfies(line -> assertThat(line).contains(" 1 1; "));
  }
}

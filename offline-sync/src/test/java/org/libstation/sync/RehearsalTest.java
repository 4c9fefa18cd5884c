package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_CARD;
import static org.libstation.journal.Entries.OTHER_ITEM;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.CirculationStatus;
import org.libstation.journal.Act;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.MemoryJournal;
import org.libstation.sync.Rehearsal.RehearsalOutcome;

class RehearsalTest {
  private final Bench bench = new Bench();

  @Test
  void says_which_would_be_settled_and_which_refused_and_changes_nothing() {
    bench.linkLost();
    long good = bench.lentOffline(ITEM, CARD);
    long bad = bench.lentOffline(OTHER_ITEM, OTHER_CARD);
    bench.central.blocks(OTHER_CARD);
    bench.central.down(false);
    List<JournalEntry> before = bench.journal.all(1, 100);
    int heard = bench.central.heard().size();

    List<Rehearsal.RehearsedEntry> lines = rehearse();

    assertThat(outcomes(lines))
        .containsEntry(good, RehearsalOutcome.WOULD_SETTLE)
        .containsEntry(bad, RehearsalOutcome.WOULD_GO_TO_STAFF);
    assertThat(
            lines.stream()
                .filter(line -> line.entry().number() == bad)
                .findFirst()
                .flatMap(Rehearsal.RehearsedEntry::staff)
                .map(Mark.StaffLine::kind))
        .contains(Mark.StaffLine.StaffReason.LOAN_REFUSED);
    assertThat(bench.journal.all(1, 100)).isEqualTo(before);
    assertThat(bench.central.heard().stream().skip(heard))
        .isNotEmpty()
        .allMatch(asked -> asked.startsWith("17") || asked.startsWith("63"));
  }

  @Test
  void what_it_foretells_is_what_comes() {
    bench.linkLost();
    long _ = bench.lentOffline(ITEM, CARD);
    long _ = bench.received(ITEM);
    long _ = bench.lentOffline(ITEM, OTHER_CARD);
    long _ = bench.received(OTHER_ITEM);
    bench.central.lent(OTHER_ITEM, CARD, LocalDateTime.parse("2026-01-01T23:59"));
    bench.central.down(false);

    Map<Long, RehearsalOutcome> foretold = outcomes(rehearse());
    bench.linkBack();
    bench.settle();

    assertThat(foretold).hasSize(4);
    foretold.forEach(
        (number, outcome) ->
            assertThat(bench.closed(number))
                .as("entry %s was foretold %s", number, outcome)
                .isEqualTo(
                    switch (outcome) {
                      case WOULD_SETTLE ->
                          java.util.Optional.of(Mark.EntryClosed.ClosingReason.SETTLED);
                      case FOUND_DONE ->
                          java.util.Optional.of(Mark.EntryClosed.ClosingReason.FOUND_RETURNED);
                      case WOULD_BE_ABANDONED, WOULD_GO_TO_STAFF, WOULD_WAIT, NO_ANSWER ->
                          java.util.Optional.empty();
                    }));
  }

  @Test
  void what_is_back_already_would_be_found_done() {
    bench.linkLost();
    long entry = bench.received(ITEM);
    bench.clock.advance(SyncSettings.USUAL.binOperation().plusMinutes(1));
    bench.central.down(false);

    assertThat(outcomes(rehearse())).containsExactly(Map.entry(entry, RehearsalOutcome.FOUND_DONE));
  }

  @Test
  void a_book_on_loan_to_another_would_wait_for_the_other_stations() {
    bench.linkLost();
    long entry = bench.lentOffline(ITEM, CARD);
    bench.central.lent(ITEM, OTHER_CARD, LocalDateTime.parse("2026-12-24T23:59"));
    bench.central.down(false);

    assertThat(outcomes(rehearse())).containsExactly(Map.entry(entry, RehearsalOutcome.WOULD_WAIT));
  }

  @Test
  void a_held_copy_would_be_refused() {
    bench.linkLost();
    long entry = bench.lentOffline(ITEM, CARD);
    bench.central.says(ITEM, CirculationStatus.ON_HOLD_SHELF);
    bench.central.down(false);

    assertThat(outcomes(rehearse()))
        .containsExactly(Map.entry(entry, RehearsalOutcome.WOULD_GO_TO_STAFF));
  }

  @Test
  void the_waits_of_doubt_are_gone_through_without_waiting() {
    bench.linkLost();
    long entry = bench.lentOffline(ITEM, CARD);
    bench.journal.mark(entry, Mark.Sending.of(Act.CHECKOUT));
    bench.journal.mark(entry, Mark.OutcomeUnknown.said("no answer"));
    bench.central.down(false);

    assertThat(outcomes(rehearse()))
        .containsExactly(Map.entry(entry, RehearsalOutcome.WOULD_SETTLE));
  }

  @Test
  void without_an_answer_it_says_so() {
    bench.linkLost();
    long entry = bench.lentOffline(ITEM, CARD);

    assertThat(outcomes(rehearse())).containsExactly(Map.entry(entry, RehearsalOutcome.NO_ANSWER));
  }

  private List<Rehearsal.RehearsedEntry> rehearse() {
    return new Rehearsal(this::copy, bench.central, bench.clock, SyncSettings.USUAL, bench.habits)
        .lines();
  }

  private void copy(MemoryJournal into) {
    bench
        .journal
        .all(1, 1000)
        .forEach(entry -> into.copy(entry, bench.journal.card(entry.number())));
  }

  private static Map<Long, RehearsalOutcome> outcomes(List<Rehearsal.RehearsedEntry> lines) {
    return lines.stream()
        .collect(
            Collectors.toMap(line -> line.entry().number(), Rehearsal.RehearsedEntry::outcome));
  }
}

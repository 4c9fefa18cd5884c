package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_CARD;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.sync.FakeCentral.Fault;

/// The table of what is found at a restart, row by row.
class RestartTest {
  private final Bench bench = new Bench();

  @Test
  void an_ask_alone_that_was_done_is_a_line_booked_not_taken() {
    bench.journal.failWrite(2, JournalException.FaultKind.DISK);
    assertThatThrownBy(() -> bench.lend(ITEM, CARD)).isInstanceOf(JournalException.class);
    bench.powerCut();
    assertThat(bench.staffLines(1)).isEmpty();
    bench.pass(Bench.QUARANTINE.plusSeconds(1));

    assertThat(bench.staffLines(1)).containsExactly(StaffLine.StaffReason.BOOKED_NOT_TAKEN);
    assertThat(bench.central.heardActing()).hasSize(1);
  }

  @Test
  void an_ask_alone_that_was_not_done_is_abandoned_after_two_looks() {
    bench.central.nextActing(Fault.LOSE_REQUEST);
    bench.journal.failWrite(2, JournalException.FaultKind.DISK);
    assertThatThrownBy(() -> bench.lend(ITEM, CARD)).isInstanceOf(JournalException.class);
    bench.powerCut();
    bench.pass(Bench.QUARANTINE.plusSeconds(1));
    assertThat(bench.closed(1)).isEmpty();
    bench.pass(Bench.QUARANTINE.plusSeconds(1));

    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.ABANDONED);
    assertThat(bench.central.heardActing()).hasSize(1);
  }

  @Test
  void accepted_and_not_released_is_finished_by_the_same_card_within_minutes() {
    LoanOutcome.Lent lent = (LoanOutcome.Lent) bench.lend(ITEM, CARD);
    bench.powerCut();
    bench.pass(Duration.ofMinutes(2));

    assertThat(bench.desk.unfinished(CARD))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.entry()).isEqualTo(lent.entry());
              assertThat(found.item()).isEqualTo(ITEM);
              assertThat(found.due()).isEqualTo(lent.due());
              assertThat(found.title()).as("titles are not written down").isEmpty();
            });
    assertThat(bench.desk.unfinished(OTHER_CARD)).isEmpty();
    assertThat(bench.lend(ITEM, CARD))
        .isInstanceOfSatisfying(
            LoanOutcome.Lent.class,
            again -> {
              assertThat(again.entry()).isEqualTo(lent.entry());
              assertThat(again.due().at()).isEqualTo(lent.due().at());
            });
    assertThat(bench.central.heardActing()).hasSize(1);
    bench.desk.released(lent.entry());
    assertThat(bench.closed(lent.entry())).contains(EntryClosed.ClosingReason.SETTLED);
  }

  @Test
  void accepted_and_not_released_is_otherwise_a_line_booked_not_taken() {
    LoanOutcome.Lent lent = (LoanOutcome.Lent) bench.lend(ITEM, CARD);
    bench.powerCut();
    bench.pass(Duration.ofMinutes(6));

    assertThat(bench.desk.unfinished(CARD)).isEmpty();
    assertThat(bench.staffLines(lent.entry()))
        .containsExactly(StaffLine.StaffReason.BOOKED_NOT_TAKEN);
    assertThat(bench.lend(ITEM, CARD)).isInstanceOf(LoanOutcome.AlreadyYours.class);
  }

  @Test
  void given_and_not_released_is_sent_as_a_fact_with_a_line_perhaps_not_taken() {
    bench.linkLost();
    LoanOutcome.ToBeConfirmed given = (LoanOutcome.ToBeConfirmed) bench.lend(ITEM, CARD);
    bench.powerCut();
    bench.linkBack();
    bench.pass(Duration.ofMinutes(6));

    assertThat(bench.staffLines(given.entry()))
        .containsExactly(StaffLine.StaffReason.PERHAPS_NOT_TAKEN);
    assertThat(bench.closed(given.entry())).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.central.loan(ITEM)).isPresent();
  }

  @Test
  void released_and_not_yet_closed_needs_nothing_more() {
    LoanOutcome.Lent lent = (LoanOutcome.Lent) bench.lend(ITEM, CARD);
    bench.journal.mark(lent.entry(), new Mark.Released());
    bench.powerCut();
    int heard = bench.central.heardActing().size();
    bench.settle();

    assertThat(bench.closed(lent.entry())).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.staffLines(lent.entry())).isEmpty();
    assertThat(bench.central.heardActing()).hasSize(heard);
  }

  @Test
  void what_could_not_be_cleared_is_a_line_and_is_never_undone_by_a_return() {
    LoanOutcome.Lent lent = (LoanOutcome.Lent) bench.lend(ITEM, CARD);
    bench.desk.notReleased(lent.entry(), TaskNote.text("the tag does not answer"));
    bench.pass(Duration.ofHours(1));

    assertThat(bench.staffLines(lent.entry()))
        .containsExactly(StaffLine.StaffReason.BOOKED_NOT_TAKEN);
    assertThat(bench.entry(lent.entry()).state()).isEqualTo(EntryState.WITH_STAFF);
    assertThat(bench.central.heardActing()).containsExactly("11 " + ITEM);
  }

  @Test
  void a_refusal_written_and_not_closed_is_closed() {
    bench.central.blocks(CARD);
    bench.journal.failWrite(3, JournalException.FaultKind.DISK);
    assertThatThrownBy(() -> bench.lend(ITEM, CARD)).isInstanceOf(JournalException.class);
    bench.powerCut();
    bench.settle();

    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.REFUSED);
  }

  @Test
  void nothing_of_an_unfinished_loan_is_settled_while_the_patron_may_still_finish_it() {
    bench.linkLost();
    LoanOutcome.ToBeConfirmed given = (LoanOutcome.ToBeConfirmed) bench.lend(ITEM, CARD);
    bench.linkBack();
    bench.settle();

    assertThat(bench.central.heardActing()).isEmpty();
    assertThat(bench.lend(ITEM, CARD)).isEqualTo(given);
  }

  @Test
  void a_loan_whose_item_came_back_since_is_not_finished_but_made_anew() {
    bench.linkLost();
    LoanOutcome.ToBeConfirmed first = (LoanOutcome.ToBeConfirmed) bench.lend(ITEM, CARD);
    bench.powerCut();
    long _ = bench.received(ITEM);

    LoanOutcome.ToBeConfirmed second = (LoanOutcome.ToBeConfirmed) bench.lend(ITEM, CARD);
    assertThat(second.entry()).isNotEqualTo(first.entry());
    bench.desk.released(second.entry());
    bench.linkBack();
    bench.pass(Duration.ofMinutes(10));
    assertThat(bench.central.loan(ITEM)).isPresent();
  }
}

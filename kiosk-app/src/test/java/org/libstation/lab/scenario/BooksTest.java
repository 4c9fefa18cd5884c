package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.Act;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.lab.scenario.LedgerComparison.ItemBooks;
import org.libstation.lab.scenario.LedgerComparison.ItemTally;

class BooksTest {
  private static final EventTime NOW =
      new EventTime(
          OffsetDateTime.parse("2026-11-24T10:00:00+08:00"),
          "boot",
          Duration.ZERO,
          Optional.empty(),
          false);
  private static final ItemId ITEM = new ItemId("31234000012342");

  @Test
  void a_settled_loan_and_a_settled_return_agree_with_the_ledger() {
    List<ItemBooks> lines =
        LedgerComparison.compare(
            List.of(
                given(
                    1,
                    Mark.Accepted.mayClear(Optional.empty(), ""),
                    closed(Mark.EntryClosed.ClosingReason.SETTLED)),
                returned(
                    2,
                    Mark.Accepted.mayClear(Optional.empty(), ""),
                    closed(Mark.EntryClosed.ClosingReason.SETTLED))),
            Map.of(ITEM, new ItemTally(1, 1, 0)));
    assertThat(lines).singleElement().matches(ItemBooks::agrees);
  }

  @Test
  void a_loan_the_ledger_has_not_is_a_difference() {
    List<ItemBooks> lines =
        LedgerComparison.compare(
            List.of(
                given(
                    1,
                    Mark.Accepted.mayClear(Optional.empty(), ""),
                    closed(Mark.EntryClosed.ClosingReason.SETTLED))),
            Map.of());
    assertThat(lines).singleElement().matches(line -> !line.agrees());
    assertThat(lines.getFirst().toString())
        .contains("DIFFER: the journal says 1 lent, 0 returned, 0 renewed, the ledger 0 lent");
  }

  @Test
  void a_line_for_staff_about_a_settled_loan_is_no_second_loan() {
    List<ItemBooks> lines =
        LedgerComparison.compare(
            List.of(
                given(
                    1,
                    Mark.Accepted.mayClear(Optional.empty(), ""),
                    closed(Mark.EntryClosed.ClosingReason.SETTLED)),
                given(
                    2,
                    Mark.StaffLine.of(
                        Mark.StaffLine.StaffReason.BOOKED_NOT_TAKEN, TaskNote.text("left lying")))),
            Map.of(ITEM, new ItemTally(1, 0, 0)));
    assertThat(lines).singleElement().matches(ItemBooks::agrees);
  }

  @Test
  void a_booking_the_journal_has_not_is_a_difference() {
    assertThat(LedgerComparison.compare(List.of(), Map.of(ITEM, new ItemTally(1, 0, 0))))
        .singleElement()
        .matches(line -> !line.agrees());
  }

  @Test
  void what_was_found_returned_was_not_booked_for_us() {
    assertThat(
            LedgerComparison.compare(
                List.of(returned(1, closed(Mark.EntryClosed.ClosingReason.FOUND_RETURNED))),
                Map.of()))
        .singleElement()
        .matches(ItemBooks::agrees);
  }

  @Test
  void a_return_whose_answer_was_lost_and_that_was_found_returned_may_be_ours() {
    List<JournalEntry> journal =
        List.of(
            returned(
                1,
                Mark.Sending.of(Act.CHECKIN),
                Mark.OutcomeUnknown.said("no answer"),
                closed(Mark.EntryClosed.ClosingReason.FOUND_RETURNED)));
    assertThat(LedgerComparison.compare(journal, Map.of(ITEM, new ItemTally(0, 1, 0))))
        .singleElement()
        .matches(ItemBooks::agrees);
    assertThat(LedgerComparison.compare(journal, Map.of()))
        .singleElement()
        .matches(ItemBooks::agrees);
    assertThat(LedgerComparison.compare(journal, Map.of(ITEM, new ItemTally(0, 2, 0))))
        .singleElement()
        .matches(line -> !line.agrees());
  }

  @Test
  void a_return_of_what_was_on_no_loan_need_not_be_in_the_ledger() {
    List<JournalEntry> journal =
        List.of(
            returned(
                1,
                looked(CirculationStatus.AVAILABLE),
                Mark.Sending.of(Act.CHECKIN),
                Mark.Accepted.mayClear(Optional.empty(), "09"),
                closed(Mark.EntryClosed.ClosingReason.SETTLED)));
    assertThat(LedgerComparison.compare(journal, Map.of()))
        .singleElement()
        .matches(ItemBooks::agrees);

    List<JournalEntry> ended =
        List.of(
            returned(
                1,
                looked(CirculationStatus.CHARGED),
                Mark.Sending.of(Act.CHECKIN),
                Mark.Accepted.mayClear(Optional.empty(), "09"),
                closed(Mark.EntryClosed.ClosingReason.SETTLED)));
    assertThat(LedgerComparison.compare(ended, Map.of()))
        .singleElement()
        .matches(line -> !line.agrees());
  }

  private static Mark looked(CirculationStatus status) {
    return new Mark.Observed(status, Optional.empty(), 0, Optional.empty());
  }

  @Test
  void a_loan_that_was_abandoned_must_not_be_in_the_ledger() {
    assertThat(
            LedgerComparison.compare(
                List.of(
                    given(
                        1,
                        Mark.Sending.of(Act.CHECKOUT),
                        closed(Mark.EntryClosed.ClosingReason.ABANDONED))),
                Map.of(ITEM, new ItemTally(1, 0, 0))))
        .singleElement()
        .matches(line -> !line.agrees());
  }

  @Test
  void an_open_entry_is_named() {
    assertThat(LedgerComparison.compare(List.of(returned(7)), Map.of()).getFirst().notes())
        .containsExactly("entry 7 waiting");
  }

  private static JournalEntry given(long number, Mark... marks) {
    return entry(
        number,
        new CirculationEvent.LoanGiven(ITEM, LocalDateTime.parse("2026-12-08T23:59"), "", true),
        marks);
  }

  private static JournalEntry returned(long number, Mark... marks) {
    return entry(
        number,
        new CirculationEvent.ItemReturned(ITEM, NOW, CirculationEvent.How.SEEN, true),
        marks);
  }

  private static JournalEntry entry(long number, CirculationEvent what, Mark... marks) {
    return new JournalEntry(
        number,
        NOW,
        what,
        Arrays.stream(marks).map(mark -> new JournalEntry.Noted(NOW, mark)).toList(),
        false);
  }

  private static Mark closed(Mark.EntryClosed.ClosingReason reason) {
    return new Mark.EntryClosed(reason, "station");
  }
}

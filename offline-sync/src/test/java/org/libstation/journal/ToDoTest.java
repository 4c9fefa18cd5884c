package org.libstation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.journal.Mark.StaffLine.StaffReason;

class ToDoTest {
  private final MemoryJournal journal = new MemoryJournal(new ManualStationClock());
  private final long entry = journal.append(Entries.loanGiven(ITEM, CARD));

  @Test
  void an_entry_without_a_staff_line_asks_nobody_for_anything() {
    assertThat(todo()).isEmpty();
  }

  @Test
  void a_refused_loan_is_to_be_done_until_somebody_closes_it_by_name_and_reason() {
    journal.mark(entry, StaffLine.of(StaffReason.LOAN_REFUSED, TaskNote.text("PATRON_BLOCKED")));

    assertThat(todo())
        .singleElement()
        .extracting(it -> it.main().kind())
        .isEqualTo(StaffReason.LOAN_REFUSED);
    journal.mark(entry, todo().getFirst().closing("Ms Chan", "booked at the counter"));

    assertThat(todo()).isEmpty();
    JournalEntry closed = journal.find(entry).orElseThrow();
    assertThat(closed.state()).isEqualTo(EntryState.CLOSED);
    assertThat(closed.marks())
        .extracting(JournalEntry.Noted::mark)
        .contains(new Mark.StaffDone("Ms Chan", "booked at the counter"));
    assertThat(journal.card(entry)).as("the card goes with the closing").isEmpty();
  }

  @Test
  void what_concerns_the_book_stays_when_the_loan_is_settled() {
    journal.mark(entry, StaffLine.of(StaffReason.PERHAPS_NOT_TAKEN, TaskNote.text("power cut")));
    journal.mark(entry, new EntryClosed(EntryClosed.ClosingReason.SETTLED, "station"));

    assertThat(todo()).hasSize(1);
    journal.mark(entry, todo().getFirst().closing("Ms Chan", "it stood on the shelf"));

    assertThat(todo()).isEmpty();
  }

  @Test
  void the_line_that_took_it_out_of_the_stations_hands_comes_first() {
    journal.mark(entry, StaffLine.of(StaffReason.LOAN_IN_DOUBT, TaskNote.text("never answered")));
    journal.mark(entry, StaffLine.of(StaffReason.FINDING, TaskNote.text("the due date moved")));

    assertThat(todo().getFirst().main().kind()).isEqualTo(StaffReason.LOAN_IN_DOUBT);
    assertThat(todo().getFirst().lines()).hasSize(2);
  }

  @Test
  void a_line_that_comes_after_the_closing_of_others_is_new() {
    journal.mark(entry, StaffLine.of(StaffReason.FINDING, TaskNote.text("one")));
    journal.mark(entry, todo().getFirst().closing("Ms Chan", "looked at"));
    journal.mark(entry, StaffLine.of(StaffReason.FINDING, TaskNote.text("two")));

    assertThat(todo().getFirst().lines())
        .containsExactly(StaffLine.of(StaffReason.FINDING, TaskNote.text("two")));
  }

  @Test
  void a_card_number_in_the_reason_is_masked() {
    journal.mark(entry, StaffLine.of(StaffReason.LOAN_REFUSED));
    journal.mark(entry, List.of(new Mark.StaffDone("Ms Chan", "booked for " + CARD.value())));

    assertThat(journal.find(entry).orElseThrow().marks().toString()).doesNotContain(CARD.value());
  }

  private List<StaffToDo> todo() {
    return StaffToDo.of(journal.all(1, 10));
  }
}

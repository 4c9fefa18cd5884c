package org.libstation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_ITEM;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.TaskNote;

final class JournalPrinterTest {
  private final ManualStationClock clock = new ManualStationClock();
  private final FakeJournal journal = new FakeJournal(clock);

  @BeforeEach
  void a_day() {
    long asked = journal.append(Entries.loanAsked(ITEM, CARD));
    journal.mark(asked, Mark.Accepted.mayClear(Optional.empty(), "card " + CARD.value()));
    journal.mark(asked, new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station"));
    long given = journal.append(Entries.loanGiven(OTHER_ITEM, CARD));
    journal.mark(
        given,
        new Mark.RequestRefused(
            Refusal.RefusalReason.LIMIT_REACHED, "limit \u001b[2J " + CARD.value()));
    journal.mark(
        given,
        Mark.StaffLine.of(Mark.StaffLine.StaffReason.LOAN_REFUSED, TaskNote.text("limit reached")));
    journal.openCard(given, "Chan");
    clock.setDoubtful(true);
    journal.append(Entries.returned(new ItemId("3"), clock.now()));
  }

  @Test
  void the_list_has_a_line_an_entry_with_state_and_staff_line() {
    assertThat(JournalPrinter.plain().list(journal.all(1, 10)))
        .containsExactly(
            "     1  2026-11-25 09:30:00+08:00  loan asked      30000000000017    closed",
            "     2  2026-11-25 09:30:00+08:00  loan given      30000000000025    with staff"
                + "  STAFF: loan refused (limit reached)",
            "     3  2026-11-25 09:30:00+08:00  item returned   3                 waiting");
  }

  @Test
  void an_entry_is_shown_with_all_its_marks_in_words() {
    assertThat(JournalPrinter.plain().show(journal.find(2).orElseThrow()))
        .containsExactly(
            "entry   2",
            "what    loan given (a fact: it happened here)",
            "item    30000000000025",
            "time    2026-11-25 09:30:00+08:00",
            "title   紅樓夢",
            "due     2026-12-09T23:59",
            "state   with staff",
            "card    kept, sealed",
            "  2026-11-25 09:30:00+08:00  refused: limit reached (limit \\u001b[2J [card])",
            "  2026-11-25 09:30:00+08:00  STAFF: loan refused (limit reached)",
            "  2026-11-25 09:30:00+08:00  card opened by Chan");
  }

  @Test
  void the_audit_counts_states_and_cards_and_names_what_staff_must_know() {
    assertThat(JournalPrinter.plain().audit(journal.all(1, 10)))
        .contains(
            "entries 3",
            "  closed      1",
            "  with staff  1",
            "  waiting     1",
            "  in doubt    0",
            "cards kept, sealed 1",
            "     2  2026-11-25 09:30:00+08:00  30000000000025  card opened by Chan",
            "     3  its clock is in doubt: 2026-11-25 09:30:00+08:00");
  }

  @Test
  void no_card_number_is_ever_printed() {
    String everything =
        String.join("\n", JournalPrinter.plain().list(journal.all(1, 10)))
            + String.join("\n", JournalPrinter.plain().audit(journal.all(1, 10)))
            + journal.all(1, 10).stream().map(JournalPrinter.plain()::show).toList();

    assertThat(everything).contains("[card]").doesNotContain(CARD.value());
  }

  @Test
  void what_cannot_be_seen_is_written_out_and_moves_no_terminal() {
    ItemId item = new ItemId("3000\u202E17");
    JournalEntry entry =
        new JournalEntry(
            1,
            new ManualStationClock().now(),
            new CirculationEvent.LoanGiven(item, Entries.DUE, "紅\u001B[2J樓\u200B夢", true),
            List.of(),
            false);

    String printed =
        String.join("\n", JournalPrinter.plain().show(entry))
            + JournalPrinter.plain().list(List.of(entry));

    assertThat(printed).contains("3000\\u202e17", "紅\\u001b[2J樓\\u200b夢");
    assertThat(printed.replace("\n", "").codePoints())
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }
}

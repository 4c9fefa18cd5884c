package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_CARD;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.journal.Act;
import org.libstation.journal.Entries;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;

class AuditTest {
  private final Bench bench = new Bench();
  private final Audit audit = new Audit(bench.journal);

  @Test
  void a_day_without_trouble_leaves_no_line() {
    bench.linkLost();
    long _ = bench.lentOffline(ITEM, CARD);
    long _ = bench.received(ITEM);
    bench.linkBack();
    bench.settle();

    assertThat(audit.lines()).isEmpty();
  }

  @Test
  void what_was_released_must_have_been_lent() {
    long entry = bench.journal.append(Entries.loanAsked(ITEM, CARD));
    bench.journal.mark(entry, new Mark.Released());

    assertThat(audit.lines())
        .extracting(Audit.Discrepancy::kind)
        .containsExactly(Audit.DiscrepancyKind.RELEASED_WITHOUT_A_LOAN);
  }

  @Test
  void what_is_closed_must_show_why() {
    long entry = bench.journal.append(Entries.loanGiven(ITEM, CARD));
    bench.journal.mark(entry, new EntryClosed(EntryClosed.ClosingReason.SETTLED, "station"));

    assertThat(audit.lines())
        .extracting(Audit.Discrepancy::kind)
        .containsExactly(Audit.DiscrepancyKind.CLOSED_WITHOUT_EVIDENCE);
  }

  /// No request is sent for it, so no answer shows that it happened.
  @Test
  void an_emptied_bin_is_its_own_evidence() {
    bench.desk.drop().emptied(bench.clock.now(), "Chan", 0, OptionalInt.empty());

    assertThat(audit.lines()).isEmpty();
  }

  @Test
  void nothing_is_sent_after_closing() {
    long entry = bench.journal.append(Entries.loanAsked(ITEM, CARD));
    bench.journal.mark(entry, new EntryClosed(EntryClosed.ClosingReason.ABANDONED, "station"));
    bench.journal.mark(entry, Mark.Sending.of(Act.CHECKOUT));

    assertThat(audit.lines())
        .extracting(Audit.Discrepancy::kind)
        .containsExactly(Audit.DiscrepancyKind.WRITTEN_AFTER_CLOSING);
  }

  @Test
  void what_is_out_must_not_go_out_again() {
    bench.journal.append(Entries.loanGiven(ITEM, CARD));
    bench.journal.append(Entries.loanGiven(ITEM, OTHER_CARD));

    assertThat(audit.lines())
        .extracting(Audit.Discrepancy::kind)
        .containsExactly(Audit.DiscrepancyKind.LENT_WHILE_OUT);
  }

  @Test
  void another_due_date_than_the_patron_was_told_is_named() {
    long entry = bench.journal.append(Entries.loanGiven(ITEM, CARD));
    bench.journal.mark(
        entry,
        Mark.Accepted.mayClear(
            Optional.of(DueDate.of(LocalDateTime.parse("2026-12-02T23:59"))), "11"));
    bench.journal.mark(entry, new EntryClosed(EntryClosed.ClosingReason.SETTLED, "station"));

    assertThat(audit.lines())
        .extracting(Audit.Discrepancy::kind)
        .containsExactly(Audit.DiscrepancyKind.DUE_DATE_DIFFERS);
  }

  @Test
  void another_due_date_of_a_loan_that_was_found_done_is_named_too() {
    long entry = bench.journal.append(Entries.loanGiven(ITEM, CARD));
    bench.journal.mark(
        entry,
        new Mark.Observed(
            CirculationStatus.CHARGED,
            Optional.of(DueDate.of(LocalDateTime.parse("2026-12-16T23:59"))),
            0,
            Optional.of(true)));
    bench.journal.mark(entry, new EntryClosed(EntryClosed.ClosingReason.FOUND_DONE, "station"));

    assertThat(audit.lines())
        .extracting(Audit.Discrepancy::words)
        .containsExactly("told due 2026-12-09T23:59, booked due 2026-12-16T23:59");
  }
}

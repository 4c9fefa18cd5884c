package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_CARD;
import static org.libstation.journal.Entries.OTHER_ITEM;

import org.junit.jupiter.api.Test;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.Act;
import org.libstation.journal.Entries;
import org.libstation.journal.EventKind;
import org.libstation.journal.Mark;
import org.libstation.sync.Tally.Fate;

class TallyTest {
  private final Bench bench = new Bench();

  @Test
  void each_entry_is_counted_once_by_what_happened_and_what_became_of_it() {
    bench.linkLost();
    long _ = bench.lentOffline(ITEM, CARD);
    long _ = bench.lentOffline(OTHER_ITEM, OTHER_CARD);
    long _ = bench.received(ITEM);

    Tally before = tally();
    assertThat(before.count(EventKind.LOAN_GIVEN, Fate.OPEN)).isEqualTo(2);
    assertThat(before.count(EventKind.ITEM_RETURNED, Fate.OPEN)).isEqualTo(1);
    assertThat(before.closes()).isTrue();

    bench.linkBack();
    bench.settle();
    Tally after = tally();

    assertThat(after.count(Fate.OPEN)).isZero();
    assertThat(after.count(EventKind.LOAN_GIVEN, Fate.SETTLED)).isEqualTo(2);
    assertThat(after.done(EventKind.LOAN_GIVEN)).isEqualTo(2);
    assertThat(after.done(EventKind.ITEM_RETURNED)).isEqualTo(1);
    assertThat(after.entries()).isEqualTo(bench.journal.all(1, 100).size());
    assertThat(after.closes()).isTrue();
  }

  @Test
  void what_staff_have_and_what_they_put_right_are_two_sums() {
    long entry = bench.journal.append(Entries.loanGiven(ITEM, CARD));
    bench.journal.mark(entry, Mark.StaffLine.of(Mark.StaffLine.StaffReason.LOAN_REFUSED));
    assertThat(tally().count(Fate.WITH_STAFF)).isEqualTo(1);

    bench.journal.mark(
        entry, new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.BY_STAFF, "Ms Chan"));
    assertThat(tally().count(Fate.PUT_RIGHT)).isEqualTo(1);
    assertThat(tally().count(Fate.WITH_STAFF)).isZero();
  }

  @Test
  void what_may_have_left_and_was_not_answered_is_unknown() {
    long entry = bench.journal.append(Entries.loanGiven(ITEM, CARD));
    bench.journal.mark(entry, Mark.Sending.of(Act.CHECKOUT));
    bench.journal.mark(entry, Mark.OutcomeUnknown.said("no answer"));

    assertThat(tally().count(EventKind.LOAN_GIVEN, Fate.UNKNOWN)).isEqualTo(1);
  }

  @Test
  void a_line_about_a_settled_loan_or_return_is_no_second_one() {
    bench.central.lent(ITEM, CARD, Entries.DUE);
    long back = bench.received(ITEM);
    bench.desk.settleReturn(back);
    bench.desk.setIncomplete(back, TaskNote.text("part 2 of 3 is missing"));
    LoanOutcome.Lent loan = (LoanOutcome.Lent) bench.lend(OTHER_ITEM, CARD);
    bench.desk.released(loan.entry());
    bench.desk.leftLying(loan.entry(), TaskNote.text("left on the pad"));

    assertThat(bench.journal.all(1, 100)).hasSize(4);
    assertThat(tally().done(EventKind.LOAN_ASKED)).isEqualTo(1);
    assertThat(tally().done(EventKind.ITEM_RETURNED)).isEqualTo(1);
    assertThat(tally().count(EventKind.STAFF_LINE, Fate.WITH_STAFF)).isEqualTo(2);
    assertThat(tally().closes()).isTrue();
  }

  private Tally tally() {
    return Tally.of(bench.journal.all(1, 100));
  }
}

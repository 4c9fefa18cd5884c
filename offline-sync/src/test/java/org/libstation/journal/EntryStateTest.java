package org.libstation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.Refusal;

final class EntryStateTest {
  private static final EventTime AT = new ManualStationClock().now();
  private static final CirculationEvent LOAN_ASKED = Entries.loanAsked(ITEM, CARD).what();
  private static final CirculationEvent LOAN_GIVEN = Entries.loanGiven(ITEM, CARD).what();
  private static final CirculationEvent RETURNED = Entries.returned(ITEM, AT).what();
  private static final CirculationEvent RENEW_ASKED = Entries.renewAsked(ITEM, CARD).what();
  private static final CirculationEvent HOLD_ASKED = new CirculationEvent.HoldAsked(ITEM);
  private static final Mark SENDING = Mark.Sending.of(Act.CHECKOUT);
  private static final Mark ACCEPTED = Mark.Accepted.mayClear(Optional.empty(), "");
  private static final Mark REFUSED = new Mark.RequestRefused(Refusal.RefusalReason.OTHER, "");
  private static final Mark NOT_SENT = Mark.NotSent.said("");
  private static final Mark UNKNOWN = Mark.OutcomeUnknown.said("");
  private static final Mark CLOSED =
      new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station");
  private static final Mark LOOKED =
      new Mark.Observed(CirculationStatus.AVAILABLE, Optional.empty(), 0, Optional.empty());

  private static EntryState state(CirculationEvent what, Mark... marks) {
    return new JournalEntry(
            1,
            AT,
            what,
            Arrays.stream(marks).map(m -> new JournalEntry.Noted(AT, m)).toList(),
            false)
        .state();
  }

  @Test
  void facts_and_offline_renewals_wait_and_other_asks_do_not() {
    assertThat(state(LOAN_GIVEN)).isEqualTo(EntryState.WAITING);
    assertThat(state(RETURNED)).isEqualTo(EntryState.WAITING);
    assertThat(state(RENEW_ASKED)).isEqualTo(EntryState.WAITING);
    assertThat(state(LOAN_ASKED)).isEqualTo(EntryState.WRITTEN);
    assertThat(state(HOLD_ASKED)).isEqualTo(EntryState.WRITTEN);
  }

  @Test
  void whatever_may_have_left_is_in_doubt_until_it_is_answered() {
    for (CirculationEvent what :
        List.of(LOAN_ASKED, LOAN_GIVEN, RETURNED, RENEW_ASKED, HOLD_ASKED)) {
      assertThat(state(what, SENDING)).isEqualTo(EntryState.IN_DOUBT);
      assertThat(state(what, SENDING, UNKNOWN)).isEqualTo(EntryState.IN_DOUBT);
      assertThat(state(what, SENDING, UNKNOWN, LOOKED)).isEqualTo(EntryState.IN_DOUBT);
      assertThat(state(what, SENDING, NOT_SENT)).isEqualTo(state(what));
      assertThat(state(what, SENDING, ACCEPTED)).isEqualTo(EntryState.ACCEPTED);
      assertThat(state(what, SENDING, REFUSED)).isEqualTo(EntryState.REFUSED);
      assertThat(state(what, SENDING, UNKNOWN, SENDING, ACCEPTED)).isEqualTo(EntryState.ACCEPTED);
    }
  }

  @Test
  void an_accepted_loan_stays_accepted_when_released_and_is_then_closed() {
    assertThat(state(LOAN_ASKED, SENDING, ACCEPTED, new Mark.Released()))
        .isEqualTo(EntryState.ACCEPTED);
    assertThat(state(LOAN_ASKED, SENDING, ACCEPTED, new Mark.Released(), CLOSED))
        .isEqualTo(EntryState.CLOSED);
  }

  @Test
  void closed_is_the_end_whatever_follows() {
    assertThat(state(LOAN_GIVEN, CLOSED, SENDING, UNKNOWN)).isEqualTo(EntryState.CLOSED);
    assertThat(
            state(LOAN_GIVEN, Mark.StaffLine.of(Mark.StaffLine.StaffReason.LOAN_REFUSED), CLOSED))
        .isEqualTo(EntryState.CLOSED);
  }

  @ParameterizedTest
  @EnumSource(Mark.StaffLine.StaffReason.class)
  void a_staff_line_takes_the_entry_out_of_our_hands_or_only_informs(
      Mark.StaffLine.StaffReason kind) {
    EntryState state =
        state(LOAN_GIVEN, Mark.StaffLine.of(kind), new Mark.CardOpened("Chan"), LOOKED);

    assertThat(state)
        .isEqualTo(
            switch (kind) {
              case PERHAPS_NOT_TAKEN,
                  NOT_SECURED,
                  CLOCK_DOUBTFUL,
                  FINE_CHANGED,
                  DUE_DATE_MOVED,
                  LENT_AFTER_ALL,
                  RETURN_GONE,
                  RECORDS_LOST,
                  FINDING ->
                  EntryState.WAITING;
              case BOOKED_NOT_TAKEN,
                  SET_INCOMPLETE,
                  RETURN_NOT_DECIDABLE,
                  RETURN_REFUSED,
                  LOAN_REFUSED,
                  LOAN_ON_ANOTHER_CARD,
                  LOAN_IN_DOUBT,
                  RENEWAL_NOT_GRANTED,
                  RENEWAL_IN_DOUBT,
                  HOLD_IN_DOUBT,
                  TERMINAL_IN_DOUBT,
                  TERMINAL_OTHER_SUM,
                  PAYMENT_REFUSED,
                  GIVING_BACK_IN_DOUBT,
                  PAYMENT_IN_DOUBT,
                  FOUND_ON_LOAN_ELSEWHERE,
                  OBJECT_UNIDENTIFIED,
                  ENTRIES_LOST ->
                  EntryState.WITH_STAFF;
            });
  }

  @Test
  void a_return_that_is_held_still_waits() {
    assertThat(state(RETURNED, new Mark.Armed(), new Mark.HeldForEmptying()))
        .isEqualTo(EntryState.WAITING);
    assertThat(state(LOAN_GIVEN, new Mark.Released(), new Mark.HeldForSiblings()))
        .isEqualTo(EntryState.WAITING);
  }
}

package org.libstation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libstation.journal.Entries.CARD;
import static org.libstation.journal.Entries.ITEM;
import static org.libstation.journal.Entries.OTHER_CARD;
import static org.libstation.journal.Entries.OTHER_ITEM;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.StationClock;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.Journal.MarkOn;
import org.libstation.journal.Journal.NewEntry;

/// What every journal must do, whatever it is written on.
public abstract class JournalContractTest {
  static final Mark CLOSED =
      new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station");

  protected final ManualStationClock clock = new ManualStationClock();

  // Assigned before each test by JUnit.
  @SuppressWarnings("NullAway.Init")
  protected Journal journal;

  /// An empty journal.
  protected abstract Journal create(StationClock stationClock);

  @BeforeEach
  final void createJournal() {
    journal = create(clock);
  }

  @AfterEach
  final void closeJournal() {
    journal.close();
  }

  @Test
  void an_entry_comes_back_as_it_was_written_with_the_whole_of_its_time() {
    clock.setSkew(Duration.ofSeconds(-3));
    clock.setDoubtful(true);
    NewEntry written = Entries.loanAsked(ITEM, CARD);

    long number = journal.append(written);

    JournalEntry entry = journal.find(number).orElseThrow();
    assertThat(entry.what()).isEqualTo(written.what());
    assertThat(entry.at()).isEqualTo(clock.now());
    assertThat(entry.marks())
        .containsExactly(new JournalEntry.Noted(clock.now(), Mark.Sending.of(Act.CHECKOUT)));
    assertThat(entry.cardSealed()).isTrue();
  }

  @Test
  void numbers_rise_and_the_wall_clock_does_not_matter_to_them() {
    long first = journal.append(Entries.loanGiven(ITEM, CARD));
    clock.setWall(clock.now().wall().minusDays(1));
    long second = journal.append(Entries.returned(ITEM, clock.now()));

    assertThat(second).isGreaterThan(first);
    assertThat(journal.all(1, 10)).extracting(JournalEntry::number).containsExactly(first, second);
  }

  @Test
  void what_was_closed_last_comes_first_whatever_the_clock_said_and_each_once() {
    long first = journal.append(Entries.loanGiven(ITEM, CARD));
    long second = journal.append(Entries.loanGiven(OTHER_ITEM, CARD));
    long open = journal.append(Entries.loanGiven(OTHER_ITEM, OTHER_CARD));
    journal.mark(second, CLOSED);
    clock.setWall(clock.now().wall().minusDays(1));
    journal.mark(first, CLOSED);
    journal.mark(first, new Mark.CardOpened("Chan"));

    assertThat(journal.closedLast(10))
        .extracting(JournalEntry::number)
        .containsExactly(first, second);
    assertThat(journal.closedLast(1)).extracting(JournalEntry::number).containsExactly(first);
    assertThat(journal.find(open).orElseThrow().state()).isNotEqualTo(EntryState.CLOSED);
  }

  @Test
  void what_was_marked_since_is_told_once_as_it_stands_now() {
    assertThat(journal.newestMark()).isZero();
    assertThat(journal.markedSince(0)).isEmpty();
    long first = journal.append(Entries.loanAsked(ITEM, CARD));
    long second = journal.append(Entries.loanAsked(ITEM, CARD));
    long before = journal.newestMark();

    assertThat(journal.markedSince(before)).isEmpty();
    assertThat(journal.markedSince(0))
        .extracting(JournalEntry::number)
        .containsExactly(first, second);

    journal.mark(second, Mark.NotSent.said("no line"));
    journal.mark(first, CLOSED);
    journal.mark(second, CLOSED);

    assertThat(journal.markedSince(before))
        .extracting(JournalEntry::number)
        .containsExactly(second, first);
    assertThat(journal.markedSince(before)).allMatch(entry -> entry.state() == EntryState.CLOSED);
    assertThat(journal.newestMark()).isEqualTo(before + 3);
  }

  @Test
  void marks_are_kept_in_the_order_they_were_made() {
    long number = journal.append(Entries.loanAsked(ITEM, CARD));
    clock.advance(Duration.ofSeconds(2));
    journal.mark(number, Mark.Accepted.mayClear(Optional.empty(), "1 item"));
    journal.mark(number, new Mark.Released());

    assertThat(journal.find(number).orElseThrow().marks())
        .extracting(JournalEntry.Noted::mark)
        .containsExactly(
            Mark.Sending.of(Act.CHECKOUT),
            Mark.Accepted.mayClear(Optional.empty(), "1 item"),
            new Mark.Released());
  }

  @Test
  void an_entry_and_marks_on_others_are_written_as_one() {
    long ask = journal.append(Entries.loanAsked(ITEM, CARD));

    long given =
        journal.append(
            NewEntry.of(
                Entries.loanGiven(ITEM, CARD).what(),
                Optional.of(CARD),
                List.of(),
                List.of(
                    new MarkOn(
                        ask,
                        new Mark.EntryClosed(
                            Mark.EntryClosed.ClosingReason.WITHDRAWN, "station")))));

    assertThat(journal.find(ask).orElseThrow().state()).isEqualTo(EntryState.CLOSED);
    assertThat(journal.card(ask)).isEmpty();
    assertThat(journal.card(given)).contains(CARD);
    assertThat(journal.open()).extracting(JournalEntry::number).containsExactly(given);
  }

  @Test
  void a_mark_on_an_entry_that_is_not_there_is_refused_and_writes_nothing() {
    assertThatThrownBy(() -> journal.mark(7, new Mark.Armed()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                journal.append(
                    NewEntry.of(
                        Entries.loanGiven(ITEM, CARD).what(),
                        Optional.of(CARD),
                        List.of(),
                        List.of(new MarkOn(7, CLOSED)))))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(journal.all(1, 10)).isEmpty();
    assertThat(journal.open()).isEmpty();
    assertThat(journal.unsettledLoans(CARD)).isZero();
  }

  @Test
  void closing_erases_the_card_and_takes_the_entry_from_the_open_ones() {
    long number = journal.append(Entries.loanGiven(ITEM, CARD));
    assertThat(journal.card(number)).contains(CARD);

    journal.mark(number, CLOSED);

    assertThat(journal.card(number)).isEmpty();
    assertThat(journal.find(number).orElseThrow().cardSealed()).isFalse();
    assertThat(journal.open()).isEmpty();
    assertThat(journal.open(ITEM)).isEmpty();
    assertThat(journal.all(1, 10)).extracting(JournalEntry::number).containsExactly(number);
  }

  @Test
  void a_staff_line_stays_open_and_keeps_the_card_until_it_is_exported() {
    long number = journal.append(Entries.loanGiven(ITEM, CARD));
    journal.mark(
        number, Mark.StaffLine.of(Mark.StaffLine.StaffReason.LOAN_REFUSED, TaskNote.text("limit")));

    assertThat(journal.open())
        .extracting(JournalEntry::state)
        .containsExactly(EntryState.WITH_STAFF);
    assertThat(journal.card(number)).contains(CARD);

    journal.mark(number, new Mark.CardExported("key-1"));

    assertThat(journal.card(number)).isEmpty();
    assertThat(journal.open())
        .extracting(JournalEntry::state)
        .containsExactly(EntryState.WITH_STAFF);
  }

  @Test
  void the_patron_class_is_noted_with_the_card_and_goes_with_it() {
    long noted =
        journal.append(
            new NewEntry(
                Entries.loanGiven(ITEM, CARD).what(),
                Optional.of(CARD),
                List.of(),
                List.of(),
                Optional.of("children")));
    long ofNone =
        journal.append(
            new NewEntry(
                Entries.loanGiven(OTHER_ITEM, CARD).what(),
                Optional.of(CARD),
                List.of(),
                List.of(),
                Optional.of("")));
    long silent = journal.append(Entries.loanGiven(new ItemId("39999000023456"), CARD));

    assertThat(journal.patronClass(noted)).contains("children");
    assertThat(journal.card(noted)).contains(CARD);
    assertThat(journal.patronClass(ofNone)).contains("");
    assertThat(journal.patronClass(silent)).isEmpty();
    assertThat(journal.find(noted).toString()).doesNotContain("children");

    journal.mark(noted, CLOSED);

    assertThat(journal.card(noted)).isEmpty();
    assertThat(journal.patronClass(noted)).isEmpty();
  }

  @Test
  void opening_a_card_is_written_down_with_the_name_of_who_opened_it() {
    long number = journal.append(Entries.loanGiven(ITEM, CARD));

    assertThat(journal.openCard(number, "Chan")).contains(CARD);

    assertThat(journal.find(number).orElseThrow().marks())
        .extracting(JournalEntry.Noted::mark)
        .containsExactly(new Mark.CardOpened("Chan"));
  }

  @Test
  void opening_a_card_that_is_gone_is_written_down_too() {
    long number = journal.append(Entries.returned(ITEM, clock.now()));

    assertThat(journal.openCard(number, "Chan")).isEmpty();
    assertThat(journal.find(number).orElseThrow().has(Mark.CardOpened.class)).isTrue();
  }

  @Test
  void an_item_is_found_whatever_the_case_of_its_letters() {
    long number = journal.append(Entries.loanGiven(new ItemId("hk-Abc-17"), CARD));

    assertThat(journal.open(new ItemId("HK-ABC-17")))
        .extracting(JournalEntry::number)
        .contains(number);
    assertThat(journal.lastMove(new ItemId("hk-abc-17")))
        .map(JournalEntry::number)
        .contains(number);
    assertThat(journal.open(ITEM)).isEmpty();
  }

  @Test
  void the_last_move_is_the_newest_loan_accepted_or_given_or_return_closed_or_not() {
    assertThat(journal.lastMove(ITEM)).isEmpty();

    long asked = journal.append(Entries.loanAsked(ITEM, CARD));
    assertThat(journal.lastMove(ITEM)).isEmpty();
    journal.mark(asked, Mark.Accepted.mayClear(Optional.empty(), ""));
    assertThat(journal.lastMove(ITEM)).map(JournalEntry::number).contains(asked);
    journal.mark(asked, CLOSED);
    assertThat(journal.lastMove(ITEM)).map(JournalEntry::number).contains(asked);

    long back = journal.append(Entries.returned(ITEM, clock.now()));
    journal.append(Entries.renewAsked(ITEM, CARD));
    journal.append(Entries.loanGiven(OTHER_ITEM, CARD));
    assertThat(journal.lastMove(ITEM)).map(JournalEntry::number).contains(back);

    long given = journal.append(Entries.loanGiven(ITEM, CARD));
    assertThat(journal.lastMove(ITEM)).map(JournalEntry::number).contains(given);
  }

  @Test
  void a_return_is_unarmed_until_a_mark_says_armed_or_not_secured_closed_or_not() {
    long armed = journal.append(Entries.returned(ITEM, clock.now()));
    long untold = journal.append(Entries.returned(ITEM, clock.now()));
    long told = journal.append(Entries.returned(OTHER_ITEM, clock.now()));
    long closed = journal.append(Entries.returned(OTHER_ITEM, clock.now()));
    journal.append(
        Journal.NewEntry.of(
            new CirculationEvent.ItemReturned(ITEM, clock.now(), CirculationEvent.How.SEEN, false),
            Optional.empty(),
            List.of(),
            List.of()));
    journal.append(Entries.loanGiven(ITEM, CARD));
    journal.mark(armed, new Mark.Armed());
    journal.mark(told, new Mark.NotSecured(TaskNote.text("tag gone")));
    journal.mark(closed, CLOSED);

    assertThat(journal.unarmedReturns())
        .extracting(JournalEntry::number)
        .containsExactly(untold, closed);
  }

  @Test
  void a_loan_lies_on_the_pad_until_a_mark_says_taken_closed_or_not() {
    long lying = journal.append(Entries.loanGiven(ITEM, CARD));
    long closed = journal.append(Entries.loanAsked(OTHER_ITEM, CARD));
    long taken = journal.append(Entries.loanGiven(ITEM, CARD));
    long barcode = journal.append(Entries.loanGiven(ITEM, CARD));
    journal.mark(lying, List.of(new Mark.Released(), new Mark.Lying()));
    journal.mark(closed, List.of(new Mark.Released(), new Mark.Lying(), CLOSED));
    journal.mark(taken, List.of(new Mark.Released(), new Mark.Lying()));
    journal.mark(barcode, new Mark.Released());
    journal.mark(taken, new Mark.Taken());

    assertThat(journal.lyingLoans())
        .extracting(JournalEntry::number)
        .containsExactly(lying, closed);
  }

  @Test
  void marks_on_several_entries_are_written_as_one_or_not_at_all() {
    long one = journal.append(Entries.loanGiven(ITEM, CARD));
    long other = journal.append(Entries.loanGiven(OTHER_ITEM, CARD));
    journal.mark(
        List.of(
            new Journal.MarkOn(one, new Mark.Taken()),
            new Journal.MarkOn(other, new Mark.Taken())));
    assertThatThrownBy(
            () ->
                journal.mark(
                    List.of(
                        new Journal.MarkOn(one, new Mark.Armed()),
                        new Journal.MarkOn(other + 1, new Mark.Armed()))))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(journal.find(one).orElseThrow().has(Mark.Taken.class)).isTrue();
    assertThat(journal.find(other).orElseThrow().has(Mark.Taken.class)).isTrue();
    assertThat(journal.find(one).orElseThrow().has(Mark.Armed.class)).isFalse();
  }

  @Test
  void the_last_loan_before_an_entry_is_found_over_returns_and_later_loans() {
    long given = journal.append(Entries.loanGiven(ITEM, CARD));
    journal.mark(given, CLOSED);
    journal.append(Entries.loanAsked(ITEM, CARD));
    long back = journal.append(Entries.returned(ITEM, clock.now()));
    long asked = journal.append(Entries.loanAsked(ITEM, CARD));
    journal.mark(asked, Mark.Accepted.mayClear(Optional.empty(), ""));

    assertThat(journal.lastLoan(ITEM, given)).isEmpty();
    assertThat(journal.lastLoan(ITEM, back)).map(JournalEntry::number).contains(given);
    assertThat(journal.lastLoan(ITEM, Long.MAX_VALUE)).map(JournalEntry::number).contains(asked);
  }

  @Test
  void marks_of_one_moment_are_written_as_one() {
    long loan = journal.append(Entries.loanGiven(ITEM, CARD));
    Mark accepted = Mark.Accepted.mayClear(Optional.empty(), "11 for " + CARD.value());

    journal.mark(loan, List.of(Mark.Sending.of(Act.CHECKOUT), accepted, CLOSED));

    JournalEntry entry = journal.find(loan).orElseThrow();
    assertThat(entry.marks())
        .extracting(JournalEntry.Noted::mark)
        .containsExactly(
            Mark.Sending.of(Act.CHECKOUT),
            Mark.Accepted.mayClear(Optional.empty(), "11 for [card]"),
            CLOSED);
    assertThat(entry.cardSealed()).isFalse();
    assertThat(journal.open()).isEmpty();
  }

  @Test
  void heads_come_returns_first_then_by_number_without_what_is_closed_or_with_staff() {
    ItemId third = new ItemId("3");
    long loan = journal.append(Entries.loanGiven(ITEM, CARD));
    long withStaff = journal.append(Entries.loanGiven(OTHER_ITEM, CARD));
    long behindIt = journal.append(Entries.loanGiven(OTHER_ITEM, OTHER_CARD));
    long back = journal.append(Entries.returned(third, clock.now()));
    long behindTheLoan = journal.append(Entries.returned(ITEM, clock.now()));
    long behindTheReturn = journal.append(Entries.returned(third, clock.now()));
    journal.mark(withStaff, Mark.StaffLine.of(Mark.StaffLine.StaffReason.LOAN_REFUSED));
    assertThat(heads()).containsExactly(back, loan, behindIt);

    journal.mark(loan, CLOSED);
    assertThat(heads()).containsExactly(back, behindTheLoan, behindIt);

    // The head itself ends while somebody walks on from it.
    JournalEntry last = journal.headAfter(Optional.empty()).orElseThrow();
    journal.mark(back, CLOSED);
    assertThat(journal.headAfter(Optional.of(last)).map(JournalEntry::number))
        .contains(behindTheLoan);
    assertThat(heads()).containsExactly(behindTheLoan, behindTheReturn, behindIt);
  }

  private List<Long> heads() {
    List<Long> heads = new ArrayList<>();
    Optional<JournalEntry> head = journal.headAfter(Optional.empty());
    while (head.isPresent()) {
      heads.add(head.get().number());
      head = journal.headAfter(head);
    }
    return heads;
  }

  @Test
  void that_the_bin_was_emptied_leaves_a_return_waiting() {
    long back = journal.append(Entries.returned(ITEM, clock.now()));
    journal.mark(back, new Mark.HeldForEmptying());
    journal.mark(back, new Mark.Emptied());

    assertThat(journal.find(back)).map(JournalEntry::state).contains(EntryState.WAITING);
    assertThat(journal.find(back).orElseThrow().has(Mark.Emptied.class)).isTrue();
  }

  @Test
  void loans_given_are_counted_for_their_card_until_they_are_closed() {
    long first = journal.append(Entries.loanGiven(ITEM, CARD));
    long second = journal.append(Entries.loanGiven(OTHER_ITEM, new PatronId(CARD.value())));
    journal.append(Entries.loanGiven(new ItemId("3"), OTHER_CARD));
    journal.append(Entries.loanAsked(new ItemId("4"), CARD));
    journal.append(Entries.renewAsked(new ItemId("5"), CARD));
    assertThat(journal.unsettledLoans(CARD)).isEqualTo(2);

    journal.mark(first, Mark.StaffLine.of(Mark.StaffLine.StaffReason.LOAN_REFUSED));
    assertThat(journal.unsettledLoans(CARD)).isEqualTo(2);

    journal.mark(second, CLOSED);
    assertThat(journal.unsettledLoans(CARD)).isEqualTo(1);
    assertThat(journal.unsettledLoans(OTHER_CARD)).isEqualTo(1);
  }

  @Test
  void everything_is_read_by_number_in_pages() {
    for (int i = 0; i < 5; i++) {
      journal.append(Entries.returned(new ItemId("3000" + i), clock.now()));
    }

    List<JournalEntry> page = journal.all(1, 2);
    assertThat(page).hasSize(2);
    List<JournalEntry> rest = journal.all(page.getLast().number() + 1, 10);
    assertThat(rest).hasSize(3);
    assertThat(rest.getFirst().what().item()).isEqualTo(new ItemId("30002"));
  }

  @Test
  void a_card_number_in_a_message_to_staff_is_masked_before_it_is_written() {
    long number = journal.append(Entries.loanGiven(ITEM, CARD));
    journal.mark(
        number,
        new Mark.RequestRefused(Refusal.RefusalReason.PATRON_BLOCKED, "21234567890123 is blocked"));
    long second =
        journal.append(
            NewEntry.of(
                new CirculationEvent.LoanAsked(OTHER_ITEM, Entries.look(OTHER_ITEM), true),
                Optional.of(CARD),
                List.of(Mark.OutcomeUnknown.said("AA21234567890123|")),
                List.of(new MarkOn(number, Mark.NotSent.said("card 21234567890123")))));

    assertThat(journal.find(number).orElseThrow().marks().toString())
        .contains("[card] is blocked", "card [card]")
        .doesNotContain(CARD.value());
    assertThat(journal.find(second).orElseThrow().marks().toString())
        .contains("AA[card]|")
        .doesNotContain(CARD.value());
  }

  @Test
  void an_entry_closed_as_it_is_written_never_keeps_a_card() {
    long number =
        journal.append(
            NewEntry.of(
                Entries.loanGiven(ITEM, CARD).what(),
                Optional.of(CARD),
                List.of(CLOSED),
                List.of()));

    assertThat(journal.card(number)).isEmpty();
    assertThat(journal.open()).isEmpty();
  }

  @Test
  void a_new_journal_has_room() {
    assertThat(journal.diskState()).isEqualTo(DiskState.ROOMY);
  }
}

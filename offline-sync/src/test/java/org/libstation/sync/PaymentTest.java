package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libstation.journal.Entries.CARD;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.CirculationEvent.MoneyTaken;
import org.libstation.circulation.CirculationEvent.PaymentAsked;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payer;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentOutcome.NonPaymentReason;
import org.libstation.circulation.PaymentRequest;
import org.libstation.circulation.PaymentRequest.Share;
import org.libstation.circulation.PaymentStep;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.lab.SimulatedTerminal;
import org.libstation.sync.FakeCentral.Fault;

/// Money from the terminal to the central system: on disk first, looked up in doubt, never twice.
class PaymentTest {
  private static final Money OWED = Money.of(1250, "HKD");
  private static final Money NOTHING = Money.of(0, "HKD");

  private final Bench bench = new Bench();
  private final SimulatedTerminal terminal = new SimulatedTerminal("HKD");

  @BeforeEach
  void owes() {
    bench.central.charges(CARD, OWED);
    bench.terminal = Optional.of(terminal);
    bench.restart();
  }

  private PaymentOutcome pay() {
    return bench.desk.pay(CARD, Optional.empty(), PaymentRequest.all(OWED), _ -> {});
  }

  private List<JournalEntry> entries() {
    return bench.journal.all(1, 100);
  }

  private JournalEntry money() {
    return entries().stream()
        .filter(entry -> entry.what() instanceof MoneyTaken)
        .findFirst()
        .orElseThrow();
  }

  private long sent() {
    return bench.central.heard().stream().filter(text -> text.startsWith("37")).count();
  }

  @Test
  void who_stops_while_the_account_is_asked_for_is_not_asked_for_money() {
    Payer stopped =
        new Payer() {
          @Override
          public void accept(PaymentStep step) {
            throw new AssertionError(step);
          }

          @Override
          public boolean stops() {
            return true;
          }
        };

    assertThat(bench.desk.pay(CARD, Optional.empty(), PaymentRequest.all(OWED), stopped))
        .isEqualTo(new PaymentOutcome.NotPaid(PaymentOutcome.NonPaymentReason.CANCELLED));
    assertThat(entries()).isEmpty();
    assertThat(terminal.total()).isEqualTo(NOTHING);
  }

  @Test
  void money_is_on_disk_before_37_leaves_and_both_entries_close() {
    assertThat(pay()).isInstanceOf(PaymentOutcome.Paid.class);

    assertThat(entries()).hasSize(2);
    assertThat(entries().getFirst().what()).isInstanceOf(PaymentAsked.class);
    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.closed(2)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(entries()).noneMatch(JournalEntry::cardSealed);
    assertThat(bench.central.owed(CARD)).contains(NOTHING);
    assertThat(terminal.total()).isEqualTo(OWED);
    assertThat(money().marks().stream().map(each -> (Object) each.mark().getClass()))
        .containsExactly(
            Mark.AccountSeen.class, Mark.Sending.class, Mark.Accepted.class, EntryClosed.class);
  }

  @Test
  void nothing_is_taken_where_the_ask_cannot_be_written() {
    bench.journal.failWrite(1, JournalException.FaultKind.DISK);

    assertThatThrownBy(this::pay).isInstanceOf(JournalException.class);
    assertThat(terminal.total()).isEqualTo(NOTHING);
    assertThat(sent()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "DECLINED, DECLINED",
    "CANCELLED, CANCELLED",
    "TIMED_OUT, TIMED_OUT",
    "POWER_CUT, CANCELLED",
  })
  void what_the_terminal_did_not_take_is_not_reported(
      SimulatedTerminal.SimulatedFault fault, NonPaymentReason why) {
    terminal.next(fault);

    assertThat(pay()).isEqualTo(new PaymentOutcome.NotPaid(why));
    assertThat(entries()).hasSize(1);
    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.ABANDONED);
    assertThat(sent()).isZero();
    assertThat(bench.central.owed(CARD)).contains(OWED);
  }

  @Test
  void a_terminal_that_answers_late_is_asked_what_it_did() {
    terminal.next(SimulatedTerminal.SimulatedFault.ANSWERS_LATE);

    assertThat(pay()).isInstanceOf(PaymentOutcome.Paid.class);
    assertThat(bench.central.owed(CARD)).contains(NOTHING);
    assertThat(terminal.total()).isEqualTo(OWED);
  }

  @Test
  void a_terminal_that_cannot_tell_for_long_is_for_staff() {
    terminal.next(SimulatedTerminal.SimulatedFault.FORGETS);

    assertThat(pay())
        .isInstanceOfSatisfying(
            PaymentOutcome.NotKnown.class,
            told -> assertThat(told.doubt()).isEqualTo(PaymentOutcome.DoubtTreatment.ASKED_AGAIN));
    bench.pass(Payments.TERMINAL_WAIT.plusMinutes(1));

    assertThat(bench.staffLines(1)).containsExactly(StaffLine.StaffReason.TERMINAL_IN_DOUBT);
    assertThat(bench.entry(1).cardSealed()).isTrue();
    assertThat(sent()).isZero();
  }

  @Test
  void a_terminal_that_comes_back_in_time_tells_and_staff_have_no_work() {
    terminal.next(SimulatedTerminal.SimulatedFault.OUT_OF_REACH);
    assertThat(pay()).isInstanceOf(PaymentOutcome.NotKnown.class);
    terminal.reachable(true);
    bench.pass(Payments.TERMINAL_WAIT);
    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.ABANDONED);
    assertThat(bench.central.owed(CARD)).contains(OWED);

    terminal.next(SimulatedTerminal.SimulatedFault.ANSWERS_LATE);
    assertThat(pay()).isInstanceOf(PaymentOutcome.Paid.class);
    assertThat(bench.central.owed(CARD)).contains(NOTHING);
  }

  /// Not at the end of the wait for staff only: a patron's card pays nothing more meanwhile.
  @Test
  void a_terminal_that_could_not_tell_is_looked_at_again_soon() {
    terminal.next(SimulatedTerminal.SimulatedFault.OUT_OF_REACH);
    assertThat(pay()).isInstanceOf(PaymentOutcome.NotKnown.class);
    bench.settle();
    terminal.reachable(true);

    bench.pass(Payments.LOOK_AGAIN);

    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.ABANDONED);
  }

  @Test
  void after_a_start_the_terminal_is_looked_at_at_once() {
    terminal.next(SimulatedTerminal.SimulatedFault.OUT_OF_REACH);
    assertThat(pay()).isInstanceOf(PaymentOutcome.NotKnown.class);
    bench.settle();
    terminal.reachable(true);

    bench.restart();
    bench.settle();

    assertThat(bench.closed(1)).contains(EntryClosed.ClosingReason.ABANDONED);
  }

  @Test
  void another_sum_than_was_shown_takes_nothing() {
    bench.central.charges(CARD, Money.of(100, "HKD"));

    assertThat(pay()).isEqualTo(new PaymentOutcome.NotPaid(NonPaymentReason.SUM_NOT_CERTAIN));
    assertThat(entries()).isEmpty();
    assertThat(terminal.total()).isEqualTo(NOTHING);
  }

  @Test
  void without_a_terminal_or_a_link_nothing_is_taken() {
    bench.linkLost();
    assertThat(pay()).isEqualTo(new PaymentOutcome.NotPaid(NonPaymentReason.SUM_NOT_CERTAIN));
    bench.terminal = Optional.empty();
    bench.restart();
    assertThat(pay()).isEqualTo(new PaymentOutcome.NotPaid(NonPaymentReason.TERMINAL_NOT_READY));
    assertThat(entries()).isEmpty();
  }

  @Test
  void a_lost_answer_is_looked_up_and_found_done_by_the_exact_difference() {
    bench.central.nextActing(Fault.LOSE_REPLY);

    assertThat(pay()).isInstanceOf(PaymentOutcome.PaidToBeBooked.class);
    bench.linkBack();
    bench.pass(Bench.QUARANTINE.multipliedBy(2).plusSeconds(60));

    assertThat(bench.closed(money().number())).contains(EntryClosed.ClosingReason.FOUND_DONE);
    assertThat(sent()).isEqualTo(1);
    assertThat(bench.central.owed(CARD)).contains(NOTHING);
  }

  @Test
  void a_lost_request_is_sent_again_only_after_two_looks_that_say_unchanged() {
    bench.central.nextActing(Fault.LOSE_REQUEST);

    assertThat(pay()).isInstanceOf(PaymentOutcome.PaidToBeBooked.class);
    bench.linkBack();
    bench.pass(Bench.QUARANTINE.plusSeconds(30));
    assertThat(sent()).isEqualTo(1);
    bench.pass(Bench.QUARANTINE.plusSeconds(60));

    assertThat(bench.closed(money().number())).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(sent()).isEqualTo(2);
    assertThat(bench.central.owed(CARD)).contains(NOTHING);
    assertThat(terminal.total()).isEqualTo(OWED);
  }

  @Test
  void a_request_that_arrives_between_the_two_looks_is_not_doubled() {
    bench.central.nextActing(Fault.ACT_LATE);

    PaymentOutcome _ = pay();
    bench.linkBack();
    bench.pass(Bench.QUARANTINE.plusSeconds(30));
    bench.central.actLate();
    bench.pass(Bench.QUARANTINE.plusSeconds(60));

    assertThat(bench.closed(money().number())).contains(EntryClosed.ClosingReason.FOUND_DONE);
    assertThat(sent()).isEqualTo(1);
    assertThat(bench.central.owed(CARD)).contains(NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"300", "-300", "-1250000"})
  void any_other_difference_is_for_staff_and_nothing_is_sent_again(long changed) {
    bench.central.nextActing(Fault.LOSE_REQUEST);

    PaymentOutcome _ = pay();
    bench.central.charges(CARD, Money.of(changed, "HKD"));
    bench.linkBack();
    bench.pass(Bench.QUARANTINE.multipliedBy(3));

    assertThat(bench.staffLines(money().number()))
        .containsExactly(StaffLine.StaffReason.PAYMENT_IN_DOUBT);
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void an_account_that_keeps_its_sum_to_itself_is_for_staff() {
    bench.central.nextActing(Fault.LOSE_REQUEST);

    PaymentOutcome _ = pay();
    bench.central.keepsTheSumToItself(CARD);
    bench.linkBack();
    bench.pass(Bench.QUARANTINE.multipliedBy(3));

    assertThat(bench.staffLines(money().number()))
        .containsExactly(StaffLine.StaffReason.PAYMENT_IN_DOUBT);
    assertThat(sent()).isEqualTo(1);
  }

  /// Money that cannot be booked would be taken in vain: the terminal is not even asked.
  @Test
  void where_payments_cannot_be_booked_the_terminal_is_never_asked() {
    bench.central.takesNoPayments();

    assertThat(pay()).isEqualTo(new PaymentOutcome.NotPaid(NonPaymentReason.NOT_BOOKED_HERE));
    assertThat(entries()).isEmpty();
    assertThat(sent()).isZero();
  }

  @Test
  void a_refused_37_is_for_staff_with_the_money_named() {
    bench.central.refusesMoney();

    assertThat(pay()).isInstanceOf(PaymentOutcome.PaidToBeBooked.class);
    assertThat(bench.staffLines(money().number()))
        .containsExactly(StaffLine.StaffReason.PAYMENT_REFUSED);
    assertThat(money().marks().toString())
        .contains("MONEY_TAKEN, values=[HKD 12.50, ", "no such fee");
    assertThat(money().cardSealed()).isTrue();
  }

  @Test
  void a_refused_37_is_given_back_where_the_site_wishes_it() {
    bench.central.refusesMoney();
    terminal.givesBack(true);

    assertThat(pay()).isEqualTo(new PaymentOutcome.NotPaid(NonPaymentReason.GIVEN_BACK));
    assertThat(terminal.total()).isEqualTo(NOTHING);
    assertThat(bench.closed(money().number())).contains(EntryClosed.ClosingReason.REFUSED);
    assertThat(money().marks().toString()).contains("reversal=Optional[SIM-");
    assertThat(money().cardSealed()).isFalse();
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void what_cannot_be_given_back_is_for_staff() {
    bench.central.refusesMoney();
    terminal.givesBack(true);
    terminal.dayEnded();

    assertThat(pay()).isInstanceOf(PaymentOutcome.PaidToBeBooked.class);
    assertThat(bench.staffLines(money().number()))
        .containsExactly(StaffLine.StaffReason.PAYMENT_REFUSED);
    assertThat(money().marks().toString()).contains("TERMINAL_NOT_GIVEN_BACK");
    assertThat(terminal.total()).isEqualTo(OWED);
  }

  /// The patron must not read that all is paid, nor staff that it is to be given back: it may be.
  @Test
  void what_was_perhaps_given_back_is_not_certain_to_anybody() {
    bench.central.refusesMoney();
    terminal.givesBack(true);
    bench.terminal =
        Optional.of(
            (PaymentTerminal)
                Proxy.newProxyInstance(
                    PaymentTerminal.class.getClassLoader(),
                    new Class<?>[] {PaymentTerminal.class},
                    (_, method, arguments) ->
                        method.getName().equals("reverse")
                            ? new PaymentTerminal.Reversed.ReversalUnknown(
                                List.of(TaskNote.text("was closed by the far end")))
                            : method.invoke(terminal, arguments)));
    bench.restart();

    assertThat(pay())
        .isInstanceOfSatisfying(
            PaymentOutcome.NotKnown.class,
            told -> assertThat(told.doubt()).isEqualTo(PaymentOutcome.DoubtTreatment.WITH_STAFF));
    assertThat(bench.staffLines(money().number()))
        .containsExactly(StaffLine.StaffReason.GIVING_BACK_IN_DOUBT);
    assertThat(money().marks().toString())
        .contains(
            "MONEY_TAKEN, values=[HKD 12.50, ",
            ", SIM-",
            "GIVING_BACK_UNKNOWN, values=[]], TaskNote[code=TEXT, values=[was closed by the far"
                + " end]]");
  }

  @Test
  void a_37_that_never_left_is_sent_when_the_link_is_back() {
    bench.central.nextActing(Fault.NOT_SENT);

    assertThat(pay()).isInstanceOf(PaymentOutcome.PaidToBeBooked.class);
    bench.linkBack();
    bench.pass(Duration.ofMinutes(1));

    assertThat(bench.closed(money().number())).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(bench.central.owed(CARD)).contains(NOTHING);
  }

  @Test
  void after_a_long_rest_money_that_was_never_reported_is_found_done_by_the_difference() {
    long money = unreported();
    bench.central.charges(CARD, Money.of(-1250, "HKD"));
    afterLongRest();

    assertThat(bench.closed(money)).contains(EntryClosed.ClosingReason.FOUND_DONE);
    assertThat(sent()).isZero();
  }

  @Test
  void after_a_long_rest_money_that_was_never_reported_is_sent_if_the_account_has_not_moved() {
    long money = unreported();
    afterLongRest();

    assertThat(bench.closed(money)).contains(EntryClosed.ClosingReason.SETTLED);
    assertThat(sent()).isEqualTo(1);
    assertThat(bench.central.owed(CARD)).contains(NOTHING);
  }

  private long unreported() {
    bench.linkLost();
    return bench.journal.append(
        Journal.NewEntry.of(
            new MoneyTaken(Payment.ofWhatIsOwed("20261125-1", OWED), Optional.of(OWED), "receipt"),
            Optional.of(CARD),
            List.of(),
            List.of()));
  }

  private void afterLongRest() {
    bench.lastSign = Optional.of(bench.clock.now());
    bench.clock.advance(Duration.ofMinutes(6));
    bench.powerCut();
    bench.linkBack();
    bench.pass(Bench.QUARANTINE.multipliedBy(2).plusSeconds(60));
  }

  @Test
  void while_a_payment_is_open_the_card_pays_nothing_more() {
    bench.central.nextActing(Fault.LOSE_REPLY);
    PaymentOutcome _ = pay();
    bench.central.charges(CARD, OWED);
    bench.linkBack();

    assertThat(pay()).isEqualTo(new PaymentOutcome.NotPaid(NonPaymentReason.EARLIER_PAYMENT_OPEN));
    assertThat(terminal.total()).isEqualTo(OWED);
  }

  @Test
  void references_differ_and_name_nobody() {
    PaymentOutcome _ = pay();
    bench.central.charges(CARD, OWED);
    PaymentOutcome _ = pay();

    List<String> references =
        entries().stream()
            .filter(entry -> entry.what() instanceof MoneyTaken)
            .map(entry -> ((MoneyTaken) entry.what()).payment().reference())
            .toList();
    assertThat(references).hasSize(2).doesNotHaveDuplicates();
    assertThat(references).noneMatch(reference -> reference.contains(CARD.value()));
  }

  private PaymentOutcome pay(long amount, Share... shares) {
    return bench.desk.pay(
        CARD,
        Optional.empty(),
        new PaymentRequest(OWED, Money.of(amount, "HKD"), List.of(shares)),
        _ -> {});
  }

  private static Share share(String charge, long amount) {
    return new Share(charge, Money.of(amount, "HKD"));
  }

  /// Of the 12.50 a fine of 5.00 is 17, one of 4.50 is 18.
  private void listed() {
    bench.central.charges(CARD, Money.of(-950, "HKD"));
    bench.central.charges(CARD, "17", Money.of(500, "HKD"));
    bench.central.charges(CARD, "18", Money.of(450, "HKD"));
  }

  @Test
  void an_amount_is_taken_and_the_rest_stays_owed() {
    assertThat(pay(700)).isInstanceOf(PaymentOutcome.Paid.class);

    assertThat(terminal.total()).isEqualTo(Money.of(700, "HKD"));
    assertThat(bench.central.owed(CARD)).contains(Money.of(550, "HKD"));
    assertThat(bench.central.heardActing()).containsExactly("37 7.00");
  }

  @Test
  void two_charges_are_one_payment_at_the_terminal_and_two_37s_by_name() {
    listed();

    assertThat(pay(950, share("17", 500), share("18", 450)))
        .isInstanceOf(PaymentOutcome.Paid.class);

    assertThat(terminal.total()).isEqualTo(Money.of(950, "HKD"));
    assertThat(bench.central.heardActing()).containsExactly("37 5.00 for 17", "37 4.50 for 18");
    assertThat(bench.central.owed(CARD)).contains(Money.of(300, "HKD"));
    assertThat(entries()).hasSize(3).allMatch(entry -> !entry.cardSealed());
  }

  @Test
  void while_one_share_is_in_doubt_the_next_does_not_leave() {
    listed();
    bench.central.nextActing(Fault.LOSE_REPLY);

    assertThat(pay(950, share("17", 500), share("18", 450)))
        .isInstanceOf(PaymentOutcome.PaidToBeBooked.class);
    assertThat(sent()).isEqualTo(1);
    bench.linkBack();
    bench.pass(Bench.QUARANTINE.multipliedBy(3));

    assertThat(bench.central.heardActing()).containsExactly("37 5.00 for 17", "37 4.50 for 18");
    assertThat(bench.central.owed(CARD)).contains(Money.of(300, "HKD"));
  }

  /// Somebody paid or waived something else of the same sum meanwhile.
  @Test
  void less_by_the_amount_but_not_of_the_charge_is_for_staff() {
    listed();
    bench.central.nextActing(Fault.LOSE_REQUEST);

    PaymentOutcome _ = pay(500, share("17", 500));
    bench.central.charges(CARD, Money.of(-500, "HKD"));
    bench.linkBack();
    bench.pass(Bench.QUARANTINE.multipliedBy(3));

    assertThat(bench.staffLines(money().number()))
        .containsExactly(StaffLine.StaffReason.PAYMENT_IN_DOUBT);
    assertThat(money().marks().toString()).contains("OWED_OF_CHARGE, values=[", "HKD 5.00");
    assertThat(sent()).isEqualTo(1);
  }

  /// The library takes the charge away after the money was taken: nothing is paid by its name.
  @Test
  void a_charge_that_is_gone_meanwhile_is_for_staff() {
    listed();
    bench.central.nextActing(Fault.NOT_SENT);

    assertThat(pay(500, share("17", 500))).isInstanceOf(PaymentOutcome.PaidToBeBooked.class);
    bench.central.waives(CARD, "17");
    bench.linkBack();
    bench.pass(Duration.ofMinutes(1));

    assertThat(bench.staffLines(money().number()))
        .containsExactly(StaffLine.StaffReason.PAYMENT_REFUSED);
    assertThat(sent()).isZero();
  }

  @Test
  void a_charge_that_is_not_listed_as_it_was_shown_takes_nothing() {
    listed();
    assertThat(pay(600, share("17", 600)))
        .isEqualTo(new PaymentOutcome.NotPaid(NonPaymentReason.SUM_NOT_CERTAIN));
    bench.central.listsNoCharges(CARD);
    assertThat(pay(500, share("17", 500)))
        .isEqualTo(new PaymentOutcome.NotPaid(NonPaymentReason.SUM_NOT_CERTAIN));
    assertThat(terminal.total()).isEqualTo(NOTHING);
    assertThat(entries()).isEmpty();
  }

  @Test
  void a_wish_is_no_more_than_is_owed_and_its_shares_are_the_amount() {
    assertThatThrownBy(() -> pay(1251)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> pay(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> pay(500, share("17", 400)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

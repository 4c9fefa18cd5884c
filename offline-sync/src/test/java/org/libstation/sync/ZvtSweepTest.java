package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libstation.journal.Entries.CARD;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payer;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentRequest;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.zvt.NoteStore;
import org.libstation.payment.zvt.ZvtTerminal;
import org.libstation.payment.zvt.lab.TwinLine;
import org.libstation.payment.zvt.lab.TwinLine.Event;
import org.libstation.payment.zvt.lab.ZvtTwin;
import org.libstation.payment.zvt.lab.ZvtTwin.CardholderBehaviour;
import org.libstation.payment.zvt.lab.ZvtTwin.Temper;
import org.libstation.simulation.CutJournal;
import org.libstation.simulation.Power;
import org.libstation.simulation.PowerLoss;

/// A payment at a terminal that speaks ZVT, with a cut at each byte of the exchange: the line, the
/// terminal's power, its silence, or the station's power, which also goes at each write of the
/// journal, of the terminal's notes and of the central system. Then all is well again, and the
/// patron tries once more.
///
/// Whatever happens: the bank has what the account owes less, or staff have a line; and never more
/// than was owed.
class ZvtSweepTest {
  private static final Money OWED = Money.of(1250, "EUR");
  private static final long EARLIER = 1250;
  private static final int MORE_THAN_THERE_ARE = 2000;

  /// A store in memory that keeps what was written when the power goes.
  private static final class Disk implements NoteStore {
    private final Power power;
    private Optional<String> text = Optional.empty();
    private boolean loses;

    Disk(Power power) {
      this.power = power;
    }

    @Override
    public Optional<String> read() {
      return text;
    }

    @Override
    public void write(String now) throws IOException {
      power.step();
      if (!loses) {
        text = Optional.of(now);
      }
      power.step();
    }
  }

  /// One try: a station, a terminal, and what goes wrong.
  private static final class Play {
    final Power power = new Power();
    final Bench bench = new Bench();
    final ZvtTwin twin;
    final TwinLine line;
    final Disk disk = new Disk(power);
    final UnaryOperator<PaymentTerminal> wiring;
    boolean hasty;
    private boolean refused;
    private int hours;

    Play(Temper temper, UnaryOperator<PaymentTerminal> wiring) {
      this.wiring = wiring;
      twin = new ZvtTwin(temper, 978, EARLIER);
      line = new TwinLine(twin, bench.clock::advance);
      bench.central.charges(CARD, OWED);
      bench.disk = new CutJournal(bench.journal, power);
      bench.wire = cut(CentralSystem.class, bench.central, power);
      plug();
      bench.restart();
    }

    /// The terminal's driver is a new one with each start of the program.
    void plug() {
      bench.terminal =
          Optional.of(
              wiring.apply(
                  new ZvtTerminal(
                      new ZvtTerminal.ZvtSetup(
                          Currency.getInstance("EUR"),
                          ZvtTwin.PASSWORD,
                          false,
                          refused,
                          Optional.empty()),
                      line,
                      disk,
                      () -> now(),
                      bench.clock::monotonic,
                      _ -> {})));
    }

    private Instant now() {
      Instant now = bench.clock.now().wall().toInstant();
      return hasty ? now.plus(Duration.ofHours(++hours)) : now;
    }

    PaymentOutcome pay() {
      return bench.desk.pay(CARD, Optional.empty(), PaymentRequest.all(OWED), _ -> {});
    }

    /// The library books nothing, and what it refuses is to be given back.
    void refused() {
      refused = true;
      bench.central.refusesMoney();
      plug();
      bench.restart();
    }

    boolean staff() {
      return bench.journal.all(1, 20).stream()
          .anyMatch(entry -> entry.state() == EntryState.WITH_STAFF);
    }

    /// @return whether it happened before the payment was over
    boolean happened(int step, Event event, String where) {
      boolean gone = false;
      if (event == Event.NONE) {
        line.each(power::step);
        power.cutAfter(step);
      } else {
        line.at(step, event);
      }
      long before = line.bytes();
      try {
        PaymentOutcome _ = pay();
        gone = event != Event.NONE && line.bytes() - before >= step;
      } catch (PowerLoss _) {
        gone = true;
      }
      power.stay();
      line.close();
      if (event == Event.NONE) {
        plug();
        bench.powerCut();
      }
      bench.linkBack();
      bench.pass(Payments.TERMINAL_WAIT.plus(Bench.QUARANTINE.multipliedBy(6)));
      holds(where);
      if (!staff() && !refused) {
        PaymentOutcome _ = pay();
        bench.pass(Payments.TERMINAL_WAIT.plus(Bench.QUARANTINE.multipliedBy(6)));
        holds(where + ", and once more");
        assertThat(twin.total(1)).as(where).isEqualTo(OWED.minor());
      }
      return gone;
    }

    void holds(String where) {
      String all = where + ": " + bench.journal.all(1, 20) + " " + twin.ledger();
      long booked = OWED.minor() - bench.central.owed(CARD).orElseThrow().minor();
      assertThat(twin.total(1)).as(all).isLessThanOrEqualTo(OWED.minor());
      assertThat(booked).as(all).isLessThanOrEqualTo(twin.total(1));
      if (!staff()) {
        assertThat(booked).as(all).isEqualTo(twin.total(1));
      }
      assertThat(bench.journal.all(1, 20))
          .as(all)
          .map(JournalEntry::state)
          .allMatch(state -> state == EntryState.CLOSED || state == EntryState.WITH_STAFF);
    }
  }

  /// At each step in turn, until it comes after the end.
  ///
  /// @return how many were for staff
  private static int sweep(
      Temper temper, Event event, UnaryOperator<PaymentTerminal> wiring, Consumer<Play> set) {
    int step = 1;
    int withStaff = 0;
    boolean happened = true;
    while (happened && step < MORE_THAN_THERE_ARE) {
      Play play = new Play(temper, wiring);
      set.accept(play);
      happened = play.happened(step, event, temper + ", " + event + " at " + step);
      withStaff += play.staff() ? 1 : 0;
      step++;
    }
    assertThat(step).as("steps of a payment").isBetween(300, MORE_THAN_THERE_ARE - 1);
    return withStaff;
  }

  private static void sweep(Temper temper, Event event) {
    // The very first payment of all, before there are notes.
    assertThat(sweep(temper, event, UnaryOperator.identity(), _ -> {}))
        .as("cuts that staff must look at")
        .isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Event.class,
      names = {"NONE", "CUT"})
  void what_the_library_refuses_is_given_back_or_staff_know_whatever_is_cut(Event event) {
    int cuts = sweep(Temper.TAKES_FIRST, event, UnaryOperator.identity(), Play::refused);
    assertThat(cuts).as("cuts of the reversal itself").isBetween(20, 150);
  }

  @ParameterizedTest
  @EnumSource(Temper.class)
  void the_line_is_cut_at_any_byte(Temper temper) {
    sweep(temper, Event.CUT);
  }

  @ParameterizedTest
  @EnumSource(Temper.class)
  void the_station_loses_its_power_at_any_byte_and_at_any_write(Temper temper) {
    sweep(temper, Event.NONE);
  }

  @ParameterizedTest
  @EnumSource(Temper.class)
  @Tag("full")
  void the_terminal_restarts_at_any_byte(Temper temper) {
    sweep(temper, Event.RESTART);
  }

  @ParameterizedTest
  @EnumSource(Temper.class)
  @Tag("full")
  void the_terminal_falls_silent_at_any_byte(Temper temper) {
    sweep(temper, Event.SILENT);
  }

  @Test
  void a_driver_that_does_not_look_is_found() {
    found(() -> sweep(Temper.TAKES_FIRST, Event.CUT, real -> new Wrong(real, false), _ -> {}));
  }

  @Test
  void a_driver_that_asks_once_more_is_found() {
    found(() -> sweep(Temper.TAKES_FIRST, Event.CUT, real -> new Wrong(real, true), _ -> {}));
  }

  @Test
  void a_driver_that_trusts_its_first_look_is_found() {
    found(() -> sweep(Temper.LATE, Event.CUT, FirstLook::trusted, _ -> {}));
  }

  @ParameterizedTest
  @EnumSource(
      value = Event.class,
      names = {"NONE", "CUT"})
  void a_clock_that_jumps_by_hours_decides_nothing(Event event) {
    int withStaff = sweep(Temper.LATE, event, UnaryOperator.identity(), play -> play.hasty = true);
    assertThat(withStaff).isLessThanOrEqualTo(2);
  }

  @Test
  void notes_that_are_not_on_the_disk_are_found() {
    found(
        () ->
            sweep(
                Temper.TAKES_FIRST,
                Event.NONE,
                UnaryOperator.identity(),
                play -> {
                  play.disk.text = Optional.of("zvt 1\n");
                  play.disk.loses = true;
                }));
  }

  private static void found(ThrowingCallable sweep) {
    assertThatThrownBy(sweep).isInstanceOf(AssertionError.class).hasMessageContaining(" at ");
  }

  @Test
  void a_sum_that_was_not_asked_for_is_for_staff_with_the_terminals_numbers() {
    Play play = new Play(Temper.REVERSES_UNHEARD, UnaryOperator.identity());
    play.twin.next(CardholderBehaviour.PAYS_MORE);

    assertThat(play.pay())
        .isInstanceOfSatisfying(
            PaymentOutcome.NotKnown.class,
            told ->
                assertThat(told.doubt()).isNotEqualTo(PaymentOutcome.DoubtTreatment.ASKED_AGAIN));

    assertThat(play.bench.staffLines(1)).containsExactly(StaffLine.StaffReason.TERMINAL_OTHER_SUM);
    assertThat(play.bench.central.owed(CARD)).contains(OWED);
    assertThat(play.bench.entry(1).marks().toString())
        .contains(
            "ASKED_FOR, values=[EUR 12.50, ",
            "TERMINAL_TOOK, values=[EUR 13.50, 0002 trace 004712 terminal 52500038]");
  }

  /// The station's power goes before the line for staff is written: it is there at the restart.
  @Test
  void a_sum_that_was_not_asked_for_is_for_staff_at_once_after_a_cut_too() {
    Play play = new Play(Temper.REVERSES_UNHEARD, UnaryOperator.identity());
    play.twin.next(CardholderBehaviour.PAYS_MORE);
    play.bench.journal.failWrite(2, JournalException.FaultKind.DISK);
    assertThatThrownBy(play::pay).isInstanceOf(JournalException.class);

    play.plug();
    play.bench.powerCut();
    play.bench.settle();

    assertThat(play.bench.staffLines(1)).containsExactly(StaffLine.StaffReason.TERMINAL_OTHER_SUM);
    assertThat(play.bench.entry(1).marks().toString())
        .contains("TERMINAL_TOOK, values=[EUR 13.50, ");
  }

  /// The terminal was never heard to begin: its last transaction stays as it was.
  @Test
  void what_was_not_taken_is_settled_once_the_terminal_was_quiet_long_enough() {
    Play play = new Play(Temper.REVERSES_UNHEARD, UnaryOperator.identity());
    play.line.at(250, Event.CUT);
    assertThat(play.pay()).isInstanceOf(PaymentOutcome.NotKnown.class);
    assertThat(play.twin.total(1)).isZero();
    play.plug();
    play.bench.restart();

    play.bench.pass(Duration.ofMinutes(2));
    assertThat(play.bench.closed(1)).isEmpty();
    play.bench.pass(Duration.ofMinutes(1).plus(Payments.LOOK_AGAIN));

    assertThat(play.bench.closed(1)).contains(EntryClosed.ClosingReason.ABANDONED);
  }

  /// A driver that takes what cannot be told yet for nothing.
  private static final class FirstLook {
    private FirstLook() {}

    static PaymentTerminal trusted(PaymentTerminal real) {
      return (PaymentTerminal)
          Proxy.newProxyInstance(
              PaymentTerminal.class.getClassLoader(),
              new Class<?>[] {PaymentTerminal.class},
              (_, method, arguments) -> {
                Object answer = method.invoke(real, arguments);
                return method.getName().equals("find")
                        && answer instanceof PaymentTerminal.TerminalOutcome.PaymentUnknown
                    ? new PaymentTerminal.TerminalOutcome.NotTaken(
                        PaymentTerminal.TerminalRefusal.TIMED_OUT)
                    : answer;
              });
    }
  }

  /// Drivers that forget one thing.
  private record Wrong(PaymentTerminal real, boolean again) implements PaymentTerminal {
    @Override
    public TerminalOutcome take(Payment payment, Duration atMost, Payer payer) {
      TerminalOutcome outcome = real.take(payment, atMost, payer);
      return again && outcome instanceof TerminalOutcome.PaymentUnknown
          ? real.take(
              Payment.ofWhatIsOwed(payment.reference() + "-2", payment.amount()), atMost, payer)
          : outcome;
    }

    @Override
    public TerminalOutcome find(Payment payment) {
      return again ? real.find(payment) : new TerminalOutcome.NotTaken(TerminalRefusal.NEVER_ASKED);
    }

    @Override
    public Reversed reverse(Payment payment, String numbers) {
      return real.reverse(payment, numbers);
    }

    @Override
    public DayEnd endOfDay() {
      return real.endOfDay();
    }

    @Override
    public Condition diagnose() {
      return real.diagnose();
    }

    @Override
    public void close() {
      real.close();
    }
  }

  private static <T> T cut(Class<T> port, T real, Power power) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              power.step();
              Object answer = method.invoke(real, arguments);
              power.step();
              return answer;
            }));
  }
}

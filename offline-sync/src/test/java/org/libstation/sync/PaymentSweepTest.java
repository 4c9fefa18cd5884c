package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libstation.journal.Entries.CARD;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.CirculationEvent.MoneyTaken;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentRequest;
import org.libstation.circulation.PaymentRequest.Share;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.lab.SimulatedTerminal;
import org.libstation.simulation.CutJournal;
import org.libstation.simulation.Power;
import org.libstation.simulation.PowerLoss;
import org.libstation.simulation.RepeatingCentral;
import org.libstation.sync.FakeCentral.Fault;

/// The power goes at each step of a payment: before and after each write, before and after each
/// word to the terminal and to the central system. Whatever happens, what the terminal holds is
/// what the account owes less, and of the charges that were paid nothing is open.
class PaymentSweepTest {
  private static final Money OWED = money(1250);
  private static final int MORE_THAN_THERE_ARE = 400;
  private static final List<Fault> FAULTS =
      List.of(
          Fault.NONE, Fault.NOT_SENT, Fault.LOSE_REQUEST, Fault.LOSE_REPLY, Fault.ANOTHERS_ANSWER);

  private static Money money(long minor) {
    return Money.of(minor, "HKD");
  }

  /// What is paid of a fine (17) of 5.00, a lost card (18) of 4.50 and another fine (19) of 3.00.
  enum What {
    ALL,
    AN_AMOUNT,
    ONE_CHARGE,
    TWO_CHARGES,
    A_PART_OF_A_CHARGE;

    PaymentRequest wish() {
      return switch (this) {
        case ALL -> PaymentRequest.all(OWED);
        case AN_AMOUNT -> new PaymentRequest(OWED, money(700), List.of());
        case ONE_CHARGE ->
            new PaymentRequest(OWED, money(450), List.of(new Share("18", money(450))));
        case TWO_CHARGES ->
            new PaymentRequest(
                OWED,
                money(800),
                List.of(new Share("17", money(500)), new Share("19", money(300))));
        case A_PART_OF_A_CHARGE ->
            new PaymentRequest(OWED, money(200), List.of(new Share("17", money(200))));
      };
    }
  }

  private record Wiring(UnaryOperator<CentralSystem> wire, UnaryOperator<Journal> disk) {
    static final Wiring RIGHT = new Wiring(UnaryOperator.identity(), UnaryOperator.identity());
  }

  static List<Arguments> faults() {
    return FAULTS.stream()
        .flatMap(fault -> Arrays.stream(What.values()).map(what -> Arguments.of(what, fault)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_power_cut_at_any_step_loses_no_money_and_books_none_twice(What what, Fault fault) {
    int cut = 1;
    while (cut < MORE_THAN_THERE_ARE && survived(what, fault, cut, Wiring.RIGHT)) {
      cut++;
    }
    assertThat(cut).as("steps of a payment").isBetween(12, MORE_THAN_THERE_ARE - 1);
  }

  private static void sweep(What what, Wiring wiring) {
    for (Fault fault : FAULTS) {
      int cut = 1;
      while (cut < MORE_THAN_THERE_ARE && survived(what, fault, cut, wiring)) {
        cut++;
      }
    }
  }

  @ParameterizedTest
  @EnumSource(What.class)
  void a_station_that_repeats_what_is_in_doubt_is_caught(What what) {
    assertThatThrownBy(
            () -> sweep(what, new Wiring(RepeatingCentral::new, UnaryOperator.identity())))
        .isInstanceOf(AssertionError.class);
  }

  /// The amount goes to whatever is owed, and a charge that was chosen stays open.
  @ParameterizedTest
  @CsvSource({"ONE_CHARGE", "TWO_CHARGES", "A_PART_OF_A_CHARGE"})
  void a_station_that_forgets_the_name_of_a_charge_is_caught(What what) {
    assertThatThrownBy(
            () -> sweep(what, new Wiring(PaymentSweepTest::nameless, UnaryOperator.identity())))
        .isInstanceOf(AssertionError.class);
  }

  /// The ask is closed with the first share: the second is lost where the power goes between them.
  @ParameterizedTest
  @CsvSource({"TWO_CHARGES"})
  void a_station_that_closes_the_ask_with_the_first_share_is_caught(What what) {
    assertThatThrownBy(
            () -> sweep(what, new Wiring(UnaryOperator.identity(), PaymentSweepTest::hasty)))
        .isInstanceOf(AssertionError.class);
  }

  private static CentralSystem nameless(CentralSystem real) {
    return proxy(
        CentralSystem.class,
        real,
        (name, arguments) -> {
          if (name.equals("pay")) {
            var named = (Payment) arguments[1];
            arguments[1] = Payment.ofWhatIsOwed(named.reference(), named.amount());
          }
          return arguments;
        });
  }

  private static Journal hasty(Journal real) {
    long[] asked = {0};
    return proxy(
        Journal.class,
        real,
        (name, arguments) -> {
          if (name.equals("append") && arguments[0] instanceof NewEntry entry) {
            if (entry.what() instanceof MoneyTaken && asked[0] > 0) {
              List<Journal.MarkOn> also =
                  List.of(
                      new Journal.MarkOn(
                          asked[0],
                          new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station")));
              arguments[0] = NewEntry.of(entry.what(), entry.card(), entry.marks(), also);
              asked[0] = 0;
            } else if (entry.what() instanceof MoneyTaken) {
              arguments[0] = NewEntry.of(entry.what(), entry.card(), entry.marks(), List.of());
            } else {
              asked[0] = 1;
            }
          }
          return arguments;
        });
  }

  /// @return whether the power went before the payment was over
  private static boolean survived(What what, Fault fault, int cutAt, Wiring wiring) {
    Power power = new Power();
    Bench bench = new Bench();
    SimulatedTerminal terminal = new SimulatedTerminal("HKD");
    bench.central.charges(CARD, "17", money(500));
    bench.central.charges(CARD, "18", money(450));
    bench.central.charges(CARD, "19", money(300));
    bench.disk = wiring.disk().apply(new CutJournal(bench.journal, power));
    bench.wire = wiring.wire().apply(cut(CentralSystem.class, bench.central, power));
    bench.terminal = Optional.of(cut(PaymentTerminal.class, terminal, power));
    bench.restart();
    bench.central.nextActing(fault);
    boolean gone = false;
    power.cutAfter(cutAt);
    try {
      PaymentOutcome _ = bench.desk.pay(CARD, Optional.empty(), what.wish(), _ -> {});
    } catch (PowerLoss _) {
      gone = true;
    }
    power.stay();
    bench.powerCut();
    bench.linkBack();
    bench.pass(Payments.TERMINAL_WAIT.plus(Bench.QUARANTINE.multipliedBy(6)));
    String where = what + ", " + fault + " at step " + cutAt + ": " + bench.journal.all(1, 10);
    assertThat(bench.central.owed(CARD).orElseThrow().plus(terminal.total()))
        .as(where)
        .isEqualTo(OWED);
    assertThat(terminal.total().minor()).as(where).isIn(0L, what.wish().amount().minor());
    if (!terminal.total().isZero()) {
      for (Share share : what.wish().shares()) {
        long open = bench.central.open(CARD, share.charge()).map(Money::minor).orElse(0L);
        long before = share.charge().equals("17") ? 500 : share.amount().minor();
        assertThat(open).as(where).isEqualTo(before - share.amount().minor());
      }
    }
    assertThat(bench.journal.all(1, 10)).as(where).allMatch(PaymentSweepTest::ended);
    return gone;
  }

  private static boolean ended(JournalEntry entry) {
    return entry.state() == EntryState.CLOSED;
  }

  /// Every call is a step before it, and one after it.
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

  private interface Bent {
    Object[] arguments(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> port, T real, Bent bent) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              try {
                return method.invoke(
                    real, arguments == null ? null : bent.arguments(method.getName(), arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}

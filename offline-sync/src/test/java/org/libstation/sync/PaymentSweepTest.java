package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.CARD;

import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.Money;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.journal.Entry;
import org.libstation.journal.EntryState;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.lab.SimulatedTerminal;
import org.libstation.simulation.CutJournal;
import org.libstation.simulation.Power;
import org.libstation.simulation.PowerLoss;
import org.libstation.sync.FakeCentral.Fault;

/// The power goes at each step of a payment: before and after each write, before and after each
/// word to the terminal and to the central system. Whatever happens, what the terminal holds is
/// what the account owes less, or staff have a line.
class PaymentSweepTest {
  private static final Money OWED = Money.of(1250, "HKD");
  private static final int MORE_THAN_THERE_ARE = 200;

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"NONE", "NOT_SENT", "LOSE_REQUEST", "LOSE_REPLY", "ANOTHERS_ANSWER"})
  void a_power_cut_at_any_step_loses_no_money_and_books_none_twice(Fault fault) {
    int cut = 1;
    while (cut < MORE_THAN_THERE_ARE && survived(fault, cut)) {
      cut++;
    }
    assertThat(cut).as("steps of a payment").isBetween(12, MORE_THAN_THERE_ARE - 1);
  }

  /// @return whether the power went before the payment was over
  private static boolean survived(Fault fault, int cutAt) {
    Power power = new Power();
    Bench bench = new Bench();
    SimulatedTerminal terminal = new SimulatedTerminal("HKD");
    bench.central.charges(CARD, OWED);
    bench.disk = new CutJournal(bench.journal, power);
    bench.wire = cut(CentralSystem.class, bench.central, power);
    bench.terminal = Optional.of(cut(PaymentTerminal.class, terminal, power));
    bench.restart();
    bench.central.nextActing(fault);
    boolean gone = false;
    power.cutAfter(cutAt);
    try {
      PaymentOutcome _ = bench.desk.pay(CARD, Optional.empty(), OWED);
    } catch (PowerLoss _) {
      gone = true;
    }
    power.stay();
    bench.powerCut();
    bench.linkBack();
    bench.pass(Payments.TERMINAL_WAIT.plus(Bench.QUARANTINE.multipliedBy(6)));
    String where = fault + " at step " + cutAt + ": " + bench.journal.all(1, 10);
    assertThat(bench.central.owed(CARD).orElseThrow().plus(terminal.total()))
        .as(where)
        .isEqualTo(OWED);
    assertThat(bench.journal.all(1, 10)).as(where).allMatch(PaymentSweepTest::ended);
    return gone;
  }

  private static boolean ended(Entry entry) {
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
}

package org.libstation.payment.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payment;
import org.libstation.payment.PaymentTerminal.CardBrand;
import org.libstation.payment.PaymentTerminal.CardBrandTotal;
import org.libstation.payment.PaymentTerminal.DayEnd;
import org.libstation.payment.PaymentTerminal.TerminalOutcome;

/// The terminal of demo and training keeps its books as a real one does.
class SimulatedTerminalTest {
  @TempDir private Path out = Path.of("");

  private SimulatedTerminal started() {
    return new SimulatedTerminal("HKD", Optional.of(out.resolve("terminal.txt")));
  }

  private static TerminalOutcome take(SimulatedTerminal terminal, String reference, long minor) {
    return terminal.take(
        Payment.ofWhatIsOwed(reference, Money.of(minor, "HKD")), Duration.ofSeconds(60), _ -> {});
  }

  private static DayEnd day(String first, String last, int count, long minor) {
    return new DayEnd.Totals(
        Optional.of(first),
        Optional.of(last),
        Optional.of(Money.of(minor, "HKD")),
        List.of(new CardBrandTotal(CardBrand.OTHER, count, Money.of(minor, "HKD"))));
  }

  @Test
  void a_day_that_was_ended_is_not_told_again_also_by_the_next_run() {
    SimulatedTerminal terminal = started();
    TerminalOutcome _ = take(terminal, "a", 1200);
    TerminalOutcome _ = take(terminal, "b", 8600);
    assertThat(terminal.endOfDay()).isEqualTo(day("SIM-a", "SIM-b", 2, 9800));

    SimulatedTerminal next = started();
    TerminalOutcome _ = take(next, "c", 50);
    assertThat(next.find(Payment.ofWhatIsOwed("a", Money.of(1200, "HKD"))))
        .isInstanceOf(TerminalOutcome.PaymentTaken.class);
    assertThat(started().endOfDay()).isEqualTo(day("SIM-c", "SIM-c", 1, 50));
    assertThat(started().endOfDay())
        .isEqualTo(
            new DayEnd.Totals(
                Optional.empty(), Optional.empty(), Optional.of(Money.of(0, "HKD")), List.of()));
    assertThat(started().total()).isEqualTo(Money.of(9850, "HKD"));
  }

  @Test
  void what_was_given_back_is_not_of_the_day() {
    SimulatedTerminal terminal = started();
    TerminalOutcome _ = take(terminal, "a", 1200);
    TerminalOutcome _ = take(terminal, "b", 8600);
    var _ = terminal.reverse(Payment.ofWhatIsOwed("a", Money.of(1200, "HKD")), "SIM-a");

    assertThat(terminal.endOfDay()).isEqualTo(day("SIM-b", "SIM-b", 1, 8600));
  }
}

package org.libstation.station.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.Payer;
import org.libstation.circulation.Payment;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.lab.SimulatedTerminal;
import org.libstation.screen.States;

/// Whether the payment terminal is there is known without a payment.
class TerminalWatchTest {
  private final Seen terminal = new Seen();
  private final List<DeviceLine> told = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private final TerminalWatch watch =
      new TerminalWatch(
          Optional.of(terminal),
          true,
          () -> now,
          event -> told.add(((FlowEvent.DeviceChanged) event).line()));

  /// A terminal that is only looked at.
  private static final class Seen implements PaymentTerminal {
    Condition is = new Condition.TerminalReady(Optional.of("52500038"));
    Optional<Condition> known = Optional.empty();
    int looks;

    @Override
    public Optional<Condition> seen() {
      return known;
    }

    @Override
    public void look() {
      looks++;
      known = Optional.of(is);
    }

    @Override
    public TerminalOutcome take(Payment payment, Duration atMost, Payer payer) {
      throw new AssertionError("nothing is taken");
    }

    @Override
    public TerminalOutcome find(Payment payment) {
      throw new AssertionError("nothing is asked");
    }

    @Override
    public Reversed reverse(Payment payment, String numbers) {
      throw new AssertionError("nothing is given back");
    }

    @Override
    public DayEnd endOfDay() {
      throw new AssertionError("no day ends");
    }

    @Override
    public Condition diagnose() {
      throw new AssertionError("nothing is asked");
    }

    @Override
    public void close() {}
  }

  /// Steps until so much later.
  private void during(Duration span) {
    for (Duration end = now.plus(span); now.compareTo(end) < 0; ) {
      now = now.plus(watch.step());
    }
  }

  private static FlowState state(String name) {
    return Optional.ofNullable(States.all().get(name)).orElseThrow();
  }

  private DeviceLine last() {
    return told.getLast();
  }

  @Test
  void a_terminal_that_goes_is_told_once_with_its_code_and_told_again_when_it_is_back() {
    during(Duration.ofMinutes(10));
    assertThat(told).hasSize(1);
    assertThat(last().role()).isEqualTo(DeviceRole.PAYMENT);
    assertThat(last().condition()).isEqualTo(StationFacts.DeviceCondition.READY);

    terminal.is = new PaymentTerminal.Condition.Away("no way to it");
    during(Duration.ofMinutes(10));
    assertThat(told).hasSize(2);
    assertThat(last().condition()).isEqualTo(StationFacts.DeviceCondition.CONNECTING);
    assertThat(last().code()).isEqualTo("G82");
    assertThat(last().finding()).contains("G82");

    terminal.is = new PaymentTerminal.Condition.TerminalReady(Optional.of("52500038"));
    during(Duration.ofMinutes(10));
    assertThat(told).hasSize(3);
    assertThat(last().condition()).isEqualTo(StationFacts.DeviceCondition.READY);
  }

  @Test
  void it_is_looked_at_seldom_oftener_while_it_is_away_and_seldom_where_a_person_must_mend_it() {
    during(Duration.ofHours(1));
    assertThat(terminal.looks).isEqualTo(30);

    terminal.known = Optional.of(new PaymentTerminal.Condition.Away("a payment found nobody"));
    terminal.is = terminal.known.get();
    terminal.looks = 0;
    during(Duration.ofHours(1));
    assertThat(terminal.looks).isEqualTo(120);

    terminal.known = Optional.of(new PaymentTerminal.Condition.TerminalFaulty("password"));
    terminal.is = terminal.known.get();
    terminal.looks = 0;
    during(Duration.ofHours(1));
    assertThat(terminal.looks).isEqualTo(12);
    assertThat(last().condition()).isEqualTo(StationFacts.DeviceCondition.NEEDS_HAND);
    assertThat(last().code()).isEqualTo("G83");
  }

  @Test
  void nobody_looks_at_a_terminal_that_was_there_while_somebody_is_served() {
    during(Duration.ofSeconds(5));
    watch.accept(state("charges"));
    during(Duration.ofHours(1));
    assertThat(terminal.looks).isEqualTo(1);

    watch.accept(state("welcome"));
    during(Duration.ofSeconds(5));
    assertThat(terminal.looks).isEqualTo(2);
  }

  @Test
  void what_a_payment_met_is_told_without_a_look() {
    during(Duration.ofSeconds(5));
    watch.accept(state("charges"));
    terminal.known = Optional.of(new PaymentTerminal.Condition.Away("a payment found nobody"));
    terminal.is = terminal.known.get();

    during(Duration.ofSeconds(5));

    assertThat(terminal.looks).isEqualTo(1);
    assertThat(last().code()).isEqualTo("G82");
  }

  @Test
  void a_terminal_that_does_not_say_how_it_is_is_not_told_of() {
    TerminalWatch other =
        new TerminalWatch(
            Optional.of(new SimulatedTerminal("HKD")),
            true,
            () -> now,
            event -> told.add(((FlowEvent.DeviceChanged) event).line()));
    Duration _ = other.step();
    assertThat(told).isEmpty();
  }

  /// Its state is of no use then, and one fact is told instead: money would be taken in vain.
  @Test
  void a_terminal_whose_payments_cannot_be_booked_is_told_at_once_and_never_looked_at() {
    TerminalWatch other =
        new TerminalWatch(
            Optional.of(terminal),
            false,
            () -> now,
            event -> told.add(((FlowEvent.DeviceChanged) event).line()));
    Duration _ = other.step();
    now = Duration.ofHours(1);
    Duration _ = other.step();

    assertThat(told).hasSize(1);
    assertThat(last().code()).isEqualTo("G87");
    assertThat(last().condition()).isEqualTo(StationFacts.DeviceCondition.NEEDS_HAND);
    assertThat(terminal.looks).isZero();
  }
}

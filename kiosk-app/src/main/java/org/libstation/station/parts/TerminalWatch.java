package org.libstation.station.parts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.Trouble;
import org.libstation.payment.PaymentTerminal;

/// Watches the payment terminal while the station runs. It reports changes that a payment or a test
/// of the terminal reveals. Tests are rare. A terminal that was present is tested only while no
/// patron is at the station.
public final class TerminalWatch implements Consumer<FlowState> {
  /// Interval between two readings of the known condition.
  private static final Duration STEP = Duration.ofSeconds(5);

  /// Interval between two looks at a terminal that was present.
  private static final Duration THERE = Duration.ofMinutes(2);

  /// Interval between two looks at a terminal that was away.
  private static final Duration AWAY = Duration.ofSeconds(30);

  /// Interval between two registrations at a faulty terminal, which a person must repair.
  private static final Duration FAULTY = Duration.ofMinutes(5);

  private final Optional<PaymentTerminal> terminal;
  private final boolean booked;
  private final Supplier<Duration> elapsed;
  private final Consumer<FlowEvent> answers;
  private volatile boolean visited;
  private Optional<Duration> looked = Optional.empty();
  private Optional<DeviceLine> told = Optional.empty();

  /// @param booked whether the central system books payments; if not, only this is reported
  /// @param elapsed monotonic time
  public TerminalWatch(
      Optional<PaymentTerminal> terminal,
      boolean booked,
      Supplier<Duration> elapsed,
      Consumer<FlowEvent> answers) {
    this.terminal = terminal;
    this.booked = booked;
    this.elapsed = elapsed;
    this.answers = answers;
  }

  /// Whether the site has a terminal to watch.
  public boolean watches() {
    return terminal.isPresent();
  }

  /// Takes the newest state; the flow's own thread calls this.
  @Override
  public void accept(FlowState state) {
    visited = state.session().isPresent();
  }

  /// Looks at the terminal if due, and reports a changed condition.
  ///
  /// @return when to call again
  public Duration step() {
    terminal.ifPresent(
        one -> {
          if (!booked) {
            tell(
                line(
                    DeviceCondition.NEEDS_HAND,
                    PatronPayments.NOT_BOOKED,
                    "the central system books no payments"));
            return;
          }
          if (due(one.seen())) {
            looked = Optional.of(elapsed.get());
            one.look();
          }
          one.seen().map(TerminalWatch::line).ifPresent(this::tell);
        });
    return STEP;
  }

  private boolean due(Optional<PaymentTerminal.Condition> seen) {
    boolean there =
        seen.filter(PaymentTerminal.Condition.TerminalReady.class::isInstance).isPresent();
    Duration rest =
        there
            ? THERE
            : seen.filter(PaymentTerminal.Condition.TerminalFaulty.class::isInstance).isPresent()
                ? FAULTY
                : AWAY;
    return !(there && visited)
        && looked.filter(at -> elapsed.get().minus(at).compareTo(rest) < 0).isEmpty();
  }

  private void tell(DeviceLine line) {
    if (told.filter(line::equals).isEmpty()) {
      told = Optional.of(line);
      answers.accept(new FlowEvent.DeviceChanged(line));
    }
  }

  private static DeviceLine line(PaymentTerminal.Condition seen) {
    return switch (seen) {
      case PaymentTerminal.Condition.TerminalReady(Optional<String> number) ->
          line(DeviceCondition.READY, "", number.orElse(""));
      case PaymentTerminal.Condition.Away(String reason) ->
          line(DeviceCondition.CONNECTING, PatronPayments.AWAY, reason);
      case PaymentTerminal.Condition.TerminalFaulty(String reason) ->
          line(DeviceCondition.NEEDS_HAND, PatronPayments.FAULT, reason);
    };
  }

  private static DeviceLine line(DeviceCondition condition, String code, String reason) {
    return new DeviceLine(
        DeviceRole.PAYMENT,
        PatronPayments.TRACE,
        condition,
        code,
        reason,
        Trouble.OTHER,
        Optional.of(code).filter(known -> !known.isEmpty()),
        List.of());
  }
}

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

/// Knows while the station runs whether its payment terminal is there, and tells what changed: what
/// a payment met, and what a look finds. It looks seldom, and at a terminal that was there only
/// while nobody stands at the station.
public final class TerminalWatch implements Consumer<FlowState> {
  /// How often what is known is read.
  private static final Duration STEP = Duration.ofSeconds(5);

  /// Between two looks at a terminal that was there.
  private static final Duration THERE = Duration.ofMinutes(2);

  /// Between two looks for one that is away.
  private static final Duration AWAY = Duration.ofSeconds(30);

  /// Between two registrations at one that takes none: a person must mend it.
  private static final Duration FAULTY = Duration.ofMinutes(5);

  private final Optional<PaymentTerminal> terminal;
  private final boolean booked;
  private final Supplier<Duration> elapsed;
  private final Consumer<FlowEvent> answers;
  private volatile boolean visited;
  private Optional<Duration> looked = Optional.empty();
  private Optional<DeviceLine> told = Optional.empty();

  /// @param booked whether the central system books payments: else that alone is told
  /// @param elapsed monotonic
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

  /// Whether there is anything to watch.
  public boolean watches() {
    return terminal.isPresent();
  }

  /// Takes the newest state; called by the flow's own thread.
  @Override
  public void accept(FlowState state) {
    visited = state.session().isPresent();
  }

  /// @return when to come again
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

package org.libstation.device.modbusbin.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.device.BinSensor;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.driver.Drivers;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// Goes through every fault the twin of the drop has, against the driver.
class BinFaultTest {
  private static final Duration TURN = Duration.ofMillis(5);

  /// While a fault lasts, 25 items fall and the bin fills to 46 %.
  private static final int ITEMS = 25;

  /// @param code of the health that must be seen while it lasts; empty when none may be
  /// @param items how many of the items are counted
  private record Outcome(String code, int items) {}

  private static final Map<String, Outcome> OUTCOMES = outcomes();

  private static Map<String, Outcome> outcomes() {
    Map<String, Outcome> all = new TreeMap<>();
    all.put("io-off", new Outcome("DB11", 0));
    all.put("level-off", new Outcome("DB22", ITEMS));
    all.put("refuse", new Outcome("DB12", ITEMS));
    all.put("corrupt", new Outcome("", ITEMS));
    all.put("half", new Outcome("", ITEMS));
    all.put("late", new Outcome("", ITEMS));
    all.put("other-unit", new Outcome("", ITEMS));
    all.put("other-function", new Outcome("", ITEMS));
    all.put("echo", new Outcome("", ITEMS));
    all.put("babble", new Outcome("D12", 0));
    all.put("lock-stuck", new Outcome("DB28", ITEMS));
    all.put("brown-out", new Outcome("", ITEMS));
    all.put("no-echo", new Outcome("DB22", ITEMS));
    all.put("level-frozen", new Outcome("DB23", ITEMS));
    all.put("eye-blind", new Outcome("DB24", 0));
    all.put("jam", new Outcome("DB21", ITEMS));
    all.put("door-open", new Outcome("DB26", ITEMS));
    all.put("bin-out", new Outcome("DB27", ITEMS));
    all.put("flap-open", new Outcome("DB25", ITEMS));
    return all;
  }

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-02T09:00:00Z"));
  private final BinTwin twin = new BinTwin();
  private final LoopLine line = new LoopLine("the drop's bus", twin, clock::advance);
  private final List<DeviceEvent> events = new ArrayList<>();
  private final Set<String> codes = new TreeSet<>();
  private final BinSensor sensor =
      (BinSensor)
          Drivers.create(
              "modbusbin",
              "drop",
              DeviceAddress.parse("serial:/dev/drop?baud=115200"),
              Map.of("coil.lamp", "1"),
              clock,
              events::add,
              line);

  static List<TwinFault> faults() {
    return new BinTwin().faults();
  }

  @Test
  void every_fault_has_an_outcome_here_and_every_outcome_a_fault() {
    assertThat(faults().stream().map(TwinFault::name))
        .containsExactlyInAnyOrderElementsOf(OUTCOMES.keySet());
    assertThat(twin.bringAbout("no-such-fault", List.of())).isPresent();
    assertThat(twin.bringAbout("jam", List.of("1"))).isPresent();
    assertThat(twin.bringAbout("half", List.of("often"))).isPresent();
  }

  @ParameterizedTest
  @MethodSource("faults")
  @Tag("full")
  void each_fault_ends_in_what_is_written_for_it_and_is_over_when_healed(TwinFault fault) {
    run(3_000);
    sensor.lockFlap(1, false);
    run(1_000);
    assertThat(sensor.health()).isInstanceOf(DeviceHealth.Ready.class);
    events.clear();
    codes.clear();
    assertThat(twin.bringAbout(fault.name(), fault.arguments())).isEmpty();
    run(5_000);
    sensor.lockFlap(2, true);
    run(1_000);
    for (int i = 1; i <= ITEMS; i++) {
      twin.beam(true);
      run(200);
      twin.beam(false);
      run(400);
      twin.distance(800 - 12 * i);
    }
    run(75_000);
    Outcome expected = Objects.requireNonNull(OUTCOMES.get(fault.name()));
    assertThat(events.stream().filter(DeviceEvent.ObjectPassed.class::isInstance))
        .hasSize(expected.items());
    assertThat(codes).isEqualTo(expected.code().isEmpty() ? Set.of() : Set.of(expected.code()));
    twin.heal();
    twin.distance(600);
    run(75_000);
    assertThat(sensor.health()).as("healed").isInstanceOf(DeviceHealth.Ready.class);
    sensor.lockFlap(3, true);
    run(5_000);
    assertThat(events).endsWith(new DeviceEvent.FlapLockSet("drop", 3, true, true));
    assertThat(twin.output(0)).isTrue();
    assertThat(twin.output(1)).as("the lamp is dark while the flap is locked").isFalse();
  }

  private void run(int millis) {
    Duration end = clock.monotonic().plusMillis(millis);
    while (clock.monotonic().compareTo(end) < 0) {
      sensor.step();
      clock.advance(TURN);
      if (!sensor.health().code().isEmpty()) {
        codes.add(sensor.health().code());
      }
    }
  }
}

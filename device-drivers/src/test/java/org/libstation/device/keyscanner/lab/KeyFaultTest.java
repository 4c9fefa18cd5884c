package org.libstation.device.keyscanner.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.driver.Drivers;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// Goes through every fault the twin of a typing scanner has, against the driver.
class KeyFaultTest {
  private static final String FIRST = "31234000012342";
  private static final String SECOND = "31234000012359";

  /// What is delivered of two items that are scanned after each fault.
  private static final Map<String, List<String>> OUTCOMES = new TreeMap<>();

  static {
    OUTCOMES.put("off", List.of());
    OUTCOMES.put("break-off", List.of(SECOND));
    // Whole as keys go; the check digit of the library's rules finds these out.
    OUTCOMES.put("lose-start", List.of(FIRST.substring(1), SECOND));
    OUTCOMES.put("misread", List.of("31234000012312", SECOND));
    OUTCOMES.put("other-prefix", List.of("~" + FIRST, SECOND));
    OUTCOMES.put("other-suffix", List.of(FIRST + "#", SECOND));
    // Digits have no capitals and stand where they do on other keyboards.
    OUTCOMES.put("caps-lock", List.of(FIRST, SECOND));
    OUTCOMES.put("german-keys", List.of(FIRST, SECOND));
    OUTCOMES.put("repeat", List.of(FIRST, SECOND));
    OUTCOMES.put("dropped", List.of(SECOND));
    OUTCOMES.put("babble", List.of(SECOND));
  }

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
  private final KeyScannerTwin twin = new KeyScannerTwin();
  private final List<DeviceEvent> events = new ArrayList<>();
  private final Device scanner =
      Drivers.create(
          "keyscanner",
          "scanner",
          DeviceAddress.parse("evdev:/dev/null"),
          Map.of(),
          clock,
          events::add,
          new LoopLine("loop", twin, clock::advance));

  static List<TwinFault> faults() {
    return new KeyScannerTwin().faults();
  }

  @Test
  void every_fault_has_an_outcome_here_and_every_outcome_a_fault() {
    assertThat(faults().stream().map(TwinFault::name))
        .containsExactlyInAnyOrderElementsOf(OUTCOMES.keySet());
    assertThat(twin.bringAbout("no-such-fault", List.of())).isPresent();
    assertThat(twin.bringAbout("off", List.of("1"))).isPresent();
    assertThat(twin.bringAbout("repeat", List.of("often"))).isPresent();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void each_fault_ends_in_what_is_written_for_it_and_is_over_when_healed(TwinFault fault) {
    run(500);
    assertThat(twin.bringAbout(fault.name(), fault.arguments())).isEmpty();
    scan(FIRST);
    scan(SECOND);
    assertThat(scanned()).isEqualTo(OUTCOMES.get(fault.name()));
    twin.heal();
    run(5_000);
    events.clear();
    scan(FIRST);
    assertThat(scanned()).containsExactly(FIRST);
    assertThat(scanner.health()).isInstanceOf(DeviceHealth.Ready.class);
  }

  private void scan(String code) {
    boolean _ = twin.scan(code);
    run(2_000);
  }

  private void run(int millis) {
    Duration end = clock.monotonic().plusMillis(millis);
    while (clock.monotonic().compareTo(end) < 0) {
      scanner.step();
      clock.advance(Duration.ofMillis(5));
    }
  }

  private List<String> scanned() {
    return events.stream()
        .filter(DeviceEvent.BarcodeScanned.class::isInstance)
        .map(it -> ((DeviceEvent.BarcodeScanned) it).data())
        .toList();
  }
}

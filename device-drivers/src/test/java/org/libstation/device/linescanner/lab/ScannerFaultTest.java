package org.libstation.device.linescanner.lab;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.driver.Drivers;
import org.libstation.device.linescanner.LineScanner;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// Goes through every fault the twin has, against the driver.
class ScannerFaultTest {
  private static final String ITEM = "31234000012342";

  /// What each fault comes to: the scans delivered, and the code of the scanner's health, when
  /// three items are scanned after it; then both once it is healed and one more is scanned.
  private record Outcome(List<String> scans, String code) {}

  private static final Map<String, Outcome> OUTCOMES = outcomes();

  private static Map<String, Outcome> outcomes() {
    List<String> three = List.of("31234000012342", "31234000012359", "31234000012367");
    List<String> two = three.subList(1, 3);
    Map<String, Outcome> all = new TreeMap<>();
    all.put("off", new Outcome(List.of(), "DS11"));
    all.put("mute", new Outcome(three, "DS11"));
    all.put("late-answer", new Outcome(three, "DS11"));
    all.put("half-answer", new Outcome(three, "DS11"));
    all.put("refuse", new Outcome(three, "DS11"));
    all.put("break-off", new Outcome(two, ""));
    all.put("lose-start", new Outcome(List.of("1234000012342", two.get(0), two.get(1)), ""));
    all.put("misread", new Outcome(List.of("31234000012312", two.get(0), two.get(1)), ""));
    all.put("other-prefix", new Outcome(List.of("~31234000012342", two.get(0), two.get(1)), ""));
    all.put("other-suffix", new Outcome(List.of("31234000012342#", two.get(0), two.get(1)), ""));
    // Digits have no small letters and stand where they do on other keyboards.
    all.put("small-letters", new Outcome(three, ""));
    all.put("german-keys", new Outcome(three, ""));
    all.put("repeat", new Outcome(three, ""));
    all.put("wrong-baud", new Outcome(List.of(), "D12"));
    all.put("babble", new Outcome(two, ""));
    return all;
  }

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
  private final LineScannerTwin twin = new LineScannerTwin();
  private final LoopLine line = new LoopLine("loop", twin, clock::advance);
  private final List<DeviceEvent> events = new ArrayList<>();
  private final LineScanner scanner =
      (LineScanner)
          Drivers.create(
              "linescanner",
              "scanner",
              DeviceAddress.parse("serial:/dev/null"),
              Map.of("dialect", "honeywell"),
              clock,
              events::add,
              line);
  private final Set<String> codes = new TreeSet<>();

  static List<TwinFault> faults() {
    return new LineScannerTwin().faults();
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
    run(2_000);
    assertThat(scanner.health()).isInstanceOf(DeviceHealth.Ready.class);
    events.clear();
    codes.clear();
    assertThat(twin.bringAbout(fault.name(), fault.arguments())).isEmpty();
    int rounds = fault.name().equals("wrong-baud") ? 4 : 1;
    for (int i = 0; i < rounds; i++) {
      scan("31234000012342");
      scan("31234000012359");
      scan("31234000012367");
    }
    run(12_000);
    Outcome expected = Objects.requireNonNull(OUTCOMES.get(fault.name()));
    assertThat(scanned()).isEqualTo(expected.scans());
    assertThat(codes).as("codes").isEqualTo(codesOf(expected));
    twin.heal();
    run(70_000);
    assertThat(scanner.health()).as("healed").isInstanceOf(DeviceHealth.Ready.class);
    events.clear();
    scan(ITEM);
    run(1_000);
    assertThat(scanned()).containsExactly(ITEM);
  }

  private static Set<String> codesOf(Outcome outcome) {
    Set<String> codes = new TreeSet<>();
    if (!outcome.code().isEmpty()) {
      codes.add(outcome.code());
    }
    return codes;
  }

  private void scan(String data) {
    twin.scan(data);
    run(2_000);
  }

  private void run(int millis) {
    Duration end = clock.monotonic().plusMillis(millis);
    while (clock.monotonic().compareTo(end) < 0) {
      scanner.step();
      clock.advance(Duration.ofMillis(5));
      if (!scanner.health().code().isEmpty()) {
        codes.add(scanner.health().code());
      }
    }
  }

  private List<String> scanned() {
    return events.stream()
        .filter(DeviceEvent.BarcodeScanned.class::isInstance)
        .map(DeviceEvent.BarcodeScanned.class::cast)
        .map(DeviceEvent.BarcodeScanned::data)
        .toList();
  }
}

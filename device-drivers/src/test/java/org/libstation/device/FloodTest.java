package org.libstation.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.driver.Drivers;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.keyscanner.lab.KeyScannerTwin;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;
import org.libstation.lab.twin.CodeScanner;
import org.libstation.lab.twin.Twins;

/// A device that sends without end: bounded, counted, told, and well again by itself.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FloodTest {
  private static final Duration TURN = Duration.ofMillis(5);

  /// At 115,200 baud in a turn.
  private static final int LINE_SPEED = 58;

  /// Above any serial line.
  private static final int USB_SPEED = 512;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
  private final List<DeviceEvent> events = new ArrayList<>();
  private final Random random = new Random(5);
  private boolean floods;
  private int scans;

  @ParameterizedTest
  @ValueSource(ints = {LINE_SPEED, USB_SPEED})
  void valid_scans_at_the_speed_of_the_line_are_dropped_but_for_what_hands_could_make(int bytes) {
    LineScannerTwin twin = new LineScannerTwin();
    Device scanner = device("linescanner", twin, () -> codes(bytes));
    run(scanner, Duration.ofSeconds(1));
    floods = true;
    run(scanner, Duration.ofSeconds(60));
    assertThat(count(DeviceEvent.BarcodeScanned.class)).isLessThan(200);
    assertThat(count(DeviceEvent.ScanSeen.class)).isLessThan(200);
    assertThat(count(DeviceEvent.HealthChanged.class)).isLessThan(30);
    assertThat(scanner.health().code()).isEqualTo("D60");
    assertThat(codesTold()).as("one code, without a break").containsExactly("", "D60");
    assertThat(scanner.health().reason()).isNotBlank();
    floods = false;
    run(scanner, Duration.ofSeconds(20));
    twin.scan("31234000012342");
    events.clear();
    run(scanner, Duration.ofSeconds(1));
    assertThat(count(DeviceEvent.BarcodeScanned.class)).isEqualTo(1);
    assertThat(scanner.health())
        .isInstanceOfSatisfying(
            DeviceHealth.Ready.class,
            ready -> assertThat(ready.description()).contains("flooded its line: "));
  }

  @Test
  void a_scanner_that_sends_without_an_end_is_found_out() {
    LineScannerTwin twin = new LineScannerTwin();
    Device scanner = device("linescanner", twin, () -> letters(LINE_SPEED));
    run(scanner, Duration.ofSeconds(1));
    floods = true;
    run(scanner, Duration.ofSeconds(60));
    assertThat(scanner.health().code()).isEqualTo("D12");
    assertThat(events).hasSizeLessThan(200);
    floods = false;
    run(scanner, Duration.ofSeconds(20));
    twin.scan("31234000012342");
    run(scanner, Duration.ofSeconds(1));
    assertThat(scanner.health()).isInstanceOf(DeviceHealth.Ready.class);
  }

  @Test
  void a_hand_that_scans_a_stack_loses_none() {
    LineScannerTwin twin = new LineScannerTwin();
    Device scanner = device("linescanner", twin, () -> new byte[0]);
    for (int i = 0; i < 100; i++) {
      twin.scan("31234000" + (100_000 + i));
      run(scanner, Duration.ofMillis(150));
    }
    assertThat(count(DeviceEvent.BarcodeScanned.class)).isEqualTo(100);
  }

  /// A keyboard that types codes as fast as the system carries them, and one key after the other.
  @Test
  void a_keyboard_that_types_without_a_pause_is_bounded_and_well_again_by_itself() {
    KeyScannerTwin twin = new KeyScannerTwin();
    KeyScannerTwin storm = new KeyScannerTwin();
    Device scanner =
        device(
            "keyscanner",
            twin,
            () -> {
              storm.scan("31234000" + (100_000 + scans++ % 900_000));
              return storm.exchange(new byte[0]);
            });
    run(scanner, Duration.ofSeconds(1));
    floods = true;
    run(scanner, Duration.ofSeconds(60));
    assertThat(count(DeviceEvent.BarcodeScanned.class)).isLessThan(400);
    assertThat(count(DeviceEvent.HealthChanged.class)).isLessThan(30);
    assertThat(scanner.health().code()).isEqualTo("D60");
    floods = false;
    run(scanner, Duration.ofSeconds(20));
    twin.scan("31234000012342");
    events.clear();
    run(scanner, Duration.ofSeconds(1));
    assertThat(count(DeviceEvent.BarcodeScanned.class)).isEqualTo(1);
    assertThat(scanner.health()).isInstanceOf(DeviceHealth.Ready.class);
  }

  /// A key that sticks repeats for ever, which is nothing; one that is pressed for ever has no end.
  @Test
  void a_key_that_sticks_is_nothing_and_keys_without_an_end_are_found_out() {
    KeyScannerTwin twin = new KeyScannerTwin();
    KeyScannerTwin stuck = new KeyScannerTwin();
    int[] value = {2};
    Device scanner =
        device(
            "keyscanner",
            twin,
            () -> {
              stuck.event(1, 2, value[0]);
              return stuck.exchange(new byte[0]);
            });
    run(scanner, Duration.ofSeconds(1));
    floods = true;
    run(scanner, Duration.ofSeconds(60));
    assertThat(scanner.health()).isInstanceOf(DeviceHealth.Ready.class);
    value[0] = 1;
    run(scanner, Duration.ofSeconds(60));
    assertThat(scanner.health().code()).isEqualTo("D12");
    assertThat(count(DeviceEvent.BarcodeScanned.class)).isZero();
    assertThat(events).hasSizeLessThan(200);
  }

  @Test
  void a_code_of_a_hundred_signs_at_full_speed_is_no_flood() {
    KeyScannerTwin twin = new KeyScannerTwin();
    Device scanner = device("keyscanner", twin, () -> new byte[0]);
    run(scanner, Duration.ofSeconds(1));
    for (int i = 0; i < 3; i++) {
      twin.scan("A" + i + "-Zz".repeat(30));
      run(scanner, Duration.ofMillis(400));
    }
    assertThat(count(DeviceEvent.BarcodeScanned.class)).isEqualTo(3);
    assertThat(scanner.health()).isInstanceOf(DeviceHealth.Ready.class);
  }

  @ParameterizedTest
  @MethodSource("models")
  @Tag("full")
  void garbage_faster_than_any_line_closes_it_and_ends_by_itself(String model) {
    Twin twin = twin(model);
    Device device = device(model, twin, () -> noise(USB_SPEED));
    run(device, Duration.ofSeconds(5));
    assertThat(device.health()).isInstanceOf(DeviceHealth.Ready.class);
    floods = true;
    events.clear();
    run(device, Duration.ofSeconds(60));
    assertThat(device.health().code()).isIn("D60", "D12");
    assertThat(events).as("what others have to take").hasSizeLessThan(200);
    floods = false;
    run(device, Duration.ofSeconds(20));
    if (twin instanceof CodeScanner scanner) {
      scanner.scan("31234000012342");
      run(device, Duration.ofSeconds(1));
    }
    assertThat(device.health()).isInstanceOf(DeviceHealth.Ready.class);
  }

  /// Its cover flutters, and each time it says so as a printer does.
  @Test
  void a_state_that_flutters_is_told_no_more_than_can_be_taken() {
    byte[] open = {0x34, 0x00, 0x00, 0x0F};
    byte[] shut = {0x10, 0x00, 0x00, 0x0F};
    boolean[] cover = {false};
    Device printer =
        device(
            "escpos",
            new EscPosTwin(576),
            () -> {
              cover[0] = !cover[0];
              return cover[0] ? open : shut;
            });
    run(printer, Duration.ofSeconds(5));
    floods = true;
    events.clear();
    run(printer, Duration.ofSeconds(60));
    assertThat(count(DeviceEvent.HealthChanged.class)).isLessThan(200);
    floods = false;
    run(printer, Duration.ofSeconds(20));
    assertThat(printer.health()).isInstanceOf(DeviceHealth.Ready.class);
    assertThat(events.stream().filter(DeviceEvent.HealthChanged.class::isInstance).toList())
        .last()
        .isInstanceOfSatisfying(
            DeviceEvent.HealthChanged.class,
            last -> assertThat(last.health()).isInstanceOf(DeviceHealth.Ready.class));
  }

  /// Every make whose twin is on a line; a print server is spoken to by HTTP.
  static Stream<String> models() {
    return Twins.models().stream().filter(model -> !"ippprinter".equals(model));
  }

  private static Twin twin(String model) {
    return Twins.of(model).orElseThrow();
  }

  private byte[] codes(int bytes) {
    StringBuilder all = new StringBuilder();
    while (all.length() < bytes) {
      all.append(31_234_000_000_000L + scans++).append('\r');
    }
    return all.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private byte[] letters(int bytes) {
    byte[] all = new byte[bytes];
    Arrays.fill(all, (byte) 'A');
    return all;
  }

  private byte[] noise(int bytes) {
    byte[] all = new byte[bytes];
    random.nextBytes(all);
    return all;
  }

  private interface Flood {
    byte[] next();
  }

  private Device device(String model, Twin twin, Flood flood) {
    Twin far = received -> floods ? flood.next() : twin.exchange(received);
    return Drivers.create(
        model,
        "device",
        new DeviceAddress(model.equals("keyscanner") ? "evdev" : "serial", "/dev/null", Map.of()),
        Map.of(),
        clock,
        events::add,
        new LoopLine("loop", far, clock::advance));
  }

  private long count(Class<? extends DeviceEvent> kind) {
    return events.stream().filter(kind::isInstance).count();
  }

  private List<String> codesTold() {
    return events.stream()
        .filter(DeviceEvent.HealthChanged.class::isInstance)
        .map(event -> ((DeviceEvent.HealthChanged) event).health().code())
        .distinct()
        .toList();
  }

  private void run(Device device, Duration time) {
    Duration until = clock.monotonic().plus(time);
    while (clock.monotonic().compareTo(until) < 0) {
      device.step();
      clock.advance(TURN);
    }
  }
}

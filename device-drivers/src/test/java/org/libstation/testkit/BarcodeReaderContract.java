package org.libstation.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.libstation.device.BarcodeReader;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.driver.Drivers;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;
import org.libstation.lab.twin.CodeScanner;

/// What every reader of barcodes keeps, whatever its line: over each driver with its twin.
public abstract class BarcodeReaderContract {
  private static final String ITEM = "31234000012342";
  private static final String CARD = "21234000056788";

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
  private final List<DeviceEvent> events = new ArrayList<>();

  /// The driver's model.
  protected abstract String model();

  protected String address() {
    return "serial:/dev/null";
  }

  protected abstract CodeScanner twin();

  /// Sends the first half of a code and nothing more.
  protected abstract void half(CodeScanner twin, String code);

  /// The twin is plugged in again.
  protected void plugged(CodeScanner twin) {}

  private final class Rig {
    private final CodeScanner twin = twin();
    private final LoopLine line = new LoopLine("loop", twin, clock::advance);
    private final BarcodeReader reader;

    Rig(String name, Map<String, String> options) {
      reader =
          (BarcodeReader)
              Drivers.create(
                  model(), name, DeviceAddress.parse(address()), options, clock, events::add, line);
      run(200);
    }

    void run(int millis) {
      Duration end = clock.monotonic().plusMillis(millis);
      while (clock.monotonic().compareTo(end) < 0) {
        reader.step();
        clock.advance(Duration.ofMillis(5));
      }
    }

    void scan(String code) {
      assertThat(twin.scan(code)).isTrue();
      run(2_000);
    }
  }

  private Rig rig() {
    return new Rig("scanner", Map.of());
  }

  private List<String> scanned() {
    return of(DeviceEvent.BarcodeScanned.class).map(DeviceEvent.BarcodeScanned::data).toList();
  }

  private <E extends DeviceEvent> Stream<E> of(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }

  @Test
  void it_is_ready_once_it_is_open_and_tells_each_code_once() {
    Rig rig = rig();
    assertThat(rig.reader.health()).isInstanceOf(DeviceHealth.Ready.class);
    rig.scan(ITEM);
    rig.scan(CARD);
    assertThat(scanned()).containsExactly(ITEM, CARD);
  }

  @Test
  void the_same_code_again_at_once_is_one_scan_and_later_another() {
    Rig rig = rig();
    rig.twin.scan(ITEM);
    rig.run(400);
    rig.twin.scan(ITEM);
    rig.run(400);
    assertThat(scanned()).containsExactly(ITEM);
    assertThat(of(DeviceEvent.ScanSeen.class)).hasSize(2);
    rig.run(2_000);
    rig.scan(ITEM);
    assertThat(scanned()).containsExactly(ITEM, ITEM);
  }

  @Test
  void letters_around_digits_are_codabars_and_go() {
    Rig rig = rig();
    rig.scan("A" + ITEM + "B");
    assertThat(scanned()).containsExactly(ITEM);
  }

  @Test
  void the_separators_of_gs1_stay_in_it() {
    Rig rig = rig();
    rig.scan("0109312345678907\u001d21ABC-1");
    assertThat(scanned()).containsExactly("0109312345678907\u001d21ABC-1");
  }

  @Test
  void a_code_that_is_too_long_is_refused_whole_and_the_next_one_is_read() {
    Rig rig = rig();
    rig.scan("9".repeat(300));
    rig.scan(ITEM);
    assertThat(scanned()).containsExactly(ITEM);
    assertThat(of(DeviceEvent.ScanRejected.class)).hasSize(1);
  }

  @Test
  void half_a_code_is_never_taken_and_the_next_one_is_whole() {
    Rig rig = rig();
    half(rig.twin, ITEM);
    rig.run(2_000);
    assertThat(scanned()).isEmpty();
    rig.scan(CARD);
    assertThat(scanned()).containsExactly(CARD);
  }

  @Test
  void unplugged_in_the_middle_of_a_code_its_half_is_forgotten() {
    Rig rig = rig();
    half(rig.twin, ITEM);
    rig.run(10);
    rig.line.unplug();
    rig.run(1_000);
    assertThat(rig.reader.health()).isInstanceOf(DeviceHealth.Connecting.class);
    assertThat(rig.reader.health().code()).isEqualTo("DS10");
    rig.line.plug();
    plugged(rig.twin);
    rig.run(3_000);
    assertThat(rig.reader.health()).isInstanceOf(DeviceHealth.Ready.class);
    rig.scan(CARD);
    assertThat(scanned()).containsExactly(CARD);
  }

  @Test
  void two_at_once_do_not_mix() {
    Rig one = new Rig("one", Map.of());
    Rig two = new Rig("two", Map.of());
    half(one.twin, ITEM);
    two.twin.scan(CARD);
    for (int i = 0; i < 20; i++) {
      one.reader.step();
      two.reader.step();
      clock.advance(Duration.ofMillis(5));
    }
    assertThat(of(DeviceEvent.BarcodeScanned.class))
        .singleElement()
        .satisfies(
            scan -> {
              assertThat(scan.device()).isEqualTo("two");
              assertThat(scan.data()).isEqualTo(CARD);
            });
  }

  @Test
  void silence_is_no_fault_of_a_scanner_that_cannot_be_asked() {
    Rig rig = rig();
    rig.run(60_000);
    assertThat(rig.reader.health()).isInstanceOf(DeviceHealth.Ready.class);
    assertThat(scanned()).isEmpty();
  }

  @Test
  void what_it_is_told_is_never_refused() {
    Rig rig = rig();
    rig.reader.reading(false);
    rig.reader.reading(true);
    for (int i = 0; i < 100; i++) {
      assertThat(rig.reader.judged(i % 2 == 0)).isTrue();
      rig.run(10);
    }
    assertThat(rig.reader.health()).isInstanceOf(DeviceHealth.Ready.class);
  }
}

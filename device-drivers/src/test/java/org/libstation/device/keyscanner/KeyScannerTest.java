package org.libstation.device.keyscanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.driver.Drivers;
import org.libstation.device.keyscanner.lab.KeyScannerTwin;
import org.libstation.device.keyscanner.lab.PosScannerTwin;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.NoRightsException;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// The driver of a scanner that types: its pace, its ends, what it refuses.
class KeyScannerTest {
  private static final String ITEM = "31234000012342";

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
  private final List<DeviceEvent> events = new ArrayList<>();
  private final KeyScannerTwin twin = new KeyScannerTwin();

  private KeyScanner scanner(String address, Twin far, Map<String, String> options) {
    return scanner(address, new LoopLine("loop", far, clock::advance), options);
  }

  private KeyScanner scanner(String address, LinkOpener line, Map<String, String> options) {
    return (KeyScanner)
        Drivers.create(
            "keyscanner",
            "scanner",
            DeviceAddress.parse(address),
            options,
            clock,
            events::add,
            line);
  }

  private KeyScanner keys(Map<String, String> options) {
    KeyScanner scanner = scanner("evdev:/dev/null", twin, options);
    run(scanner, 200);
    return scanner;
  }

  private void run(KeyScanner scanner, int millis) {
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

  private List<String> reasons() {
    return events.stream()
        .filter(DeviceEvent.HealthChanged.class::isInstance)
        .map(it -> ((DeviceEvent.HealthChanged) it).health().reason())
        .toList();
  }

  private List<String> refused() {
    return events.stream()
        .filter(DeviceEvent.ScanRejected.class::isInstance)
        .map(it -> ((DeviceEvent.ScanRejected) it).reason())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {500, 1_000, 5_000, 15_000, 28_000})
  void a_scanner_is_taken_at_every_pace_scanners_have(long reportMicros) {
    KeyScanner scanner = keys(Map.of());
    twin.pace(reportMicros);
    twin.scan(ITEM);
    run(scanner, 1_000);
    assertThat(scanned()).containsExactly(ITEM);
  }

  @ParameterizedTest
  @ValueSource(longs = {40_000, 75_000, 140_000})
  void a_hand_is_refused_at_every_pace_hands_have(long reportMicros) {
    KeyScanner scanner = keys(Map.of());
    twin.pace(reportMicros);
    twin.scan(ITEM);
    run(scanner, 1_000);
    assertThat(scanned()).isEmpty();
    assertThat(refused()).singleElement().asString().contains("hand");
    KeyScanner patient = keys(Map.of("slowest", "0"));
    twin.scan(ITEM);
    run(patient, 1_000);
    assertThat(scanned()).as("where the site says so").containsExactly(ITEM);
  }

  @Test
  void a_hand_that_types_on_and_on_at_the_scanners_place_is_told_as_nonsense() {
    KeyScanner scanner = keys(Map.of());
    twin.pace(75_000);
    for (int i = 0; i < 12; i++) {
      twin.scan(ITEM);
      run(scanner, 1_000);
    }
    assertThat(scanner.health().code()).isEqualTo("D12");
    assertThat(reasons()).anyMatch(reason -> reason.contains("as a hand types"));
    assertThat(scanned()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {28, 96, 15})
  void enter_of_either_place_and_tab_end_a_code(int key) {
    KeyScanner scanner = keys(Map.of());
    twin.endsWith(key);
    twin.scan(ITEM);
    run(scanner, 50);
    assertThat(scanned()).containsExactly(ITEM);
  }

  @Test
  void without_a_key_silence_ends_a_code_where_the_site_says_so_and_else_throws_it_away() {
    twin.endsWith(0);
    KeyScanner plain = keys(Map.of());
    twin.scan(ITEM);
    run(plain, 1_000);
    assertThat(scanned()).isEmpty();
    assertThat(refused()).singleElement().asString().contains("broke off");
    KeyScanner silent = keys(Map.of("end", "silence"));
    twin.scan(ITEM);
    run(silent, 1_000);
    twin.scan("12");
    run(silent, 1_000);
    assertThat(scanned()).as("two signs are a hand's").containsExactly(ITEM);
  }

  @Test
  void what_is_put_around_a_code_is_taken_off_and_a_code_without_it_is_torn() {
    KeyScanner scanner = keys(Map.of("prefix", "7E", "suffix", "23"));
    twin.scan("~" + ITEM + "#");
    twin.scan(ITEM + "#");
    run(scanner, 500);
    assertThat(scanned()).containsExactly(ITEM);
    assertThat(refused()).singleElement().asString().contains("prefix");
  }

  @Test
  void the_identifier_of_the_symbol_is_kept_as_a_hint() {
    KeyScanner scanner = keys(Map.of());
    twin.scan("]F0A" + ITEM + "B");
    run(scanner, 500);
    assertThat(events)
        .filteredOn(DeviceEvent.BarcodeScanned.class::isInstance)
        .singleElement()
        .isEqualTo(new DeviceEvent.BarcodeScanned("scanner", ITEM, java.util.Optional.of('F')));
  }

  @Test
  void events_that_were_lost_spoil_the_code_and_also_the_one_that_began_unseen() {
    KeyScanner scanner = keys(Map.of());
    twin.event(0, 3, 0);
    twin.scan(ITEM);
    run(scanner, 1_000);
    assertThat(scanned()).isEmpty();
    twin.scan(ITEM);
    run(scanner, 1_000);
    assertThat(scanned()).containsExactly(ITEM);
  }

  @Test
  void another_country_types_what_its_sheet_says() {
    KeyScanner scanner = keys(Map.of("layout", "de"));
    twin.scan("yz-1");
    run(scanner, 500);
    assertThat(refused()).as("the German key is a sharp s, in no barcode").hasSize(1);
    twin.scan("LYZ1");
    run(scanner, 500);
    assertThat(scanned()).containsExactly("LZY1");
  }

  @Test
  void without_rights_it_is_told_with_the_remedy_and_tried_on() {
    boolean[] may = {false};
    LoopLine line = new LoopLine("loop", twin, clock::advance);
    LinkOpener guarded =
        new LinkOpener() {
          @Override
          public ByteLink open() throws LinkLostException {
            if (!may[0]) {
              throw new NoRightsException("it may not be read: the group input");
            }
            return line.open();
          }

          @Override
          public String describe() {
            return "guarded";
          }
        };
    KeyScanner scanner = scanner("evdev:/dev/null", guarded, Map.of());
    run(scanner, 500);
    assertThat(scanner.health()).isInstanceOf(DeviceHealth.Connecting.class);
    assertThat(scanner.health().code()).isEqualTo("D14");
    assertThat(scanner.health().reason()).contains("group input");
    may[0] = true;
    run(scanner, 3_000);
    assertThat(scanner.health()).isInstanceOf(DeviceHealth.Ready.class);
  }

  @Test
  void what_is_no_hid_pos_scanner_says_so() {
    PosScannerTwin none = new PosScannerTwin();
    byte[] _ = none.exchange(new byte[0]);
    none.piece(new byte[] {5, 1, 9, 6, (byte) 0xA1, 1, (byte) 0xC0});
    KeyScanner scanner = scanner("hidraw:/dev/null", none, Map.of());
    run(scanner, 100);
    assertThat(scanner.health().code()).isEqualTo("D12");
    assertThat(reasons()).anyMatch(reason -> reason.contains("USB HID POS"));
  }

  @Test
  void a_long_code_comes_in_several_reports_and_its_identifier_once() {
    PosScannerTwin pos = new PosScannerTwin();
    pos.identifier("]Q0");
    KeyScanner scanner = scanner("hidraw:/dev/null", pos, Map.of());
    run(scanner, 100);
    String code = "0123456789".repeat(12);
    pos.scan(code);
    run(scanner, 500);
    assertThat(events)
        .filteredOn(DeviceEvent.BarcodeScanned.class::isInstance)
        .singleElement()
        .isEqualTo(new DeviceEvent.BarcodeScanned("scanner", code, java.util.Optional.of('Q')));
  }

  @Test
  void a_serial_line_is_no_place_for_it() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> scanner("serial:/dev/ttyUSB0", twin, Map.of())))
        .hasMessageContaining("evdev: or hidraw:");
  }

  @Test
  void options_of_a_keyboard_are_none_of_a_hid_pos_scanner() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> scanner("hidraw:/dev/null", new PosScannerTwin(), Map.of("layout", "de"))))
        .hasMessageContaining("has no option 'layout'");
  }
}

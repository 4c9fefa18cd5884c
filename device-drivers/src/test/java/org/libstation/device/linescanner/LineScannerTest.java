package org.libstation.device.linescanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.WrongOptionException;
import org.libstation.device.driver.Drivers;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

@Timeout(300)
class LineScannerTest {
  @TempDir Path dir;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
  private final LineScannerTwin twin = new LineScannerTwin();
  private final LoopLine line = new LoopLine("loop", twin, clock::advance);
  private final List<DeviceEvent> events = new ArrayList<>();

  @Test
  void a_scan_arrives_without_its_wrapping() {
    LineScanner scanner = scanner(Map.of());
    scanner.step();
    twin.wrap("]F0", "\r\n");
    twin.scan("A31234000012342B");
    scanner.step();
    assertThat(scans()).containsExactly("31234000012342 F");
  }

  @Test
  void the_same_code_again_within_the_time_is_one_scan_and_later_two() {
    LineScanner scanner = scanner(Map.of("same-scan", "1000"));
    scanner.step();
    twin.scan("LIB0001");
    scanner.step();
    twin.scan("LIB0001");
    scanner.step();
    assertThat(scans()).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    twin.scan("LIB0001");
    scanner.step();
    assertThat(scans()).hasSize(2);
  }

  @Test
  void junk_is_said_to_be_rejected_and_delivers_nothing() {
    LineScanner scanner = scanner(Map.of());
    scanner.step();
    twin.raw(new byte[] {0x33, 0x07, 0x0D});
    scanner.step();
    assertThat(scans()).isEmpty();
    assertThat(events).last().isInstanceOf(DeviceEvent.ScanRejected.class);
  }

  @Test
  void an_unplugged_scanner_is_connecting_and_backs_off_until_it_is_plugged_in() {
    LineScanner scanner = scanner(Map.of());
    scanner.step();
    assertThat(scanner.health()).isInstanceOf(DeviceHealth.Ready.class);
    line.unplug();
    scanner.step();
    assertThat(scanner.health().code()).isEqualTo("DS10");
    line.plug();
    scanner.step();
    assertThat(scanner.health()).as("not due yet").isInstanceOf(DeviceHealth.Connecting.class);
    clock.advance(Duration.ofMillis(500));
    scanner.step();
    assertThat(scanner.health()).isInstanceOf(DeviceHealth.Ready.class);
    twin.scan("LIB0001");
    scanner.step();
    assertThat(scans()).containsExactly("LIB0001");
  }

  @Test
  void a_honeywell_scanner_is_ready_when_it_answers_and_missed_when_it_falls_silent() {
    LineScanner scanner = scanner(Map.of("dialect", "honeywell"));
    scanner.step();
    scanner.step();
    assertThat(scanner.health()).isInstanceOf(DeviceHealth.Ready.class);
    assertThat(twin.heard()).contains("164D0D636272656E613F2E");
    twin.power(false);
    for (int i = 0; i < 80 && scanner.health() instanceof DeviceHealth.Ready; i++) {
      scanner.step();
    }
    assertThat(scanner.health().code()).isEqualTo("DS11");
    twin.power(true);
    for (int i = 0; i < 80 && !(scanner.health() instanceof DeviceHealth.Ready); i++) {
      clock.advance(Duration.ofMillis(100));
      scanner.step();
    }
    assertThat(scanner.health()).isInstanceOf(DeviceHealth.Ready.class);
    assertThat(scans()).isEmpty();
  }

  @Test
  void the_drivers_commands_are_the_makers_bytes() {
    assertThat(sent("honeywell", s -> s.reading(true))).startsWith("16540D");
    assertThat(sent("honeywell", s -> s.reading(false))).startsWith("16550D");
    assertThat(sent("honeywell", s -> s.trigger(true))).startsWith("16540D");
    assertThat(sent("honeywell", s -> s.trigger(false))).startsWith("16550D");
    assertThat(sent("honeywell", s -> s.judged(true))).startsWith("1B37");
    assertThat(sent("honeywell", s -> s.judged(false))).startsWith("1B38");
    assertThat(sent("datalogic", s -> s.reading(true))).isEqualTo("45");
    assertThat(sent("datalogic", s -> s.reading(false))).isEqualTo("44");
    assertThat(sent("datalogic", s -> s.judged(true))).isEqualTo("01");
    assertThat(sent("datalogic", s -> s.judged(false))).isEqualTo("46");
    assertThat(sent("cipherlab", s -> s.reading(true))).isEqualTo("45");
    assertThat(sent("cipherlab", s -> s.reading(false))).isEqualTo("44");
    assertThat(sent("cipherlab", s -> s.judged(true))).isEqualTo("23402F2F2F2F0D");
    assertThat(sent("cipherlab", s -> s.judged(false))).isEmpty();
    assertThat(sent("plain", s -> s.judged(true))).isEmpty();
    assertThat(sent("plain", s -> s.reading(true))).isEmpty();
  }

  @Test
  void the_twin_obeys_the_makers_bytes_in_pieces_of_any_size() {
    twin.serialTrigger(true);
    assertThat(twin.scan("LIB0001")).isFalse();
    give("16");
    give("54");
    give("0D");
    assertThat(twin.scan("LIB0001")).isTrue();
    assertThat(give("")).isEqualTo("4C4942303030310D");
    give("16540D16550D");
    assertThat(twin.scan("LIB0001")).isFalse();
    assertThat(give("164D0D636272656E613F2E")).isEqualTo("43425245" + "4E4131062E");
    assertThat(give("164D0D787878787878" + "3F2E")).isEqualTo("585858585858" + "31052E");
    twin.serialTrigger(false);
    give("44");
    assertThat(twin.scan("LIB0001")).isFalse();
    give("45");
    assertThat(twin.scan("LIB0001")).isTrue();
    give("0107422340" + "2F2F2F2F0D1B34");
    assertThat(twin.beeps()).isEqualTo(5);
  }

  @Test
  void a_wrong_option_is_refused_by_key_with_what_was_expected() {
    assertThatThrownBy(() -> scanner(Map.of("silense", "100")))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("no option 'silense'")
        .hasMessageContaining("silence");
    assertThatThrownBy(() -> scanner(Map.of("silence", "soon")))
        .hasMessage("option 'silence' is 'soon'; expected: a whole number from 10 to 5000");
    assertThatThrownBy(() -> scanner(Map.of("dialect", "acme")))
        .hasMessageContaining("one of cipherlab, datalogic, honeywell, plain");
    assertThatThrownBy(
            () ->
                Drivers.create(
                    "linescaner",
                    "scanner",
                    DeviceAddress.parse("serial:/dev/null"),
                    Map.of(),
                    clock,
                    events::add))
        .hasMessageContaining("there is no driver 'linescaner'")
        .hasMessageContaining("linescanner");
  }

  @Test
  void over_a_real_line_it_is_read_unplugged_noticed_and_read_again_under_the_same_name() {
    List<DeviceEvent> heard = new CopyOnWriteArrayList<>();
    Path name = dir.resolve("scanner");
    try (PtyTwin plugged = PtyTwin.plugged(twin, 9600, Optional.of(name))) {
      Device scanner =
          Drivers.create(
              "linescanner",
              "scanner",
              DeviceAddress.parse("serial:" + name + "?baud=9600"),
              Map.of("dialect", "honeywell"),
              DeviceClock.system(),
              heard::add);
      try (DeviceThread _ = DeviceThread.start(scanner)) {
        await().until(() -> scanner.health() instanceof DeviceHealth.Ready);
        twin.scan("31234000012342");
        await().until(() -> scanned(heard).contains("31234000012342"));

        plugged.unplug();
        await().until(() -> scanner.health().code().equals("DS10"));
        plugged.plug();
        await().until(() -> scanner.health() instanceof DeviceHealth.Ready);
        twin.scan("21234000056788");
        await().until(() -> scanned(heard).contains("21234000056788"));
      }
    }
    assertThat(scanned(heard)).containsExactly("31234000012342", "21234000056788");
  }

  @Test
  void it_reads_only_while_something_is_to_be_scanned_also_after_a_replug() {
    LineScanner scanner = scanner(Map.of("dialect", "datalogic"));
    scanner.reading(false);
    scanner.step();
    scanner.step();
    assertThat(twin.scan("LIB0001")).isFalse();
    scanner.reading(true);
    scanner.step();
    assertThat(twin.scan("LIB0001")).isTrue();
    scanner.reading(false);
    scanner.step();
    line.unplug();
    scanner.step();
    line.plug();
    give("45");
    clock.advance(Duration.ofSeconds(2));
    scanner.step();
    assertThat(twin.enabled()).isFalse();
    assertThat(twin.heard()).containsExactly("44", "45", "44", "45", "44");
  }

  @Test
  void a_bad_tone_that_stops_a_scanner_is_followed_by_reading_again() {
    LineScanner scanner = scanner(Map.of("dialect", "datalogic"));
    scanner.reading(true);
    scanner.step();
    scanner.judged(false);
    scanner.step();
    scanner.step();
    assertThat(twin.badBeeps()).isEqualTo(1);
    assertThat(twin.enabled()).isTrue();
    scanner.judged(true);
    scanner.step();
    assertThat(twin.beeps()).isEqualTo(1);
  }

  @Test
  void a_trigger_is_pulled_again_after_each_scan_and_before_the_scanner_gives_up() {
    twin.serialTrigger(true);
    LineScanner scanner = scanner(Map.of("dialect", "honeywell"));
    scanner.reading(true);
    for (int i = 1; i <= 3; i++) {
      scanner.step();
      scanner.step();
      assertThat(twin.scan("LIB000" + i)).as("scan %d", i).isTrue();
      scanner.step();
    }
    assertThat(scans()).hasSize(3);
    scanner.step();
    give("16550D");
    clock.advance(Duration.ofSeconds(25));
    scanner.step();
    assertThat(twin.triggered()).isTrue();
    scanner.reading(false);
    scanner.step();
    assertThat(twin.triggered()).isFalse();
  }

  @Test
  void what_was_read_is_told_with_every_byte_before_anybody_judges_it() {
    LineScanner scanner = scanner(Map.of());
    scanner.step();
    twin.wrap("]F0", "\r");
    twin.scan("A31B");
    scanner.step();
    twin.scan("A31B");
    scanner.step();
    assertThat(events.stream().filter(DeviceEvent.ScanSeen.class::isInstance))
        .containsExactly(
            new DeviceEvent.ScanSeen(
                "scanner", "5D 46 30 41 33 31 42 0D", Optional.of("F0"), "31", Optional.empty()),
            new DeviceEvent.ScanSeen(
                "scanner",
                "5D 46 30 41 33 31 42 0D",
                Optional.of("F0"),
                "31",
                Optional.of("the same scan again")));
  }

  private LineScanner scanner(Map<String, String> options) {
    return (LineScanner)
        Drivers.create(
            "linescanner",
            "scanner",
            DeviceAddress.parse("serial:/dev/null"),
            options,
            clock,
            events::add,
            line);
  }

  private String sent(String dialect, java.util.function.Consumer<LineScanner> command) {
    StringBuilder sent = new StringBuilder();
    Twin recorder =
        received -> {
          sent.append(HexFormat.of().withUpperCase().formatHex(received));
          return new byte[0];
        };
    LineScanner scanner =
        (LineScanner)
            Drivers.create(
                "linescanner",
                "scanner",
                DeviceAddress.parse("serial:/dev/null"),
                Map.of("dialect", dialect),
                clock,
                events::add,
                new LoopLine("recorder", recorder, clock::advance));
    command.accept(scanner);
    scanner.step();
    scanner.step();
    return sent.toString();
  }

  private String give(String hex) {
    return HexFormat.of().withUpperCase().formatHex(twin.exchange(HexFormat.of().parseHex(hex)));
  }

  private List<String> scans() {
    return scanned(events);
  }

  private static List<String> scanned(List<DeviceEvent> events) {
    return events.stream()
        .filter(DeviceEvent.BarcodeScanned.class::isInstance)
        .map(DeviceEvent.BarcodeScanned.class::cast)
        .map(s -> s.data() + s.symbology().map(c -> " " + c).orElse(""))
        .toList();
  }
}

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
import org.libstation.device.Drivers;
import org.libstation.device.WrongOptionException;
import org.libstation.device.link.DeviceThread;
import org.libstation.device.link.Twin;
import org.libstation.device.link.pty.PtyTwin;
import org.libstation.device.link.simulated.LoopLine;
import org.libstation.device.link.simulated.ManualClock;

@Timeout(60)
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
    assertThat(scanner.health().code()).isEqualTo("S10");
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
    assertThat(scanner.health().code()).isEqualTo("S11");
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
    assertThat(sent("honeywell", s -> s.enable(true))).contains("16540D");
    assertThat(sent("honeywell", s -> s.enable(false))).contains("16550D");
    assertThat(sent("honeywell", LineScanner::beep)).contains("1B34");
    assertThat(sent("datalogic", s -> s.enable(true))).isEqualTo("45");
    assertThat(sent("datalogic", s -> s.enable(false))).isEqualTo("44");
    assertThat(sent("datalogic", LineScanner::beep)).isEqualTo("01");
    assertThat(sent("cipherlab", LineScanner::beep)).isEqualTo("23402F2F2F2F0D");
    assertThat(sent("plain", LineScanner::beep)).isEmpty();
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
        .hasMessageContaining("one of plain, honeywell, datalogic, cipherlab");
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
        await().atMost(Duration.ofSeconds(2)).until(() -> scanner.health().code().equals("S10"));
        plugged.plug();
        await().until(() -> scanner.health() instanceof DeviceHealth.Ready);
        twin.scan("21234000056788");
        await().until(() -> scanned(heard).contains("21234000056788"));
      }
    }
    assertThat(scanned(heard)).containsExactly("31234000012342", "21234000056788");
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

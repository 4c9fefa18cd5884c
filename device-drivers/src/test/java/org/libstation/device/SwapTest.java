package org.libstation.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.driver.Ports;
import org.libstation.device.driver.WrongDeviceException;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.DeviceThread;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// Devices that were plugged into each other's ports.
@Timeout(600)
class SwapTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /// All that a printer may ever be asked by one who does not know that it is one.
  private static final String REAL_TIME_STATUS = "(100401|100402|100403|100404)*";

  private static final int ANY_SPEED = 0;

  /// The model, its speed and what plays it, by the name of the device.
  private record Kind(String model, int baud, Twin twin) {}

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
  private final LineScannerTwin scannerTwin = new LineScannerTwin();
  private final EscPosTwin printerTwin = new EscPosTwin(576);
  private final FeigTwin padTwin = new FeigTwin();
  private final Map<String, Kind> kinds =
      Map.of(
          "scanner", new Kind("linescanner", ANY_SPEED, scannerTwin),
          "pad", new Kind("feig", 38_400, padTwin),
          "bin", new Kind("modbusbin", 19_200, new BinTwin()),
          "printer", new Kind("escpos", 115_200, printerTwin));
  private final Map<String, String> plugged = new LinkedHashMap<>();
  private final Map<String, List<LoopLine>> open = new LinkedHashMap<>();
  private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();
  private final Map<String, Device> devices = new LinkedHashMap<>();
  private Runnable whenScannerIsWrittenTo = () -> {};
  private final List<DeviceEvent> events = new ArrayList<>();
  private final Ports ports = new Ports(clock, this::opener);

  @Test
  void in_their_own_ports_none_is_named() {
    site("scanner", "pad", "bin", "printer");
    run(Duration.ofSeconds(20));
    allAreWell();
    assertThat(events.toString()).doesNotContain(WrongDeviceException.CODE);
  }

  @Test
  void a_printer_on_the_pads_port_is_named_and_never_hears_a_byte_it_might_print() {
    site("scanner", "pad", "bin", "printer");
    plug("pad", "printer");
    plug("printer", "pad");
    run(Duration.ofSeconds(60));
    isNamed("pad", "the printer answers on the pad's port (serial:/dev/pad)");
    isNamed("printer", "the pad answers on the printer's port (serial:/dev/printer)");
    assertThat(health("scanner")).isInstanceOf(DeviceHealth.Ready.class);
    assertThat(HEX.formatHex(writtenTo("pad"))).isNotEmpty().matches(REAL_TIME_STATUS);
    assertThat(printerTwin.tickets()).isEmpty();
    assertThat(printerTwin.hanging().length()).isZero();

    plug("pad", "pad");
    plug("printer", "printer");
    run(Duration.ofSeconds(20));
    allAreWell();
  }

  @Test
  void a_scanner_that_answers_nothing_and_the_pad_are_named_while_the_station_runs() {
    site("scanner", "pad", "bin", "printer");
    run(Duration.ofSeconds(10));
    allAreWell();
    plug("pad", "scanner");
    plug("scanner", "pad");
    run(Duration.ofSeconds(30));
    isNamed("scanner", "the pad answers on the scanner's port (serial:/dev/scanner)");
    isNamed("pad", "the pad answers on the scanner's port (serial:/dev/scanner)");

    plug("pad", "pad");
    plug("scanner", "scanner");
    run(Duration.ofSeconds(20));
    allAreWell();
    scannerTwin.scan("31234000012342");
    run(Duration.ofSeconds(1));
    assertThat(events).anyMatch(DeviceEvent.BarcodeScanned.class::isInstance);
  }

  @Test
  void three_that_went_round_are_named_each() {
    site("scanner", "pad", "bin", "printer");
    plug("pad", "bin");
    plug("bin", "scanner");
    plug("scanner", "pad");
    run(Duration.ofSeconds(60));
    isNamed("pad", "the bin answers on the pad's port (serial:/dev/pad)");
    isNamed("scanner", "the pad answers on the scanner's port (serial:/dev/scanner)");
    isNamed("bin", "the bin answers on the pad's port (serial:/dev/pad)");
  }

  @Test
  void while_the_printer_may_be_anywhere_nothing_but_its_own_question_is_asked_on_others_ports() {
    site("pad", "bin", "printer");
    unplug("printer");
    plug("pad", "bin");
    plug("bin", "pad");
    run(Duration.ofSeconds(60));
    assertThat(health("pad")).isInstanceOf(DeviceHealth.Connecting.class);
    assertThat(health("bin")).isInstanceOf(DeviceHealth.Connecting.class);
    assertThat(events.toString()).doesNotContain(WrongDeviceException.CODE);

    plug("printer", "printer");
    run(Duration.ofSeconds(60));
    isNamed("pad", "the bin answers on the pad's port (serial:/dev/pad)");
    isNamed("bin", "the pad answers on the bin's port (serial:/dev/bin)");
  }

  @Test
  void the_pad_goes_back_to_work_in_its_own_port_also_when_the_printer_is_gone() {
    site("scanner", "pad", "bin", "printer");
    plug("pad", "printer");
    plug("printer", "pad");
    run(Duration.ofSeconds(30));
    isNamed("pad", "the printer answers on the pad's port (serial:/dev/pad)");
    plug("printer", "nothing");
    plug("pad", "pad");
    run(Duration.ofSeconds(30));
    assertThat(health("pad")).isInstanceOf(DeviceHealth.Ready.class);
    assertThat(health("printer").code()).isEqualTo("DP11");
  }

  @Test
  void a_device_that_is_only_broken_is_not_said_to_be_elsewhere() {
    site("scanner", "pad", "bin", "printer");
    plug("pad", "nothing");
    run(Duration.ofSeconds(60));
    assertThat(health("pad").code()).isEqualTo("DR11");
    assertThat(health("scanner")).isInstanceOf(DeviceHealth.Ready.class);
    assertThat(events.toString()).doesNotContain(WrongDeviceException.CODE);
    plug("pad", "pad");
    run(Duration.ofSeconds(10));
    allAreWell();
  }

  @Test
  void a_scan_that_comes_while_another_device_is_asked_for_is_not_lost() {
    site("scanner", "pad", "printer");
    run(Duration.ofSeconds(10));
    allAreWell();
    whenScannerIsWrittenTo = () -> scannerTwin.scan("31234000012342");
    plug("pad", "nothing");
    run(Duration.ofSeconds(30));
    assertThat(health("pad").code()).isEqualTo("DR11");
    assertThat(events.stream().filter(DeviceEvent.BarcodeScanned.class::isInstance).toList())
        .singleElement()
        .isEqualTo(new DeviceEvent.BarcodeScanned("scanner", "31234000012342", Optional.empty()));
  }

  @Test
  void who_has_come_back_meanwhile_is_not_waited_for_at_anothers_port() {
    site("scanner", "printer");
    whenScannerIsWrittenTo =
        () -> {
          Device printer = Objects.requireNonNull(devices.get("printer"));
          while (!printer.health().usable()) {
            printer.step();
          }
        };
    Duration begun = clock.monotonic();
    Objects.requireNonNull(devices.get("scanner")).step();
    assertThat(clock.monotonic().minus(begun)).isLessThan(Ports.ANSWER_LIMIT);
    allAreWell();
  }

  @Test
  void over_real_lines_too(@TempDir Path dir) {
    Ports real = new Ports(DeviceClock.system());
    Path padPort = dir.resolve("pad");
    Path printerPort = dir.resolve("printer");
    try (PtyTwin printer = PtyTwin.plugged(printerTwin, 115_200, Optional.of(padPort));
        PtyTwin pad = PtyTwin.plugged(padTwin, 38_400, Optional.of(printerPort));
        DeviceThread padThread = DeviceThread.start(real("pad", "feig", padPort, 38_400, real));
        DeviceThread printerThread =
            DeviceThread.start(real("printer", "escpos", printerPort, 115_200, real))) {
      until(padThread, WrongDeviceException.CODE);
      until(printerThread, WrongDeviceException.CODE);
      assertThat(padThread.device().health().reason())
          .isEqualTo("the printer answers on the pad's port (serial:" + padPort + ")");
      assertThat(printerTwin.hanging().length()).isZero();
      printer.unplug();
      pad.unplug();
      try (PtyTwin _ = PtyTwin.plugged(padTwin, 38_400, Optional.of(padPort));
          PtyTwin _ = PtyTwin.plugged(printerTwin, 115_200, Optional.of(printerPort))) {
        until(padThread, "");
        until(printerThread, "");
      }
    }
  }

  private static Device real(String name, String model, Path port, int baud, Ports ports) {
    return Drivers.create(
        model,
        name,
        DeviceAddress.parse("serial:" + port + "?baud=" + baud),
        Map.of(),
        DeviceClock.system(),
        event -> {},
        DeviceSheets.shipped(),
        ports);
  }

  private static void until(DeviceThread thread, String code) {
    await().atMost(Duration.ofMinutes(3)).until(() -> thread.device().health().code().equals(code));
  }

  private void site(String... names) {
    for (String name : names) {
      plug(name, name);
      Kind kind = Objects.requireNonNull(kinds.get(name));
      devices.put(
          name,
          Drivers.create(
              kind.model(),
              name,
              DeviceAddress.parse("serial:/dev/" + name + "?baud=" + Math.max(kind.baud(), 9_600)),
              Map.of(),
              clock,
              events::add,
              DeviceSheets.shipped(),
              ports));
    }
  }

  /// What lies in a port, unheard at any speed but its own.
  private LinkOpener opener(DeviceAddress address) {
    String port = address.place().substring("/dev/".length());
    int baud = address.option("baud").map(Integer::parseInt).orElseThrow();
    return new LinkOpener() {
      @Override
      public ByteLink open() throws LinkLostException {
        String name = plugged.get(port);
        if (name == null) {
          throw new LinkLostException(describe() + " is not there");
        }
        Kind kind = kinds.get(name);
        boolean heard = kind != null && (kind.baud() == baud || kind.baud() == ANY_SPEED);
        Twin far =
            received -> {
              writtenAt(port).writeBytes(received);
              if (port.equals("scanner") && received.length > 0) {
                whenScannerIsWrittenTo.run();
              }
              return kind == null
                  ? new byte[0]
                  : heard ? kind.twin().exchange(received) : unheard(kind.twin());
            };
        LoopLine line = new LoopLine(describe(), far, clock::advance);
        open.computeIfAbsent(port, _ -> new ArrayList<>()).add(line);
        return line.open();
      }

      @Override
      public String describe() {
        return "/dev/" + port;
      }
    };
  }

  private static byte[] unheard(Twin twin) {
    twin.exchange(new byte[0]);
    return new byte[0];
  }

  private void plug(String port, String name) {
    unplug(port);
    plugged.put(port, name);
  }

  private void unplug(String port) {
    plugged.remove(port);
    List<LoopLine> lines = open.remove(port);
    if (lines != null) {
      lines.forEach(LoopLine::unplug);
    }
  }

  private ByteArrayOutputStream writtenAt(String port) {
    return written.computeIfAbsent(port, _ -> new ByteArrayOutputStream());
  }

  private byte[] writtenTo(String port) {
    return writtenAt(port).toByteArray();
  }

  private void run(Duration time) {
    Duration until = clock.monotonic().plus(time);
    while (clock.monotonic().compareTo(until) < 0) {
      devices.values().forEach(Device::step);
      clock.advance(Duration.ofMillis(5));
    }
  }

  private DeviceHealth health(String name) {
    return Objects.requireNonNull(devices.get(name)).health();
  }

  private void isNamed(String name, String reason) {
    assertThat(health(name).code()).as(name).isEqualTo(WrongDeviceException.CODE);
    assertThat(health(name).reason()).isEqualTo(reason);
    assertThat(health(name)).isInstanceOf(DeviceHealth.Connecting.class);
  }

  private void allAreWell() {
    devices.forEach(
        (name, device) ->
            assertThat(device.health())
                .as(name + " " + device.health())
                .isNotInstanceOf(DeviceHealth.Connecting.class));
  }
}

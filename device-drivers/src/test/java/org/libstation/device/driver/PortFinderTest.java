package org.libstation.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.driver.PortFinder.KnownDevice;
import org.libstation.device.driver.PortFinder.PortAnswer;
import org.libstation.device.driver.PortFinder.PortResult;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.device.starline.lab.StarTwin;
import org.libstation.device.threem.lab.ThreemTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// Who is at which port, where nobody knows yet.
@Timeout(300)
class PortFinderTest {
  private static final String REAL_TIME_STATUS = "(100401|100402|100403|100404)*";

  @TempDir Path dir;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
  private final EscPosTwin printer = new EscPosTwin(576);
  private final Map<String, Twin> plugged = new HashMap<>();
  private final Map<String, Integer> speeds = new HashMap<>();
  private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

  private void plug(String port, Twin twin, int baud) {
    plugged.put(port, twin);
    speeds.put(port, baud);
  }

  private LinkOpener opener(DeviceAddress address) {
    String port = address.place();
    return new LinkOpener() {
      @Override
      public ByteLink open() throws LinkLostException {
        Twin twin = plugged.get(port);
        if (twin == null) {
          throw new LinkLostException(port + ": another program has it");
        }
        // A quarter of a second in which nothing comes: what was half a request is forgotten.
        for (int turn = 0; turn < 50; turn++) {
          byte[] _ = twin.exchange(new byte[0]);
        }
        boolean heard = address.option("baud").orElse("").equals(String.valueOf(speeds.get(port)));
        return new LoopLine(
                port,
                received -> {
                  written
                      .computeIfAbsent(port, _ -> new ByteArrayOutputStream())
                      .writeBytes(received);
                  return heard ? twin.exchange(received) : new byte[0];
                },
                clock::advance)
            .open();
      }

      @Override
      public String describe() {
        return port;
      }
    };
  }

  private List<PortResult> look(
      List<KnownDevice> site, Map<String, KnownDevice> spared, BooleanSupplier ended) {
    List<PortResult> told = new ArrayList<>();
    List<PortResult> all =
        new PortFinder(
                clock,
                this::opener,
                PortFinder.questions(site, clock, DeviceSheets.shipped()),
                spared,
                Duration.ofSeconds(60))
            .look(List.of("a", "b", "c", "d", "e", "f"), ended, told::add);
    assertThat(told).containsExactlyInAnyOrderElementsOf(all);
    return all;
  }

  @Test
  void each_device_is_found_by_its_own_handshake_and_a_printer_prints_nothing() {
    plug("a", new LineScannerTwin(), 9600);
    plug("b", printer, 19_200);
    plug("c", new FeigTwin(), 115_200);
    plug("d", new BinTwin(), 115_200);
    plug("e", received -> new byte[0], 9600);
    List<PortResult> all = look(List.of(), Map.of(), () -> false);
    assertThat(all.get(0).answer())
        .isEqualTo(
            new PortAnswer.PortDevice(
                "linescanner",
                new DeviceAddress("serial", "a", Map.of("baud", "9600")),
                Map.of("dialect", "honeywell")));
    assertThat(all.get(1).answer())
        .isEqualTo(
            new PortAnswer.PortDevice(
                "escpos", new DeviceAddress("serial", "b", Map.of("baud", "19200")), Map.of()));
    assertThat(all.get(2).answer())
        .isEqualTo(
            new PortAnswer.PortDevice(
                "feig",
                new DeviceAddress("serial", "c", Map.of("baud", "115200", "frame", "8E1")),
                Map.of()));
    assertThat(all.get(3).answer()).isInstanceOf(PortAnswer.PortDevice.class);
    assertThat(all.get(4).answer()).isEqualTo(new PortAnswer.NothingAnswers());
    assertThat(all.get(5).answer())
        .isEqualTo(new PortAnswer.NotOpened("f: another program has it"));
    assertThat(
            HexFormat.of()
                .formatHex(written.getOrDefault("b", new ByteArrayOutputStream()).toByteArray()))
        .isNotEmpty()
        .matches(REAL_TIME_STATUS);
    assertThat(printer.tickets()).isEmpty();
    assertThat(printer.hanging().length()).isZero();
  }

  /// Two makes of pads: neither takes the other's answer for its own.
  @Test
  void a_pad_of_the_other_make_is_found_by_its_own_handshake() {
    plug("a", new ThreemTwin(), 19_200);
    plug("b", new FeigTwin(), 38_400);
    List<PortResult> all = look(List.of(), Map.of(), () -> false);
    assertThat(all.get(0).answer())
        .isEqualTo(
            new PortAnswer.PortDevice(
                "threem",
                new DeviceAddress("serial", "a", Map.of("baud", "19200", "frame", "8N1")),
                Map.of()));
    assertThat(all.get(1).answer())
        .isInstanceOfSatisfying(
            PortAnswer.PortDevice.class, found -> assertThat(found.model()).isEqualTo("feig"));
  }

  @Test
  void as_the_site_has_it_set_it_is_asked_first() {
    plug("a", new FeigTwin(), 57_600);
    KnownDevice pad =
        new KnownDevice(
            "feig", DeviceAddress.parse("serial:/dev/pad?baud=57600&frame=8E1"), Map.of());
    assertThat(look(List.of(pad), Map.of(), () -> false).getFirst().answer())
        .isInstanceOf(PortAnswer.PortDevice.class);
  }

  @Test
  void where_a_silent_printer_may_be_nothing_is_asked_that_it_might_print() {
    plug("a", received -> new byte[0], 115_200);
    KnownDevice silent =
        new KnownDevice(
            "escpos", DeviceAddress.parse("serial:a?baud=115200"), Map.of("answers", "false"));
    Map<String, KnownDevice> spared = PortFinder.printers(List.of(silent));
    assertThat(spared).containsOnlyKeys("a");
    assertThat(look(List.of(silent), spared, () -> false).getFirst().answer())
        .isEqualTo(new PortAnswer.Spared());
    assertThat(
            HexFormat.of()
                .formatHex(written.getOrDefault("a", new ByteArrayOutputStream()).toByteArray()))
        .matches(REAL_TIME_STATUS);
  }

  /// Another make is not asked so: it might print the question.
  @Test
  void a_printer_without_a_harmless_question_is_asked_its_own_where_it_is_configured() {
    plug("a", new StarTwin(576), 9600);
    KnownDevice star =
        new KnownDevice("starline", DeviceAddress.parse("serial:a?baud=9600"), Map.of());
    List<PortResult> all = look(List.of(star), PortFinder.printers(List.of(star)), () -> false);
    assertThat(all.getFirst().answer())
        .isEqualTo(new PortAnswer.PortDevice("starline", star.address(), Map.of()));
    KnownDevice other =
        new KnownDevice("starline", DeviceAddress.parse("serial:a?baud=38400"), Map.of());
    assertThat(
            look(List.of(other), PortFinder.printers(List.of(other)), () -> false)
                .getFirst()
                .answer())
        .as("at its own speed alone")
        .isEqualTo(new PortAnswer.Spared());
  }

  @Test
  void something_that_is_nothing_known_is_told_so() {
    plug("a", received -> received.length == 0 ? new byte[0] : new byte[] {'?'}, 9600);
    assertThat(look(List.of(), Map.of(), () -> false).getFirst().answer())
        .isEqualTo(new PortAnswer.Something());
  }

  @Test
  void it_can_be_ended_and_has_an_end_of_its_own() {
    for (String port : List.of("a", "b", "c", "d", "e", "f")) {
      plug(port, received -> new byte[0], 9600);
    }
    Duration begun = clock.monotonic();
    look(List.of(), Map.of(), () -> false);
    assertThat(clock.monotonic().minus(begun)).isLessThan(Duration.ofSeconds(61));
    assertThat(look(List.of(), Map.of(), () -> true))
        .allMatch(each -> each.answer() instanceof PortAnswer.PortNotAsked);
  }

  @Test
  void on_a_real_pseudo_terminal_too() {
    try (PtyTwin pad = PtyTwin.plugged(new FeigTwin(), 38_400, Optional.of(dir.resolve("pad")))) {
      List<String> ports =
          new SerialPorts(dir.resolve("none"), dir.resolve("none")).list(List.of(pad.path()));
      List<PortResult> all =
          new PortFinder(
                  DeviceClock.system(),
                  LinkOpeners::of,
                  PortFinder.questions(
                      List.of(
                          new KnownDevice(
                              "feig",
                              DeviceAddress.parse("serial:/dev/x?baud=38400&frame=8E1"),
                              Map.of())),
                      DeviceClock.system(),
                      DeviceSheets.shipped()),
                  Map.of(),
                  Duration.ofSeconds(20))
              .look(ports, () -> false, _ -> {});
      assertThat(all).hasSize(1);
      assertThat(all.getFirst().port()).isEqualTo(dir.resolve("pad").toString());
      assertThat(all.getFirst().answer()).isInstanceOf(PortAnswer.PortDevice.class);
    }
  }

  @Test
  void a_port_has_one_name_and_that_is_the_one_that_stays() throws IOException {
    Path dev = Files.createDirectories(dir.resolve("dev"));
    Path tty = Files.createDirectories(dir.resolve("tty"));
    for (String port : List.of("ttyUSB0", "ttyUSB1", "ttyUSB2", "ttyS0", "ttyS1")) {
      Files.writeString(dev.resolve(port), "");
      Files.createDirectories(tty.resolve(port));
    }
    Files.writeString(tty.resolve("ttyS0").resolve("type"), "4\n");
    Files.writeString(tty.resolve("ttyS1").resolve("type"), "0\n");
    Path byId = Files.createDirectories(dev.resolve("serial/by-id"));
    Path byPath = Files.createDirectories(dev.resolve("serial/by-path"));
    Files.createSymbolicLink(byId.resolve("usb-FTDI_A50285BI"), dev.resolve("ttyUSB0"));
    Files.createSymbolicLink(byPath.resolve("pci-1"), dev.resolve("ttyUSB0"));
    Files.createSymbolicLink(byPath.resolve("pci-2"), dev.resolve("ttyUSB1"));
    assertThat(new SerialPorts(dev, tty).list(List.of(dev + "/ttyUSB0", dev + "/gone")))
        .containsExactly(
            byId + "/usb-FTDI_A50285BI", byPath + "/pci-2", dev + "/ttyS0", dev + "/ttyUSB2");
  }
}

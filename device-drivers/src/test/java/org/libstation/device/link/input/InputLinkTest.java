package org.libstation.device.link.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.driver.Drivers;
import org.libstation.device.keyscanner.lab.KeyScannerTwin;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.NoRightsException;
import org.libstation.lab.link.simulated.ManualClock;
import org.libstation.testkit.Needs;

/// Input devices behind their real openers: a pipe in place of the device file. A pipe cannot be
/// grabbed; that, hot-plugging by udev and rights need a kernel that has keyboards.
@Timeout(300)
class InputLinkTest {
  private static final String ITEM = "31234000012342";
  private static final Duration WAIT = Duration.ofMillis(50);

  @TempDir Path dir;

  private Path pipe(String name) throws IOException, InterruptedException {
    Needs.programs("mkfifo");
    Path pipe = dir.resolve(name);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }

  private static byte[] read(ByteLink link, int bytes) throws LinkLostException {
    byte[] all = new byte[bytes];
    byte[] buffer = new byte[7];
    int have = 0;
    while (have < bytes) {
      int count = link.read(buffer, WAIT);
      System.arraycopy(buffer, 0, all, have, Math.min(count, bytes - have));
      have += count;
    }
    return all;
  }

  @Test
  void what_is_typed_comes_through_and_the_end_of_the_device_is_an_unplugging()
      throws IOException, InterruptedException, LinkLostException {
    Path pipe = pipe("event0");
    byte[] buffer = new byte[64];
    try (ByteLink link = new EvdevLinkOpener(pipe, true).open()) {
      assertThat(link.read(buffer, Duration.ZERO)).isZero();
      assertThat(link.read(buffer, WAIT)).as("nobody types").isZero();
      try (RandomAccessFile far = new RandomAccessFile(pipe.toFile(), "rw")) {
        far.write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        assertThat(read(link, 9)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
      }
      assertThatThrownBy(() -> link.read(buffer, WAIT))
          .isInstanceOf(LinkLostException.class)
          .hasMessageContaining("unplugged");
      assertThatThrownBy(() -> link.write(buffer, WAIT)).isInstanceOf(LinkLostException.class);
    }
  }

  @Test
  void a_closed_one_is_read_no_more_and_closes_twice()
      throws IOException, InterruptedException, LinkLostException {
    ByteLink link = new EvdevLinkOpener(pipe("event1"), false).open();
    link.close();
    link.close();
    assertThatThrownBy(() -> link.read(new byte[8], WAIT)).isInstanceOf(LinkLostException.class);
  }

  @Test
  void what_is_not_there_and_what_may_not_be_read_are_told_apart() throws IOException {
    Path none = dir.resolve("none");
    assertThatThrownBy(() -> new EvdevLinkOpener(none, true).open())
        .isNotInstanceOf(NoRightsException.class)
        .hasMessageContaining("is not there");
    if (!"root".equals(System.getProperty("user.name"))) {
      Path shut = Files.createFile(dir.resolve("shut"));
      Files.setPosixFilePermissions(shut, java.util.Set.of());
      assertThatThrownBy(() -> new EvdevLinkOpener(shut, true).open())
          .isInstanceOf(NoRightsException.class)
          .hasMessageContaining("mode 0000)");
    }
  }

  @Test
  void a_hid_device_tells_its_descriptor_first_and_each_report_with_its_length()
      throws IOException, InterruptedException, LinkLostException {
    Path pipe = pipe("hidraw3");
    Path shown = Files.createDirectories(dir.resolve("sys/hidraw3/device"));
    Files.write(shown.resolve("report_descriptor"), new byte[] {5, (byte) 0x8C, 9, 2});
    Path stable = Files.createSymbolicLink(dir.resolve("scanner"), pipe);
    try (ByteLink link = new HidrawLinkOpener(stable, dir.resolve("sys")).open();
        RandomAccessFile far = new RandomAccessFile(pipe.toFile(), "rw")) {
      assertThat(read(link, 6)).containsExactly(4, 0, 5, (byte) 0x8C, 9, 2);
      far.write(new byte[] {2, 65});
      assertThat(read(link, 4)).containsExactly(2, 0, 2, 65);
      far.write(new byte[300]);
      assertThat(read(link, 302)).startsWith(300 & 0xFF, 300 >> 8, 0);
    }
    assertThatThrownBy(() -> new HidrawLinkOpener(stable, dir.resolve("other")).open())
        .isInstanceOf(LinkLostException.class)
        .hasMessageContaining("does not say what it sends");
  }

  /// Torn away in the middle of a code, another device file under the same name.
  @Test
  void a_scanner_is_read_by_its_name_over_an_unplugging() throws IOException, InterruptedException {
    Path name = dir.resolve("usb-Maker_Scanner-event-kbd");
    List<DeviceEvent> events = new ArrayList<>();
    ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
    KeyScannerTwin twin = new KeyScannerTwin();
    Path first = pipe("event5");
    Files.createSymbolicLink(name, first);
    Device scanner =
        Drivers.create(
            "keyscanner",
            "scanner",
            DeviceAddress.parse("evdev:" + name),
            Map.of(),
            clock,
            events::add);
    step(scanner, clock, 3);
    try (RandomAccessFile far = new RandomAccessFile(first.toFile(), "rw")) {
      twin.scan(ITEM);
      far.write(twin.exchange(new byte[0]));
      step(scanner, clock, 3);
      assertThat(codes(events)).containsExactly(ITEM);
      assertThat(twin.bringAbout("break-off", List.of("1"))).isEmpty();
      twin.scan("21234000056788");
      far.write(twin.exchange(new byte[0]));
      step(scanner, clock, 1);
    }
    Files.delete(name);
    step(scanner, clock, 3);
    assertThat(scanner.health()).isInstanceOf(DeviceHealth.Connecting.class);
    Path second = pipe("event9");
    try (RandomAccessFile far = new RandomAccessFile(second.toFile(), "rw")) {
      Files.createSymbolicLink(name, second);
      step(scanner, clock, 30);
      assertThat(scanner.health()).isInstanceOf(DeviceHealth.Ready.class);
      twin.scan("31234000012359");
      far.write(twin.exchange(new byte[0]));
      step(scanner, clock, 3);
    }
    assertThat(codes(events)).containsExactly(ITEM, "31234000012359");
    scanner.close();
  }

  private static void step(Device device, ManualClock clock, int times) {
    for (int i = 0; i < times; i++) {
      device.step();
      clock.advance(Duration.ofMillis(100));
    }
  }

  private static List<String> codes(List<DeviceEvent> events) {
    return events.stream()
        .filter(DeviceEvent.BarcodeScanned.class::isInstance)
        .map(it -> ((DeviceEvent.BarcodeScanned) it).data())
        .toList();
  }
}

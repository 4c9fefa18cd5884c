package org.libstation.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.driver.Drivers;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.device.link.Reconnect;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.link.simulated.ManualClock;

/// A device that is plugged in again, over a real pseudo-terminal under a stable name. The driver's
/// clock stands still: what waits for its back-off alone waits for ever.
@Timeout(300)
class HotPlugTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir Path dir;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));

  @Test
  void a_device_that_is_plugged_in_again_is_opened_at_once_and_not_when_its_back_off_ends() {
    Path name = dir.resolve("serial/by-id/usb-Maker_Scanner-if00");
    Path folder = name.resolveSibling("");
    assertThat(folder.toFile().mkdirs()).isTrue();
    try (PtyTwin twin = PtyTwin.plugged(new LineScannerTwin(), 115_200, Optional.of(name))) {
      Device scanner = scanner(name);
      stepUntil(scanner, DeviceHealth.Ready.class);
      for (int round = 0; round < 3; round++) {
        twin.unplug();
        stepUntil(scanner, DeviceHealth.Connecting.class);
        waitsForItsBackOff(scanner);
        twin.plug();
        stepUntil(scanner, DeviceHealth.Ready.class);
      }
      scanner.close();
    }
  }

  @Test
  void a_device_that_was_never_there_is_opened_when_it_comes_with_its_folder() {
    Path name = dir.resolve("libstation/scanner");
    Device scanner = scanner(name);
    waitsForItsBackOff(scanner);
    assertThat(name.resolveSibling("").toFile().mkdirs()).isTrue();
    try (PtyTwin twin = PtyTwin.plugged(new LineScannerTwin(), 115_200, Optional.of(name))) {
      assertThat(twin.plugged()).isTrue();
      stepUntil(scanner, DeviceHealth.Ready.class);
      scanner.close();
    }
  }

  @Test
  void a_try_comes_after_two_seconds_at_the_latest_where_nothing_can_be_watched() {
    Reconnect reconnect = new Reconnect();
    Duration now = Duration.ZERO;
    for (int i = 0; i < 20; i++) {
      reconnect.failed(now);
      assertThat(reconnect.left(now)).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(2));
      now = now.plus(reconnect.left(now));
      assertThat(reconnect.due(now)).isTrue();
    }
    assertThat(reconnect.left(Duration.ZERO)).isPositive();
    reconnect.arrived();
    assertThat(reconnect.due(Duration.ZERO)).isTrue();
    reconnect.failed(Duration.ZERO);
    assertThat(reconnect.left(Duration.ZERO)).as("soon again").isEqualTo(Duration.ofMillis(500));
  }

  private Device scanner(Path name) {
    return Drivers.create(
        "linescanner",
        "scanner",
        DeviceAddress.parse("serial:" + name + "?baud=115200"),
        Map.of(),
        clock,
        event -> {});
  }

  private static void waitsForItsBackOff(Device device) {
    for (int i = 0; i < 20; i++) {
      device.step();
      assertThat(device.health()).isInstanceOf(DeviceHealth.Connecting.class);
    }
  }

  private static void stepUntil(Device device, Class<? extends DeviceHealth> health) {
    await()
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              device.step();
              return health.isInstance(device.health());
            });
  }
}

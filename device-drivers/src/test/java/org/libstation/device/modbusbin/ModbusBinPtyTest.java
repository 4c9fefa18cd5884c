package org.libstation.device.modbusbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.BinSensor;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.driver.Drivers;
import org.libstation.device.link.DeviceThread;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.lab.link.pty.PtyTwin;

/// The driver on its own thread, over jSerialComm, a real pseudo-terminal and a paced twin.
@Timeout(300)
class ModbusBinPtyTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int BAUD = 9600;

  @TempDir Path dir;

  @Test
  void an_object_falls_and_the_flap_is_locked_and_a_replug_is_survived_over_a_real_line() {
    BinTwin twin = new BinTwin();
    List<DeviceEvent> events = new CopyOnWriteArrayList<>();
    try (PtyTwin plugged = PtyTwin.plugged(twin, BAUD, Optional.of(dir.resolve("drop")))) {
      DeviceAddress address = DeviceAddress.parse("serial:" + plugged.path() + "?baud=" + BAUD);
      BinSensor sensor =
          (BinSensor)
              Drivers.create(
                  "modbusbin", "drop", address, Map.of(), DeviceClock.system(), events::add);
      try (DeviceThread thread = DeviceThread.start(sensor)) {
        assertThat(thread.device()).isSameAs(sensor);
        await().atMost(LIMIT).until(() -> sensor.health() instanceof DeviceHealth.Ready);
        twin.beam(true);
        await()
            .atMost(LIMIT)
            .until(() -> events.stream().anyMatch(e -> e instanceof DeviceEvent.ObjectPassed));
        twin.beam(false);
        sensor.lockFlap(1, true);
        await().atMost(LIMIT).until(() -> twin.output(0));
        await()
            .atMost(LIMIT)
            .until(() -> events.contains(new DeviceEvent.FlapLockSet("drop", 1, true, true)));

        plugged.unplug();
        await().atMost(LIMIT).until(() -> sensor.health() instanceof DeviceHealth.Connecting);
        plugged.plug();
        await().atMost(LIMIT).until(() -> sensor.health() instanceof DeviceHealth.Ready);
      }
    }
  }
}

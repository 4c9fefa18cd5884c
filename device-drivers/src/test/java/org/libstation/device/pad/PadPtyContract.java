package org.libstation.device.pad;

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
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagReader;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.device.driver.Drivers;
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.twin.TagField;

/// The driver on its own thread, over jSerialComm, a real pseudo-terminal and a paced twin.
@Timeout(300)
public abstract class PadPtyContract {
  private static final String TAG = "E004015012345678";
  private static final String TAG_2 = "E00401509ABCDEF0";
  private static final Duration LIMIT = Duration.ofMinutes(3);

  protected abstract String model();

  protected abstract int baud();

  protected abstract String frame();

  @TempDir Path dir;
  private final TagField twin;
  private final List<DeviceEvent> events = new CopyOnWriteArrayList<>();

  protected PadPtyContract(TagField twin) {
    this.twin = twin;
  }

  private <T extends DeviceEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void a_stack_is_read_and_cleared_and_survives_a_replug_over_a_real_line() {
    try (PtyTwin plugged = PtyTwin.plugged(twin, baud(), Optional.of(dir.resolve("pad")))) {
      DeviceAddress address =
          DeviceAddress.parse("serial:" + plugged.path() + "?baud=" + baud() + "&frame=" + frame());
      TagReader reader =
          (TagReader)
              Drivers.create(model(), "pad", address, Map.of(), DeviceClock.system(), events::add);
      try (DeviceThread thread = DeviceThread.start(reader)) {
        assertThat(thread.device()).isSameAs(reader);
        await().atMost(LIMIT).until(() -> reader.health() instanceof DeviceHealth.Ready);
        twin.place(TAG, "31234000012342", "CN-NLC", 1, 1, true);
        twin.place(TAG_2, "31234000012343", "CN-NLC", 1, 1, true);
        await().atMost(LIMIT).until(() -> events(DeviceEvent.TagArrived.class).size() == 2);

        reader.setSecurity(1, new TagUid(TAG), TagSecurity.CLEARED);
        reader.setSecurity(2, new TagUid(TAG_2), TagSecurity.CLEARED);
        await().atMost(LIMIT).until(() -> events(DeviceEvent.SecuritySet.class).size() == 2);
        assertThat(events(DeviceEvent.SecuritySet.class))
            .allMatch(e -> e.outcome().equals(new TagOutcome.TagWriteVerified()));
        assertThat(twin.afi(TAG)).isEqualTo(TagField.AFI_ON_LOAN);

        plugged.unplug();
        await().atMost(LIMIT).until(() -> reader.health() instanceof DeviceHealth.Connecting);
        plugged.plug();
        await().atMost(LIMIT).until(() -> reader.health() instanceof DeviceHealth.Ready);
        twin.liftAll();
        await().atMost(LIMIT).until(() -> events(DeviceEvent.TagLeft.class).size() == 2);
        assertThat(events(DeviceEvent.TagArrived.class)).hasSize(2);
      }
    }
  }
}

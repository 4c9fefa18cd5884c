package org.libstation.device.feig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagReader;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.device.driver.Drivers;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.link.DeviceThread;

/// A LAN reader: the same bytes on TCP (manual H90692 of the LR200).
@Timeout(300)
class FeigTcpTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final FeigTwin twin = new FeigTwin();
  private final List<DeviceEvent> events = new CopyOnWriteArrayList<>();

  private void serve(ServerSocket server) {
    try (Socket socket = server.accept()) {
      byte[] buffer = new byte[1024];
      for (int count = 0; count >= 0; count = socket.getInputStream().read(buffer)) {
        socket.getOutputStream().write(twin.exchange(Arrays.copyOf(buffer, count)));
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  private <T extends DeviceEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void a_stack_is_read_and_cleared_over_tcp() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread far = Thread.ofPlatform().daemon().start(() -> serve(server));
      twin.place(FeigFrames.UID, "31234000012342", "CN-NLC", 1, 1, true);
      twin.place(FeigFrames.UID_2, "31234000012359", "CN-NLC", 1, 1, true);
      DeviceAddress address = DeviceAddress.parse("tcp:127.0.0.1:" + server.getLocalPort());
      Map<String, String> options = Map.of("gap.ms", "0", "frame", "advanced");
      TagReader reader =
          (TagReader)
              Drivers.create("feig", "pad", address, options, DeviceClock.system(), events::add);
      try (DeviceThread thread = DeviceThread.start(reader)) {
        assertThat(thread.device()).isSameAs(reader);
        await().atMost(LIMIT).until(() -> events(DeviceEvent.TagArrived.class).size() == 2);
        reader.setSecurity(1, new TagUid(FeigFrames.UID), TagSecurity.CLEARED);
        await().atMost(LIMIT).until(() -> events(DeviceEvent.SecuritySet.class).size() == 1);
        assertThat(events(DeviceEvent.SecuritySet.class).getFirst().outcome())
            .isEqualTo(new TagOutcome.TagWriteVerified());
      }
      far.join(LIMIT);
    }
    assertThat(twin.afi(FeigFrames.UID)).isEqualTo(FeigTwin.AFI_ON_LOAN);
  }
}

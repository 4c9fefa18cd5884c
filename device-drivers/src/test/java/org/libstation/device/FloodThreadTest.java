package org.libstation.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.driver.Drivers;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.link.pty.PtyTwin;

/// Threads, real lines, and a far end that sends as fast as it can.
@Timeout(300)
class FloodThreadTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration FLOOD = Duration.ofSeconds(6);

  @TempDir Path dir;

  private final List<DeviceEvent> events = new CopyOnWriteArrayList<>();

  @Test
  @Tag("full")
  void a_pad_that_floods_takes_little_of_the_computer_and_a_scanner_beside_it_reads_on()
      throws Exception {
    LineScannerTwin twin = new LineScannerTwin();
    try (ServerSocket flood = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        PtyTwin plugged = PtyTwin.plugged(twin, 9600, Optional.of(dir.resolve("scanner")))) {
      Thread.ofPlatform().daemon().start(() -> floodAll(flood));
      Device pad = device("feig", "flooding", "tcp:127.0.0.1:" + flood.getLocalPort());
      Device scanner = device("linescanner", "scanner", "serial:" + plugged.path() + "?baud=9600");
      try (DeviceThread flooding = DeviceThread.start(pad);
          DeviceThread good = DeviceThread.start(scanner)) {
        await().atMost(LIMIT).until(() -> pad.health().code().equals("D60"));
        await().atMost(LIMIT).until(() -> good.device().health().usable());
        long begun = System.nanoTime();
        long before = cpuNanos("device flooding");
        int scans = 0;
        while (System.nanoTime() - begun < FLOOD.toNanos()) {
          int wanted = ++scans;
          twin.scan("31234000" + (100_000 + scans));
          await().atMost(LIMIT).until(() -> scanned() == wanted);
        }
        long share = 100 * (cpuNanos("device flooding") - before) / (System.nanoTime() - begun);
        assertThat(share).as("percent of a core").isLessThan(25);
        assertThat(flooding.turns()).isPositive();
      }
    }
  }

  private Device device(String model, String name, String address) {
    return Drivers.create(
        model, name, DeviceAddress.parse(address), Map.of(), DeviceClock.system(), events::add);
  }

  private long scanned() {
    return events.stream().filter(DeviceEvent.BarcodeScanned.class::isInstance).count();
  }

  private static long cpuNanos(String thread) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(info -> info != null && info.getThreadName().equals(thread))
        .mapToLong(info -> threads.getThreadCpuTime(info.getThreadId()))
        .sum();
  }

  private static void floodAll(ServerSocket server) {
    byte[] noise = new byte[16_384];
    new Random(3).nextBytes(noise);
    while (!server.isClosed()) {
      try (Socket one = server.accept()) {
        while (true) {
          one.getOutputStream().write(noise);
        }
      } catch (IOException _) {
        // It was shut at the other end: the next one gets the same.
      }
    }
  }
}

package org.libstation.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.driver.Ports;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.device.link.DeviceThread;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.pty.PtyTwin;

/// A station's devices, unplugged and plugged in again, again and again, over real
/// pseudo-terminals. Nobody waits for a back-off: the path that comes back wakes the driver.
@Tag("full")
@Timeout(1_800)
class ReplugLeakTest {
  /// A sample, in which one left behind each round is found; `./station test --long` does a
  /// thousand.
  private static final int ROUNDS = Integer.getInteger("libstation.replugs", 80);

  /// What is loaded or started once only is so after these.
  private static final int WARM_UP = 20;

  /// A compiler, a finished timer or a cleaner of the virtual machine may come and go.
  private static final int SLACK = 5;

  private static final int BAUD = 115_200;
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration WATCHED = Duration.ofSeconds(3);

  @TempDir Path dir;
  private final Ports ports = new Ports(DeviceClock.system());
  private final List<PtyTwin> twins = new ArrayList<>();
  private final List<DeviceThread> threads = new ArrayList<>();

  /// What may leak.
  ///
  /// @param cpu of this process while nothing is to do, for [#WATCHED]
  private record Count(int threads, int descriptors, Duration cpu) {}

  @AfterEach
  void end() {
    threads.forEach(DeviceThread::close);
    twins.forEach(PtyTwin::close);
  }

  @Test
  void no_thread_descriptor_or_processor_time_is_left_behind() {
    start("scanner", "linescanner", new LineScannerTwin());
    start("pad", "feig", new FeigTwin());
    start("bin", "modbusbin", new BinTwin());
    start("printer", "escpos", new EscPosTwin(576));
    rounds(WARM_UP);
    Count before = count();
    rounds(ROUNDS);
    Count after = count();
    String both = "before " + before + ", after " + after;
    System.out.println(ROUNDS + " rounds: " + both);
    assertThat(after.threads()).as(both).isLessThanOrEqualTo(before.threads() + SLACK);
    assertThat(after.descriptors()).as(both).isLessThanOrEqualTo(before.descriptors() + SLACK);
    // One thread that spins takes all of the time that is watched.
    assertThat(after.cpu()).as(both).isLessThan(before.cpu().plus(WATCHED.dividedBy(2)));
  }

  private void start(String name, String model, Twin twin) {
    PtyTwin plugged = PtyTwin.plugged(twin, BAUD, Optional.of(dir.resolve(name)));
    twins.add(plugged);
    DeviceAddress address = DeviceAddress.parse("serial:" + plugged.path() + "?baud=" + BAUD);
    threads.add(
        DeviceThread.start(
            Drivers.create(
                model,
                name,
                address,
                Map.of(),
                DeviceClock.system(),
                event -> {},
                DeviceSheets.shipped(),
                ports)));
    untilAll(DeviceHealth::usable);
  }

  private void rounds(int count) {
    for (int round = 0; round < count; round++) {
      twins.forEach(PtyTwin::unplug);
      untilAll(health -> !health.usable());
      twins.forEach(PtyTwin::plug);
      untilAll(DeviceHealth::usable);
    }
  }

  private void untilAll(Predicate<DeviceHealth> so) {
    await()
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .pollInSameThread()
        .until(() -> threads.stream().allMatch(thread -> so.test(thread.device().health())));
  }

  private static Count count() {
    Duration before = cpu();
    await().pollDelay(WATCHED).atMost(LIMIT).until(() -> true);
    return new Count(Thread.getAllStackTraces().size(), descriptors(), cpu().minus(before));
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private static int descriptors() {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return (int) all.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.libstation.lab.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceHealth;
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

/// What the drivers of a whole station take of a processor while nobody is there: a scanner, a pad,
/// a book drop and a printer, each looked after as in service.
///
/// Counted is the processor time of every thread of this process but those that play the far ends
/// and the one that waits; the virtual machine's own threads are not.
public final class IdleTrial implements DeviceTrial {
  private static final Duration WATCHED = Duration.ofMinutes(1);
  private static final Duration WATCHED_QUICK = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /// The first seconds are spent on compiling what runs often.
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private static final String DRIVER = "device ";
  private static final String TWIN = "twin at ";
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private record Kind(String name, String model, Twin twin, int baud, String frame, int bits) {}

  @Override
  public String title() {
    return "all devices idle for a minute";
  }

  @Override
  public List<BenchReport.Row> run(int rounds) throws InterruptedException {
    List<Kind> kinds =
        List.of(
            new Kind("scanner", "linescanner", new LineScannerTwin(), 9_600, "8N1", 10),
            new Kind("pad", "feig", new FeigTwin(), 38_400, "8E1", 11),
            new Kind("bin", "modbusbin", new BinTwin(), 115_200, "8N1", 10),
            new Kind("printer", "escpos", new EscPosTwin(576), 115_200, "8N1", 10));
    List<AutoCloseable> running = new ArrayList<>();
    List<DeviceThread> devices = new ArrayList<>();
    try {
      Ports ports = new Ports(DeviceClock.system());
      for (Kind kind : kinds) {
        PtyTwin twin = PtyTwin.plugged(kind.twin(), kind.baud(), kind.bits(), Optional.empty());
        running.addFirst(twin);
        DeviceThread device = DeviceThread.start(device(kind, twin.path(), ports));
        running.addFirst(device);
        devices.add(device);
      }
      usable(devices);
      pause(rounds > 1 ? WARM_UP : WARM_UP.dividedBy(5));
      return rows(rounds > 1 ? WATCHED : WATCHED_QUICK);
    } finally {
      for (AutoCloseable each : running) {
        close(each);
      }
    }
  }

  private static org.libstation.device.Device device(Kind kind, String path, Ports ports) {
    return Drivers.create(
        kind.model(),
        kind.name(),
        DeviceAddress.parse(
            "serial:%s?baud=%d&frame=%s".formatted(path, kind.baud(), kind.frame())),
        Map.of(),
        DeviceClock.system(),
        event -> {},
        DeviceSheets.shipped(),
        ports);
  }

  private static void usable(List<DeviceThread> devices) throws InterruptedException {
    long until = System.nanoTime() + LIMIT.toNanos();
    for (DeviceThread device : devices) {
      while (!device.device().health().usable()) {
        DeviceHealth health = device.device().health();
        if (System.nanoTime() > until) {
          throw new IllegalStateException(device.device().name() + " is not ready: " + health);
        }
        pause(Duration.ofMillis(20));
      }
    }
  }

  private static List<BenchReport.Row> rows(Duration watched) throws InterruptedException {
    long begun = System.nanoTime();
    Map<String, Long> before = cpu();
    pause(watched);
    Map<String, Long> after = cpu();
    long wall = System.nanoTime() - begun;
    long all = 0;
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Long> thread : after.entrySet()) {
      long spent = thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
      all += spent;
      if (thread.getKey().startsWith(DRIVER)) {
        parts.add(thread.getKey().substring(DRIVER.length()) + " " + percent(spent, wall));
      }
    }
    return List.of(
        new BenchReport.Row(
            "processor time of the drivers, all devices idle for %d s"
                .formatted(watched.toSeconds()),
            percent(all, wall) + " of one core (" + String.join(", ", parts) + ")"));
  }

  private static String percent(long part, long of) {
    return String.format(Locale.ROOT, "%.2f %%", 100.0 * part / of);
  }

  /// Nanoseconds by the name of the thread.
  private static Map<String, Long> cpu() {
    Map<String, Long> all = new LinkedHashMap<>();
    long self = Thread.currentThread().threadId();
    for (long id : THREADS.getAllThreadIds()) {
      ThreadInfo thread = THREADS.getThreadInfo(id);
      long nanos = THREADS.getThreadCpuTime(id);
      if (thread != null && nanos >= 0 && id != self && !thread.getThreadName().startsWith(TWIN)) {
        all.merge(thread.getThreadName(), nanos, Long::sum);
      }
    }
    return all;
  }

  private static void pause(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }

  private static void close(AutoCloseable each) {
    try {
      each.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

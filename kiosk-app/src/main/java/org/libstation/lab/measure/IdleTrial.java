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
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.twin.Twins;

/// Measures the processor time of all drivers of a station while it is idle: one device of each
/// make that has a twin, each polled as in service.
///
/// Counted are all threads of this process except the twins' and the waiting one; the virtual
/// machine's own threads are not counted.
public final class IdleTrial implements DeviceTrial {
  private static final Duration WATCHED = Duration.ofMinutes(1);
  private static final Duration WATCHED_QUICK = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /// The first seconds go into compiling hot methods.
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private static final String DRIVER = "device ";
  private static final String TWIN = "twin at ";
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private record TwinKind(String model, Twin twin, String scheme, int baud, String frame) {

    /// A kind on its usual line.
    static TwinKind of(String model) {
      DeviceAddress usual = Twins.usual(model);
      return new TwinKind(
          model,
          Twins.of(model, Twin.class),
          usual.scheme(),
          Integer.parseInt(usual.baud()),
          usual.frame());
    }

    PluggedTwin plugged() {
      return scheme.equals("tcp")
          ? Twins.atPort(model, twin, 0)
          : PtyTwin.plugged(twin, baud, bits(), Optional.empty());
    }

    DeviceAddress at(String path) {
      String line = scheme.equals("serial") ? "?baud=%d&frame=%s".formatted(baud, frame) : "";
      return DeviceAddress.parse(scheme + ":" + path + line);
    }

    /// Bits of a byte on the wire: start, data, parity and stop bits.
    int bits() {
      int parity = frame.charAt(1) == 'N' ? 0 : 1;
      return 1 + frame.charAt(0) - '0' + parity + frame.charAt(2) - '0';
    }
  }

  @Override
  public String title() {
    return "all devices idle for a minute";
  }

  @Override
  public List<BenchReport.BenchReportRow> run(int rounds) throws InterruptedException {
    List<TwinKind> kinds = Twins.models().stream().map(TwinKind::of).toList();
    List<AutoCloseable> running = new ArrayList<>();
    List<DeviceThread> devices = new ArrayList<>();
    try {
      Ports ports = new Ports(DeviceClock.system());
      for (TwinKind kind : kinds) {
        PluggedTwin twin = kind.plugged();
        running.addFirst(twin);
        DeviceThread device = DeviceThread.start(device(kind, twin.place(), ports));
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

  private static org.libstation.device.Device device(TwinKind kind, String path, Ports ports) {
    return Drivers.create(
        kind.model(),
        kind.model(),
        kind.at(path),
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

  private static List<BenchReport.BenchReportRow> rows(Duration watched)
      throws InterruptedException {
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
        new BenchReport.BenchReportRow(
            "processor time of the drivers, all devices idle for %d s"
                .formatted(watched.toSeconds()),
            percent(all, wall) + " of one core (" + String.join(", ", parts) + ")"));
  }

  private static String percent(long part, long of) {
    return String.format(Locale.ROOT, "%.2f %%", 100.0 * part / of);
  }

  /// Nanoseconds by thread name.
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

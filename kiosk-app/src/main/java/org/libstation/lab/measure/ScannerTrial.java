package org.libstation.lab.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.driver.Drivers;
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.twin.CodeScanner;
import org.libstation.lab.twin.Twins;

/// Codes that a scanner types, from its first key to the scan, beside what a USB keyboard of full
/// speed takes to send them: one report a millisecond, each three events of the kernel.
public final class ScannerTrial implements DeviceTrial {
  /// Whose driver is measured.
  private static final String MAKE = "keyscanner";

  /// 72 bytes a millisecond, as a line of 10 bits a byte.
  private static final int BAUD = 720_000;

  private static final int BITS = 10;
  private static final List<Integer> LENGTHS = List.of(14, 60);
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /// One code, once.
  private record Read(Duration whole, Duration wire, long bytes) {}

  @Override
  public String title() {
    return "codes that a scanner types";
  }

  @Override
  public List<BenchReport.Row> run(int rounds) throws InterruptedException {
    CodeScanner twin = Twins.of(MAKE, CodeScanner.class);
    AtomicLong bytes = new AtomicLong();
    Twin counted =
        received -> {
          byte[] sent = twin.exchange(received);
          bytes.addAndGet(sent.length);
          return sent;
        };
    BlockingQueue<DeviceEvent> events = new LinkedBlockingQueue<>();
    List<BenchReport.Row> rows = new ArrayList<>();
    try (PtyTwin plugged = PtyTwin.plugged(counted, BAUD, BITS, Optional.empty());
        DeviceThread _ =
            DeviceThread.start(
                Drivers.create(
                    MAKE,
                    "scanner",
                    DeviceAddress.parse("evdev:" + plugged.path()),
                    Map.of(),
                    DeviceClock.system(),
                    events::add))) {
      await(events, DeviceEvent.HealthChanged.class);
      for (int length : LENGTHS) {
        List<Read> reads = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
          bytes.set(0);
          long begun = System.nanoTime();
          // Another code each time: the same one again at once is one scan.
          twin.scan(("%0" + length + "d").formatted(10_000L * length + round));
          await(events, DeviceEvent.BarcodeScanned.class);
          Duration whole = Duration.ofNanos(System.nanoTime() - begun);
          reads.add(new Read(whole, wire(bytes.get()), bytes.get()));
        }
        rows.add(row(length, reads));
      }
    }
    return rows;
  }

  private static Duration wire(long bytes) {
    return Duration.ofNanos(bytes * BITS * 1_000_000_000L / BAUD);
  }

  private static void await(BlockingQueue<DeviceEvent> events, Class<? extends DeviceEvent> awaited)
      throws InterruptedException {
    while (true) {
      DeviceEvent event = events.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (event == null) {
        throw new IllegalStateException("the scanner said nothing for " + LIMIT);
      }
      if (awaited.isInstance(event)) {
        return;
      }
    }
  }

  private static BenchReport.Row row(int length, List<Read> reads) {
    List<Read> sorted = reads.stream().sorted((a, b) -> a.whole().compareTo(b.whole())).toList();
    Read middle = sorted.get((sorted.size() - 1) / 2);
    return new BenchReport.Row(
        "code of %d signs typed by a scanner, first key to scan".formatted(length),
        String.format(
            Locale.ROOT,
            "%s: %s times the wire's %s for %,d bytes",
            BenchReport.time(middle.whole()),
            BenchReport.ratio(middle.whole(), middle.wire(), 2),
            BenchReport.time(middle.wire()),
            middle.bytes()));
  }
}

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
import org.libstation.device.driver.LinkOpeners;
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.twin.CodeScanner;
import org.libstation.lab.twin.Twins;

/// Times codes that a scanner types, from its first key to the scan. Compares with a USB keyboard
/// of full speed: one report a millisecond, each three events of the kernel. Times also codes in
/// reports of a HID-POS scanner, one report a millisecond too.
public final class ScannerTrial implements DeviceTrial {
  /// The make whose driver is measured.
  private static final String MAKE = "keyscanner";

  private static final ScannerConnection TYPED =
      new ScannerConnection("evdev", "typed by a scanner, first key", 72);
  private static final ScannerConnection REPORTED =
      new ScannerConnection("hidraw", "in reports of HID-POS, first byte", 64);
  private static final int BITS = 10;
  private static final List<Integer> LENGTHS = List.of(14, 60);
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /// How a scanner is connected.
  ///
  /// @param scheme of the address
  /// @param words its name, and from where it is timed
  /// @param bytes a millisecond
  private record ScannerConnection(String scheme, String words, int bytes) {
    /// Speed as a line of 10 bits a byte.
    private int baud() {
      return bytes * BITS * 1000;
    }
  }

  /// The figures of one scan of a code.
  ///
  /// @param whole measured time until the driver reports the code
  /// @param wire calculated time that the bytes alone take on the wire
  private record CodeReadTiming(Duration whole, Duration wire, long bytes) {}

  @Override
  public String title() {
    return "codes that a scanner types";
  }

  @Override
  public List<BenchReport.BenchReportRow> run(int rounds) throws InterruptedException {
    CodeScanner typing = Twins.of(MAKE, CodeScanner.class);
    List<BenchReport.BenchReportRow> rows = new ArrayList<>(run(TYPED, typing, rounds));
    rows.addAll(run(REPORTED, typing.as(REPORTED.scheme()).orElseThrow(), rounds));
    return rows;
  }

  private static List<BenchReport.BenchReportRow> run(
      ScannerConnection way, CodeScanner twin, int rounds) throws InterruptedException {
    AtomicLong bytes = new AtomicLong();
    Twin counted =
        received -> {
          byte[] sent = twin.exchange(received);
          bytes.addAndGet(sent.length);
          return sent;
        };
    BlockingQueue<DeviceEvent> events = new LinkedBlockingQueue<>();
    List<BenchReport.BenchReportRow> rows = new ArrayList<>();
    try (PtyTwin plugged = PtyTwin.plugged(counted, way.baud(), BITS, Optional.empty());
        DeviceThread _ =
            DeviceThread.start(
                Drivers.create(
                    MAKE,
                    "scanner",
                    DeviceAddress.parse(way.scheme() + ":" + plugged.path()),
                    Map.of(),
                    DeviceClock.system(),
                    events::add,
                    // The kernel does not describe a pseudo-terminal as a device.
                    LinkOpeners.of(DeviceAddress.parse("evdev:" + plugged.path()))))) {
      await(events, DeviceEvent.HealthChanged.class);
      for (int length : LENGTHS) {
        List<CodeReadTiming> reads = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
          bytes.set(0);
          long begun = System.nanoTime();
          // Another code each time: the same code again at once would be one scan.
          twin.scan(("%0" + length + "d").formatted(10_000L * length + round));
          await(events, DeviceEvent.BarcodeScanned.class);
          Duration whole = Duration.ofNanos(System.nanoTime() - begun);
          reads.add(new CodeReadTiming(whole, wire(way, bytes.get()), bytes.get()));
        }
        rows.add(row(way, length, reads));
      }
    }
    return rows;
  }

  private static Duration wire(ScannerConnection way, long bytes) {
    return Duration.ofNanos(bytes * BITS * 1_000_000_000L / way.baud());
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

  private static BenchReport.BenchReportRow row(
      ScannerConnection way, int length, List<CodeReadTiming> reads) {
    List<CodeReadTiming> sorted =
        reads.stream().sorted((a, b) -> a.whole().compareTo(b.whole())).toList();
    CodeReadTiming middle = sorted.get((sorted.size() - 1) / 2);
    return new BenchReport.BenchReportRow(
        "code of %d signs %s to scan".formatted(length, way.words()),
        String.format(
            Locale.ROOT,
            "%s: %s times the wire's %s for %,d bytes",
            BenchReport.time(middle.whole()),
            BenchReport.ratio(middle.whole(), middle.wire(), 2),
            BenchReport.time(middle.wire()),
            middle.bytes()));
  }
}

package org.libstation.lab.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.PrintOutcome;
import org.libstation.device.Receipt;
import org.libstation.device.Receipt.Align;
import org.libstation.device.Receipt.Style;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.twin.ReceiptPaper;
import org.libstation.lab.twin.Twins;

/// Times a Chinese receipt from the tap to its end (the confirmed cut, the finished job), for
/// printers of each make and each kind of wire. Compares with the time of the bytes alone.
///
/// The twins print as fast as bytes come, so the time of paper and print head is not included.
public final class PrinterTrial implements DeviceTrial {
  /// The make whose protocol is measured in each of its ways.
  private static final String MAKE = "escpos";

  private static final List<Integer> BAUDS = List.of(19_200, 115_200);

  /// 8N1: start, 8 data and stop bit.
  private static final int SERIAL_BITS = 10;

  /// Speed of a printer's network card (100BASE-TX), without frame overhead.
  private static final int NETWORK = 100_000_000;

  private static final int NETWORK_BITS = 8;
  private static final int MOST_ROUNDS = 3;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /// Notes in a printer's health; one of them appears once the printer has shown how it confirms a
  /// print.
  private static final Set<String> SHOWN = Set.of("PRINTER_MARKS", "STAR", "IPP");

  /// A way to print Chinese.
  ///
  /// @param name for the table
  /// @param options of the driver
  /// @param baud of a serial line; [#NETWORK] at a port
  private record ChinesePrinting(String make, String name, Map<String, String> options, int baud) {
    boolean onNetwork() {
      return baud == NETWORK;
    }

    int bits() {
      return onNetwork() ? NETWORK_BITS : SERIAL_BITS;
    }

    PluggedTwin plugged(WireCount wire) {
      return onNetwork()
          ? Twins.atPort(make, wire, 0)
          : PtyTwin.plugged(wire, baud, SERIAL_BITS, Optional.empty());
    }

    String address(String place) {
      return onNetwork() ? "tcp:" + place : "serial:%s?baud=%d".formatted(place, baud);
    }

    String wire() {
      return onNetwork() ? "TCP" : String.format(Locale.ROOT, "%,d 8N1", baud);
    }
  }

  /// The ways to print Chinese by the measured protocol.
  private static List<ChinesePrinting> ownWays() {
    Map<String, String> text = Map.of("chinese", "gbk");
    Map<String, String> raster = Map.of("chinese", "drawn");
    List<ChinesePrinting> ways = new ArrayList<>();
    for (int baud : BAUDS) {
      ways.add(new ChinesePrinting(MAKE, "as text", text, baud));
      ways.add(new ChinesePrinting(MAKE, "as raster", raster, baud));
      ways.add(new ChinesePrinting(MAKE, "as columns", Map.of("make", "columns-80"), baud));
    }
    ways.add(new ChinesePrinting(MAKE, "as text", text, NETWORK));
    ways.add(new ChinesePrinting(MAKE, "as raster", raster, NETWORK));
    return ways;
  }

  /// Ways of another make: on the fastest of its usual serial lines, if it has any, and on a
  /// network.
  private static List<ChinesePrinting> waysOf(String make) {
    List<ChinesePrinting> ways = new ArrayList<>();
    Drivers.usual(make, DeviceSheets.shipped()).stream()
        .mapToInt(usual -> Integer.parseInt(usual.line().getOrDefault("baud", "0")))
        .max()
        .ifPresent(baud -> ways.add(new ChinesePrinting(make, "by " + make, Map.of(), baud)));
    ways.add(new ChinesePrinting(make, "by " + make, Map.of(), NETWORK));
    return ways;
  }

  /// The figures of one print of the receipt.
  ///
  /// @param whole measured time from the tap to the confirmed end
  /// @param wire calculated time that the bytes alone take on the wire
  /// @param bytes in both directions
  private record PrintTiming(Duration whole, Duration wire, long bytes) {}

  @Override
  public String title() {
    return "Chinese receipts on the printers";
  }

  @Override
  public List<BenchReport.BenchReportRow> run(int rounds) throws InterruptedException {
    List<BenchReport.BenchReportRow> rows = new ArrayList<>();
    List<ChinesePrinting> ways = ownWays();
    Twins.models().stream()
        .filter(make -> !make.equals(MAKE))
        .filter(make -> Twins.of(make).orElseThrow() instanceof ReceiptPaper)
        .forEach(make -> ways.addAll(waysOf(make)));
    for (ChinesePrinting way : ways) {
      rows.add(row(way, prints(way, Math.min(rounds, MOST_ROUNDS))));
    }
    return rows;
  }

  private static List<PrintTiming> prints(ChinesePrinting way, int rounds)
      throws InterruptedException {
    WireCount wire = new WireCount(Twins.of(way.make(), ReceiptPaper.class));
    BlockingQueue<DeviceEvent> events = new LinkedBlockingQueue<>();
    List<PrintTiming> prints = new ArrayList<>();
    try (PluggedTwin plugged = way.plugged(wire)) {
      ReceiptPrinter printer =
          (ReceiptPrinter)
              Drivers.create(
                  way.make(),
                  "printer",
                  DeviceAddress.parse(way.address(plugged.place())),
                  way.options(),
                  DeviceClock.system(),
                  events::add);
      try (DeviceThread _ = DeviceThread.start(printer)) {
        prepared(events);
        for (int round = 0; round < rounds; round++) {
          wire.restart();
          long tap = System.nanoTime();
          printer.print(round, RECEIPT);
          confirmed(events);
          Duration whole = Duration.ofNanos(System.nanoTime() - tap);
          prints.add(new PrintTiming(whole, wire.wire(way.bits(), way.baud()), wire.bytes()));
        }
      }
    }
    return prints;
  }

  /// Waits until the printer has shown how it confirms; a station's printer has done so long before
  /// a patron taps.
  private static void prepared(BlockingQueue<DeviceEvent> events) throws InterruptedException {
    while (true) {
      if (next(events) instanceof DeviceEvent.HealthChanged health
          && health.health() instanceof DeviceHealth.Ready ready
          && ready.says().stream().anyMatch(note -> SHOWN.contains(note.name()))) {
        return;
      }
    }
  }

  private static void confirmed(BlockingQueue<DeviceEvent> events) throws InterruptedException {
    while (true) {
      if (next(events) instanceof DeviceEvent.PrintEnded ended) {
        if (!(ended.outcome() instanceof PrintOutcome.Confirmed)) {
          throw new IllegalStateException("the receipt was not confirmed: " + ended.outcome());
        }
        return;
      }
    }
  }

  private static DeviceEvent next(BlockingQueue<DeviceEvent> events) throws InterruptedException {
    DeviceEvent event = events.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
    if (event == null) {
      throw new IllegalStateException("the printer said nothing for " + LIMIT);
    }
    return event;
  }

  private static BenchReport.BenchReportRow row(ChinesePrinting way, List<PrintTiming> prints) {
    List<PrintTiming> sorted =
        prints.stream().sorted((a, b) -> a.whole().compareTo(b.whole())).toList();
    PrintTiming middle = sorted.get((sorted.size() - 1) / 2);
    return new BenchReport.BenchReportRow(
        "Chinese receipt %s, tap to cut, %s".formatted(way.name(), way.wire()),
        String.format(
            Locale.ROOT,
            "%s: %s times the wire's %s for %,d bytes",
            BenchReport.time(middle.whole()),
            BenchReport.ratio(middle.whole(), middle.wire(), 2),
            BenchReport.time(middle.wire()),
            middle.bytes()));
  }

  private static final Receipt RECEIPT =
      Receipt.of(
          "zh-Hans",
          List.of(
              new Receipt.Text("南堤图书馆", Style.LARGE, Align.CENTRE),
              new Receipt.Text("2 号自助借还机", Style.NORMAL, Align.CENTRE),
              new Receipt.Space(),
              new Receipt.Pair("打印时间", "2026年11月24日 18:44", Style.NORMAL),
              new Receipt.Rule(),
              new Receipt.Text("借阅：3 件", Style.BOLD, Align.LEFT),
              new Receipt.Text("中国古代建筑史", Style.BOLD, Align.LEFT),
              new Receipt.Pair("到期日", "2026年12月8日", Style.NORMAL),
              new Receipt.Text("香港植物志（第一卷）", Style.BOLD, Align.LEFT),
              new Receipt.Pair("到期日", "2026年12月8日", Style.NORMAL),
              new Receipt.Text("The Old Man and the Sea", Style.BOLD, Align.LEFT),
              new Receipt.Pair("到期日", "2026年12月8日", Style.NORMAL),
              new Receipt.Rule(),
              new Receipt.Space(),
              new Receipt.Text("感谢使用", Style.NORMAL, Align.CENTRE)));
}

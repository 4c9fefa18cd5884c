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
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.PrintOutcome;
import org.libstation.device.Receipt;
import org.libstation.device.Receipt.Align;
import org.libstation.device.Receipt.Style;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.driver.Drivers;
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.twin.ReceiptPaper;
import org.libstation.lab.twin.Twins;

/// A Chinese receipt from the tap to the confirmed cut, in the printer's GBK letters and drawn, on
/// a slow and on a fast wire, beside what the bytes alone take.
///
/// The twin prints as fast as bytes come: what paper and head take is not in it.
public final class PrinterTrial implements DeviceTrial {
  /// Whose protocol is measured.
  private static final String MAKE = "escpos";

  /// 8N1: start, 8 data and stop bit.
  private static final int BITS = 10;

  private static final List<Integer> BAUDS = List.of(19_200, 115_200);
  private static final int MOST_ROUNDS = 3;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /// How Chinese gets onto paper, and the options for it.
  private record Way(String name, Map<String, String> options) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("text", Map.of("chinese", "gbk")),
          new Way("raster", Map.of("chinese", "drawn")),
          new Way("columns", Map.of("make", "columns-80")));

  /// One receipt, once.
  private record Print(Duration whole, Duration wire, long bytes) {}

  @Override
  public String title() {
    return "Chinese receipts on the printer";
  }

  @Override
  public List<BenchReport.Row> run(int rounds) throws InterruptedException {
    List<BenchReport.Row> rows = new ArrayList<>();
    for (int baud : BAUDS) {
      for (Way way : WAYS) {
        rows.add(row(baud, way.name(), prints(baud, way.options(), Math.min(rounds, MOST_ROUNDS))));
      }
    }
    return rows;
  }

  private static List<Print> prints(int baud, Map<String, String> options, int rounds)
      throws InterruptedException {
    WireCount wire = new WireCount(Twins.of(MAKE, ReceiptPaper.class));
    BlockingQueue<DeviceEvent> events = new LinkedBlockingQueue<>();
    List<Print> prints = new ArrayList<>();
    try (PtyTwin plugged = PtyTwin.plugged(wire, baud, BITS, Optional.empty())) {
      ReceiptPrinter printer =
          (ReceiptPrinter)
              Drivers.create(
                  MAKE,
                  "printer",
                  DeviceAddress.parse("serial:%s?baud=%d".formatted(plugged.path(), baud)),
                  options,
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
          prints.add(new Print(whole, wire.wire(BITS, baud), wire.bytes()));
        }
      }
    }
    return prints;
  }

  /// Until it has shown how it marks: a station's printer has long done so when somebody taps.
  private static void prepared(BlockingQueue<DeviceEvent> events) throws InterruptedException {
    while (true) {
      if (next(events) instanceof DeviceEvent.HealthChanged health
          && health.health() instanceof DeviceHealth.Ready ready
          && ready.says().stream().anyMatch(note -> note.name().equals("PRINTER_MARKS"))) {
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

  private static BenchReport.Row row(int baud, String how, List<Print> prints) {
    List<Print> sorted = prints.stream().sorted((a, b) -> a.whole().compareTo(b.whole())).toList();
    Print middle = sorted.get((sorted.size() - 1) / 2);
    return new BenchReport.Row(
        String.format(Locale.ROOT, "Chinese receipt as %s, tap to cut, %,d 8N1", how, baud),
        String.format(
            Locale.ROOT,
            "%s: %s times the wire's %s for %,d bytes",
            BenchReport.time(middle.whole()),
            BenchReport.ratio(middle.whole(), middle.wire(), 2),
            BenchReport.time(middle.wire()),
            middle.bytes()));
  }

  private static final Receipt RECEIPT =
      new Receipt(
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

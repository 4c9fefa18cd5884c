package org.libstation.device.exam;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.link.LinkOpener;

/// Checks a printer's health and, if requested, prints a test slip. It uses the driver that prints
/// the receipts.
///
/// @param maker makes that driver with another line and another listener
public record PrintingExamination(PrinterMaker maker) implements Examination {
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(12);

  /// Makes a driver.
  public interface PrinterMaker {
    ReceiptPrinter make(LinkOpener opener, DeviceClock clock, DeviceListener listener);
  }

  @Override
  public Examined run(LinkOpener opener, DeviceClock clock, ExamWishes wishes) {
    LineTally tally = new LineTally();
    List<Found> found = new ArrayList<>();
    TestPrint slip = new TestPrint();
    ReceiptPrinter printer = maker.make(opener, clock, slip);
    try {
      Duration begun = clock.monotonic();
      Duration end = begun.plus(LOOK_LIMIT);
      while (printer.health() instanceof DeviceHealth.Connecting connecting
          && connecting.attempt() == 0
          && clock.monotonic().compareTo(end) < 0) {
        turn(printer);
      }
      DeviceHealth health = printer.health();
      // An unusable printer reports its reason itself: that is the only finding.
      if (health.usable()) {
        tally.asked();
        tally.answered(clock.monotonic().minus(begun));
      }
      if (!health.code().isEmpty()) {
        found.add(TestPrint.found(health.code(), health.reason()));
      } else if (wishes.print() && wishes.hands().asked(Examiner.ExaminerAct.PRINT)) {
        slip.run(printer, clock, tally).ifPresent(found::add);
        wishes.hands().over(Examiner.ExaminerAct.PRINT);
      }
      String identity = health instanceof DeviceHealth.Ready ready ? ready.description() : "";
      return tally.end(
          identity, found, wishes.print() ? List.of() : List.of(Examiner.ExaminerAct.PRINT));
    } finally {
      printer.close();
    }
  }

  private static void turn(ReceiptPrinter printer) {
    if (Thread.interrupted()) {
      throw new ExamStopped();
    }
    printer.step();
  }
}

package org.libstation.device.exam;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.PrintOutcome;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.link.LinkOpener;

/// Looks how a printer is and, where that is wished, prints a test slip: both by the driver that
/// prints the receipts.
///
/// @param maker makes that driver, at another line and with another listener
public record PrintingExamination(Maker maker) implements Examination {
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(12);
  private static final Duration PRINT_LIMIT = Duration.ofSeconds(60);
  private static final long JOB = 1;

  /// Makes a driver.
  public interface Maker {
    ReceiptPrinter make(LinkOpener opener, DeviceClock clock, DeviceListener listener);
  }

  @Override
  public Examined run(LinkOpener opener, DeviceClock clock, ExamWishes wishes) {
    LineTally tally = new LineTally();
    List<Found> found = new ArrayList<>();
    List<PrintOutcome> ended = new ArrayList<>();
    ReceiptPrinter printer =
        maker.make(
            opener,
            clock,
            event -> {
              if (event instanceof DeviceEvent.PrintEnded over) {
                ended.add(over.outcome());
              }
            });
    try {
      tally.asked();
      Duration begun = clock.monotonic();
      Duration end = begun.plus(LOOK_LIMIT);
      while (printer.health() instanceof DeviceHealth.Connecting connecting
          && connecting.attempt() == 0
          && clock.monotonic().compareTo(end) < 0) {
        turn(printer);
      }
      DeviceHealth health = printer.health();
      if (health.usable()) {
        tally.answered(clock.monotonic().minus(begun));
      }
      if (!health.code().isEmpty()) {
        found.add(found(health.code(), health.reason()));
      } else if (wishes.print() && wishes.hands().asked(Examiner.Act.PRINT)) {
        boolean _ = printer.print(JOB, TestSlip.receipt());
        Duration latest = clock.monotonic().plus(PRINT_LIMIT);
        while (ended.isEmpty() && clock.monotonic().compareTo(latest) < 0) {
          turn(printer);
        }
        found.addAll(ofPrint(ended));
        wishes.hands().over(Examiner.Act.PRINT);
      }
      String identity = health instanceof DeviceHealth.Ready ready ? ready.description() : "";
      return tally.end(identity, found, wishes.print() ? List.of() : List.of(Examiner.Act.PRINT));
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

  private static List<Found> ofPrint(List<PrintOutcome> ended) {
    if (ended.isEmpty()) {
      return List.of(Found.of(DeviceFault.NOT_PRINTED));
    }
    return switch (ended.getLast()) {
      case PrintOutcome.Confirmed _ -> List.of();
      case PrintOutcome.Unconfirmed unsure -> List.of(Found.of(DeviceFault.NO_MARK, unsure.code()));
      case PrintOutcome.Failed failed -> List.of(found(failed.code(), failed.reason()));
    };
  }

  private static Found found(String code, String reason) {
    return DeviceFault.ofHealth(code)
        .map(fault -> Found.of(fault, code))
        .orElseGet(() -> Found.of(DeviceFault.NOT_PRINTED, code + ": " + reason));
  }
}

package org.libstation.device.escpos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.PrintOutcome;
import org.libstation.device.PrintState;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.ExamStopped;
import org.libstation.device.exam.Found;
import org.libstation.device.exam.TestSlip;
import org.libstation.device.link.LinkOpener;

/// A slip with every style in three languages, printed by the driver that prints the receipts.
final class TestPrint {
  private static final Duration LIMIT = Duration.ofSeconds(12);
  private static final long JOB = 1;

  private final String name;
  private final PrinterSettings settings;
  private final Set<DeviceFault> troubles = EnumSet.noneOf(DeviceFault.class);
  private boolean ended;
  private boolean held;

  TestPrint(String name, PrinterSettings settings) {
    this.name = name;
    this.settings = settings;
  }

  List<Found> run(LinkOpener opener, DeviceClock clock) {
    EscPosPrinter printer = new EscPosPrinter(name, settings, opener, clock, this::heard);
    Duration end = clock.monotonic().plus(LIMIT);
    printer.step();
    boolean taken = printer.print(JOB, TestSlip.receipt());
    // Held: it waits for a hand, and what it waits for is what was to be found.
    while (taken && !ended && !held && clock.monotonic().compareTo(end) < 0) {
      if (Thread.interrupted()) {
        printer.close();
        throw new ExamStopped();
      }
      printer.step();
    }
    if (!ended && !held) {
      troubles.add(DeviceFault.NOT_PRINTED);
    }
    printer.withdraw(JOB);
    printer.step();
    printer.close();
    List<Found> found = new ArrayList<>();
    troubles.forEach(each -> found.add(Found.of(each)));
    return found;
  }

  private void heard(DeviceEvent event) {
    if (held || ended) {
      return;
    }
    if (event instanceof DeviceEvent.PrintMoved moved
        && moved.state() instanceof PrintState.Halted waiting) {
      held = true;
      troubles.add(PrinterExamination.ailment(waiting.code()));
    } else if (event instanceof DeviceEvent.PrintEnded over) {
      ended = true;
      switch (over.outcome()) {
        case PrintOutcome.Confirmed _ -> {}
        case PrintOutcome.Unconfirmed unsure ->
            troubles.add(PrinterExamination.ailment(unsure.code()));
        case PrintOutcome.Failed failed -> troubles.add(PrinterExamination.ailment(failed.code()));
      }
    }
  }
}

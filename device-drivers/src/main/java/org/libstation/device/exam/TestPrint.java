package org.libstation.device.exam;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceListener;
import org.libstation.device.PrintOutcome;
import org.libstation.device.PrintState;
import org.libstation.device.ReceiptPrinter;

/// A test slip with every style in three languages. The driver that prints the receipts prints it,
/// and reports to this listener.
public final class TestPrint implements DeviceListener {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long JOB = 1;

  /// Health code of a printer that, by design, does not confirm its prints.
  private static final String NO_MARK = "DP15";

  /// Codes for a lost or silent line, or a missing confirmation.
  private static final Set<String> OF_LINE = Set.of("DP10", "DP11", "DP12", "DP13");

  private static final Set<DeviceFault> UNREACHED =
      Set.of(
          DeviceFault.NO_LINE,
          DeviceFault.NO_RIGHT,
          DeviceFault.SILENT,
          DeviceFault.NONSENSE,
          DeviceFault.FLOODS,
          DeviceFault.QUEUE_REFUSED);

  private @Nullable PrintOutcome outcome;

  /// Prints the slip on a driver that was made with this listener.
  ///
  /// @param tally is told if a person must check whether the slip came out
  /// @return the fault; empty if there is none
  public Optional<Found> run(ReceiptPrinter printer, DeviceClock clock, LineTally tally) {
    Duration end = clock.monotonic().plus(LIMIT);
    printer.step();
    boolean taken = printer.print(JOB, TestSlip.receipt());
    while (taken && outcome == null && clock.monotonic().compareTo(end) < 0) {
      if (Thread.interrupted()) {
        throw new ExamStopped();
      }
      printer.step();
    }
    PrintOutcome how = outcome;
    printer.withdraw(JOB);
    printer.step();
    return switch (how) {
      case null ->
          Optional.of(
              Found.of(DeviceFault.NOT_PRINTED, "no end after " + LIMIT.toSeconds() + " s"));
      case PrintOutcome.Confirmed _ -> Optional.empty();
      case PrintOutcome.Unconfirmed unsure when unsure.code().equals(NO_MARK) -> {
        tally.look();
        yield Optional.empty();
      }
      case PrintOutcome.Unconfirmed unsure -> Optional.of(ofSlip(unsure.code(), unsure.reason()));
      case PrintOutcome.Failed failed -> Optional.of(ofSlip(failed.code(), failed.reason()));
    };
  }

  private static Found ofSlip(String code, String reason) {
    return ofSlip(code)
        .filter(DeviceFault.NOT_PRINTED::equals)
        .map(fault -> Found.of(fault, code + ": " + reason))
        .orElseGet(() -> found(code, reason));
  }

  /// The fault of a printer whose slip or receipt ended with this code. The printer answered
  /// before, so a fault of its line counts as a failed print.
  public static Optional<DeviceFault> ofSlip(String code) {
    return OF_LINE.contains(code)
        ? Optional.of(DeviceFault.NOT_PRINTED)
        : DeviceFault.ofHealth(code);
  }

  /// Describes a printer's health as a finding. If the printer was not reached, the detail says
  /// where and why.
  static Found found(String code, String reason) {
    return DeviceFault.ofHealth(code)
        .map(fault -> Found.of(fault, UNREACHED.contains(fault) ? code + ": " + reason : code))
        .orElseGet(() -> Found.of(DeviceFault.NOT_PRINTED, code + ": " + reason));
  }

  @Override
  public void on(DeviceEvent event) {
    if (outcome != null) {
      return;
    }
    if (event instanceof DeviceEvent.PrintMoved moved
        && moved.state() instanceof PrintState.Halted held) {
      // The printer waits for a person, and the cause of that is the finding.
      outcome = new PrintOutcome.Failed(held.code(), held.reason(), 1);
    } else if (event instanceof DeviceEvent.PrintEnded over) {
      outcome = over.outcome();
    }
  }
}

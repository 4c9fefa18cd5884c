package org.libstation.device.ippprinter;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceHealth;
import org.libstation.device.PrintOutcome;

/// Judges whether a print server reaches its printer.
///
/// CUPS reports that it connects: for a moment with each job, and for days with a printer that is
/// switched off. Only the duration tells the two apart. In languages other than English CUPS may
/// report nothing; then a job that is not passed on in time shows the trouble. Without a job, CUPS
/// reports nothing at all.
final class Reaching {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /// Longest time to pass on a receipt: a queue whose printer does not speak IPP normally needs far
  /// less.
  private static final Duration LONGEST_HANDING_OVER = Duration.ofSeconds(25);

  private @Nullable Duration since;
  private @Nullable Duration begun;
  private boolean failed;

  /// @param underWay whether the server has a job of this station
  IppPrinterState judged(IppPrinterState state, boolean underWay, Duration now) {
    begun = !underWay ? null : begun == null ? now : begun;
    since = !underWay || !state.connecting() ? null : since == null ? now : since;
    boolean tooLong = isOver(since, LONGEST, now);
    boolean notHandedOver = !state.printsItself() && isOver(begun, LONGEST_HANDING_OVER, now);
    return tooLong || notHandedOver ? state.unreached() : state;
  }

  private static boolean isOver(@Nullable Duration since, Duration limit, Duration now) {
    return since != null && now.minus(since).compareTo(limit) > 0;
  }

  /// Remembers a printer that was not reached until another job gets through.
  void ended(PrintOutcome outcome) {
    failed =
        outcome instanceof PrintOutcome.Failed(String code, String _, int _)
            && (failed || code.equals(IppPrinterState.UNREACHED.code()));
  }

  DeviceHealth health(IppPrinterState state, Instant at) {
    DeviceHealth health = state.health(at);
    IppPrinterState.IppTrouble unreached = IppPrinterState.UNREACHED;
    return failed && health instanceof DeviceHealth.Ready
        ? new DeviceHealth.NeedsHand(at, unreached.code(), unreached.words())
        : health;
  }
}

package org.libstation.device.ippprinter;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceHealth;
import org.libstation.device.PrintOutcome;

/// Whether a print server reaches its printer. CUPS says that it connects, for a moment with each
/// job and for days with a printer that is switched off, so that only time tells them apart; in
/// another language than English it may say nothing, and then a job that is not handed over in its
/// time tells it. Without a job it says nothing at all.
final class Reaching {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /// A queue before a printer that speaks no IPP has handed a receipt over long before.
  private static final Duration LONGEST_HANDING_OVER = Duration.ofSeconds(25);

  private @Nullable Duration since;
  private @Nullable Duration begun;
  private boolean failed;

  /// @param underWay whether a job of ours is
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

  /// What was learnt by a job stays known until another one gets through.
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

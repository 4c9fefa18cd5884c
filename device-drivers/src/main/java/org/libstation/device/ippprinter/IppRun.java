package org.libstation.device.ippprinter;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.device.Receipt;

/// One job under way: where it is, what stops it, and whether it may still print.
final class IppRun {
  /// So long a job may take that nothing stops.
  static final Duration LONGEST = Duration.ofMinutes(3);

  final long number;
  final Receipt receipt;

  /// By which it is found again when the answer to it was lost; names nobody.
  final String name;

  private final Duration takenAt;
  private @Nullable Duration heldSince;
  private String code = "";
  private String reason = "";
  private boolean withdrawn;

  /// Whether the server may have it.
  boolean sent;

  /// The server's number; 0 while it is not known.
  int id;

  /// Whether the server began to print it.
  boolean begun;

  boolean cancelled;

  /// What holds up this job, though not its printer.
  Optional<IppPrinterState.IppTrouble> stuck = Optional.empty();

  private @Nullable Duration cancelledAt;

  IppRun(long number, Receipt receipt, String name, Duration takenAt) {
    this.number = number;
    this.receipt = receipt;
    this.name = name;
    this.takenAt = takenAt;
  }

  Duration takenAt() {
    return takenAt;
  }

  void withdraw() {
    withdrawn = true;
  }

  /// @return whether that is news
  boolean hold(Duration now, String why, String words) {
    boolean news = !why.equals(code);
    heldSince = heldSince == null ? now : heldSince;
    code = why;
    reason = words;
    return news;
  }

  /// @return whether it was held
  boolean goOn() {
    boolean was = heldSince != null;
    heldSince = null;
    if (!cancelled) {
      code = "";
      reason = "";
    }
    return was;
  }

  /// Whether it may not print any more: nobody waits for it, nobody mended what stops it, or it
  /// takes too long. Once so, it stays so.
  boolean over(Duration within, Duration now) {
    boolean tooLong =
        heldSince == null
            ? now.minus(takenAt).compareTo(LONGEST) > 0
            : now.minus(heldSince).compareTo(within) > 0;
    if (!cancelled && (withdrawn || tooLong)) {
      if (withdrawn) {
        hold(now, IppPrinter.WITHDRAWN, "nobody waits for it any more");
      } else if (code.isEmpty()) {
        hold(now, IppPrinter.UNFINISHED, "its server does not get done with it");
      }
      cancelled = true;
      cancelledAt = now;
    }
    return cancelled;
  }

  /// Whether even the cancelling has come to no end.
  boolean lostSight(Duration limit, Duration now) {
    return cancelledAt != null && now.minus(cancelledAt).compareTo(limit) > 0;
  }

  String code() {
    return code;
  }

  String reason() {
    return reason;
  }
}

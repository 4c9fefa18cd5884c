package org.libstation.device.ippprinter;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.device.Receipt;

/// One job under way: how far it is, what stops it, and whether it may still print.
final class IppRun {
  /// A job without trouble may take this long; then it is cancelled.
  static final Duration LONGEST = Duration.ofMinutes(3);

  final long number;
  final Receipt receipt;

  /// Name on the server. It identifies the job if the answer to its request was lost, and names no
  /// person.
  final String name;

  private final Duration takenAt;
  private @Nullable Duration heldSince;
  private String code = "";
  private String reason = "";
  private boolean withdrawn;

  /// Whether the server may have the job.
  boolean sent;

  /// The server's number for the job; 0 while unknown.
  int id;

  /// Whether the server began to print it.
  boolean begun;

  boolean cancelled;

  /// A trouble of this job alone, not of its printer.
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

  /// @return whether the code is new
  boolean hold(Duration now, String why, String words) {
    boolean news = !why.equals(code);
    heldSince = heldSince == null ? now : heldSince;
    code = why;
    reason = words;
    return news;
  }

  /// @return whether the job was held
  boolean goOn() {
    boolean was = heldSince != null;
    heldSince = null;
    if (!cancelled) {
      code = "";
      reason = "";
    }
    return was;
  }

  /// Whether the job must not print any more: it was withdrawn, its trouble was not mended in time,
  /// or it takes too long. Once true, this stays true.
  boolean over(Duration within, Duration now) {
    boolean tooLong =
        heldSince == null
            ? now.minus(takenAt).compareTo(LONGEST) > 0
            : now.minus(heldSince).compareTo(within) > 0;
    if (!cancelled && (withdrawn || tooLong)) {
      if (withdrawn) {
        hold(now, IppPrinter.WITHDRAWN, "nobody waits for it any more");
      } else if (code.isEmpty()) {
        hold(now, IppPrinter.UNFINISHED, "the print server does not finish the job");
      }
      cancelled = true;
      cancelledAt = now;
    }
    return cancelled;
  }

  /// Whether even the cancelling has not ended within `limit`.
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

package org.libstation.device.escpos;

import java.time.Duration;
import java.util.List;
import org.libstation.device.Receipt;

/// One job under way: what was sent, what is known to be on paper, and how often it was tried
/// again.
final class PrintRun {
  /// Most times that one job is begun anew.
  static final int MOST_REPRINTS = 2;

  private final long number;
  private final Receipt receipt;
  private List<Parcel> parcels = List.of();
  private int confirmed;
  private int sent;
  private boolean begun;
  private boolean withdrawn;
  private boolean held;
  private int from;
  private int reprints;
  private Duration heldAt = Duration.ZERO;
  private String code = "";
  private String reason = "";

  PrintRun(long number, Receipt receipt) {
    this.number = number;
    this.receipt = receipt;
  }

  long number() {
    return number;
  }

  Receipt receipt() {
    return receipt;
  }

  void load(List<Parcel> all) {
    held = false;
    parcels = all;
    confirmed = 0;
    sent = 0;
  }

  boolean hasNext() {
    return sent < parcels.size();
  }

  Parcel next() {
    begun = true;
    return parcels.get(sent++);
  }

  /// Notes that everything sent so far is on paper.
  void confirm() {
    confirmed = sent;
  }

  /// Whether the last parcel, the cut, was sent.
  boolean cutSent() {
    return !parcels.isEmpty() && sent == parcels.size();
  }

  /// The first line, counted from 0, that is not known to be on paper.
  int line() {
    if (parcels.isEmpty()) {
      return from;
    }
    return confirmed < parcels.size() ? parcels.get(confirmed).line() : lines();
  }

  int lines() {
    return receipt.lines().size();
  }

  /// The line that failed, counted from 1; 0 if nothing of the job was sent.
  int failedLine() {
    return begun ? Math.min(line() + 1, Math.max(1, lines())) : 0;
  }

  boolean begun() {
    return begun;
  }

  void withdraw() {
    withdrawn = true;
  }

  boolean withdrawn() {
    return withdrawn;
  }

  /// Whether all lines are on paper and only the cut is unconfirmed.
  boolean onlyCutMissing() {
    return begun && line() >= lines();
  }

  /// Holds the job because of a trouble.
  void hold(Duration now, String why, String words) {
    held = true;
    heldAt = now;
    code = why;
    reason = words;
    from = line();
    parcels = List.of();
  }

  String code() {
    return code;
  }

  String reason() {
    return reason;
  }

  /// Whether a held job was withdrawn, or is held for longer than `limit`.
  boolean heldTooLong(Duration limit, Duration now) {
    return held && (withdrawn || now.minus(heldAt).compareTo(limit) > 0);
  }

  boolean mayBeginAnew() {
    return !withdrawn && reprints < MOST_REPRINTS;
  }

  /// Begins the job anew, from its first missing line or as a whole.
  ///
  /// @return the line it begins with
  int beginAnew(boolean whole) {
    reprints++;
    from = whole && !onlyCutMissing() ? 0 : from;
    return from;
  }
}

package org.libstation.device.escpos;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Asks the printer for its state, one question after the other, and puts the answers together.
final class StatusRound {
  private static final List<Integer> ALL = List.of(1, 2, 3, 4);

  private final Deque<Integer> toAsk = new ArrayDeque<>();
  private PrinterStatus status = PrinterStatus.FINE;
  private int asked;
  private int doubtedOf;
  private int doubted;
  private boolean again;
  private Duration askedAt = Duration.ZERO;
  private Duration lastLook = Duration.ZERO;

  PrinterStatus status() {
    return status;
  }

  /// Forgets all it knew.
  void reset() {
    toAsk.clear();
    asked = 0;
    doubtedOf = 0;
    status = PrinterStatus.FINE;
  }

  void askAll() {
    if (toAsk.isEmpty()) {
      toAsk.addAll(ALL);
    }
  }

  /// Asks again when the last look is older than this.
  void askAfter(Duration pause, Duration now) {
    if (now.minus(lastLook).compareTo(pause) >= 0) {
      askAll();
    }
  }

  /// Whether an answer is awaited.
  boolean waits() {
    return asked != 0;
  }

  boolean overdue(Duration limit, Duration now) {
    return asked != 0 && now.minus(askedAt).compareTo(limit) > 0;
  }

  /// Whether it is time to ask once more what got no answer: a byte may have been lost.
  boolean worthAskingAgain(Duration limit, Duration now) {
    return asked != 0 && !again && now.minus(askedAt).compareTo(limit.dividedBy(2)) > 0;
  }

  /// The question that got no answer.
  int again() {
    again = true;
    return asked;
  }

  /// Whether a round is not over.
  boolean asksOrWaits() {
    return waits() || hasNext();
  }

  /// Whether a question is to be sent.
  boolean hasNext() {
    return !toAsk.isEmpty();
  }

  /// The next question, from now on awaited.
  int next(Duration now) {
    asked = toAsk.pop();
    again = false;
    askedAt = now;
    lastLook = now;
    return asked;
  }

  void answered(int value) {
    // One that was not asked for (a picture may contain the question) says nothing we know.
    if (asked != 0) {
      PrinterStatus next = status.withAnswer(asked, value);
      boolean repeated = doubtedOf == asked && doubted == value;
      if (isNews(next) && !repeated) {
        // One byte in sixteen of any noise looks like an answer: it is believed when it comes
        // again.
        doubtedOf = asked;
        doubted = value;
        toAsk.push(asked);
      } else {
        status = next;
        doubtedOf = 0;
      }
      asked = 0;
    }
  }

  /// What it says of its own accord; a trouble that it did not have is asked for by name.
  void told(PrinterStatus whole) {
    if (isNews(whole)) {
      askAll();
    } else {
      status = whole;
    }
  }

  /// What the port says of it, where nobody else does.
  void toldByPort(PrinterStatus whole) {
    status = whole;
  }

  private boolean isNews(PrinterStatus next) {
    return next.trouble().isPresent() && !next.trouble().equals(status.trouble());
  }
}

package org.libstation.device.escpos;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Asks the printer for its status, one question at a time, and combines the answers.
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

  /// Forgets everything that was known and asked.
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

  /// Asks again if the last question is older than `pause`.
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

  /// Whether to repeat the unanswered question, because a byte may have been lost.
  boolean worthAskingAgain(Duration limit, Duration now) {
    return asked != 0 && !again && now.minus(askedAt).compareTo(limit.dividedBy(2)) > 0;
  }

  /// Returns the unanswered question, to be sent once more.
  int again() {
    again = true;
    return asked;
  }

  /// Whether a round of questions is not yet complete.
  boolean asksOrWaits() {
    return waits() || hasNext();
  }

  /// Whether a question is still to be sent.
  boolean hasNext() {
    return !toAsk.isEmpty();
  }

  /// Returns the next question and starts to wait for its answer.
  int next(Duration now) {
    asked = toAsk.pop();
    again = false;
    askedAt = now;
    lastLook = now;
    return asked;
  }

  /// Takes the answer to the awaited question.
  void answered(int value) {
    // An unexpected answer has no known meaning: picture data may have contained the question.
    if (asked != 0) {
      PrinterStatus next = status.withAnswer(asked, value);
      boolean repeated = doubtedOf == asked && doubted == value;
      if (isNews(next) && !repeated) {
        // One byte in sixteen of any noise looks like an answer. So a new trouble is believed only
        // when it is reported twice.
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

  /// Takes a status that the printer sent without being asked. If it shows a new trouble, the
  /// driver asks for the details.
  void told(PrinterStatus whole) {
    if (isNews(whole)) {
      askAll();
    } else {
      status = whole;
    }
  }

  /// Takes the status of the port, for a printer that does not answer.
  void toldByPort(PrinterStatus whole) {
    status = whole;
  }

  private boolean isNews(PrinterStatus next) {
    return next.trouble().isPresent() && !next.trouble().equals(status.trouble());
  }
}

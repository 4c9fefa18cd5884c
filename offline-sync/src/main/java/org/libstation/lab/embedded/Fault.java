package org.libstation.lab.embedded;

import java.time.Duration;

/// How one request goes wrong at the library or on the way.
public sealed interface Fault {

  /// The request never arrives.
  record LoseRequest() implements Fault {}

  /// It is acted on, and the answer never arrives.
  record LoseReply() implements Fault {}

  /// It is acted on at once and answered late.
  record AnswerLate(Duration by) implements Fault {}

  /// It is acted on late, even if its connection is gone by then, and answered if it is not.
  record ActLate(Duration by) implements Fault {}

  /// It is acted on; the answer's checksum is wrong. Without error detection there is none.
  record WrongChecksum() implements Fault {}

  /// It is acted on; what comes back is no SIP2 message.
  record Garbage() implements Fault {}

  /// It is acted on; the answer names another item (another card where it names no item).
  record AnotherItem() implements Fault {}

  /// It is acted on; the answer comes in pieces over this time.
  record SlowAnswer(Duration over) implements Fault {}

  /// The connection ends before it is acted on.
  record DropBefore() implements Fault {}

  /// The connection ends after it was acted on, without an answer.
  record DropAfter() implements Fault {}
}

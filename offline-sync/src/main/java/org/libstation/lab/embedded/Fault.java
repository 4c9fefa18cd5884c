package org.libstation.lab.embedded;

import java.time.Duration;

/// A fault that the library plays for one request.
public sealed interface Fault {

  /// The request is lost.
  record LoseRequest() implements Fault {}

  /// The library carries out the request, but the answer is lost.
  record LoseReply() implements Fault {}

  /// The library carries out the request at once and answers late.
  record AnswerLate(Duration by) implements Fault {}

  /// The library carries out the request late, even if the connection has ended, and then answers
  /// if it can.
  record ActLate(Duration by) implements Fault {}

  /// The library carries out the request, but the answer has a wrong checksum. An answer without a
  /// checksum stays as it is.
  record WrongChecksum() implements Fault {}

  /// The library carries out the request, but the answer is no SIP2 message.
  record Garbage() implements Fault {}

  /// The library carries out the request, but the answer names another item. If it names no item,
  /// it names another card.
  record AnotherItem() implements Fault {}

  /// The library carries out the request, and the answer comes in pieces over this time.
  record SlowAnswer(Duration over) implements Fault {}

  /// The connection ends before the library carries out the request.
  record DropBefore() implements Fault {}

  /// The library carries out the request, and the connection ends without an answer.
  record DropAfter() implements Fault {}
}

package org.libstation.lab.embedded;

import java.time.OffsetDateTime;
import java.util.OptionalInt;

/// One line of the library's action log: a request that acts, done or refused. Lines are only ever
/// added.
///
/// @param at when the library acted, by its own clock
/// @param kind `checkout`, `checkin`, `renewal`, `payment`
/// @param station the login it came from, or `counter`
/// @param sequence AY of the request, where it had one
/// @param item empty for a payment
/// @param card empty where no patron was named or known
/// @param done whether it changed anything
/// @param detail what was booked, or why not
public record LedgerAction(
    long number,
    OffsetDateTime at,
    String kind,
    String station,
    OptionalInt sequence,
    String item,
    String card,
    boolean done,
    String detail) {

  @Override
  public String toString() {
    return "Action[" + number + ", " + kind + ", " + item + ", " + detail + "]";
  }
}

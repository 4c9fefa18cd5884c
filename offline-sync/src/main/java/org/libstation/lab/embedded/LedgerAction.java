package org.libstation.lab.embedded;

import java.time.OffsetDateTime;
import java.util.OptionalInt;

/// One line of the library's action log: a request to change something, whether done or refused.
/// Lines are never changed.
///
/// @param at time by the clock of the library
/// @param kind such as `checkout`, `checkin`, `renewal` or `payment`
/// @param station login name of the station, or `counter`
/// @param sequence sequence number (AY) of the request; empty if it had none
/// @param item empty for a payment
/// @param card empty if the request named no known patron
/// @param done whether it changed anything
/// @param detail what was booked, or why it was refused
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

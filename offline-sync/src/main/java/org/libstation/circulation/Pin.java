package org.libstation.circulation;

/// A patron's PIN, held in memory during the session only. It is never written, logged or put into
/// an exception.
public record Pin(String digits) {
  @Override
  public String toString() {
    return "PIN";
  }
}

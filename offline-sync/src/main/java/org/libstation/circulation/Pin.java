package org.libstation.circulation;

/// A patron's PIN, held in memory for the session only; never written, logged or put in an
/// exception.
public record Pin(String digits) {
  @Override
  public String toString() {
    return "PIN";
  }
}

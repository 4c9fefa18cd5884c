package org.libstation.lab.embedded;

import java.util.OptionalInt;

/// Where a request came from, for the action log.
///
/// @param station the login name, or `counter`
/// @param sequence AY of the request, where it had one
record Origin(String station, OptionalInt sequence) {
  static final Origin COUNTER = new Origin("counter", OptionalInt.empty());
}

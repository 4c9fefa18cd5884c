package org.libstation.lab.embedded;

import java.util.OptionalInt;

/// Where a request came from, for the action log.
///
/// @param station the login name, or `counter`
/// @param sequence AY of the request, where it had one
record RequestOrigin(String station, OptionalInt sequence) {
  static final RequestOrigin COUNTER = new RequestOrigin("counter", OptionalInt.empty());
}

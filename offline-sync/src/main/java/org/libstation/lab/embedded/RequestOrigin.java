package org.libstation.lab.embedded;

import java.util.OptionalInt;

/// The origin of a request, for the action log.
///
/// @param station login name of the station, or `counter`
/// @param sequence sequence number (AY) of the request; empty if it had none
record RequestOrigin(String station, OptionalInt sequence) {
  static final RequestOrigin COUNTER = new RequestOrigin("counter", OptionalInt.empty());
}

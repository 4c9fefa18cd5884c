package org.libstation.central.embedded;

import java.util.Optional;

/// A reservation of a title.
///
/// @param item the copy that waits on the shelf of reserved items, once there is one
record Hold(long number, int titleNumber, String card, State state, Optional<String> item) {
  enum State {
    WAITING,
    READY,
    FILLED
  }
}

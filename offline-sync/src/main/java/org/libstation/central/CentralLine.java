package org.libstation.central;

import java.time.Duration;
import java.util.Optional;
import org.libstation.central.link.Transport;
import org.libstation.circulation.StationClock;

/// One site's central system, as its protocol and dialect know it; nothing is opened yet.
public interface CentralLine {
  /// Not connected before something is asked of it.
  CentralSystem system(Transport link, StationClock clock);

  CentralPromises promises();

  /// Whether it takes a second connection: one for the patron, one for what is settled meanwhile.
  default boolean takesTwo() {
    return false;
  }

  /// A connection idle for so long is closed by it; empty: never.
  default Optional<Duration> idleDrop() {
    return Optional.empty();
  }

  /// Well before the central system closes an idle connection.
  static Duration keepAlive(Optional<Duration> idleDrop, Duration usual) {
    return idleDrop
        .map(drop -> drop.multipliedBy(2).dividedBy(3))
        .filter(early -> early.compareTo(usual) < 0)
        .orElse(usual);
  }
}

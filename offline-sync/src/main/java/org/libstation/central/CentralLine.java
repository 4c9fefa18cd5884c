package org.libstation.central;

import java.time.Duration;
import java.util.Optional;
import org.libstation.central.link.Transport;
import org.libstation.circulation.StationClock;

/// The central system of one site, described by its protocol and dialect. Opens no connection by
/// itself.
public interface CentralLine {
  /// Makes the central system. It connects with its first request.
  CentralSystem system(Transport link, StationClock clock);

  CentralPromises promises();

  /// Whether the station may hold a second connection. One then serves the patron, the other
  /// settles meanwhile.
  default boolean takesTwo() {
    return false;
  }

  /// How long a connection may be idle before the central system closes it. Empty: it never closes
  /// one.
  default Optional<Duration> idleDrop() {
    return Optional.empty();
  }

  /// How long the station leaves a connection idle: two thirds of `idleDrop`, at most `usual`.
  static Duration keepAlive(Optional<Duration> idleDrop, Duration usual) {
    return idleDrop
        .map(drop -> drop.multipliedBy(2).dividedBy(3))
        .filter(early -> early.compareTo(usual) < 0)
        .orElse(usual);
  }
}

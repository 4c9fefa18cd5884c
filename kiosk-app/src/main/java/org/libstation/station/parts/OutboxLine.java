package org.libstation.station.parts;

import java.util.Optional;
import org.libstation.central.CentralSystem;

/// The outbox's own connection, if the dialect allows two. Then a patron's request never waits for
/// the outbox.
public record OutboxLine(Optional<CentralSystem> central) implements AutoCloseable {
  @Override
  public void close() {
    central.ifPresent(CentralSystem::close);
  }
}

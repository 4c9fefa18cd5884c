package org.libstation.station.parts;

import java.util.Optional;
import org.libstation.central.CentralSystem;

/// The connection of what is settled meanwhile, where the dialect allows two: the patron's request
/// then stands behind nothing of the outbox.
public record OutboxLine(Optional<CentralSystem> central) implements AutoCloseable {
  @Override
  public void close() {
    central.ifPresent(CentralSystem::close);
  }
}

package org.libstation.fleet.command;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.libstation.command.CommandProvider.FleetCommandProvider;

/// Provides the command of this archive.
public final class FleetCommands implements FleetCommandProvider {
  @Override
  public List<Object> commands() {
    return List.of(
        FleetCommand.with(
            InstantSource.system(),
            () -> Duration.ofNanos(System.nanoTime()),
            System.in,
            new SecureRandom()));
  }
}

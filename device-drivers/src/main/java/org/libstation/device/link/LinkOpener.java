package org.libstation.device.link;

import java.nio.file.Path;
import java.util.Optional;

/// Makes a new link for every connect, from the configured address (a by-id path may lead to
/// another device node after each plug).
public interface LinkOpener {

  /// @throws LinkLostException when it cannot be opened now; the message says why, for a technician
  ByteLink open() throws LinkLostException;

  /// The address in words, for messages.
  String describe();

  /// The path that is there while the device is plugged in, to be watched while it is not; empty
  /// where there is none.
  default Optional<Path> path() {
    return Optional.empty();
  }
}

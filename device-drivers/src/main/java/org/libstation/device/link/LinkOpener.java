package org.libstation.device.link;

import java.nio.file.Path;
import java.util.Optional;

/// Opens a new link for every connection, from the configured address. After each plug, a by-id
/// path may lead to another device node.
public interface LinkOpener {

  /// Opens a new link.
  ///
  /// @throws LinkLostException when the link cannot be opened now; the message says why, for a
  ///   technician
  ByteLink open() throws LinkLostException;

  /// The address in words, for messages.
  String describe();

  /// The path that exists while the device is plugged in; it is watched while the device is absent.
  /// Empty if there is no such path.
  default Optional<Path> path() {
    return Optional.empty();
  }
}

package org.libstation.device.link;

/// Makes a new link for every connect, from the configured address (a by-id path may lead to
/// another device node after each plug).
public interface LinkOpener {

  /// @throws LinkLostException when it cannot be opened now; the message says why, for a technician
  ByteLink open() throws LinkLostException;

  /// The address in words, for messages.
  String describe();
}

package org.libstation.device.keyscanner;

/// Turns the bytes from a scanner's device file, in pieces of any size, into characters.
interface KeystrokeDecoder {

  /// Starts anew on a new connection.
  void begin();

  /// Releases all keys after a code or a silence, in case the release of a key was lost.
  void rest();

  /// Decodes a piece. Never throws, whatever the bytes are.
  ///
  /// @param count number of valid bytes in `came`
  void take(byte[] came, int count, TypingListener to);
}

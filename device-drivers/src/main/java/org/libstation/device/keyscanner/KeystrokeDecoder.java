package org.libstation.device.keyscanner;

/// Makes characters of what comes from a scanner's device file, in pieces of any size.
interface KeystrokeDecoder {

  /// A new connection: nothing is known.
  void begin();

  /// A code is over, or nothing came for a while: what a lost release would keep down is let go.
  void rest();

  /// Never throws, whatever comes.
  ///
  /// @param count of the first bytes of `came`
  void take(byte[] came, int count, TypingListener to);
}

package org.libstation.device.keyscanner;

/// Receives what a scanner typed.
interface TypingListener {

  /// A character was typed; CR, LF or TAB if a key ended the code.
  ///
  /// @param micros time at which the key was pressed, by a clock of the kernel; 0 if unknown
  void typed(char character, long micros);

  /// Something of this code was lost or cannot be read, so none of it counts.
  ///
  /// @param reason in words
  void spoilt(String reason);

  /// Input came that no scanner of this kind sends.
  ///
  /// @param what in words
  void strange(String what);

  /// The device is no scanner of this kind at all.
  ///
  /// @param why in words, with the remedy
  void unfit(String why);
}

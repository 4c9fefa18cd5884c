package org.libstation.device.keyscanner;

/// Hears what a scanner typed.
interface TypingListener {

  /// A character; CR, LF or TAB where a key ended the code.
  ///
  /// @param micros when its key went down, by a clock of the kernel; 0 where it says nothing of it
  void typed(char character, long micros);

  /// Something of this code was lost or cannot be read: none of it counts.
  ///
  /// @param reason in words
  void spoilt(String reason);

  /// Something came that no scanner of its kind sends.
  ///
  /// @param what in words
  void strange(String what);

  /// It is no scanner of this kind at all.
  ///
  /// @param why in words, with the remedy
  void unfit(String why);
}

package org.libstation.language.speech;

/// Volume and speed of speech.
///
/// @param volume 1 to 5
/// @param slow whether slow mode is on
public record SpeechStyle(int volume, boolean slow) {
  /// The loudest volume.
  public static final int MOST = 5;

  public SpeechStyle {
    if (volume < 1 || volume > MOST) {
      throw new IllegalArgumentException("a volume is 1 to 5, not " + volume);
    }
  }
}

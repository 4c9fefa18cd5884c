package org.libstation.language.speech;

/// How something is said.
///
/// @param volume 1 to 5
/// @param slow for slow mode
public record SpeechStyle(int volume, boolean slow) {
  /// The loudest.
  public static final int MOST = 5;

  public SpeechStyle {
    if (volume < 1 || volume > MOST) {
      throw new IllegalArgumentException("a volume is 1 to 5, not " + volume);
    }
  }
}

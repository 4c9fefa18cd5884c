package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;

/// A patron's accessibility settings of the screen. They go back to [#STANDARD] after the session.
///
/// @param textStep text size, 1 to 4
/// @param contrast high contrast
/// @param slow all time limits are doubled, and one message is shown at a time
/// @param reach all keys lie below the middle of the screen
/// @param titlesHidden titles are shown as bars
/// @param aloud how the screen is read aloud
@RecordBuilder
public record Access(
    int textStep, boolean contrast, boolean slow, boolean reach, boolean titlesHidden, Aloud aloud)
    implements AccessBuilder.With {

  public static final int MOST_TEXT_STEPS = 4;

  public static final Access STANDARD = Access.silent(1, false, false, false, false);

  /// Settings without speech.
  public static Access silent(
      int textStep, boolean contrast, boolean slow, boolean reach, boolean titlesHidden) {
    return new Access(textStep, contrast, slow, reach, titlesHidden, Aloud.OFF);
  }

  /// Whether and how loudly the screen is read aloud.
  ///
  /// @param volume 1 to 5
  public record Aloud(boolean on, int volume) {
    public static final int LOUDEST = 5;
    public static final Aloud OFF = new Aloud(false, 3);

    public Aloud {
      if (volume < 1 || volume > LOUDEST) {
        throw new IllegalArgumentException("a volume is 1 to 5, not " + volume);
      }
    }
  }

  public Access {
    if (textStep < 1 || textStep > MOST_TEXT_STEPS) {
      throw new IllegalArgumentException("a text step is 1 to 4, not " + textStep);
    }
  }

  /// Goes to the next text size; the first follows the last.
  public Access nextText() {
    return withTextStep(textStep % MOST_TEXT_STEPS + 1);
  }

  public Access otherContrast() {
    return withContrast(!contrast);
  }

  public Access otherSlow() {
    return withSlow(!slow);
  }

  public Access otherReach() {
    return withReach(!reach);
  }

  public Access otherTitles() {
    return withTitlesHidden(!titlesHidden);
  }

  /// Turns reading aloud on or off; the volume stays.
  public Access aloud(boolean on) {
    return withAloud(new Aloud(on, aloud.volume()));
  }

  /// Changes the volume by steps, between 1 and [Aloud#LOUDEST]. A negative number lowers it.
  public Access louder(int by) {
    return withAloud(
        new Aloud(aloud.on(), Math.clamp(aloud.volume() + (long) by, 1, Aloud.LOUDEST)));
  }
}

package org.libstation.flow;

/// How a patron wants to see and reach the screen; goes back to [#STANDARD] with the session.
///
/// @param textStep 1 to 4
/// @param contrast high contrast
/// @param slow all time limits doubled, one message at a time
/// @param reach everything that can be pressed lies below the middle
/// @param titlesHidden titles are shown as bars
public record Access(
    int textStep, boolean contrast, boolean slow, boolean reach, boolean titlesHidden) {

  public static final int MOST_TEXT_STEPS = 4;

  public static final Access STANDARD = new Access(1, false, false, false, false);

  public Access {
    if (textStep < 1 || textStep > MOST_TEXT_STEPS) {
      throw new IllegalArgumentException("a text step is 1 to 4, not " + textStep);
    }
  }

  /// The next text step, after the last one the first again.
  Access nextText() {
    return new Access(textStep % MOST_TEXT_STEPS + 1, contrast, slow, reach, titlesHidden);
  }

  Access otherContrast() {
    return new Access(textStep, !contrast, slow, reach, titlesHidden);
  }

  Access otherSlow() {
    return new Access(textStep, contrast, !slow, reach, titlesHidden);
  }

  Access otherReach() {
    return new Access(textStep, contrast, slow, !reach, titlesHidden);
  }

  Access otherTitles() {
    return new Access(textStep, contrast, slow, reach, !titlesHidden);
  }
}

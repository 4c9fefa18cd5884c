package org.libstation.screen.common;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.libstation.flow.Access;
import org.libstation.flow.Language;

/// In what language, size and colours a screen is drawn.
///
/// @param step text step, 1 to 4
/// @param contrast high contrast
/// @param low everything that can be pressed lies below the middle of the panel; also the layout of
///   the two largest text steps
/// @param slow all time limits are doubled: lights its key
/// @param titlesHidden titles are drawn as bars
/// @param night the technician's colours
/// @param aloud whether the screen can be read aloud, and is
public record Look(
    Language language,
    int step,
    boolean contrast,
    boolean low,
    boolean slow,
    boolean titlesHidden,
    boolean night,
    Aloud aloud) {

  /// Reading aloud.
  public enum Aloud {
    /// This station cannot speak: it has no key.
    NOT_HERE,
    OFF,
    ON
  }

  /// Of a station that does not speak.
  public Look(
      Language language,
      int step,
      boolean contrast,
      boolean low,
      boolean slow,
      boolean titlesHidden,
      boolean night) {
    this(language, step, contrast, low, slow, titlesHidden, night, Aloud.NOT_HERE);
  }

  public static Look of(Language language, Access access) {
    return new Look(
        language,
        access.textStep(),
        access.contrast(),
        access.reach() || access.textStep() >= 3,
        access.slow(),
        access.titlesHidden(),
        false);
  }

  /// For the technician: night colours, one size, the usual layout.
  public static Look technician(Language language) {
    return new Look(language, 1, false, false, false, false, true);
  }

  /// The same, with or without a key for reading aloud.
  public Look aloud(Aloud other) {
    return new Look(language, step, contrast, low, slow, titlesHidden, night, other);
  }

  /// The same with titles drawn as bars.
  public Look veiled() {
    return new Look(language, step, contrast, low, slow, true, night, aloud);
  }

  /// The same at another text step.
  public Look atStep(int other) {
    return new Look(language, other, contrast, low, slow, titlesHidden, night, aloud);
  }

  /// The style class of the theme.
  public String theme() {
    return night ? "night" : contrast ? "contrast" : "light";
  }

  public double px(Role role) {
    return role.px(step);
  }

  public boolean chinese() {
    return language != Language.EN;
  }

  /// The family that words of this language are written with; never left to font fallback.
  public static String family(Language language) {
    return switch (language) {
      case ZH_HANT_HK -> "Noto Sans CJK HK";
      case ZH_HANS -> "Noto Sans CJK SC";
      case EN -> "Noto Sans";
    };
  }

  /// The family for Chinese characters on a screen of this language.
  public String chineseFamily() {
    return language == Language.ZH_HANS ? "Noto Sans CJK SC" : "Noto Sans CJK HK";
  }

  /// The family of the greeting and the date stamp: serif at steps 1 and 2, never in high contrast.
  public String displayFamily() {
    if (contrast || step > 2) {
      return family(language);
    }
    return switch (language) {
      case ZH_HANT_HK -> "Noto Serif CJK HK";
      case ZH_HANS -> "Noto Serif CJK SC";
      case EN -> "Noto Serif";
    };
  }

  public static Font font(String family, boolean bold, double px) {
    return Font.font(family, bold ? FontWeight.BOLD : FontWeight.NORMAL, px);
  }
}

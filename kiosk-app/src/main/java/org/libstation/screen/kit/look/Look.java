package org.libstation.screen.kit.look;

import io.soabase.recordbuilder.core.RecordBuilder;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Language;

/// Language, size and colours in which a screen is drawn.
///
/// @param step text step, 1 to 4
/// @param contrast whether it has high contrast
/// @param low whether every key lies below the middle of the panel: in reach mode, and in large
///   text except on a small panel
/// @param slow whether all time limits are doubled; its key is lit
/// @param titlesHidden whether titles are drawn as bars
/// @param night whether it has the technician's colours
/// @param panel canvas on which it is drawn
/// @param aloud whether the screen can be read aloud, and is
/// @param part share of the step's text size, for a row that would not fit; usually 1
/// @param stills whether a hand's movement is shown in numbered pictures because nothing moves
@RecordBuilder
public record Look(
    Language language,
    int step,
    boolean contrast,
    boolean low,
    boolean slow,
    boolean titlesHidden,
    boolean night,
    Panel panel,
    AloudLook aloud,
    double part,
    boolean stills)
    implements LookBuilder.With {

  /// First text step of large text, which shows one row at a time.
  public static final int LARGE = Steps.LARGE;

  /// State of reading aloud.
  public enum AloudLook {
    /// This station cannot speak, so there is no key for it.
    NOT_HERE,
    OFF,
    ON
  }

  public static Look of(Language language, Access access, Panel panel) {
    return new Look(
        language,
        access.textStep(),
        access.contrast(),
        access.reach() || (access.textStep() >= LARGE && !panel.small()),
        access.slow(),
        access.titlesHidden(),
        false,
        panel,
        AloudLook.NOT_HERE,
        1,
        access.slow());
  }

  /// Technician's look: night colours, text step 1, upright layout.
  public static Look technician(Language language) {
    return plain(language, false, true);
  }

  /// Look of a drop's small panel: night colours or high contrast, in one size, which is large.
  public static Look drop(Language language, boolean contrast) {
    return plain(language, contrast, !contrast);
  }

  private static Look plain(Language language, boolean contrast, boolean night) {
    Panel panel = Panel.UPRIGHT;
    return new Look(
        language, 1, contrast, false, false, false, night, panel, AloudLook.NOT_HERE, 1, false);
  }

  /// Returns this look with titles drawn as bars.
  public Look veiled() {
    return withTitlesHidden(true);
  }

  /// Returns this look at another text step.
  public Look atStep(int other) {
    return with(look -> look.step(other).part(1));
  }

  /// Returns this look, at this text step at most.
  public Look atMost(int most) {
    return step > most ? atStep(most) : this;
  }

  /// Look of keys, and of what stands beside them. On a small panel it has step 3 at most, because
  /// half a column has no room for step 4.
  public Look beside() {
    return panel.small() && step > LARGE ? atStep(LARGE) : this;
  }

  /// Look of many keys together: step 3 at most on a small or narrow panel.
  public Look crowded() {
    return (panel.small() || panel.narrow()) && step > LARGE ? atStep(LARGE) : this;
  }

  /// Returns this look without movement.
  public Look still() {
    return withStills(true);
  }

  /// Arrangement of the screen.
  public Arrangement arrangement() {
    return Arrangement.of(panel, low);
  }

  /// Sizes for its arrangement.
  public PanelMetrics metrics() {
    return PanelMetrics.of(arrangement());
  }

  /// Layouts for its arrangement.
  public Layouts layouts() {
    return metrics().layouts();
  }

  /// Style class of its theme.
  public String theme() {
    return night ? "night" : contrast ? "contrast" : "light";
  }

  /// Em size of a role in px.
  public double px(Role role) {
    double whole = panel.px(role, step);
    return part == 1 ? whole : Math.rint(whole * part);
  }

  /// Whether one row is shown at a time: in large text, and in the low layout of a small panel.
  public boolean large() {
    return step >= LARGE || (low && panel.small());
  }

  /// Whether text that does not fit takes several pages: at step 4 of a small panel, except in the
  /// low layout.
  public boolean tells() {
    return panel.small() && step > LARGE && !low;
  }

  /// Whether the list stands beside the column with the hand picture and the keys.
  public boolean split() {
    return panel.wide() && !(low && large());
  }

  /// Width of the list.
  public double list() {
    return split() ? panel.live() - panel.gutter() - panel.aside() : panel.live();
  }

  /// Width of the column beside the list; of the whole stage if there is none.
  public double aside() {
    return split() ? panel.aside() : panel.live();
  }

  public boolean chinese() {
    return language.script() == Language.Script.HAN;
  }

  /// Font family for Chinese characters on a screen of this language.
  public String chineseFamily() {
    return (chinese() ? language : language.other()).sans();
  }

  /// Font family of the greeting and the date stamp: serif at steps 1 and 2, never in high
  /// contrast.
  public String displayFamily() {
    return contrast || step > 2 ? language.sans() : language.serif();
  }

  public static Font font(String family, boolean bold, double px) {
    return Font.font(family, bold ? FontWeight.BOLD : FontWeight.NORMAL, px);
  }
}

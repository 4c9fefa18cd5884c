package org.libstation.screen.kit.look;

import io.soabase.recordbuilder.core.RecordBuilder;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Language;

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
/// @param part of the size of its step that a text has, for a row that would not fit; usually 1
/// @param stills a way that hands go is shown in numbered pictures, because nothing moves
/// @param panel the canvas it is drawn on
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

  /// The first step at which one row is shown at a time.
  public static final int LARGE = Steps.LARGE;

  /// Reading aloud.
  public enum AloudLook {
    /// This station cannot speak: it has no key.
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

  /// For the technician: night colours, one size, the upright layout.
  public static Look technician(Language language) {
    return plain(language, false, true);
  }

  /// For the small panel of a drop: night colours, or high contrast; one size, which is large.
  public static Look drop(Language language, boolean contrast) {
    return plain(language, contrast, !contrast);
  }

  private static Look plain(Language language, boolean contrast, boolean night) {
    Panel panel = Panel.UPRIGHT;
    return new Look(
        language, 1, contrast, false, false, false, night, panel, AloudLook.NOT_HERE, 1, false);
  }

  /// The same with titles drawn as bars.
  public Look veiled() {
    return withTitlesHidden(true);
  }

  /// The same at another text step.
  public Look atStep(int other) {
    return with(look -> look.step(other).part(1));
  }

  /// The same, at this step at most.
  public Look atMost(int most) {
    return step > most ? atStep(most) : this;
  }

  /// For the keys and for what stands beside them on a small panel: half a column has no room for
  /// the last step.
  public Look beside() {
    return panel.small() && step > LARGE ? atStep(LARGE) : this;
  }

  /// For many keys at once: where the panel is narrow too they have no room for the last step.
  public Look crowded() {
    return (panel.small() || panel.narrow()) && step > LARGE ? atStep(LARGE) : this;
  }

  /// The same where nothing moves.
  public Look still() {
    return withStills(true);
  }

  /// How the screen is arranged.
  public Arrangement arrangement() {
    return Arrangement.of(panel, low);
  }

  /// The sizes that go with its arrangement.
  public PanelMetrics metrics() {
    return PanelMetrics.of(arrangement());
  }

  /// Where views place what they show in its arrangement.
  public Layouts layouts() {
    return metrics().layouts();
  }

  /// The style class of the theme.
  public String theme() {
    return night ? "night" : contrast ? "contrast" : "light";
  }

  public double px(Role role) {
    double whole = panel.px(role, step);
    return part == 1 ? whole : Math.rint(whole * part);
  }

  /// One row at a time: in large text, and in the upper half of a small panel.
  public boolean large() {
    return step >= LARGE || (low && panel.small());
  }

  /// At the last step of a small panel what has no room is told over several pages.
  public boolean tells() {
    return panel.small() && step > LARGE && !low;
  }

  /// The list and the column of hand picture and keys stand side by side.
  public boolean split() {
    return panel.wide() && !(low && large());
  }

  /// Width of the list.
  public double list() {
    return split() ? panel.live() - panel.gutter() - panel.aside() : panel.live();
  }

  /// Width of what stands beside the list, or below it.
  public double aside() {
    return split() ? panel.aside() : panel.live();
  }

  public boolean chinese() {
    return language.script() == Language.Script.HAN;
  }

  /// The family for Chinese characters on a screen of this language.
  public String chineseFamily() {
    return (chinese() ? language : language.other()).sans();
  }

  /// The family of the greeting and the date stamp: serif at steps 1 and 2, never in high contrast.
  public String displayFamily() {
    return contrast || step > 2 ? language.sans() : language.serif();
  }

  public static Font font(String family, boolean bold, double px) {
    return Font.font(family, bold ? FontWeight.BOLD : FontWeight.NORMAL, px);
  }
}

package org.libstation.screen.kit.look;

import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Writes texts in the roles of the design, for one [Look].
public final class Type {
  private final Look look;

  public Type(Look look) {
    this.look = look;
  }

  public Look look() {
    return look;
  }

  /// Returns what stands between two sentences that run on: nothing in Chinese, else a space.
  public String between() {
    return look.chinese() ? "" : " ";
  }

  /// Writes a text in the family of the screen's language.
  public Writing write(Role role, boolean bold, Ink ink, String text) {
    return new Writing(new Writing.WritingStyle(look, role, bold, ink, null), text);
  }

  /// Writes a text in a given font family: figures, masks, names of languages.
  public Writing in(String family, Role role, boolean bold, Ink ink, String text) {
    return new Writing(new Writing.WritingStyle(look, role, bold, ink, family), text);
  }

  public Writing h1(String text) {
    return write(Role.H1, true, Ink.TEXT, text).heading();
  }

  public Writing h2(String text) {
    return write(Role.H2, true, Ink.TEXT, text);
  }

  public Writing body(String text) {
    return write(Role.BODY, false, Ink.TEXT, text);
  }

  public Writing strong(String text) {
    return write(Role.BODY, true, Ink.TEXT, text);
  }

  public Writing head(String text) {
    return write(Role.TITLE, true, Ink.TEXT, text);
  }

  public Writing caption(String text) {
    return write(Role.CAPTION, false, Ink.TEXT_2, text);
  }

  /// Writes at the least size, in ink, what must be read.
  public Writing note(boolean bold, String text) {
    return write(Role.CAPTION, bold, Ink.TEXT, text);
  }

  /// Writes in the technician's size.
  public Writing tech(boolean bold, String text) {
    return write(Role.TECH, bold, Ink.TEXT, text);
  }

  public Writing techHead(String text) {
    return write(Role.TECH_HEAD, true, Ink.TEXT, text);
  }

  /// Returns this type at another text step.
  public Type atStep(int step) {
    return new Type(look.atStep(step));
  }

  /// Returns this type, at this text step at most.
  public Type atMost(int step) {
    return look.step() > step ? atStep(step) : this;
  }

  /// Makes something as large as it fits. It starts at step `most` and goes down; step 1 is used
  /// even if it does not fit.
  public <T> T fitting(int most, Function<Type, T> made, Predicate<T> fits) {
    T drawn = made.apply(most == look.step() ? this : atStep(most));
    for (int step = most - 1; step >= 1 && !fits.test(drawn); step--) {
      drawn = made.apply(atStep(step));
    }
    return drawn;
  }

  /// Writes a figure in Noto Sans, bold.
  public Writing figure(Role role, Ink ink, String text) {
    return in("Noto Sans", role, true, ink, text);
  }

  /// Writes in the display family: serif if the look allows it.
  public Writing display(Role role, Ink ink, String text) {
    Writing written = in(look.displayFamily(), role, true, ink, text);
    return role == Role.DISPLAY || role == Role.GREAT || role == Role.H1 || role == Role.CODE
        ? written.heading()
        : written;
  }

  /// Writes the title of an item in the family of its own script. If it does not fit in these
  /// lines, it ends in an ellipsis.
  public Writing title(String text, double width, int lines) {
    Writing.WritingStyle hand =
        new Writing.WritingStyle(
            look,
            Role.TITLE,
            true,
            Ink.TEXT,
            look.chinese() && Scripts.hasChinese(text)
                ? look.chineseFamily()
                : look.chinese() ? "Noto Sans" : null);
    Writing written = new Writing(hand, shortened(hand, text.strip(), width, lines)).within(width);
    // The screen shows the shortened title; reading aloud has the whole one.
    written.setAccessibleText(text.strip());
    return SpeechMark.personal(written);
  }

  private static String shortened(Writing.WritingStyle hand, String text, double width, int lines) {
    if (fits(hand, text, width, lines)) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (fits(hand, cut(text, middle), width, lines)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return cut(text, low);
  }

  private static String cut(String text, int length) {
    int end =
        length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end).stripTrailing() + "…";
  }

  private static boolean fits(Writing.WritingStyle hand, String text, double width, int lines) {
    TextFlow flow = new TextFlow(hand.runs(text).toArray(Text[]::new));
    double one = hand.look().px(hand.role()) * 1.5;
    return flow.prefHeight(width) <= one * lines
        && (text.indexOf(' ') >= 0 || Scripts.hasChinese(text) || flow.prefWidth(-1) <= width);
  }
}

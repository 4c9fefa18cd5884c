package org.libstation.screen.kit.look;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.libstation.circulation.PlainText;

/// A piece of text on a screen: runs of one font family each, with the line height of its role. The
/// layout never adds an ellipsis.
///
/// `**words**` are bold. Lines wrap where the rules of [LineBreaks] allow it; after [#oneLine()] it
/// keeps its whole width.
public final class Writing extends Region {
  /// Height of a line box in the Noto CJK families, in em.
  private static final double CJK_BOX = 1.448;

  private static final double LATIN_BOX = 1.362;

  private static final String HEADING = "heading";

  private final TextFlow flow = new TextFlow();
  private final double trimTop;
  private final double trimBottom;
  private boolean wraps = true;

  /// How a text is written.
  ///
  /// @param family font family; null = the family of the screen's language
  record WritingStyle(Look look, Role role, boolean bold, Ink ink, @Nullable String family) {

    /// Cuts a text into runs. All text on screens comes through this method, which drops invisible
    /// characters.
    List<Text> runs(String any) {
      String text =
          Arrays.stream(any.split("\n", -1))
              .map(line -> LineBreaks.joined(PlainText.of(line)))
              .collect(Collectors.joining("\n"));
      List<Text> runs = new ArrayList<>();
      String[] parts = text.split("\\*\\*", -1);
      for (int part = 0; part < parts.length; part++) {
        if (!parts[part].isEmpty()) {
          for (Scripts.ScriptRun piece : cut(parts[part])) {
            runs.add(run(piece, bold || part % 2 == 1));
          }
        }
      }
      return runs;
    }

    private List<Scripts.ScriptRun> cut(String text) {
      return family != null || look.chinese()
          ? List.of(new Scripts.ScriptRun(text, true))
          : Scripts.pieces(text);
    }

    private Text run(Scripts.ScriptRun piece, boolean strong) {
      String face =
          family != null ? family : piece.chinese() ? look.chineseFamily() : look.language().sans();
      Text run = new Text(piece.text());
      run.setFont(Look.font(face, strong, look.px(role)));
      run.getStyleClass().add(ink.text());
      return run;
    }

    /// Height of a line box in em.
    double box() {
      String face = family != null ? family : look.language().sans();
      return face.contains("CJK") ? CJK_BOX : LATIN_BOX;
    }
  }

  Writing(WritingStyle hand, String text) {
    double em = hand.look().px(hand.role());
    double spare = em * (hand.box() - hand.role().lineHeight());
    trimTop = spare * 0.55;
    trimBottom = spare - trimTop;
    flow.setLineSpacing(-spare);
    flow.getChildren().addAll(hand.runs(text));
    getChildren().add(flow);
    setMinHeight(USE_PREF_SIZE);
    setMaxHeight(USE_PREF_SIZE);
    setMinWidth(0);
    getStyleClass().add("writing");
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(text());
  }

  /// Marks it as the heading of a screen or a sheet.
  public Writing heading() {
    // JavaFX has no accessible role for headings.
    setAccessibleRoleDescription(HEADING);
    return this;
  }

  public boolean isHeading() {
    return HEADING.equals(getAccessibleRoleDescription());
  }

  /// Keeps it in one line, at its whole width.
  public Writing oneLine() {
    wraps = false;
    setMinWidth(USE_PREF_SIZE);
    return this;
  }

  public Writing centred() {
    flow.setTextAlignment(TextAlignment.CENTER);
    return this;
  }

  public Writing right() {
    flow.setTextAlignment(TextAlignment.RIGHT);
    return this;
  }

  /// Limits its width; it wraps inside.
  public Writing within(double width) {
    setMaxWidth(width);
    return this;
  }

  /// Words, without the characters that control line breaks.
  public String text() {
    StringBuilder all = new StringBuilder();
    flow.getChildren().forEach(run -> all.append(((Text) run).getText()));
    return LineBreaks.plain(all.toString());
  }

  @Override
  public @Nullable Orientation getContentBias() {
    return wraps ? Orientation.HORIZONTAL : null;
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(flow.prefWidth(-1)) + 1;
  }

  /// Width of its widest unbreakable part: a word, or words that belong together.
  public double widestPart() {
    double widest = 0;
    BreakIterator lines = BreakIterator.getLineInstance();
    for (Node node : flow.getChildren()) {
      Text run = (Text) node;
      String words = run.getText();
      lines.setText(words);
      int from = lines.first();
      for (int to = lines.next(); to != BreakIterator.DONE; to = lines.next()) {
        widest = Math.max(widest, wide(run, words.substring(from, to).strip()));
        from = to;
      }
    }
    return Math.ceil(widest) + 1;
  }

  /// Lets the last word of a tied group go to the next line, if the group does not fit in one line.
  private void loosen(double width) {
    for (Node node : flow.getChildren()) {
      Text run = (Text) node;
      String words = run.getText();
      String loosened = LineBreaks.loosened(words, tied -> wide(run, tied) <= width);
      if (!loosened.equals(words)) {
        run.setText(loosened);
      }
    }
  }

  private static double wide(Text run, String words) {
    Text alone = new Text(words);
    alone.setFont(run.getFont());
    return alone.getLayoutBounds().getWidth();
  }

  @Override
  protected double computePrefHeight(double width) {
    double given = wraps && width >= 0 ? width : -1;
    if (given > 0) {
      loosen(given);
    }
    return Math.ceil(flow.prefHeight(given) - trimTop - trimBottom);
  }

  /// Same baseline before and after layout; otherwise a row that stands on it would jump.
  @Override
  public double getBaselineOffset() {
    return flow.getBaselineOffset() - trimTop;
  }

  @Override
  protected void layoutChildren() {
    flow.resizeRelocate(0, -trimTop, getWidth(), flow.prefHeight(getWidth()));
  }
}

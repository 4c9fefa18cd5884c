package org.libstation.screen.kit.widget;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;

/// Shows how a fine, or a suspension of borrowing, was counted. Each day from the due date to the
/// return has a cell of one width. Below are the days left out, and days times rate.
///
/// Many days are folded: the first and last ones stay, or the few that cost something. The versions
/// of the rules are in the journal only; they are file names, which tell a patron nothing.
public final class FineDayStrip extends VBox {
  /// Placeholder for the number of days in the words of a fold.
  public static final String FOLDED = "{0}";

  private static final int MOST_UNFOLDED = 10;
  private static final int MOST_BESIDE_FOLD = 4;
  private static final double GAP = 8;
  private static final double EDGE = 3;
  private static final double AIR = 3;
  private static final double TIGHT = -8;
  private static final double FOLD_EMS = 3.5;
  private static final String BETWEEN = "…";
  private static final Pattern CURRENCY = Pattern.compile("([^\\s\\d]*) ?\\d");

  /// What the strip shows.
  ///
  /// @param fold words for the days that are not drawn, with [#FOLDED] in them
  /// @param leftOut which days were not counted, and why
  /// @param times days times rate
  public record DayStripWords(
      String head, String sum, List<Cell> cells, String fold, String leftOut, String times) {
    public DayStripWords {
      cells = List.copyOf(cells);
    }

    /// Strip without its days, for the largest text. The sum is added unless the words end with it,
    /// as at a maximum.
    String inOneLine() {
      return times.endsWith(sum) ? times : times + " = " + sum;
    }
  }

  /// A day.
  ///
  /// @param label what it costs, or why nothing
  public record Cell(String weekday, String day, String label, DayMark kind) {}

  /// How a day is drawn.
  public enum DayMark {
    DUE,
    COUNTED,
    LEFT_OUT,
    SUSPENDED
  }

  public FineDayStrip(Type type, DayStripWords words, double width) {
    super(4);
    setFillWidth(true);
    HBox head =
        Box.row(
            16,
            Box.grow(type.strong(words.head())),
            type.write(Role.SUM, true, Ink.TEXT, words.sum()).oneLine());
    getChildren().addAll(Box.rule(), head, days(type, words, width));
    Writing times = type.strong(words.times());
    Writing leftOut = type.caption(words.leftOut());
    if (times.prefWidth(-1) > width / 2) {
      // One line stands under the sum; several lines, such as of reminders, are read from the left.
      getChildren().addAll(times.prefWidth(-1) > width ? times : times.right(), leftOut);
    } else {
      HBox count = Box.row(16, Box.grow(leftOut), times.oneLine());
      count.setAlignment(Pos.TOP_LEFT);
      getChildren().add(count);
    }
    setMinHeight(Region.USE_PREF_SIZE);
  }

  private static HBox days(Type type, DayStripWords words, double width) {
    Matcher sign = CURRENCY.matcher(words.sum());
    String currency = sign.find() ? sign.group(1) : "";
    List<VBox> drawn = words.cells().stream().map(cell -> day(type, cell, currency)).toList();
    double least =
        Math.ceil(drawn.stream().mapToDouble(box -> box.prefWidth(-1)).max().orElse(0)) + 2 * EDGE;
    int all = drawn.size();
    if (all <= MOST_UNFOLDED && all * (least + GAP) - GAP <= width) {
      return row(drawn, (width + GAP) / all - GAP);
    }
    Optional<HBox> few = few(type, words, drawn, least, width);
    if (few.isPresent()) {
      return few.get();
    }
    double fold = type.look().px(Role.CAPTION) * FOLD_EMS;
    int side =
        Math.clamp(
            (int) ((width - fold) / (least + GAP) / 2), 1, Math.min(MOST_BESIDE_FOLD, all / 2));
    String folded = words.fold().replace(FOLDED, String.valueOf(all - 2 * side));
    HBox row = row(drawn.subList(0, side), least);
    Box.add(row, Box.grow(type.note(true, folded).centred()));
    Box.add(row, row(drawn.subList(all - side, all), least).getChildren());
    return row;
  }

  /// Draws the first and last day and the few between that cost something, such as days of
  /// reminders; empty if they do not fit.
  private static Optional<HBox> few(
      Type type, DayStripWords words, List<VBox> drawn, double least, double width) {
    HBox row = Box.row(GAP);
    int last = drawn.size() - 1;
    int before = -1;
    for (int at = 0; at <= last; at++) {
      if (at == 0 || at == last || words.cells().get(at).kind() == DayMark.COUNTED) {
        if (at > before + 1) {
          Box.add(row, Box.grow(type.note(true, BETWEEN).oneLine().centred()));
        }
        Box.wide(drawn.get(at), least);
        Box.add(row, drawn.get(at));
        before = at;
      }
    }
    return Optional.of(row).filter(all -> all.prefWidth(-1) <= width);
  }

  private static HBox row(List<VBox> cells, double width) {
    HBox row = Box.row(GAP);
    for (VBox cell : cells) {
      Box.wide(cell, Math.floor(width));
      Box.add(row, cell);
    }
    return row;
  }

  private static VBox day(Type type, Cell cell, String currency) {
    Writing label = type.write(Role.CAPTION, true, ink(cell.kind()), cell.label()).oneLine();
    if (cell.kind() == DayMark.COUNTED && Character.isDigit(cell.label().codePointAt(0))) {
      // Reading aloud has a sum; the screen has a column of figures.
      label.setAccessibleText(currency + cell.label());
    }
    VBox box =
        Box.column(
            TIGHT,
            type.caption(cell.weekday()).oneLine(),
            type.figure(Role.TITLE, Ink.TEXT, cell.day()).oneLine(),
            label);
    box.setFillWidth(false);
    box.setAlignment(Pos.CENTER);
    Box.padded(box, 0, AIR, 0, AIR);
    box.getStyleClass().add("day");
    SpeechMark.as(SpeechMark.NodeRole.DAY, box);
    switch (cell.kind()) {
      case DUE -> box.getStyleClass().add("due");
      case COUNTED -> {}
      case LEFT_OUT -> box.getStyleClass().add("off");
      case SUSPENDED -> box.getStyleClass().add("held");
    }
    return box;
  }

  private static Ink ink(DayMark kind) {
    return switch (kind) {
      case DUE -> Ink.ACTION;
      case COUNTED -> Ink.STOP;
      case LEFT_OUT -> Ink.TEXT;
      case SUSPENDED -> Ink.WAIT;
    };
  }
}

package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.ListMetrics;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.Moves;

/// A row at the largest text steps: its stamp as a line, its title, what happened and what to do.
final class CompactRow extends VBox {
  /// Space left and right of the words.
  private static final double SIDES = 30;

  /// The same at step 4 of a small panel, whose lines are short.
  private static final double LEAST_SIDES = 14;

  private static final double EDGES = 12;

  /// Width of icon, sign and gaps beside a stamp, a title and a place in one line.
  private static final double BESIDE = 260;

  /// Least width of a title beside a stamp.
  private static final double LEAST_TITLE = 120;

  /// Space above and below the words on a small panel, with the edges.
  private static final double SMALL_ENDS = 4 + 8 + EDGES;

  /// @param type type of its words, perhaps smaller than the screen's
  /// @param screen look of the screen
  /// @param place name of the place where the book goes; stands beside its sign
  /// @param lines greatest number of lines of its title
  CompactRow(Type type, Look screen, ItemRow.ItemRowWords words, String place, int lines) {
    super(4);
    double width = width(screen);
    boolean wide = screen.layouts().lists().row().oneLine();
    boolean beside =
        wide
            && words
                .stamp()
                .map(stamp -> besideStamp(type, words, stamp, width, place) >= LEAST_TITLE)
                .orElse(false);
    Box.add(this, words.stamp().map(stamp -> head(type, words, stamp, wide ? width : 0, place)));
    Box.add(this, words.title().filter(_ -> !beside).map(title -> type.title(title, width, lines)));
    Box.add(this, said(screen, type, words));
    Box.add(this, words.reason().filter(_ -> !codeBeside(type, words)).map(why -> code(type, why)));
    Box.add(this, words.strip().map(strip -> type.note(true, strip.inOneLine())));
    Box.add(this, words.sign().filter(_ -> !wide).map(sign -> signed(type, sign, place)));
    framed(screen, words);
  }

  private static List<Writing> said(Look screen, Type type, ItemRow.ItemRowWords words) {
    if (words.reason().isEmpty()) {
      return words.line().stream()
          .map(line -> type.write(Role.CAPTION, false, words.lineInk(), line))
          .toList();
    }
    ItemRow.ItemRowReason reason = words.reason().get();
    return screen.layouts().lists().row().runsOn()
        ? List.of(type.note(false, inOne(type, reason)))
        : List.of(type.note(true, reason.what()), type.note(false, reason.wayOut()));
  }

  /// One page of a row that takes several.
  private CompactRow(Look screen, ItemRow.ItemRowWords words, List<Region> parts) {
    super(4);
    getChildren().addAll(parts);
    framed(screen, words);
  }

  /// Draws a row on as many pages as it needs. It has stamp and title, what happened, what to do,
  /// and the code or the place for the book.
  ///
  /// @param room height of a page
  static List<CompactRow> leaves(Type type, ItemRow.ItemRowWords words, String place, double room) {
    double width = width(type.look());
    Leaves leaves = new Leaves(type, width, room - SMALL_ENDS, 0);
    List<List<Region>> brief = leaves.of(pieces(type, words, place, width, 1));
    List<List<Region>> whole = leaves.of(pieces(type, words, place, width, 2));
    return (whole.size() > brief.size() ? brief : whole)
        .stream().map(parts -> new CompactRow(type.look(), words, parts)).toList();
  }

  private static List<Leaves.Piece> pieces(
      Type type, ItemRow.ItemRowWords words, String place, double width, int titleLines) {
    List<Leaves.Piece> all = new ArrayList<>();
    words
        .stamp()
        .ifPresent(stamp -> all.add(new Leaves.Piece.Whole(mark(type, words, stamp, false))));
    words
        .title()
        .ifPresent(title -> all.add(new Leaves.Piece.Whole(type.title(title, width, titleLines))));
    words
        .reason()
        .ifPresentOrElse(
            reason -> all.addAll(said(type, reason)),
            () -> words.line().ifPresent(line -> all.add(said(words.lineInk(), line))));
    words
        .strip()
        .ifPresent(
            strip ->
                all.add(
                    new Leaves.Piece.LeafText(
                        Role.CAPTION, true, Ink.TEXT, strip.inOneLine(), false)));
    words.sign().ifPresent(sign -> all.add(new Leaves.Piece.Whole(signed(type, sign, place))));
    return all;
  }

  private static List<Leaves.Piece> said(Type type, ItemRow.ItemRowReason reason) {
    String gap = type.between();
    return List.of(
        new Leaves.Piece.LeafText(Role.CAPTION, true, Ink.TEXT, reason.what(), false),
        new Leaves.Piece.LeafText(
            Role.CAPTION, false, Ink.TEXT, gap + reason.wayOut().replace("\n", gap), true),
        said(Ink.TEXT_2, reason.code()));
  }

  private static Leaves.Piece said(Ink ink, String text) {
    return new Leaves.Piece.LeafText(Role.CAPTION, false, ink, text, false);
  }

  /// Width of the words.
  private static double width(Look screen) {
    return screen.list() - EDGES - 2 * sides(screen);
  }

  private static double sides(Look screen) {
    return screen.tells() ? LEAST_SIDES : SIDES;
  }

  private void framed(Look screen, ItemRow.ItemRowWords words) {
    SpeechMark.row(words.number(), this);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    getStyleClass().add("compact");
    words.stamp().ifPresent(stamp -> getStyleClass().add(stamp.ink().border()));
    if (words.gap() || words.stamp().filter(Stamp.StampWords::open).isPresent()) {
      getStyleClass().add("dashed");
    }
    double sides = sides(screen);
    ListMetrics.Compact sizes = screen.metrics().lists().compact();
    Box.padded(this, sizes.above(), sides, sizes.below(), sides);
    setSpacing(sizes.linesApart());
    setMinHeight(Region.USE_PREF_SIZE);
  }

  /// Joins what happened and what to do. Half a lying panel is wide and low, so that they run on.
  private static String inOne(Type type, ItemRow.ItemRowReason reason) {
    String gap = type.between();
    return "**" + reason.what() + "**" + gap + reason.wayOut().replace("\n", gap);
  }

  private static <N extends Node> N swaps(
      ItemRow.ItemRowWords words, Stamp.StampWords stamp, String part, N node) {
    return Moves.as(new Moves.Move.Swap(stamp.state()), part + words.number(), node);
  }

  /// Width that stamp and place leave for a title beside them.
  private static double besideStamp(
      Type type, ItemRow.ItemRowWords words, Stamp.StampWords stamp, double wide, String place) {
    Writing said = (Writing) mark(type, words, stamp, true).getChildren().getLast();
    return wide - BESIDE - said.oneLine().prefWidth(-1) - type.note(true, place).prefWidth(-1);
  }

  /// @param wide width in which title and place stand beside the stamp; 0 = they do not
  private static HBox head(
      Type type, ItemRow.ItemRowWords words, Stamp.StampWords stamp, double wide, String place) {
    HBox row = mark(type, words, stamp, true);
    if (wide > 0) {
      Writing said = (Writing) row.getChildren().getLast();
      HBox.setHgrow(said.oneLine(), Priority.NEVER);
      double left = wide - BESIDE - said.prefWidth(-1);
      Writing where =
          type.fitting(
              type.look().step(),
              each -> each.note(true, place).oneLine(),
              each -> each.prefWidth(-1) <= left);
      double room = left - where.prefWidth(-1);
      Box.add(
          row,
          words.title().filter(_ -> room >= LEAST_TITLE).map(title -> type.title(title, room, 1)));
      Box.add(row, Box.space());
      words.sign().ifPresent(sign -> row.getChildren().addAll(PlaceSign.of(type, sign), where));
    }
    Box.add(row, words.reason().filter(_ -> codeBeside(type, words)).map(why -> code(type, why)));
    return row;
  }

  private static Writing code(Type type, ItemRow.ItemRowReason why) {
    return type.caption(why.code()).oneLine();
  }

  /// Whether the code beside the stamp leaves the stamp's words unbroken; otherwise it stands
  /// below.
  private static boolean codeBeside(Type type, ItemRow.ItemRowWords words) {
    double code = words.reason().map(why -> code(type, why).prefWidth(-1) + 20).orElse(0.0);
    double room = width(type.look()) - type.look().px(Role.STAMP) - 20 - code;
    return words
        .stamp()
        .map(stamp -> type.atStep(1).write(Role.STAMP, true, stamp.ink(), said(stamp)))
        .filter(least -> least.widestPart() > room)
        .isEmpty();
  }

  private static String said(Stamp.StampWords stamp) {
    return stamp.head() + stamp.line().map(line -> " " + line).orElse("");
  }

  /// Draws the stamp's icon and words as a line.
  ///
  /// @param beside whether the code stands beside it
  private static HBox mark(
      Type type, ItemRow.ItemRowWords words, Stamp.StampWords stamp, boolean beside) {
    Ink ink = stamp.ink() == Ink.TEXT_2 ? Ink.TEXT : stamp.ink();
    HBox row = Box.row(20);
    Box.add(
        row,
        stamp
            .icon()
            .map(
                icon ->
                    swaps(
                        words,
                        stamp,
                        "icon ",
                        new IconView(icon, type.look().px(Role.STAMP), ink).stroked(5))));
    double room = width(type.look()) - type.look().px(Role.STAMP) - 20;
    double code = words.reason().map(why -> code(type, why).prefWidth(-1) + 20).orElse(0.0);
    Writing word =
        type.fitting(
            type.look().step(),
            each -> each.write(Role.STAMP, true, ink, said(stamp)),
            each -> each.widestPart() <= (beside && codeBeside(type, words) ? room - code : room));
    Box.add(row, Box.grow(swaps(words, stamp, "word ", word)));
    return row;
  }

  private static HBox signed(Type type, PlaceSign.PlaceSignWords sign, String place) {
    ListMetrics.Compact sizes = type.look().metrics().lists().compact();
    double apart = type.look().tells() ? sizes.toldPlaceApart() : sizes.placeApart();
    return Box.row(apart, PlaceSign.of(type, sign), Box.grow(type.note(true, place)));
  }
}

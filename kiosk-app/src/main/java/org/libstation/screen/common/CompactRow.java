package org.libstation.screen.common;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A row at the largest text steps: one matter, its stamp as a line, its title, what to do.
final class CompactRow extends VBox {
  /// @param type how it is written: perhaps smaller than the screen
  /// @param screen the screen it stands on
  /// @param place name of the place where it goes; stands beside its sign
  CompactRow(Type type, Look screen, ItemRow.Words words, String place) {
    super(4);
    Heard.row(words.number(), this);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    getStyleClass().add("compact");
    double width = screen.list() - 72;
    boolean wide = screen.panel().wide() && screen.low();
    boolean small = screen.panel().small();
    words
        .stamp()
        .ifPresent(stamp -> getChildren().add(head(type, words, stamp, wide ? width : 0, place)));
    words
        .title()
        .filter(_ -> !wide || words.stamp().isEmpty())
        .ifPresent(title -> getChildren().add(type.title(title, width, 1)));
    words
        .reason()
        .ifPresentOrElse(
            reason -> {
              if (wide || small) {
                getChildren().add(type.write(Role.CAPTION, false, Ink.TEXT, inOne(type, reason)));
              } else {
                getChildren().add(type.write(Role.CAPTION, true, Ink.TEXT, reason.what()));
                getChildren().add(type.write(Role.CAPTION, false, Ink.TEXT, reason.wayOut()));
              }
            },
            () ->
                words
                    .line()
                    .ifPresent(
                        line ->
                            getChildren()
                                .add(type.write(Role.CAPTION, false, words.lineInk(), line))));
    words
        .strip()
        .ifPresent(
            strip ->
                getChildren().add(type.write(Role.CAPTION, true, Ink.TEXT, strip.inOneLine())));
    words
        .sign()
        .filter(_ -> !wide)
        .ifPresent(
            sign ->
                getChildren()
                    .add(
                        Box.row(
                            20,
                            new Sign(type, sign),
                            Box.grow(type.write(Role.CAPTION, true, Ink.TEXT, place)))));
    words.stamp().ifPresent(stamp -> getStyleClass().add(stamp.ink().border()));
    if (words.gap() || words.stamp().filter(Stamp.Words::open).isPresent()) {
      getStyleClass().add("dashed");
    }
    Box.padded(this, small ? 4 : 10, 30, small ? 8 : 14, 30);
    setSpacing(small ? 0 : 4);
    setMinHeight(Region.USE_PREF_SIZE);
  }

  /// Half a lying panel is wide and low: what happened and what to do run on.
  private static String inOne(Type type, ItemRow.Reason reason) {
    String gap = type.look().chinese() ? "" : " ";
    return "**" + reason.what() + "**" + gap + reason.wayOut().replace("\n", gap);
  }

  private static <N extends Node> N swaps(
      ItemRow.Words words, Stamp.Words stamp, String part, N node) {
    return Moves.as(new Moves.Move.Swap(Moves.State.of(stamp)), part + words.number(), node);
  }

  /// @param wide width in which title and place stand beside the stamp; 0 = they do not
  private static HBox head(
      Type type, ItemRow.Words words, Stamp.Words stamp, double wide, String place) {
    Ink ink = stamp.ink() == Ink.TEXT_2 ? Ink.TEXT : stamp.ink();
    HBox row = Box.row(20);
    stamp
        .icon()
        .ifPresent(
            icon ->
                row.getChildren()
                    .add(
                        swaps(
                            words,
                            stamp,
                            "icon ",
                            new IconView(icon, type.look().px(Role.STAMP), ink, 5))));
    String text = stamp.head() + stamp.line().map(line -> " " + line).orElse("");
    Writing said = swaps(words, stamp, "word ", type.write(Role.STAMP, true, ink, text));
    row.getChildren().add(wide > 0 ? said.oneLine() : Box.grow(said));
    if (wide > 0) {
      Writing where = type.write(Role.CAPTION, true, Ink.TEXT, place).oneLine();
      double room = wide - 260 - said.prefWidth(-1) - where.prefWidth(-1);
      words.title().ifPresent(title -> row.getChildren().add(type.title(title, room, 1)));
      row.getChildren().add(Box.space());
      words.sign().ifPresent(sign -> row.getChildren().addAll(new Sign(type, sign), where));
    }
    words.reason().ifPresent(why -> row.getChildren().add(type.caption(why.code()).oneLine()));
    return row;
  }
}

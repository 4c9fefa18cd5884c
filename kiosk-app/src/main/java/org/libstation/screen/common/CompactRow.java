package org.libstation.screen.common;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A row at the largest text steps: one matter, its stamp as a line, its title, what to do.
final class CompactRow extends VBox {
  CompactRow(Type type, ItemRow.Words words) {
    super(4);
    Heard.row(words.number(), this);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    getStyleClass().add("compact");
    double width = Tokens.LIVE - 72;
    words.stamp().ifPresent(stamp -> getChildren().add(head(type, stamp, words)));
    words.title().ifPresent(title -> getChildren().add(type.title(title, width, 1)));
    words
        .reason()
        .ifPresentOrElse(
            reason -> {
              getChildren().add(type.write(Role.CAPTION, true, Ink.TEXT, reason.what()));
              getChildren().add(type.write(Role.CAPTION, false, Ink.TEXT, reason.wayOut()));
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
    words.stamp().ifPresent(stamp -> getStyleClass().add(stamp.ink().border()));
    if (words.gap() || words.stamp().filter(Stamp.Words::open).isPresent()) {
      getStyleClass().add("dashed");
    }
    Box.padded(this, 10, 30, 14, 30);
    setMinHeight(Region.USE_PREF_SIZE);
  }

  private static HBox head(Type type, Stamp.Words stamp, ItemRow.Words words) {
    Ink ink = stamp.ink() == Ink.TEXT_2 ? Ink.TEXT : stamp.ink();
    HBox row = Box.row(20);
    stamp
        .icon()
        .ifPresent(
            icon ->
                row.getChildren()
                    .add(
                        new IconView(
                            icon, type.look().px(Role.STAMP), ink, icon == Icon.DOTS ? 8 : 5)));
    String text = stamp.head() + stamp.line().map(line -> " " + line).orElse("");
    row.getChildren().add(Box.grow(type.write(Role.STAMP, true, ink, text)));
    words.reason().ifPresent(why -> row.getChildren().add(type.caption(why.code()).oneLine()));
    return row;
  }
}

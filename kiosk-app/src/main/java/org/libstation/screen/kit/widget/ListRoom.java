package org.libstation.screen.kit.widget;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.libstation.screen.kit.look.ListLayout;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Type;

/// Computes the room that heading, hand picture and keys leave for the rows and notices of a list.
final class ListRoom {
  /// Borders of a row: left and right, and above and below.
  static final double BORDERS = 14;

  /// Gaps above and below a row that stands alone.
  private static final double AIR = 40;

  private final ListModel model;
  private final Type type;
  private final Look look;
  private final ListLayout layout;
  private final Frame frame;
  private final Supplier<List<Node>> head;

  /// @param head draws the heading
  ListRoom(ListModel model, Type type, Frame frame, Supplier<List<Node>> head) {
    this.model = model;
    this.type = type;
    this.look = type.look();
    this.layout = look.layouts().lists();
    this.frame = frame;
    this.head = head;
  }

  /// Height left for rows by bars, heading and keys. In one column a hand area without its picture
  /// is kept free too.
  double roomForRows() {
    double room = roomBesideHead();
    if (layout.hand().place() != ListLayout.HandPlace.UNDER_ROWS) {
      return room;
    }
    double hand =
        model
            .hand
            .get()
            .map(words -> GrowingHand.of(type, words).least(look.list()) + AIR)
            .orElse(0.0);
    return room - look.panel().keyPrimary() - look.panel().key() - hand;
  }

  /// Height for rows in short form, which need no gap if they take the place of the heading.
  double roomForBriefs() {
    return roomForRows() + (layout.rows().overHead() ? AIR : 0);
  }

  /// Height left by bars, heading and gaps.
  double largeRoom() {
    return roomBesideHead();
  }

  /// Same height below the line under the heading, which stays if a single row has room.
  double roomUnderLine() {
    double line = 0;
    for (Node part : head.get()) {
      if (!part.getProperties().isEmpty() && !model.rows.get().isEmpty()) {
        line +=
            Math.ceil(part.prefHeight(look.list())) + look.metrics().around().stage().partsApart();
      }
    }
    return largeRoom() - line;
  }

  private double roomBesideHead() {
    double heading = 0;
    if (layout.rows().overHead()) {
      return frame.room() - AIR;
    }
    for (Node part : head.get()) {
      if (part.getProperties().isEmpty() || model.rows.get().isEmpty()) {
        heading += Math.ceil(part.prefHeight(look.list()));
      }
    }
    return frame.room() - heading - AIR - look.metrics().lists().pages().keysBelow();
  }

  /// Whether notices would be left out beside the highest row, or in their column.
  boolean crowded(List<Node> below) {
    List<NoticeBar.NoticeBarWords> notices = model.notices.get();
    if (notices.isEmpty()) {
      return false;
    }
    NoticePages all = new NoticePages(type, List.of());
    if (free()) {
      double keys = layout.notices().columnKeys() * look.panel().key();
      return all.height(notices, below, look.aside()) > frame.room() - keys;
    }
    double highest =
        model.rows.get().stream()
            .mapToDouble(row -> new ItemRow(type, row, 1, _ -> {}).prefHeight(look.list()))
            .max()
            .orElse(0);
    double rows = highest + look.panel().key();
    return all.height(notices, below, look.list()) > roomForRows() - rows;
  }

  /// Whether notices fit under the heading in the column, while the hand picture has the stage.
  boolean besideHand() {
    double said =
        new NoticePages(type, List.of()).height(model.notices.get(), head.get(), look.aside());
    return layout.notices().inColumn()
        && said + AIR
            <= frame.room() - model.actions.get().size() * (look.panel().keyPrimary() + AIR / 2);
  }

  /// Whether the column beside the list is free, because there is no hand picture.
  boolean free() {
    return look.split() && layout.notices().inColumn() && model.hand.get().isEmpty();
  }
}

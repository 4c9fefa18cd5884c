package org.libstation.screen.kit.widget;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.libstation.screen.kit.look.ListLayout;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Type;

/// How much room heading, hand and keys leave the rows and the notices of a list.
final class ListRoom {
  /// Left and right of the words of a row, and above and below.
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

  /// What bars, heading and keys leave, and in one column a hand without its picture.
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

  /// Rows in their short form need no air where they take the place of the heading.
  double roomForBriefs() {
    return roomForRows() + (layout.rows().overHead() ? AIR : 0);
  }

  /// What the bars, the heading and the gaps leave.
  double largeRoom() {
    return roomBesideHead();
  }

  /// The same below a line under the heading, which stays while a single row has room.
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

  /// Notices would be left out beside the highest row, or in their column.
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

  /// Under the heading, in the column beside a hand that has the stage, above its keys.
  boolean besideHand() {
    double said =
        new NoticePages(type, List.of()).height(model.notices.get(), head.get(), look.aside());
    return layout.notices().inColumn()
        && said + AIR
            <= frame.room() - model.actions.get().size() * (look.panel().keyPrimary() + AIR / 2);
  }

  /// Without a hand picture the column beside the list has room.
  boolean free() {
    return look.split() && layout.notices().inColumn() && model.hand.get().isEmpty();
  }
}

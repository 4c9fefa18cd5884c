package org.libstation.screen.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.libstation.screen.look.Arrangement;
import org.libstation.screen.look.Look;
import org.libstation.screen.look.Type;

/// How much room heading, hand and keys leave the rows and the notices of a list.
final class ListRoom {
  /// Left and right of the words of a row, and above and below.
  static final double BORDERS = 14;

  /// Gaps above and below a row that stands alone.
  private static final double AIR = 40;

  /// Around the strip of the hand: its edges and the gap above it.
  private static final double STRIP_AIR = 36;

  /// Keys that stand beside a list at most, in heights of one.
  private static final double KEYS_BESIDE = 5;

  private final ListModel model;
  private final Type type;
  private final Look look;
  private final Arrangement arrangement;
  private final Frame frame;
  private final Supplier<List<Node>> head;
  private final Function<ItemRow.Words, String> place;

  /// @param head draws the heading
  /// @param place where the item of a row goes, in words
  ListRoom(
      ListModel model,
      Type type,
      Frame frame,
      Supplier<List<Node>> head,
      Function<ItemRow.Words, String> place) {
    this.model = model;
    this.type = type;
    this.look = type.look();
    this.arrangement = look.arrangement();
    this.frame = frame;
    this.head = head;
    this.place = place;
  }

  /// What bars, heading and keys leave, and in one column a hand without its picture.
  double roomForRows() {
    double room = roomBesideHead();
    if (look.split() || arrangement.keysBelow()) {
      return room;
    }
    double hand =
        model
            .hand
            .get()
            .map(words -> HandBox.growing(type, words).least(look.list()) + AIR)
            .orElse(0.0);
    return room - look.panel().keyPrimary() - look.panel().key() - hand;
  }

  /// Of each row: the strip of the hand gets lower, and goes, before a row has no room.
  double roomOf(List<ItemRow.Words> all) {
    double without = roomBesideHead();
    double room = largeRoom();
    List<Double> rooms = new ArrayList<>(List.of(room));
    model
        .hand
        .get()
        .flatMap(this::strip)
        .map(pile -> without - STRIP_AIR - HandStrip.low(type, pile).prefHeight(look.list()))
        .ifPresent(rooms::add);
    if (rooms.size() == 1) {
      return room;
    }
    double tallest =
        all.stream()
            .mapToDouble(
                row ->
                    new CompactRow(new Type(look.atStep(1)), look, row, place.apply(row), 1)
                        .prefHeight(look.list() - BORDERS))
            .max()
            .orElse(0);
    return rooms.stream().filter(each -> tallest <= each).findFirst().orElse(without);
  }

  /// What the bars, the heading, the strip of the hand and the gaps leave.
  double largeRoom() {
    double strip =
        model.hand.get().flatMap(this::strip).stream()
            .mapToDouble(
                pile -> HandStrip.of(type, pile, false).prefHeight(look.list()) + STRIP_AIR)
            .sum();
    return roomBesideHead() - strip;
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
    if (arrangement.tight() && !arrangement.keysBelow()) {
      return frame.room() - AIR;
    }
    for (Node part : head.get()) {
      if (part.getProperties().isEmpty() || model.rows.get().isEmpty()) {
        heading += Math.ceil(part.prefHeight(look.list()));
      }
    }
    return frame.room() - heading - AIR - look.metrics().lists().pages().keysBelow();
  }

  /// In large text on a lying panel the picture keeps a place: a strip below the row.
  Optional<HandBox.Words.Pile> strip(HandBox.Words words) {
    return look.large()
            && arrangement.flat()
            && !arrangement.tight()
            && words instanceof HandBox.Words.Pile pile
        ? Optional.of(pile)
        : Optional.empty();
  }

  /// Notices would be left out beside the highest row, or in their column.
  boolean crowded(List<Node> below) {
    List<NoticeBar.Words> notices = model.notices.get();
    if (notices.isEmpty()) {
      return false;
    }
    NoticePages all = new NoticePages(type, List.of());
    if (free()) {
      double keys = KEYS_BESIDE * look.panel().key();
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

  /// Without a hand picture the column beside the list has room.
  boolean free() {
    return look.split() && !arrangement.tight() && model.hand.get().isEmpty();
  }
}

package org.libstation.screen.widget;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Type;
import org.libstation.screen.look.Writing;
import org.libstation.screen.picture.HandPicture;

/// The area of the hand in half a panel, under a row that stands alone: a strip of it.
final class HandStrip {
  /// Part of its board that a picture has there.
  private static final double PICTURE = 0.34;

  /// The same where a row needs the room.
  private static final double LOW = 0.17;

  private static final double SIDES = 20;
  private static final double APART = 24;

  /// Edges of the area.
  private static final double EDGES = 8;

  private HandStrip() {}

  /// The picture, and beside it what to do.
  ///
  /// @param whole with the line
  static HandBox of(Type type, HandBox.Words.Pile words, boolean whole) {
    Type written = type.atStep(Math.min(2, type.look().step()));
    VBox said = Box.column(0);
    Box.add(said, words.stamp().map(stamp -> written.strong(stamp.head())));
    Box.add(said, matter(written, words));
    if (whole && !words.line().isBlank()) {
      Box.add(said, written.note(false, words.line()));
    }
    said.setAlignment(Pos.CENTER_LEFT);
    HBox row =
        Box.row(APART, HandPicture.pile(words.scene(), words.covers(), PICTURE), Box.grow(said));
    return new HandBox(Box.padded(row, 6, SIDES, 6, SIDES));
  }

  /// The same in one line, where the row needs the room.
  static HandBox low(Type type, HandBox.Words.Pile words) {
    Type written = type.atStep(1);
    HBox row = Box.row(APART, HandPicture.pile(words.scene(), words.covers(), LOW));
    Box.add(row, words.stamp().map(stamp -> written.strong(stamp.head()).oneLine()));
    Box.add(row, matter(written, words).map(Writing::oneLine));
    Writing line = written.note(false, words.line()).oneLine();
    double room = type.look().list() - 2 * (SIDES + EDGES);
    if (!words.line().isBlank() && row.prefWidth(-1) + APART + line.prefWidth(-1) <= room) {
      Box.add(row, line);
    }
    return new HandBox(Box.padded(row, 2, SIDES, 2, SIDES));
  }

  /// What is to be done, or with which one.
  private static Optional<Writing> matter(Type type, HandBox.Words.Pile words) {
    return words.head().isBlank()
        ? words.title().map(title -> type.title(title, type.look().aside() / 2, 1))
        : Optional.of(type.strong(words.head()));
  }
}

package org.libstation.screen.kit.picture;

import javafx.scene.Node;
import javafx.scene.paint.Color;

/// Draws a book drop: its slot with the bin below, and the way to another drop.
public final class DropPicture {
  private static final Color COVER = Color.web("#F5C75F");
  private static final Color COVER_EDGE = Color.web("#C99427");
  private static final Color PAPER = Color.web("#EEF2F6");
  private static final Color[] SPINES = {
    Color.web("#D9B256"), Color.web("#74C69D"), Color.web("#8FB8DE")
  };
  private static final double BIN_TOP = 262;
  private static final double BIN_HIGH = 138;

  private DropPicture() {}

  /// Draws the slot of a drop.
  ///
  /// @param moving whether a book is on its way in
  /// @param percent how full the bin is, 0 to 100
  public static Node slot(boolean moving, int percent) {
    Drawing board = new Drawing(320, 430, 1);
    board.rect(2, 2, 316, 426, 18, 4, "stroke-edge", "fill-surface");
    board.rect(26, 28, 268, 26, 13, 0, moving ? "fill-ask" : "fill-done");
    board.rect(34, 82, 252, 112, 10, 6, moving ? "stroke-ask-mark" : "stroke-done", "fill-sunken");
    double fall = moving ? 22 : 0;
    board.pigment(
        "M98 %1$.0fL222 %1$.0fL248 %2$.0fL72 %2$.0fZ".formatted(108 + fall, 170 + fall), COVER);
    board.rect(68, 168 + fall, 184, 44, 6, 0).setFill(COVER_EDGE);
    board.rect(130, 181 + fall, 74, 18, 3, 0).setFill(PAPER);
    board.path("M140 %1$.0fl20 18 20-18".formatted(226 + fall / 2), 10, "stroke-done");
    bin(board, percent);
    return board;
  }

  private static void bin(Drawing board, int percent) {
    board.rect(58, BIN_TOP, 204, BIN_HIGH, 12, 5, "stroke-edge", "fill-sunken");
    double high = (BIN_HIGH - 10) * Math.clamp(percent, 0, 100) / 100;
    if (percent > 0) {
      board.rect(63, BIN_TOP + BIN_HIGH - 5 - high, 194, high, 4, 0, "fill-action-edge");
    }
    int books = (int) Math.min(7, high / 17);
    for (int book = 0; book < books; book++) {
      double inset = 8 + (book * 13) % 24;
      board
          .rect(63 + inset, BIN_TOP + BIN_HIGH - 20 - book * 17.0, 194 - 2 * inset, 12, 3, 0)
          .setFill(SPINES[book % SPINES.length]);
    }
  }

  /// Draws a map with the way from a full drop to one that takes books.
  public static Node way() {
    Drawing board = new Drawing(316, 426, 1);
    board.rect(2, 2, 312, 416, 16, 3, "stroke-line", "fill-surface");
    for (double x : new double[] {66, 238}) {
      board.rect(x, 4, 26, 412, 0, 0, "fill-veil");
    }
    for (double y : new double[] {96, 300}) {
      board.rect(4, y, 308, 26, 0, 0, "fill-veil");
    }
    for (double y = 342; y > 316; y -= 20) {
      board.circle(79, y, 7, 0, "fill-ask-mark");
    }
    for (double x = 79; x < 251; x += 20) {
      board.circle(x, 313, 7, 0, "fill-ask-mark");
    }
    for (double y = 313; y > 120; y -= 20) {
      board.circle(251, y, 7, 0, "fill-ask-mark");
    }
    board.path("M251 118C226 84 213 70 213 50a38 38 0 1 1 76 0c0 20-13 34-38 68z", 0, "fill-done");
    board.path("M235 50l11 12 21-22", 8, "stroke-surface");
    board.circle(79, 364, 21, 0, "fill-stop");
    board.path("M68 364h22", 6, "stroke-surface");
    return board;
  }
}

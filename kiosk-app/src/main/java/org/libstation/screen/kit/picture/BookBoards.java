package org.libstation.screen.kit.picture;

import java.util.List;
import java.util.Optional;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Rotate;

/// Draws shelves with a patron's books, each in its colour. A book that is not known yet is a
/// dashed gap.
public final class BookBoards {
  /// Most books of usual width on one shelf; if two shelves hold more, each book is thinner.
  private static final int ON_BOARD = 6;

  private static final int MOST_BOARDS = 2;
  private static final double[] WIDE = {58, 46, 64, 50, 60, 48};
  private static final double[] HIGH = {188, 168, 204, 180, 158, 196};
  private static final double APART = 262;
  private static final double FLOOR = 222;
  private static final double THICK = 18;
  private static final double LEFT = 56;
  private static final double LEANS = 9;
  private static final double LEAST = 420;

  private BookBoards() {}

  /// @param books their covers, as [Spine#cover(String)] returned them; empty = a gap
  public static Drawing of(List<Optional<Integer>> books) {
    int boards = books.size() > ON_BOARD ? MOST_BOARDS : 1;
    int each = Math.max(1, Math.ceilDiv(books.size(), boards));
    double thin = Math.min(1, (double) ON_BOARD / each);
    double width = Math.max(LEAST, 2 * LEFT + wide(Math.min(each, books.size()), thin));
    Drawing board = new Drawing(width, APART * boards + 8, 1);
    for (int at = 0; at < boards; at++) {
      int from = Math.min(books.size(), at * each);
      double floor = FLOOR + APART * at;
      List<Optional<Integer>> here = books.subList(from, Math.min(books.size(), from + each));
      shelved(board, here, (width - wide(here.size(), thin)) / 2, floor, thin);
      board.outPath("M 90 %1$sv26M%2$s %1$sv26".formatted(floor + THICK, width - 90));
      board.out(10, floor, width - 20, THICK, 5, "fill-sunken");
    }
    return board;
  }

  private static double wide(int books, double thin) {
    double wide = 0;
    for (int at = 0; at < books; at++) {
      wide += WIDE[at % ON_BOARD] * thin + 5;
    }
    return wide;
  }

  private static void shelved(
      Drawing board, List<Optional<Integer>> books, double begin, double floor, double thin) {
    double x = begin;
    for (int at = 0; at < books.size(); at++) {
      double wide = WIDE[at % ON_BOARD] * thin;
      double high = HIGH[at % ON_BOARD];
      boolean leans = at > 1 && at == books.size() - 1 && books.get(at).isPresent();
      double left = leans ? x + Math.sin(Math.toRadians(LEANS)) * high : x;
      Rotate turn = new Rotate(leans ? -LEANS : 0, left, floor);
      double y = floor - high;
      if (books.get(at).isEmpty()) {
        board.rect(left, y, wide, high, 5, 4, "stroke-edge").getStrokeDashArray().setAll(10.0, 9.0);
      } else {
        Rectangle back = board.cover(left, y, wide, high, 5, Spine.colour(books.get(at).get()));
        back.getTransforms().add(turn);
        String along = "h" + (wide - 10);
        String from = "M" + (left + 5) + " ";
        board
            .path(
                from + (y + 26) + along + from + (y + 38) + along + from + (floor - 28) + along,
                4,
                "stroke-surface")
            .getTransforms()
            .add(turn);
      }
      x += wide + 5;
    }
  }
}

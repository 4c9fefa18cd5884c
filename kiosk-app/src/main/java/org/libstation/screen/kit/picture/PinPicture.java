package org.libstation.screen.kit.picture;

/// Draws how to type a PIN: a hand at the digits, and dots where they appear.
public final class PinPicture {
  private static final double KEY = 62;
  private static final double APART = 82;
  private static final double LEFT = 150;
  private static final double TOP = 150;

  private PinPicture() {}

  public static Drawing of() {
    Drawing board = new Drawing(640, 520, 1);
    board.rect(96, 20, 346, 490, 44, 8, "stroke-ask-mark");
    board.out(118, 42, 302, 446, 28, "fill-sunken");
    board.out(LEFT, 70, 238, 58, 12, "fill-surface");
    for (int at = 0; at < 4; at++) {
      board.circle(LEFT + 44 + at * 50, 99, 10, 0, "fill-text");
    }
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 3; column++) {
        boolean pressed = row == 1 && column == 1;
        board.out(
            LEFT + column * APART + 6,
            TOP + row * APART,
            KEY,
            KEY,
            12,
            pressed ? "fill-ask-mark" : "fill-surface");
      }
    }
    hand(board);
    return board;
  }

  private static void hand(Drawing board) {
    board.travels("pin", 14, 18, false);
    board.line(560, 470, 470, 372, 132, "stroke-text");
    board.line(414, 344, 282, 274, 52, "stroke-text");
    board.line(560, 470, 470, 372, 122, "stroke-surface");
    board.line(414, 344, 282, 274, 42, "stroke-surface");
    board.line(452, 360, 400, 337, 42, "stroke-surface");
    board.path("M270 264q2-12 16-12", Drawing.INK, "stroke-text");
    board.path("M420 392q-22 2-26 22M444 428q-18 6-18 22", Drawing.INK, "stroke-text");
    board.outPath("M486 496L588 396L640 452V520H510Z", "fill-action");
    board.line(492, 488, 582, 402, 40, "stroke-text");
    board.line(492, 488, 582, 402, 30, "stroke-surface");
  }
}

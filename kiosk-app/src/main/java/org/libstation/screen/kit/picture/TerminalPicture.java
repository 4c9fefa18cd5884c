package org.libstation.screen.kit.picture;

import org.libstation.screen.kit.words.SiteWords.TerminalPlace;

/// Draws where the payment terminal stands: the station from the front, and the lit terminal beside
/// or below its screen.
public final class TerminalPicture {
  public static final double WIDTH = 620;
  public static final double HEIGHT = 400;
  private static final double TERMINAL_WIDE = 150;
  private static final double TERMINAL_HIGH = 226;
  private static final double LIT = 22;

  private TerminalPicture() {}

  public static Drawing at(TerminalPlace place, double scale) {
    Drawing board = new Drawing(WIDTH, HEIGHT, scale);
    boolean below = place == TerminalPlace.BELOW;
    double panelHigh = below ? 130 : 300;
    double panelX = place == TerminalPlace.LEFT ? 280 : below ? 170 : 60;
    board.outPath("M14 388h592");
    board.out(panelX, 22, 280, panelHigh, 18, "fill-text");
    board.rect(panelX + 16, 38, 248, panelHigh - 32, 8, 0, "fill-sunken");
    if (!below) {
      board.line(panelX + 140, 326, panelX + 140, 384, 30, "stroke-text");
    }
    double x = below ? 235 : place == TerminalPlace.LEFT ? 60 : 410;
    double y = below ? 160 : 150;
    terminal(board, x, y);
    return board;
  }

  private static void terminal(Drawing board, double x, double y) {
    board.rect(
        x - LIT,
        y - LIT + 8,
        TERMINAL_WIDE + 2 * LIT,
        TERMINAL_HIGH + LIT + 6,
        28,
        8,
        "stroke-ask-mark");
    board.out(x, y, TERMINAL_WIDE, TERMINAL_HIGH, 18, "fill-ask-mark");
    board.out(x + 18, y + 20, TERMINAL_WIDE - 36, 62, 8, "fill-surface");
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        board.rect(x + 24 + column * 38, y + 102 + row * 34, 26, 20, 5, 0, "fill-text");
      }
    }
    board.line(x + 34, y + 214, x + TERMINAL_WIDE - 34, y + 214, 8, "stroke-text");
  }
}

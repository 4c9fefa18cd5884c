package org.libstation.screen.kit.picture;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Rotate;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.SiteWords.CardPlace;

/// Draws the next thing that the hands do. Hands have the colour of paper, sleeves are indigo, the
/// thing to move is gamboge. The site's desk is seen from above or from the side.
public final class HandPicture {
  private HandPicture() {}

  /// What the hands do.
  public enum Scene {
    PLACE,
    LIFT,
    TAKE,
    WAIT,
    /// A book with its barcode in the red line of the scanner.
    SCAN;

    /// Whether a hand moves from one place to another.
    public boolean goesAWay() {
      return this != WAIT && this != SCAN;
    }
  }

  /// Draws the pile on the tray, and a hand that puts a book down or takes one up. The pile has as
  /// many books as there are; the book taken up is one of them.
  ///
  /// @param covers covers of the books on the tray, lowest first, as [Spine#cover(String)] returned
  ///   them
  /// @param held cover of the book put down, if known; the book taken up is the uppermost
  public static Drawing pile(
      Scene scene, List<Integer> covers, Optional<Integer> held, double scale) {
    if (scene == Scene.SCAN) {
      return scanned(scale);
    }
    List<Integer> lying = lying(scene, covers);
    Drawing board = tray(lying, scale, 0);
    if (scene == Scene.WAIT) {
      return board;
    }
    double drop = scene == Scene.PLACE ? 0 : 30 * (FULL - Math.min(FULL, lying.size())) * 0.4;
    arrow(board, scene == Scene.PLACE, drop);
    board.travels("pile " + scene + lying.size(), 0, GOES_DOWN, scene == Scene.PLACE);
    hand(board, inHand(scene, covers, held), drop);
    return board;
  }

  private static Drawing scanned(double scale) {
    Drawing board = new Drawing(WIDTH, 300, scale);
    board.outPath("M14 284h404");
    board.out(176, 150, 226, 132, 14, "fill-text");
    Rotate turn = new Rotate(-8, 150, 120);
    board.out(52, 34, 200, 186, 8, "fill-ask-mark").getTransforms().add(turn);
    board.path("M70 36v182M82 36v182", 3, "stroke-text").getTransforms().add(turn);
    board.rect(118, 118, 116, 84, 6, 0, "fill-surface").getTransforms().add(turn);
    board
        .path(
            "M132 132v56M141 132v56M147 132v56M157 132v56M168 132v56M174 132v56", 4, "stroke-text")
        .getTransforms()
        .add(turn);
    board
        .path("M185 132v56M196 132v56M202 132v56M211 132v56M220 132v56", 4, "stroke-text")
        .getTransforms()
        .add(turn);
    board.path("M112 164h282", 5, "stroke-stop");
    return board;
  }

  /// Cover of the book in the hand; empty if the book was not seen yet, which is then gamboge.
  static Optional<Integer> inHand(Scene scene, List<Integer> covers, Optional<Integer> held) {
    return lying(scene, covers).size() < covers.size() ? Optional.of(covers.getLast()) : held;
  }

  /// Books on the tray, without the one in the hand.
  private static List<Integer> lying(Scene scene, List<Integer> covers) {
    boolean up = scene == Scene.TAKE || scene == Scene.LIFT;
    return up && !covers.isEmpty() ? covers.subList(0, covers.size() - 1) : covers;
  }

  public static final double WIDTH = 442;
  private static final double HELD_FOOT = 62;

  /// Least distance of the movement in still pictures, so that they differ visibly.
  private static final double LEAST_WAY = 100;

  /// Left edge, upper edge, width and height of each book in a pile.
  private static final double[][] SPOTS = {
    {102, 202, 208, 42}, {90, 166, 222, 36}, {114, 124, 184, 42}, {98, 92, 210, 32}
  };

  /// Most books of usual height; if there are more, each is thinner.
  private static final int FULL = SPOTS.length;

  private static final double ON_TRAY = 246;
  private static final double TOP = SPOTS[FULL - 1][1];

  /// Least height of a book with a label and bands.
  private static final double LEAST_LABELLED = 22;

  private static double[] spot(int at, int of) {
    double[] usual = SPOTS[at % FULL];
    if (of <= FULL) {
      return usual;
    }
    double height = (ON_TRAY - TOP) / of;
    return new double[] {usual[0], ON_TRAY - (at + 1) * height, usual[2], height};
  }

  /// Draws one of three still pictures of the same movement.
  ///
  /// @param scene not `WAIT`, which has no movement
  /// @param at index of the picture, from 0
  public static Drawing still(
      Scene scene, List<Integer> covers, Optional<Integer> held, int at, double scale) {
    Optional<Integer> cover = inHand(scene, covers, held);
    List<Integer> lying = lying(scene, covers);
    double top = lying.isEmpty() ? ON_TRAY : spot(lying.size() - 1, lying.size())[1];
    boolean down = scene == Scene.PLACE;
    double lies = top - HELD_FOOT;
    double way = Math.max(LEAST_WAY, lies);
    Drawing board = tray(lying, scale, way - lies);
    double drop = lies - way * (down ? Stills.COUNT - 1 - at : at) / (Stills.COUNT - 1);
    if (drop == lies) {
      held(board, cover, drop);
      return board;
    }
    if (at == 1) {
      arrow(board, down, drop);
    }
    hand(board, cover, drop);
    return board;
  }

  /// Draws the tray and the books on it.
  private static Drawing tray(List<Integer> covers, double scale, double above) {
    Drawing board = new Drawing(WIDTH, 300, scale, above);
    board.outPath("M14 284h404");
    board.rect(44, 246, 322, 36, 12, 0, "fill-text");
    board.line(125, 264, 285, 264, 9, "stroke-ask-mark");
    for (int at = 0; at < covers.size(); at++) {
      book(board, spot(at, covers.size()), covers.get(at));
    }
    return board;
  }

  /// From the hand to the pile.
  private static final double GOES_DOWN = 26;

  private static void book(Drawing board, double[] spot, int cover) {
    double x = spot[0];
    double y = spot[1];
    double w = spot[2];
    double h = spot[3];
    Rectangle back = board.cover(x, y, w, h, Math.min(5, h / 4), Spine.colour(cover));
    if (h < LEAST_LABELLED) {
      back.setStrokeWidth(Math.min(Drawing.INK, h / 5));
      return;
    }
    for (double band : new double[] {x + 16, x + 25, x + w - 18}) {
      board.line(band, y + 5, band, y + h - 5, 3.5, "stroke-surface");
    }
    board.rect(x + w * 0.34, y + h * 0.32, w * 0.36, h * 0.36, 2, 0, "fill-surface");
  }

  private static void arrow(Drawing board, boolean down, double drop) {
    SVGPath arrow =
        board.path(
            down ? "M56 28v50M40 63l16 17 16-17" : "M56 80v-50M40 45l16-17 16 17", 9, "stroke-ask");
    arrow.setTranslateY(drop);
  }

  private static void hand(Drawing board, Optional<Integer> cover, double drop) {
    shift(board.line(356, 66, 292, 68, 27, "stroke-text"), drop);
    shift(board.line(352, 52, 366, 44, 60, "stroke-text"), drop);
    shift(board.line(356, 66, 292, 68, 17, "stroke-surface"), drop);
    shift(board.line(352, 52, 366, 44, 50, "stroke-surface"), drop);
    held(board, cover, drop);
    shift(board.line(356, 36, 304, 26, 29, "stroke-text"), drop);
    shift(board.line(356, 36, 304, 26, 19, "stroke-surface"), drop);
    shift(board.line(352, 50, 366, 44, 50, "stroke-surface"), drop);
    shift(board.line(356, 36, 312, 27.5, 19, "stroke-surface"), drop);
    board.outPath("M392 8h46v76h-40z", "fill-action").setTranslateY(drop);
  }

  private static void held(Drawing board, Optional<Integer> cover, double drop) {
    Rectangle held =
        cover
            .map(of -> board.cover(98, 22, 222, 38, 5, Spine.colour(of)))
            .orElseGet(() -> board.out(98, 22, 222, 38, 5, "fill-ask-mark"));
    held.setTranslateY(drop);
    String bands = cover.isPresent() ? "stroke-surface" : "stroke-text";
    for (double band : new double[] {114, 124, 302}) {
      shift(board.line(band, 26, band, 56, 3, bands), drop);
    }
  }

  private static void shift(Line line, double drop) {
    line.setTranslateY(drop);
  }

  /// Draws a card over the lit square of the reader, or with its barcode in the red line of the
  /// scanner; for the start screen.
  public static Drawing cardOverReader(CardPlace place, double scale) {
    Drawing board = new Drawing(196, 116, scale);
    boolean scanned = place == CardPlace.SCANNER;
    board.out(58, 40, 130, 70, 14, scanned ? "fill-text" : "fill-ask-mark");
    if (!scanned) {
      board.path("M108 92a24 24 0 0 1 30 0M98 80a40 40 0 0 1 50 0", INK, "stroke-text");
    }
    board.travels("card", -14, -6, false);
    Rotate turn = new Rotate(-12, 70, 40);
    board.out(8, 10, 104, 64, 9, "fill-surface").getTransforms().add(turn);
    board.rect(8, 24, 104, 13, 0, 0, "fill-action").getTransforms().add(turn);
    if (scanned) {
      board.path(SMALL_BARCODE, 3, "stroke-text").getTransforms().add(turn);
      board.path("M16 56h170", 4, "stroke-stop");
    } else {
      board.outPath("M22 54h36").getTransforms().add(turn);
    }
    return board;
  }

  private static final String SMALL_BARCODE =
      "M62 46v22M68 46v22M72 46v22M79 46v22M86 46v22M90 46v22M97 46v22M102 46v22";

  private static final double INK = Drawing.INK;

  /// Draws the desk from above, and a hand that brings the card. The tray is at the left. At the
  /// right is the lit square of the card reader, or the window of the scanner with its red line.
  /// The sides are swapped if the site's desk is so. Without a pad there are no waves, without a
  /// printer no slot.
  public static Drawing desk(CardPlace place, SiteWords.DeskPicture site, double scale) {
    Drawing board = places(place, site, scale);
    board.travels("card", CARD_COMES, 0, false);
    if (place == CardPlace.TRAY) {
      board.shifted(TO_TRAY_X, TO_TRAY_Y);
    }
    cardInHand(board, place, true);
    return board;
  }

  /// Draws the desk without a card, while none is needed and it may be put away.
  public static Drawing deskAlone(CardPlace place, SiteWords.DeskPicture site, double scale) {
    return places(place, site, scale);
  }

  /// From the place of the reader to the middle of the tray.
  private static final double TO_TRAY_X = -460;

  private static final double TO_TRAY_Y = 82;

  /// Size of the part of the desk where the card is read.
  static final double CARD_WIDTH = 504;

  static final double CARD_HEIGHT = 820;
  private static final double CARD_X = 480;
  private static final double CARD_Y = 78;
  private static final double DESK_WIDTH = 984;

  /// Distance from which the card comes in still pictures.
  private static final double CARD_FAR_X = 170;

  private static final double CARD_FAR_Y = 280;
  private static final double CORNER = 28;

  /// Red line across the window of the scanner.
  private static final String BEAM = "M590 290h252";

  /// Draws one of three still pictures of the hand with the card at its reader, without the rest of
  /// the desk.
  ///
  /// @param at index of the picture, from 0
  static Region cardStill(CardPlace place, SiteWords.DeskPicture site, int at, double scale) {
    boolean tray = place == CardPlace.TRAY;
    Drawing board = places(place, site, scale);
    double left = (double) (Stills.COUNT - 1 - at) / (Stills.COUNT - 1);
    boolean there = left == 0;
    if (place == CardPlace.SCANNER && !there) {
      board.path(BEAM, 6, "stroke-stop");
    }
    board.moved(
        CARD_FAR_X * left + (tray ? TO_TRAY_X : 0), CARD_FAR_Y * left + (tray ? TO_TRAY_Y : 0));
    cardInHand(board, place, there);
    double begin = tray ? CARD_X + TO_TRAY_X : CARD_X;
    double from = site.cardsLeft() ? DESK_WIDTH - begin - CARD_WIDTH : begin;
    board.relocate(-from * scale, -CARD_Y * scale);
    Drawing edge = new Drawing(CARD_WIDTH, CARD_HEIGHT, scale);
    edge.rect(2, 2, CARD_WIDTH - 4, CARD_HEIGHT - 4, CORNER, 4, "stroke-edge");
    Pane part = new Pane(board, edge);
    Rectangle cut = new Rectangle(CARD_WIDTH * scale, CARD_HEIGHT * scale);
    cut.setArcWidth(2 * CORNER * scale);
    cut.setArcHeight(2 * CORNER * scale);
    part.setClip(cut);
    Box.fixed(part, cut.getWidth(), cut.getHeight());
    return part;
  }

  /// @param there whether the card is in the scanner's light
  private static void cardInHand(Drawing board, CardPlace place, boolean there) {
    board.line(838, 700, 790, 430, 150, "stroke-text");
    board.line(838, 700, 790, 430, 140, "stroke-surface");
    card(board, place, there);
    cardHand(board);
  }

  private static Drawing places(CardPlace place, SiteWords.DeskPicture site, double scale) {
    Drawing board = new Drawing(DESK_WIDTH, 900, scale);
    board.setScaleX(site.cardsLeft() ? -1 : 1);
    board.rect(3, 3, 978, 850, 36, 4, "fill-sunken", "stroke-edge");
    board.rect(70, 1, 844, 58, 4, 0, "fill-text");
    board.rect(86, 1, 812, 40, 0, 0, "fill-action");
    board.rect(56, 112, 400, 520, 28, 4, "fill-ground", "stroke-edge");
    if (site.pad()) {
      waves(board);
    }
    if (site.printer()) {
      board.rect(56, 690, 400, 36, 18, 0, "fill-text");
    }
    switch (place) {
      case READER -> {
        lit(board, 0, 0, 0);
        board.out(544, 140, 344, 344, 30, "fill-ask-mark");
      }
      case SCANNER -> {
        lit(board, 0, 0, 0);
        board.out(544, 140, 344, 344, 30, "fill-text");
        board.rect(560, 156, 312, 312, 18, 3, "stroke-ask-mark");
      }
      case TRAY -> {
        lit(board, TO_TRAY_X, 0, 120);
        board.out(544, 140, 344, 344, 30, "fill-text");
      }
    }
    return board;
  }

  /// Draws the two frames around the place of the card.
  ///
  /// @param taller px by which they are higher than a square
  private static void lit(Drawing board, double x, double y, double taller) {
    board.rect(500 + x, 96 + y, 432, 432 + taller, 52, 5, "stroke-ask-mark").setOpacity(0.5);
    board.rect(521 + x, 117 + y, 390, 390 + taller, 42, 8, "stroke-ask-mark").setOpacity(0.8);
  }

  private static void waves(Drawing board) {
    board.path(
        "M156 372a140 140 0 0 1 200 0M190 410a92 92 0 0 1 132 0M224 448a44 44 0 0 1 64 0",
        10,
        "stroke-line");
  }

  /// Distance from which the card comes, on the side of the hand.
  private static final double CARD_COMES = 44;

  private static void card(Drawing board, CardPlace place, boolean there) {
    Rotate turn = new Rotate(-13, 716, 290);
    board.out(566, 188, 300, 190, 20, "fill-surface").getTransforms().add(turn);
    board.outPath("M566 226h300v44H566z", "fill-action").getTransforms().add(turn);
    board.outPath("M594 316h92M594 344h56").getTransforms().add(turn);
    if (place != CardPlace.SCANNER) {
      board.out(780, 304, 58, 46, 8, "fill-ask-tint").getTransforms().add(turn);
      return;
    }
    board
        .path(
            "M722 298v58M734 298v58M742 298v58M756 298v58M772 298v58M780 298v58M796 298v58M810"
                + " 298v58M826 298v58M838 298v58",
            5,
            "stroke-text")
        .getTransforms()
        .add(turn);
    if (there) {
      board.path("M706 327h148", 6, "stroke-stop").getTransforms().add(turn);
    }
  }

  private static void cardHand(Drawing board) {
    board.line(760, 556, 706, 364, 64, "stroke-text");
    board.line(838, 700, 816, 580, 150, "stroke-text");
    board.line(760, 556, 706, 364, 54, "stroke-surface");
    board.line(838, 700, 816, 580, 140, "stroke-surface");
    board.line(838, 700, 804, 508, 139, "stroke-surface");
    board.line(706, 364, 716, 400, 54, "stroke-surface");
    board.outPath("M761 448L780 514");
    board.path("M694 356q8-16 24-12", INK, "stroke-text");
    board.path("M806 404l8 40M842 392l8 40", INK, "stroke-text");
    board.outPath("M764 734L932 704L976 898H806Z", "fill-action");
    board.line(768, 736, 924, 708, 46, "stroke-text");
    board.line(768, 736, 924, 708, 36, "stroke-surface");
  }
}

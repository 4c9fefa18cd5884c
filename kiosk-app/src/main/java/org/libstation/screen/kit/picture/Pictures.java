package org.libstation.screen.kit.picture;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Rotate;
import javafx.scene.transform.Scale;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Panel;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;

/// Draws pictures without hands: the start picture, shelves, the trolley, the staff's counter, the
/// date slip, the sign board, the mark.
public final class Pictures {
  private Pictures() {}

  private static final Color SUN = Color.web("#C4492F");
  private static final Color SAIL = Color.web("#A5361F");
  private static final Color FAR = Color.web("#C9D3D2");
  private static final Color MIDDLE = Color.web("#8FA9B0");
  private static final Color NEAR = Color.web("#4F7286");
  private static final Color BOAT = Color.web("#1C2127");
  private static final Color SKY = Color.web("#F0E7D6");
  private static final Color SEA = Color.web("#DCE3DF");

  /// Draws the start picture: before hills, a junk whose sail is a book.
  ///
  /// @param height height of what is shown; the board is less than half as high as wide
  public static Node hero(double width, double height) {
    double scale = width / 1080;
    Drawing board = new Drawing(1080, 560, scale);
    board.rect(0, 0, 1080, 560, 0, 0).setFill(SKY);
    board.circle(868, 176, 84, 0).setFill(SUN);
    hills(board);
    board.rect(0, 440, 1080, 400, 0, 0).setFill(SEA);
    board.pigmentLine(
        "M40 470h120M210 486h70M330 466h140M90 516h170M320 536h110M500 500h60M930 470h110M980"
            + " 508h70M880 532h120M140 566h90M620 560h150M860 580h90M60 620h140M420 604h120M700"
            + " 630h110",
        5,
        MIDDLE);
    board.pigmentLine("M806 462h120M830 480h76M848 498h44", 5, SUN).setOpacity(0.75);
    board.drifts("junk", 12);
    junk(board);
    board.stands();
    board.pigmentLine("M540 486h130M700 494h150M600 510h90", 5, NEAR);
    board.pigmentLine("M560 120q12-10 20 2 10-12 22-2M622 88q9-8 15 2 8-9 17-2", 4, NEAR);
    board.setTranslateY(-84 * scale);
    Pane frame = new Pane(board);
    frame.setClip(new Rectangle(width, height));
    Box.fixed(frame, width, height);
    return frame;
  }

  private static void hills(Drawing board) {
    board.pigment(
        "M0 386C70 366 130 362 190 366C240 369 280 352 330 338C370 327 400 332 430 326C470 318 490"
            + " 300 530 282C572 263 600 240 650 226C700 213 726 246 768 262C812 279 846 268 892"
            + " 286C950 309 1010 306 1080 330V440H0z",
        FAR);
    board.pigment(
        "M0 396C70 372 120 380 176 366C236 351 270 330 330 342C392 354 430 386 500 384C560 382 610"
            + " 352 676 356C742 360 780 388 850 384C930 379 1000 352 1080 372V450H0z",
        MIDDLE);
    board.pigment(
        "M0 424C90 404 150 422 230 414C300 407 340 396 420 412C470 422 520 428 600 424C700 419 760"
            + " 404 860 416C950 427 1010 418 1080 410V460H0z",
        NEAR);
  }

  private static void junk(Drawing board) {
    board.pigment("M702 204C652 178 596 182 566 204L578 404C612 386 662 388 702 408Z", SUN);
    board.pigment("M710 196C772 166 842 176 876 204L862 406C820 384 760 386 710 408Z", SAIL);
    board.pigment(
        "M702 214C656 192 608 194 580 212L590 396C620 380 664 382 702 400Z", Color.web("#FFFDF8"));
    board.pigment(
        "M710 206C768 180 828 188 860 212L848 396C808 376 758 378 710 400Z", Color.web("#F4ECDC"));
    board.pigmentLine(
        "M600 242c26-10 58-8 84 2M603 278c24-9 54-7 81 2M605 314c24-9 52-7 79 2M608 350c22-8 46-6"
            + " 60 0M730 236c36-14 74-10 110 8M730 274c34-12 70-8 106 8M730 312c34-12 68-8 104"
            + " 8M730 350c30-10 56-8 74 0",
        5,
        NEAR);
    board.pigmentLine("M706 168V430", 9, BOAT);
    board.pigment("M706 168l34 10-34 14z", BOAT);
    board.pigment(
        "M528 408C560 432 600 432 640 432H812C846 432 874 424 900 404C898 448 872 474 836"
            + " 474H604C562 474 534 448 528 408Z",
        BOAT);
    board.pigmentLine("M552 446H880", 4, SKY);
  }

  /// Most books of usual width on a shelf; if there are more, each is narrower.
  private static final int WIDE_BOOKS = 8;

  private static final double BOOK = 50;

  /// Draws the counted books on a shelf, each in its colour; books that need the hand are dashed
  /// gaps.
  ///
  /// @param covers covers of the books in place, as [Spine#cover(String)] returned them
  /// @param missing number of gaps; at most 2 are drawn
  public static Drawing shelf(List<Integer> covers, int missing) {
    int gaps = Math.clamp(missing, 0, 2);
    double each = Math.min(BOOK, BOOK * WIDE_BOOKS / Math.max(1, covers.size()));
    double end = each * covers.size();
    double width = Math.max(BOOK, end + BOOK * gaps);
    Drawing board = new Drawing(width, 112, 0.72);
    for (int at = 0; at < covers.size(); at++) {
      double x = 4 + each * at;
      double wide = each * 0.76;
      board
          .rect(x, 6, wide, 96, Math.min(5, wide / 4), 3, "shelved")
          .setFill(Spine.colour(covers.get(at)));
      String along = "h" + wide;
      board.path(
          "M" + x + " 20" + along + "M" + x + " 28" + along + "M" + x + " 88" + along,
          3.5,
          "stroke-surface");
    }
    for (int at = 0; at < gaps; at++) {
      double x = 4 + end + BOOK * at;
      board.rect(x, 6, 38, 96, 5, 4, "stroke-ask").getStrokeDashArray().setAll(9.0, 8.0);
      SVGPath mark = board.path("M13 41a7 7 0 1 1 9 7c-3 1-3 3-3 6M19 63v.2", 4.5, "stroke-ask");
      mark.setTranslateX(x);
    }
    board.path("M0 108h" + (width - 4), 5, "stroke-text");
    return board;
  }

  /// Width of one place.
  public static final double PLACE = 470;

  /// Draws the places for books side by side: trolley for returned ones, shelf for reserved ones,
  /// desk of the staff. A place without books is not drawn.
  ///
  /// @param trolley number of books for it
  public static Drawing places(int trolley, int shelf, int staff, double scale) {
    int count = Math.clamp(trolley, 0, 1) + Math.clamp(shelf, 0, 1) + Math.clamp(staff, 0, 1);
    Drawing board = new Drawing(PLACE * count - 4, 282, scale);
    board.outPath("M10 274h" + (PLACE * count - 24));
    double x = 0;
    if (trolley > 0) {
      trolley(board, trolley);
      x += PLACE;
    }
    if (shelf > 0) {
      board.moved(x - PLACE, 0);
      reserved(board, shelf);
      way(board, "M774 78c20-36 50-48 82-52", "M786 52l-13 28 30-2");
      x += PLACE;
    }
    if (staff > 0) {
      board.moved(x, 0);
      desk(board, staff);
    }
    return board;
  }

  private static void trolley(Drawing board, int books) {
    board.outPath("M70 38V240M392 38V240");
    board.out(62, 118, 338, 14, 5, "fill-done");
    board.out(62, 224, 338, 14, 5, "fill-done");
    board.circle(100, 258, 15, 0, "fill-text");
    board.circle(362, 258, 15, 0, "fill-text");
    double[][] stand = {
      {96, 145, 26, 78},
      {122, 135, 26, 88},
      {150, 151, 26, 72},
      {176, 131, 30, 92},
      {206, 143, 26, 80}
    };
    int[] covers = {6, 4, 2, 0, 3};
    for (int at = 0; at < stand.length; at++) {
      double[] book = stand[at];
      board.cover(book[0], book[1], book[2], book[3], 0, Spine.colour(covers[at]));
    }
    for (int at = 0; at < Math.min(books, 3); at++) {
      board.out(80 + 36.0 * at, at == 1 ? 30 : 36, 30, at == 1 ? 86 : 80, 0, "fill-ask-mark");
    }
    way(board, "M216 90c20-46 60-66 110-66", "M232 64l-17 28 32 1");
  }

  private static void reserved(Drawing board, int books) {
    board.outPath("M548 12V268M876 12V268");
    board.outPath("M540 22h344");
    board.out(540, 106, 344, 14, 3, "fill-wait");
    board.out(540, 204, 344, 14, 3, "fill-wait");
    board.out(571, 114, 32, 40, 0, "fill-surface");
    board.cover(566, 138, 42, 66, 0, Spine.colour(6));
    board.out(623, 110, 32, 40, 0, "fill-surface");
    board.cover(618, 134, 42, 70, 0, Spine.colour(3));
    for (int at = 0; at < Math.min(books, 3); at++) {
      double x = 682 - 56.0 * at;
      board.out(x + 5, 10, 36, 44, 0, "fill-surface");
      board.path("M" + (x + 13) + " 23h20", 4, "stroke-text");
      board.out(x, 36, 46, 70, 0, "fill-ask-mark");
    }
  }

  /// Draws the shelf of reserved items, with the way out of it.
  public static Drawing collected(int ready) {
    Drawing board = new Drawing(PLACE - 4, 282, 1);
    board.outPath("M10 274h" + (PLACE - 24));
    board.moved(-PLACE, 0);
    reserved(board, ready);
    way(board, "M774 78c20-36 50-48 82-52", "M834 10l24 15-20 20");
    return board;
  }

  /// Draws the counter of the staff, where a patron tells them something.
  public static Drawing counter(double scale) {
    Drawing board = new Drawing(PLACE - 4, 282, scale);
    board.outPath("M10 274h" + (PLACE - 24));
    desk(board, 0);
    return board;
  }

  /// Draws a counter with a bell on it.
  private static void desk(Drawing board, int books) {
    board.out(52, 152, 366, 18, 6, "fill-ask");
    board.out(74, 170, 322, 102, 4, "fill-surface");
    board.path("M180 176v90M290 176v90", 4, "stroke-line");
    board.outPath("M318 150a36 36 0 0 1 72 0z", "fill-ask-tint");
    board.outPath("M354 112v-8M342 102h24");
    for (int at = 0; at < Math.min(books, 3); at++) {
      board.out(at == 1 ? 106 : 96, 120 - 30.0 * at, 128, 28, 4, "fill-ask-mark");
    }
    if (books > 0) {
      way(board, "M250 106c14-40 42-60 88-68", "M258 76l-11 32 32-6");
    }
  }

  /// Draws a dotted way with its arrowhead.
  private static void way(Drawing board, String line, String point) {
    board.path(line, 8, "stroke-ask").getStrokeDashArray().setAll(2.0, 16.0);
    board.path(point, 8, "stroke-ask");
  }

  /// A date as it is stamped.
  ///
  /// @param open whether nothing is final yet: the stamp is then dashed, in the colour *to be
  ///   confirmed*
  public record Stamped(String day, String weekday, boolean open) {
    private Ink ink() {
      return open ? Ink.WAIT : Ink.DONE;
    }
  }

  /// Draws the slip at the back of a book, with the date stamped on it.
  ///
  /// @param head printed above: the words for *due date*
  public static StackPane dateSlip(Type screen, String head, Stamped date) {
    // The slip is a picture of one size, on a small panel too.
    Type type = new Type(screen.look().atStep(1).withPanel(Panel.UPRIGHT));
    Drawing board = new Drawing(470, 500, 1);
    board.outPath("M24 20h422v452H24z", "fill-surface");
    board.path("M24 96h422", 4, "stroke-stop");
    board.path(
        "M24 160h422M24 224h422M24 288h422M24 352h422M24 416h422M235 96v376", 3, "stroke-line");
    StackPane slip = new StackPane(board);
    Writing title = type.display(Role.FIGURE, Ink.TEXT, head).oneLine().centred();
    title.setTranslateY(-192);
    StackPane stamp = dateStamp(type, date);
    stamp.getTransforms().add(new Rotate(-5, 191, 104));
    // A group of its own, because the stamp itself is moved.
    Group placed = new Group(falls(stamp));
    placed.setTranslateY(18);
    Box.add(slip, title, placed);
    Box.fixed(slip, 470, 500);
    return slip;
  }

  /// Draws the date stamp alone.
  ///
  /// @param scale 1 = 382 px wide
  public static Node dateStamp(Type screen, Stamped date, double scale) {
    StackPane stamp = dateStamp(new Type(screen.look().atStep(1).withPanel(Panel.UPRIGHT)), date);
    stamp.getTransforms().add(new Scale(scale, scale));
    return falls(stamp);
  }

  private static Group falls(Node stamp) {
    return Moves.as(new Moves.Move.StampFall(), "stamp", new Group(stamp));
  }

  private static StackPane dateStamp(Type type, Stamped date) {
    Drawing frame = new Drawing(382, 208, 1);
    Rectangle edge = frame.rect(4, 4, 374, 200, 14, 8, "fill-surface", date.ink().stroke());
    if (date.open()) {
      edge.getStrokeDashArray().setAll(22.0, 17.0);
    } else {
      frame.rect(16, 16, 350, 176, 8, 3, date.ink().stroke());
    }
    // A time counts as much as its day.
    Role time = type.look().chinese() ? Role.H2 : Role.TILE;
    Role below = Character.isDigit(date.weekday().charAt(0)) ? time : Role.TITLE;
    VBox words =
        Box.column(
            0,
            stamped(type, date.ink(), date.day(), type.look().chinese() ? Role.CODE : Role.TILE),
            stamped(type, date.ink(), date.weekday(), below));
    words.setAlignment(Pos.CENTER);
    words.setFillWidth(false);
    words.setMaxSize(STAMPED, 170);
    StackPane stamp = new StackPane(frame, words);
    Box.fixed(stamp, 382, 208);
    return stamp;
  }

  /// Width inside the inner edge of the stamp.
  private static final double STAMPED = 334;

  /// Writes words on the stamp; a long date in wide letters gets smaller.
  private static Writing stamped(Type type, Ink ink, String words, Role most) {
    Writing written = type.display(most, ink, words).oneLine();
    for (Role role : List.of(Role.TILE, Role.H2, Role.TITLE, Role.CAPTION)) {
      if (written.prefWidth(-1) <= STAMPED) {
        break;
      }
      if (role.px(1) < most.px(1)) {
        written = type.display(role, ink, words).oneLine();
      }
    }
    return written;
  }

  /// Draws a board on a nail, with words over it.
  ///
  /// @param scale 1 = 984 px wide
  public static StackPane signBoard(Node words, double scale) {
    Drawing board = new Drawing(984, 412, scale);
    board.path("M0 14h984", 6, "stroke-line");
    board.circle(492, 14, 13, 0, "fill-text");
    board.outPath("M492 20L226 92M492 20L758 92");
    board.rect(112, 88, 760, 306, 22, 0, "fill-action-edge");
    board.out(112, 80, 760, 304, 22, "fill-action");
    board.rect(132, 100, 720, 264, 12, 3, "stroke-on-action").setOpacity(0.7);
    board.circle(226, 112, 9, Drawing.INK, "fill-ask-mark", "stroke-text");
    board.circle(758, 112, 9, Drawing.INK, "fill-ask-mark", "stroke-text");
    StackPane sign = new StackPane(board, words);
    words.setTranslateY(26 * scale);
    Box.high(sign, 412 * scale);
    return sign;
  }

  /// Size of the mark at scale 1.
  public static final double MARK = 72;

  /// Draws the mark of the program: an open book over water.
  public static Drawing mark(double scale) {
    Drawing board = new Drawing(MARK, MARK, scale);
    board.rect(0, 0, 72, 72, 16, 0, "fill-action");
    board.path(
        "M36 45V18c-6-4-15-4-21-1v25c6-3 15-2 21 3 6-5 15-6 21-3V17c-6-3-15-3-21 1",
        5,
        "stroke-on-action");
    board.path("M14 57q5.5-5 11 0t11 0 11 0 11 0", 5, "stroke-on-action");
    return board;
  }
}

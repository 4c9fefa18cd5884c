package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.ListLayout;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.Drawing;
import org.libstation.screen.kit.picture.HandPicture;
import org.libstation.screen.kit.picture.Pictures;
import org.libstation.screen.kit.picture.Stills;

/// The hand area, gamboge and dashed: the next thing that the hands do. A screen has at most one.
/// Beside a list it is a column, and its picture is left out first if there is little room.
public final class HandBox extends StackPane implements GivesRoom {
  private static final double BORDERS = 8;

  /// Space left and right of its content: in a column, and side by side.
  private static final double IN_COLUMN = 18;

  private static final double IN_ROW = 24;

  /// Scales of the three pictures of a movement: least, greatest, and in a column.
  private static final double LEAST_STILL = 0.34;

  private static final double MOST_STILL = 0.8;
  private static final double COLUMN_STILL = 0.5;

  /// Share of the usual size if many rows are open.
  private static final double LOW = 0.6;

  /// Share of the size of a pile.
  private static final double ONE_PLACE = 0.94;

  /// What the hand area shows.
  public sealed interface HandBoxWords {

    /// The tray and the pile.
    ///
    /// @param covers covers of the books on the tray, lowest first
    /// @param held cover of the book to be placed again, if it was seen before
    /// @param title title of the one book it is about
    record PileWords(
        HandPicture.Scene scene,
        List<Integer> covers,
        Optional<Integer> held,
        Optional<Stamp.StampWords> stamp,
        Optional<String> title,
        String head,
        String line)
        implements HandBoxWords {
      public PileWords {
        covers = List.copyOf(covers);
      }
    }

    /// The places for items that are not taken away.
    ///
    /// @param head what to do with them, if the heading of the screen does not say it
    record DestinationWords(Optional<String> head, List<PlaceWords> places)
        implements HandBoxWords {
      public DestinationWords {
        places = List.copyOf(places);
      }
    }
  }

  /// A place for items.
  ///
  /// @param books number of items for it
  public record PlaceWords(PlaceSign.PlaceSignWords sign, int books, String name, String line) {}

  /// Least scale of a picture in a column.
  private static final double LEAST_PICTURE = 0.3;

  /// Share of a narrow column that the picture has in large text.
  private static final double BRIEF = 0.4;

  private final List<Node> needed = new ArrayList<>();
  private double padding;

  public static HandBox of(Type type, HandBoxWords words) {
    return new HandBox(type, words, true, hasStills(type, words));
  }

  /// @param pictures whether the picture of the places is shown
  private HandBox(Type type, HandBoxWords words, boolean pictures, boolean stills) {
    SpeechMark.as(SpeechMark.NodeRole.HAND, this);
    getStyleClass().add("hand");
    boolean split = type.look().split();
    getChildren()
        .add(
            !split
                ? row(type, words, type.look().aside(), pictures, stills)
                : switch (words) {
                  case HandBoxWords.PileWords pile -> column(pileParts(type, pile, stills));
                  case HandBoxWords.DestinationWords places -> placesColumn(type, places);
                });
    setMinHeight(split ? 0 : USE_PREF_SIZE);
  }

  HandBox(Region content) {
    SpeechMark.as(SpeechMark.NodeRole.HAND, this);
    getStyleClass().add("hand");
    getChildren().add(content);
    setMinHeight(USE_PREF_SIZE);
  }

  /// Area with one still picture in place of three.
  static HandBox onePicture(Type type, HandBoxWords words) {
    return new HandBox(type, words, true, false);
  }

  /// Whether it shows a movement in three pictures.
  static boolean hasStills(Type type, HandBoxWords words) {
    return type.look().stills()
        && words instanceof HandBoxWords.PileWords pile
        && pile.scene().goesAWay()
        && stillScale(inside(type, type.look().aside())) >= LEAST_STILL;
  }

  /// Width inside a box.
  static double inside(Type type, double width) {
    return width - 2 * (type.look().split() ? IN_COLUMN : IN_ROW) - 2 * BORDERS;
  }

  private static double stillScale(double width) {
    double between = Stills.BETWEEN * (Stills.COUNT - 1);
    return Math.min(MOST_STILL, (width - between) / Stills.COUNT / HandPicture.WIDTH);
  }

  private static HBox side(Type type, HandBoxWords.PileWords words, double width) {
    double scale = stillScale(inside(type, width));
    return StagePane.rank(
        4,
        Stills.side(
            type, at -> HandPicture.still(words.scene(), words.covers(), words.held(), at, scale)));
  }

  /// Draws the three pictures one below the other, for a column with enough room.
  private static VBox below(Type type, HandBoxWords.PileWords words) {
    return StagePane.rank(
        4,
        Stills.below(
            type,
            at ->
                HandPicture.still(words.scene(), words.covers(), words.held(), at, COLUMN_STILL)));
  }

  /// Draws the picture beside the words; three pictures of a movement stand above them.
  static Region row(Type type, HandBoxWords words, double width, boolean pictures, boolean stills) {
    return switch (words) {
      case HandBoxWords.PileWords pile ->
          stills ? threeOver(type, pile, width) : pile(type, pile, width);
      case HandBoxWords.DestinationWords places -> places(type, places, width, pictures);
    };
  }

  static HBox middle(Node part) {
    HBox row = Box.row(0, part);
    row.setAlignment(Pos.CENTER);
    return row;
  }

  static HBox low(Type type, HandBoxWords.PileWords words, double width) {
    double scale = LOW * type.look().metrics().lists().hand().pile();
    HBox row = Box.row(24);
    Box.add(row, HandPicture.pile(words.scene(), words.covers(), words.held(), scale));
    Box.add(row, Box.grow(said(type, words, width - 360)));
    return Box.padded(row, 8, IN_ROW, 8, 16);
  }

  static HandBox boxed(Region content) {
    return new HandBox(content);
  }

  /// Area without its picture.
  static HandBox wordsOnly(Type type, HandBoxWords words) {
    return new HandBox(type, words, false, hasStills(type, words));
  }

  @Override
  public double least(double width) {
    double height = padding;
    for (Node part : needed) {
      double least =
          part instanceof GivesRoom giving
              ? giving.least(width - padding)
              : Math.ceil(part.prefHeight(width - padding));
      height += least + 10;
    }
    return needed.isEmpty() ? prefHeight(width) : height;
  }

  /// Stacks the places; they stand closer in a low column.
  private StagePane placesColumn(Type type, HandBoxWords.DestinationWords words) {
    List<Node> parts = placeParts(type, words);
    ListLayout.Hand layout = type.look().layouts().lists().hand();
    return column(parts, layout.placesApart(), layout.placesEnds());
  }

  private StagePane column(List<Node> parts) {
    return column(parts, 10, 14);
  }

  private StagePane column(List<Node> parts, double gap, double ends) {
    StagePane column = new StagePane(gap);
    parts.stream()
        .map(StagePane::last)
        .filter(part -> part instanceof GivesRoom || part.getProperties().isEmpty())
        .forEach(needed::add);
    padding = 2 * IN_COLUMN + 2 * BORDERS;
    column.show(parts);
    return Box.padded(column, ends, IN_COLUMN, ends, IN_COLUMN);
  }

  private static List<Node> pileParts(Type type, HandBoxWords.PileWords words, boolean stills) {
    Look look = type.look();
    double width = look.aside() - 2 * IN_COLUMN - 2 * BORDERS;
    List<Node> parts = new ArrayList<>();
    double scale = Math.min(0.9, width / 442);
    if (look.large() && look.layouts().lists().hand().largeBeside()) {
      return List.of(
          words.line().isBlank()
              ? brief(type, words, width, false)
              : StagePane.orElse(
                  StagePane.rank(1, brief(type, words, width, true)),
                  brief(type, words, width, false)));
    }
    FittedPicture one =
        StagePane.flexible(
            new FittedPicture(
                HandPicture.pile(words.scene(), words.covers(), words.held(), scale),
                LEAST_PICTURE / scale));
    parts.add(
        stills
            ? StagePane.orElse(
                below(type, words), StagePane.orElse(side(type, words, look.aside()), one))
            : one);
    words.stamp().ifPresent(stamp -> parts.add(stamp(type, stamp)));
    int rank = type.look().metrics().lists().hand().titleRank();
    words
        .title()
        .map(title -> type.title(title, width, 2))
        .ifPresent(title -> parts.add(rank == 0 ? title : StagePane.rank(rank, title)));
    if (!words.head().isBlank()) {
      parts.add(heading(type, words.head()));
    }
    if (!words.line().isBlank()) {
      parts.add(StagePane.rank(3, type.body(words.line())));
    }
    return parts;
  }

  /// Writes the heading; it gets smaller before a low column lacks room for its picture.
  private static Writing heading(Type type, String head) {
    Writing usual = type.head(head);
    return type.look().layouts().lists().hand().wordsYield()
        ? StagePane.orElse(StagePane.rank(1, usual), type.atStep(1).note(true, head))
        : usual;
  }

  /// Draws the picture beside the words, for large text in a narrow column.
  ///
  /// @param whole whether the line is shown too
  private static Region brief(
      Type type, HandBoxWords.PileWords words, double width, boolean whole) {
    double scale = BRIEF * width / HandPicture.WIDTH;
    VBox said = Box.column(4);
    Box.add(said, words.stamp().map(stamp -> type.atStep(1).strong(stamp.head())));
    if (!words.head().isBlank()) {
      Box.add(said, type.atStep(1).strong(words.head()));
    }
    said.setAlignment(Pos.CENTER_LEFT);
    if (whole) {
      Box.add(said, type.atStep(1).note(false, words.line()));
    }
    HBox row =
        Box.row(
            10,
            HandPicture.pile(words.scene(), words.covers(), words.held(), scale),
            Box.grow(said));
    return Box.whole(row);
  }

  private static HBox centred(Node picture) {
    HBox row = Box.row(0, picture);
    row.setAlignment(Pos.CENTER);
    row.setMinHeight(Region.USE_PREF_SIZE);
    return StagePane.rank(4, row);
  }

  private static Node stamp(Type type, Stamp.StampWords words) {
    if (!type.look().layouts().lists().hand().wordsYield()) {
      return Box.row(0, new Stamp(type, words));
    }
    return StagePane.orElse(
        StagePane.rank(1, stampLine(type, Role.BODY, words)),
        stampLine(type.atStep(1), Role.CAPTION, words));
  }

  private static HBox stampLine(Type type, Role role, Stamp.StampWords words) {
    HBox row = Box.row(12);
    Box.add(row, words.icon().map(icon -> new IconView(icon, 36, words.ink()).stroked(5.5)));
    Box.add(row, Box.grow(type.write(role, true, words.ink(), words.head())));
    return Box.whole(row);
  }

  private static List<Node> placeParts(Type type, HandBoxWords.DestinationWords words) {
    double width = type.look().aside() - 2 * IN_COLUMN - 2 * BORDERS;
    List<Node> parts = new ArrayList<>();
    double scale = Math.min(0.9, width / (Pictures.PLACE * words.places().size()));
    parts.add(
        StagePane.orElse(centred(picture(words, scale)), centred(picture(words, scale * 0.6))));
    Type small = type.atStep(1);
    words
        .head()
        .map(head -> StagePane.orElse(StagePane.rank(1, type.head(head)), small.note(true, head)))
        .ifPresent(parts::add);
    for (PlaceWords place : words.places()) {
      Writing line = type.body(place.line());
      VBox text = Box.column(0, type.head(place.name()), line);
      Node brief =
          StagePane.orElse(
              StagePane.rank(1, sign(type, place, Box.column(0, type.head(place.name())))),
              small(small, place));
      parts.add(StagePane.orElse(StagePane.rank(2, sign(type, place, text)), brief));
    }
    return parts;
  }

  private static HBox small(Type type, PlaceWords place) {
    PlaceSign sign = PlaceSign.small(type, place.sign());
    return Box.whole(Box.row(6, sign, Box.grow(type.note(true, place.name()))));
  }

  private static HBox sign(Type type, PlaceWords place, Region text) {
    HBox row = Box.row(20, PlaceSign.of(type, place.sign()), Box.grow(text));
    return Box.whole(row);
  }

  private static HBox pile(Type type, HandBoxWords.PileWords words, double width) {
    HBox row = Box.row(24);
    double scale = type.look().metrics().lists().hand().pile();
    Box.add(row, HandPicture.pile(words.scene(), words.covers(), words.held(), scale));
    Box.add(row, Box.grow(said(type, words, width - 450)));
    return Box.padded(row, 16, IN_ROW, 16, 16);
  }

  private static VBox threeOver(Type type, HandBoxWords.PileWords words, double width) {
    VBox column = Box.column(12, side(type, words, width), said(type, words, inside(type, width)));
    column.setAlignment(Pos.CENTER_LEFT);
    return Box.padded(column, 16, IN_ROW, 16, IN_ROW);
  }

  private static VBox said(Type type, HandBoxWords.PileWords words, double width) {
    VBox text = Box.column(6);
    Box.add(text, words.stamp().map(stamp -> Box.row(0, new Stamp(type, stamp))));
    Box.add(text, words.title().map(title -> type.title(title, width, 2)));
    if (!words.head().isBlank()) {
      Box.add(text, type.head(words.head()));
    }
    if (!words.line().isBlank()) {
      Box.add(text, type.body(words.line()));
    }
    text.setAlignment(Pos.CENTER_LEFT);
    return text;
  }

  private static Region places(
      Type type, HandBoxWords.DestinationWords words, double width, boolean pictures) {
    if (pictures && words.places().size() == 1) {
      return onePlace(type, words, words.places().getFirst());
    }
    VBox column = Box.column(8);
    if (pictures) {
      double most = (width - 48) / (Pictures.PLACE * words.places().size());
      HBox picture = Box.row(0, picture(words, Math.min(1, most)));
      picture.setAlignment(Pos.CENTER);
      Box.add(column, picture);
    }
    Box.add(column, words.head().map(type::head));
    Box.add(column, names(type, words, width, pictures));
    double above = pictures ? 16 : 8;
    return Box.padded(column, above, 20, above, 20);
  }

  static HBox names(Type type, HandBoxWords.DestinationWords words, double width, boolean lines) {
    HBox names = Box.row(24);
    int count = words.places().size();
    double cell = Math.floor((width - 48 - 24.0 * (count - 1)) / count);
    for (PlaceWords place : words.places()) {
      VBox text = Box.column(0, type.head(place.name()));
      if (lines) {
        Box.add(text, type.body(place.line()));
      }
      HBox one = Box.row(20, PlaceSign.of(type, place.sign()), Box.wide(text, cell - 96));
      Box.add(names, Box.wide(one, cell));
    }
    return names;
  }

  /// Draws the picture of one place beside its words, like that of a pile.
  private static HBox onePlace(Type type, HandBoxWords.DestinationWords words, PlaceWords place) {
    VBox text = Box.column(10);
    Box.add(text, words.head().map(type::head));
    VBox name = Box.column(0, type.head(place.name()), type.body(place.line()));
    Box.add(text, Box.row(20, PlaceSign.of(type, place.sign()), Box.grow(name)));
    text.setAlignment(Pos.CENTER_LEFT);
    double scale = ONE_PLACE * type.look().metrics().lists().hand().pile();
    HBox row = Box.row(24, picture(words, scale), Box.grow(text));
    return Box.padded(row, 16, IN_ROW, 16, 16);
  }

  static Drawing picture(HandBoxWords.DestinationWords words, double scale) {
    return Pictures.places(books(words, "A"), books(words, "B"), books(words, "C"), scale);
  }

  private static int books(HandBoxWords.DestinationWords words, String letter) {
    return words.places().stream()
        .filter(place -> place.sign().letter().equals(letter))
        .mapToInt(PlaceWords::books)
        .sum();
  }
}

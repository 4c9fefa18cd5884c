package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.ListMetrics;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Veil;
import org.libstation.screen.kit.look.Writing;

/// An open row in its short form: title, state, and where the book goes. Several short forms fit on
/// a page where whole rows do not; the whole row follows on a later page.
public final class BriefRow extends VBox {
  /// Size of the icon at step 4 of a small panel, whose lines are short.
  private static final double LEAST_ICON = 56;

  /// Left and right edge of the row together.
  private static final double EDGES = 8;

  private static final double APART = 16;

  /// Least width of a title beside the state, as a multiple of the text size.
  private static final double LEAST_TITLE = 6;

  /// What the short form says.
  ///
  /// @param number number of its row
  /// @param title empty = drawn as a bar
  /// @param state state of the book, as on its stamp
  /// @param place where the book goes; empty = it stays, or is placed again
  /// @param reason why; shown if all short forms have room for it
  /// @param key key of its row
  public record BriefRowWords(
      long number,
      Optional<String> title,
      Ink ink,
      Icon icon,
      String state,
      Optional<LetteredPlace> place,
      String reason,
      Optional<ItemRow.RowKey> key) {

    /// @param how stamp of the row
    public static BriefRowWords of(
        ItemRow.ItemRowWords row,
        Stamp.StampWords how,
        Optional<LetteredPlace> place,
        String reason) {
      return new BriefRowWords(
          row.number(),
          row.title(),
          how.ink(),
          how.icon().orElse(Icon.QUESTION),
          how.head(),
          place,
          reason,
          row.key());
    }
  }

  /// A place, with its letter.
  public record LetteredPlace(PlaceSign.PlaceSignWords sign, String name) {}

  /// How much a short form says.
  enum BriefRowForm {
    /// The place, and the reason below.
    WHOLE,
    /// The reason; of the place only its letter, which the hand area explains.
    WHY,
    /// The place.
    PLACE;

    boolean why() {
      return this != PLACE;
    }
  }

  /// The key in the row; if the key stands elsewhere, the number on that key.
  ///
  /// @param wide width of the key
  /// @param number 0 = none
  record Keyed(Optional<KeyCap> cap, double wide, int number) {}

  /// The title has enough room.
  private boolean named = true;

  private boolean oneLine;

  BriefRow(Type type, BriefRowWords words, BriefRowForm form, Keyed keyed) {
    super(0);
    Look look = type.look();
    ListMetrics.Brief sizes = look.metrics().lists().brief();
    double sides = sizes.sides();
    double icon = look.tells() ? LEAST_ICON : look.px(Role.STAMP);
    Node mark =
        keyed.number() > 0
            ? PlaceSign.numberInLine(type, keyed.number())
            : new IconView(words.icon(), icon, words.ink()).stroked(5);
    keyed.cap().ifPresent(cap -> cap.setMinWidth(Region.USE_PREF_SIZE));
    double beside = keyed.cap().isPresent() ? keyed.wide() + APART : 0;
    double inside =
        look.list() - 2 * (sides + EDGES) - Math.ceil(mark.prefWidth(-1)) - APART - beside;
    HBox row = Box.row(APART, mark, Box.grow(said(type, words, form, inside)));
    keyed.cap().ifPresent(row.getChildren()::add);
    row.setAlignment(Pos.CENTER_LEFT);
    Box.add(this, row);
    SpeechMark.as(SpeechMark.NodeRole.ROW, this);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    getStyleClass().addAll("compact", words.ink().border());
    Box.padded(this, sizes.ends(), sides);
    setMinHeight(Region.USE_PREF_SIZE);
  }

  /// Whether the reason is shown in one line.
  boolean oneLine() {
    return oneLine;
  }

  /// Whether enough of the title is shown.
  boolean named() {
    return named;
  }

  private Pane said(Type type, BriefRowWords words, BriefRowForm form, double inside) {
    Look look = type.look();
    boolean flat = look.layouts().lists().row().oneLine();
    Writing why = type.note(false, words.reason());
    oneLine = form.why() && type.note(false, words.reason()).oneLine().prefWidth(-1) <= inside;
    if (flat) {
      why.oneLine();
    }
    if (form == BriefRowForm.WHY) {
      HBox state = line(state(type, words), where(type, words, false));
      if (flat) {
        Box.add(state, why);
      }
      state.setMinWidth(Region.USE_PREF_SIZE);
      double title = inside - Math.ceil(state.prefWidth(-1)) - APART;
      named = title >= look.px(Role.TITLE) * LEAST_TITLE;
      HBox line = line(Box.grow(title(type, words, title)), state);
      return flat ? line : Box.column(0, line, why);
    }
    Region state = fitting(type, words, inside);
    double beside = inside - Math.ceil(state.prefWidth(-1)) - APART;
    boolean one = flat && beside >= look.px(Role.TITLE) * LEAST_TITLE;
    Node title = title(type, words, one ? beside : inside);
    Pane said = one ? Box.row(APART, Box.grow(title), state) : Box.column(0, title, state);
    return form.why() ? Box.column(0, said, why) : said;
  }

  /// Draws state and place as large as they fit. Step 4 of a small panel is far from step 3, so
  /// that sizes between are tried. On a small panel the place's name is dropped before words get
  /// smaller; the hand area and the whole row have it. Elsewhere two lines are used if one is too
  /// short.
  private static Region fitting(Type type, BriefRowWords words, double room) {
    boolean placeGoes = type.look().layouts().lists().briefs().placeGoes();
    List<Type> sizes = new ArrayList<>(List.of(type));
    if (type.look().tells()) {
      ListRows.BETWEEN.forEach(part -> sizes.add(new Type(type.look().withPart(part))));
    } else {
      for (int step = type.look().step() - 1; step >= 1; step--) {
        sizes.add(type.atStep(step));
      }
    }
    for (Type size : sizes) {
      for (boolean named : placeGoes ? List.of(true, false) : List.of(true)) {
        HBox line = line(state(size, words), where(size, words, named));
        if (line.prefWidth(-1) <= room) {
          return line;
        }
      }
    }
    Type least = sizes.getLast();
    return Box.column(0, state(least, words), line(where(least, words, !placeGoes)));
  }

  private static HBox line(Node... parts) {
    HBox line = Box.row(APART, parts);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static HBox line(Node state, Node[] place) {
    HBox line = line(state);
    Box.add(line, place);
    return line;
  }

  private static Writing state(Type type, BriefRowWords words) {
    return type.write(Role.CAPTION, true, words.ink(), words.state()).oneLine();
  }

  /// @param named true = with its name; false = only its letter
  private static Node[] where(Type type, BriefRowWords words, boolean named) {
    return words
        .place()
        .map(
            place ->
                named && !type.look().tells()
                    ? new Node[] {
                      PlaceSign.inLine(type, place.sign()), type.note(true, place.name()).oneLine()
                    }
                    : new Node[] {PlaceSign.inLine(type, place.sign())})
        .orElse(new Node[0]);
  }

  private static Node title(Type type, BriefRowWords words, double width) {
    return words
        .title()
        .<Node>map(title -> type.title(title, width, 1))
        .orElseGet(() -> Veil.title(type.look(), words.number()));
  }
}

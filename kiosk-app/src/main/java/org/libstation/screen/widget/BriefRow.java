package org.libstation.screen.widget;

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
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Look;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.SpeechMark;
import org.libstation.screen.look.Type;
import org.libstation.screen.look.Veil;
import org.libstation.screen.look.Writing;

/// An open matter in its short form, so that several stand on a page where their rows do not: the
/// title, how it stands, where it goes. Its whole row follows on a further page.
public final class BriefRow extends VBox {
  private static final double SIDES = 20;
  private static final double SMALL_SIDES = 12;

  /// At the last step of a small panel, whose lines are short.
  private static final double LEAST_ICON = 56;

  /// Left and right edge of the row.
  private static final double EDGES = 8;

  private static final double APART = 16;

  /// A title is not shorter than that beside how it stands, in heights of its words.
  private static final double LEAST_TITLE = 6;

  /// What it says.
  ///
  /// @param number of its row
  /// @param title empty = drawn as a bar
  /// @param state how it stands, as on its stamp
  /// @param place where it goes; empty = it stays, or is laid down anew
  /// @param reason why; stands there where all of them have room for it
  public record Words(
      long number,
      Optional<String> title,
      Ink ink,
      Icon icon,
      String state,
      Optional<Place> place,
      String reason) {}

  /// A place with its letter.
  public record Place(Sign.Words sign, String name) {}

  /// @param why with the reason
  BriefRow(Type type, Words words, boolean why) {
    super(0);
    Look look = type.look();
    boolean tight = look.arrangement().tight();
    double sides = tight ? SMALL_SIDES : SIDES;
    double icon = look.tells() ? LEAST_ICON : look.px(Role.STAMP);
    double inside = look.list() - 2 * (sides + EDGES) - icon - APART;
    Region state = fitting(type, words, inside);
    double beside = inside - Math.ceil(state.prefWidth(-1)) - APART;
    boolean one = look.arrangement().flat() && beside >= look.px(Role.TITLE) * LEAST_TITLE;
    Node title = title(type, words, one ? beside : inside);
    Pane said = one ? Box.row(APART, Box.grow(title), state) : Box.column(0, title, state);
    if (why) {
      said = Box.column(0, said, type.note(false, words.reason()));
    }
    IconView mark = new IconView(words.icon(), icon, words.ink(), 5);
    HBox row = Box.row(APART, mark, Box.grow(said));
    row.setAlignment(Pos.CENTER_LEFT);
    Box.add(this, row);
    SpeechMark.as(SpeechMark.NodeRole.ROW, this);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    getStyleClass().addAll("compact", words.ink().border());
    double ends = tight ? 2 : 8;
    Box.padded(this, ends, sides, ends, sides);
    setMinHeight(Region.USE_PREF_SIZE);
  }

  /// The last step of a small panel is far from the one before it. What has no room in one line
  /// stands in two.
  private static Region fitting(Type type, Words words, double room) {
    List<Type> sizes = new ArrayList<>(List.of(type));
    if (type.look().tells()) {
      ListRows.BETWEEN.forEach(part -> sizes.add(new Type(type.look().smaller(part))));
    } else {
      for (int step = type.look().step() - 1; step >= 1; step--) {
        sizes.add(type.atStep(step));
      }
    }
    for (Type size : sizes) {
      HBox line = Box.row(APART, state(size, words));
      where(size, words).ifPresent(line.getChildren()::addAll);
      line.setAlignment(Pos.CENTER_LEFT);
      if (line.prefWidth(-1) <= room) {
        return line;
      }
    }
    Type least = sizes.getLast();
    VBox lines = Box.column(0, state(least, words));
    where(least, words)
        .ifPresent(
            place -> {
              HBox line = Box.row(APART, place.toArray(Node[]::new));
              line.setAlignment(Pos.CENTER_LEFT);
              Box.add(lines, line);
            });
    return lines;
  }

  private static Writing state(Type type, Words words) {
    return type.write(Role.CAPTION, true, words.ink(), words.state()).oneLine();
  }

  /// Largest on a small panel a place is its letter; its whole row names it.
  private static Optional<List<Node>> where(Type type, Words words) {
    return words
        .place()
        .map(
            place ->
                type.look().tells()
                    ? List.of(Sign.inLine(type, place.sign()))
                    : List.of(
                        Sign.inLine(type, place.sign()), type.note(true, place.name()).oneLine()));
  }

  private static Node title(Type type, Words words, double width) {
    return words
        .title()
        .<Node>map(title -> type.title(title, width, 1))
        .orElseGet(() -> Veil.title(type.look(), words.number()));
  }
}

package org.libstation.screen.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Arrangement;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Look;
import org.libstation.screen.look.Type;
import org.libstation.screen.look.Writing;
import org.libstation.screen.picture.Pictures;
import org.libstation.screen.words.Voice;

/// The heading of a list: what it counts, the line below it, the shelf, the key that hides titles.
final class ListHead {
  /// On a small panel the line under the heading goes before the heading.
  private static final int LINE_RANK = 4;

  /// Between heading and line, and above and below.
  private static final double AIR = 40;

  /// A low strip of the hand, which stands below.
  private static final double STRIP = 110;

  private final Type type;
  private final Look look;
  private final Arrangement arrangement;
  private final Voice voice;
  private final Consumer<Key> pressed;

  ListHead(Type type, Voice voice, Consumer<Key> pressed) {
    this.type = type;
    this.look = type.look();
    this.arrangement = look.arrangement();
    this.voice = voice;
    this.pressed = pressed;
  }

  /// @param alone height that it has where there are no rows; 0 = there are
  /// @param width of the heading
  /// @param high height of what stands beside the heading; 0 = nothing does
  List<Node> of(Head head, boolean titlesKey, double alone, double width, double high) {
    // Half a panel has no height for a second line, but beside a picture.
    Writing h1 =
        arrangement.flat()
            ? type.fitting(
                look.step(),
                written -> written.h1(head.head()),
                line -> line.prefWidth(-1) <= width || line.prefHeight(width) <= high)
            : type.h1(head.head());
    HBox first = Box.row(24, Box.grow(h1));
    first.setAlignment(Pos.BOTTOM_LEFT);
    boolean low = arrangement.keysBelow();
    Box.add(
        first,
        head.shelf()
            .filter(_ -> arrangement.spare())
            .map(shelf -> Pictures.shelf(shelf.covers(), shelf.missing())));
    boolean oneLine = arrangement.compact();
    double room = alone - h1.prefHeight(look.list()) - AIR - (low ? STRIP : 0);
    Optional<HBox> second =
        head.line()
            .map(
                line ->
                    type.fitting(
                        look.step(),
                        written -> written.body(line),
                        body ->
                            !(oneLine || low)
                                || alone == 0
                                || body.prefHeight(look.list()) <= room))
            .map(line -> Box.row(24, Box.grow(line)));
    if (titlesKey && !low) {
      Box.add(oneLine ? first : second.orElse(first), hideKey());
    }
    if (arrangement.tight()) {
      StagePane.rank(ListScreen.HAND_RANK, first);
    }
    if (oneLine || low) {
      // Before words of a row are cut.
      List<Node> parts = new ArrayList<>(List.of(first));
      second.ifPresent(line -> parts.add(StagePane.rank(low ? 2 : LINE_RANK, line)));
      return low && second.isEmpty() ? List.of(Box.column(8, first)) : parts;
    }
    return List.of(Box.add(Box.column(8, first), second));
  }

  private KeyCap hideKey() {
    boolean hidden = look.titlesHidden();
    String words =
        voice.say(arrangement.tight() ? "access.titles" : hidden ? "titles.show" : "titles.hide");
    IconView icon = new IconView(hidden ? Icon.SHOW : Icon.HIDE, 36, Ink.TEXT);
    return new KeyCap(
            Box.row(14, icon, type.note(false, words).oneLine()),
            words,
            () -> pressed.accept(new Key.HideTitles()))
        .quiet(look.panel().keySmall());
  }
}

package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.ListLayout;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.Pictures;
import org.libstation.screen.kit.words.Voice;

/// Draws the heading of a list: what it counts, the line below it, the shelf, the key that hides
/// titles.
final class ListHead {
  /// Space between heading and line, and above and below them.
  private static final double AIR = 40;

  private final Type type;
  private final Look look;
  private final ListLayout.HeadLayout layout;
  private final Voice voice;
  private final Consumer<Key> pressed;

  ListHead(Type type, Voice voice, Consumer<Key> pressed) {
    this.type = type;
    this.look = type.look();
    this.layout = look.layouts().lists().head();
    this.voice = voice;
    this.pressed = pressed;
  }

  /// Parts of the heading.
  ///
  /// @param alone height in px for it if there are no rows; 0 = there are rows
  /// @param width width of the heading
  /// @param high height of the part beside the heading; 0 = none
  List<Node> of(Head head, boolean titlesKey, double alone, double width, double high) {
    // The low layout of a lying panel has room for a second line only beside a picture.
    Writing h1 =
        layout.oneLine()
            ? type.fitting(
                look.step(),
                written -> written.h1(head.head()),
                line -> line.prefWidth(-1) <= width || line.prefHeight(width) <= high)
            : type.h1(head.head());
    HBox first = Box.row(24, Box.grow(h1));
    first.setAlignment(Pos.BOTTOM_LEFT);
    Box.add(
        first,
        head.shelf()
            .filter(_ -> layout.shelf())
            .map(shelf -> Pictures.shelf(shelf.covers(), shelf.missing())));
    boolean yields = layout.lineRank() > 0;
    double room = alone - h1.prefHeight(look.list()) - AIR - layout.strip();
    Optional<HBox> second =
        head.line()
            .map(
                line ->
                    type.fitting(
                        look.step(),
                        written -> written.body(line),
                        body -> !yields || alone == 0 || body.prefHeight(look.list()) <= room))
            .map(line -> Box.row(24, Box.grow(line)));
    if (titlesKey) {
      switch (layout.hideKey()) {
        case ELSEWHERE -> {}
        case SHORT -> Box.add(first, hideKey("access.titles"));
        case WHOLE ->
            Box.add(
                second.orElse(first), hideKey(look.titlesHidden() ? "titles.show" : "titles.hide"));
      }
    }
    if (layout.yields()) {
      StagePane.rank(ListScreen.HAND_RANK, first);
    }
    if (yields) {
      // The line is left out before words of a row are cut.
      List<Node> parts = new ArrayList<>(List.of(first));
      second.ifPresent(line -> parts.add(StagePane.rank(layout.lineRank(), line)));
      return layout.staysAlone() && second.isEmpty() ? List.of(Box.column(8, first)) : parts;
    }
    return List.of(Box.add(Box.column(8, first), second));
  }

  private KeyCap hideKey(String text) {
    boolean hidden = look.titlesHidden();
    String words = voice.say(text);
    IconView icon = new IconView(hidden ? Icon.SHOW : Icon.HIDE, 36, Ink.TEXT);
    return new KeyCap(
            Box.row(14, icon, type.note(false, words).oneLine()),
            words,
            () -> pressed.accept(new Key.HideTitles()))
        .quiet(look.panel().keySmall());
  }
}

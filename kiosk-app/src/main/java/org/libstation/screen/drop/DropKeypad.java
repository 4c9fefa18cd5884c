package org.libstation.screen.drop;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.words.Voice;

/// Digit keys for a barcode, and the digits typed so far.
final class DropKeypad {
  private static final double WIDE = 118;
  private static final double HIGH = 80;
  private static final double GAP = 14;

  /// Most digits that fit in the field; the last ones are shown.
  private static final int SHOWN = 12;

  private DropKeypad() {}

  static VBox of(Type type, Voice voice, String typed, Consumer<Key> pressed) {
    String end = typed.length() > SHOWN ? "…" + typed.substring(typed.length() - SHOWN) : typed;
    HBox field = Box.row(0, type.figure(Role.H2, Ink.TEXT, end.isEmpty() ? " " : end).oneLine());
    field.getStyleClass().add("field");
    field.setAlignment(Pos.CENTER);
    field.setMinHeight(68);
    VBox pad = new VBox(GAP, field);
    for (int first = 1; first <= 7; first += 3) {
      Box.add(
          pad,
          new HBox(
              GAP,
              digit(type, first, pressed),
              digit(type, first + 1, pressed),
              digit(type, first + 2, pressed)));
    }
    Box.add(
        pad,
        new HBox(
            GAP,
            key(
                new IconView(Icon.ERASE, 48, Ink.TEXT),
                voice.say("key.erase"),
                () -> pressed.accept(new Key.Erase())),
            digit(type, 0, pressed),
            key(
                    new IconView(Icon.CHECK, 48, Ink.ON_ACTION).stroked(6),
                    voice.say("key.enter"),
                    () -> pressed.accept(new Key.Confirm()))
                .styled("primary")));
    Box.padded(pad, 14, 0, 0, 0);
    return pad;
  }

  private static KeyCap digit(Type type, int digit, Consumer<Key> pressed) {
    return key(
        type.figure(Role.SUM, Ink.TEXT, Integer.toString(digit)).oneLine(),
        Integer.toString(digit),
        () -> pressed.accept(new Key.Digit(digit)));
  }

  private static KeyCap key(Node face, String words, Runnable action) {
    return new KeyCap(face, words, action).styled("narrow", "small").sized(WIDE, HIGH);
  }
}

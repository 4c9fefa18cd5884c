package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.words.Voice;

/// Draws the keys for a number in the low layout of a small panel: one row at a time, and a key to
/// the next. Digits come first. The letters are in alphabetical order, so that people find the
/// right row.
public final class LeafedKeys extends StackPane {
  private static final List<String> LEAVES =
      List.of("1234567890", "ABCDEFGHIJ", "KLMNOPQRST", "UVWXYZ-");

  private final Type type;
  private final Voice voice;
  private final Consumer<Key> pressed;
  private final double width;

  public LeafedKeys(Type type, Voice voice, Consumer<Key> pressed) {
    this.type = new Type(type.look().atStep(1));
    this.voice = voice;
    this.pressed = pressed;
    int keys = LEAVES.getFirst().length() + 1;
    double live = type.look().panel().live();
    this.width = Math.floor((live - (keys - 1) * Tokens.TARGET_GAP) / keys);
    setMinHeight(USE_PREF_SIZE);
    show(0);
  }

  private KeyCap show(int leaf) {
    List<KeyCap> keys = new ArrayList<>();
    for (char letter : LEAVES.get(leaf).toCharArray()) {
      String words = letter == '-' ? voice.say("entry.dash") : String.valueOf(letter);
      keys.add(
          cap(
              Ink.TEXT,
              String.valueOf(letter),
              words,
              () -> pressed.accept(new Key.Letter(letter))));
    }
    int next = (leaf + 1) % LEAVES.size();
    // In high contrast a lit key is white.
    Ink ink = type.look().contrast() ? Ink.ON_STATE : Ink.TEXT;
    KeyCap turn = cap(ink, name(next), spoken(next), () -> turn(next)).ownAffair().styled("lit");
    HBox row = Box.row(Tokens.TARGET_GAP, keys.toArray(KeyCap[]::new));
    Box.add(row, Box.grow(turn));
    getChildren().setAll(row);
    return turn;
  }

  /// Shows the next row; the key that turns stays under the same finger.
  private void turn(int leaf) {
    boolean focused = getScene() != null && within(getScene().getFocusOwner());
    pressed.accept(new Key.Leaf(Key.Leaf.LeafKind.PAGES));
    KeyCap turn = show(leaf);
    if (focused) {
      turn.requestFocus();
    }
  }

  private boolean within(javafx.scene.@org.jspecify.annotations.Nullable Node node) {
    for (javafx.scene.Node at = node; at != null; at = at.getParent()) {
      if (at.equals(this)) {
        return true;
      }
    }
    return false;
  }

  /// First character of a row, which stands for all.
  private static String name(int leaf) {
    return LEAVES.get(leaf).charAt(0) + "…";
  }

  private static String spoken(int leaf) {
    String leafed = LEAVES.get(leaf);
    return leafed.charAt(0) + " – " + leafed.charAt(leafed.length() - 1);
  }

  private KeyCap cap(Ink ink, String face, String words, Runnable action) {
    return new KeyCap(
            new StackPane(type.in("Noto Sans", Role.TITLE, true, ink, face).oneLine()),
            words,
            action)
        .styled("narrow")
        .sized(width, Tokens.TARGET_MIN);
  }
}

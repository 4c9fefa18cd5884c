package org.libstation.screen.kit.widget;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.TypingLayout;
import org.libstation.screen.kit.words.Voice;

/// Draws a keyboard for item numbers: digits first, capitals only. It has one size at every text
/// step.
public final class LetterKeys extends VBox {
  private static final double WIDE = 87;
  private static final double GAP = 12;
  private static final List<String> ROWS =
      List.of("1234567890", "QWERTYUIOP", "ASDFGHJKL-", "ZXCVBNM");

  /// Rows in the low layout of a lying panel.
  private static final List<String> LOW_ROWS = List.of("1234567890QWERTYUIOP", "ASDFGHJKL-ZXCVBNM");

  private final Type type;
  private final Voice voice;
  private final Consumer<Key> pressed;
  private final Function<Character, Key> key;

  public LetterKeys(Type type, Voice voice, Consumer<Key> pressed) {
    this(
        type,
        voice,
        pressed,
        type.look().layouts().typing().letters() == TypingLayout.LetterRows.TWO_ROWS
            ? LOW_ROWS
            : ROWS,
        Key.Letter::new,
        Optional.empty());
  }

  /// Creates a keyboard for other texts.
  ///
  /// @param rows characters of each row from above; the key that erases follows the last one
  /// @param key key that a character reports
  /// @param other key before *erase*, such as for capitals
  public LetterKeys(
      Type type,
      Voice voice,
      Consumer<Key> pressed,
      List<String> rows,
      Function<Character, Key> key,
      Optional<ActionKey> other) {
    super(GAP);
    this.type = new Type(type.look().atStep(1));
    this.voice = voice;
    this.pressed = pressed;
    this.key = key;
    rows.forEach(row -> getChildren().add(row(row)));
    HBox last = (HBox) getChildren().getLast();
    Box.add(
        last,
        other.map(
            action ->
                action
                    .cap(this.type, pressed, Optional.of(Role.TECH))
                    .styled("narrow")
                    .sized(wide() * 2 + GAP, high())));
    Box.add(last, erase());
    setAlignment(Pos.CENTER);
    setMinHeight(USE_PREF_SIZE);
  }

  private HBox row(String letters) {
    HBox row = Box.row(GAP);
    letters.chars().forEach(letter -> row.getChildren().add(key((char) letter)));
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private KeyCap key(char letter) {
    String words =
        switch (letter) {
          case '-' -> voice.say("entry.dash");
          case ' ' -> voice.say("setup.space");
          default -> String.valueOf(letter);
        };
    String face = letter == ' ' ? "␣" : String.valueOf(letter);
    return new KeyCap(
            new StackPane(type.in("Noto Sans", Role.TITLE, true, Ink.TEXT, face).oneLine()),
            words,
            () -> pressed.accept(key.apply(letter)))
        .styled("narrow")
        .sized(wide(), high());
  }

  /// Width of a key. Beside a column of keys, ten fit in the width of the list.
  private double wide() {
    Look look = type.look();
    return switch (look.layouts().typing().letters()) {
      case TWO_ROWS -> each(look.panel().live(), LOW_ROWS.getFirst().length());
      case FOUR_ROWS_OF_LIST -> each(look.list(), 10);
      case FOUR_ROWS -> Math.min(WIDE, each(look.panel().live(), 10));
    };
  }

  private double high() {
    return type.look().metrics().keypads().letter();
  }

  private static double each(double width, int keys) {
    return Math.floor((width - (keys - 1) * GAP) / keys);
  }

  private KeyCap erase() {
    return new KeyCap(
            new IconView(Icon.ERASE, 48, Ink.TEXT),
            voice.say("entry.erase"),
            () -> pressed.accept(new Key.Erase()))
        .styled("narrow")
        .sized(wide() * 2 + GAP, high());
  }
}

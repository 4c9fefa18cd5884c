package org.libstation.screen.widget;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Heard;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Tokens;
import org.libstation.screen.look.Type;
import org.libstation.screen.look.Writing;
import org.libstation.screen.words.Voice;

/// Digits, 152 × 112 each; five is marked. In the low layout two rows of six.
public final class Keypad extends VBox {
  private static final double WIDE = 152;
  private static final double HIGH = 112;

  private final Type type;
  private final Voice voice;
  private final Consumer<Key> pressed;

  public Keypad(Type type, Voice voice, Consumer<Key> pressed) {
    super(type.look().panel().wide() ? 14 : 16);
    this.type = type;
    this.voice = voice;
    this.pressed = pressed;
    if (type.look().low()) {
      getChildren().addAll(row(1, 2, 3, 4, 5, -1), row(6, 7, 8, 9, 0, -2));
    } else {
      getChildren().addAll(row(1, 2, 3), row(4, 5, 6), row(7, 8, 9), row(-1, 0, -2));
    }
    setAlignment(Pos.CENTER);
    setFillWidth(false);
    setMinHeight(USE_PREF_SIZE);
  }

  private HBox row(int... keys) {
    HBox row = Box.row(type.look().low() || type.look().panel().wide() ? 14 : 24);
    for (int key : keys) {
      Box.add(row, key == -1 ? erase() : key == -2 ? confirm() : digit(key));
    }
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private double wide() {
    if (type.look().panel().small()) {
      return type.look().low() ? 130 : 94;
    }
    if (type.look().panel().wide() && !type.look().low()) {
      return 180;
    }
    double row = Math.floor((type.look().panel().live() - 5 * 14) / 6);
    return type.look().low() ? Math.min(WIDE, row) : WIDE + 76;
  }

  private double high() {
    if (type.look().panel().small() && type.look().low()) {
      return Tokens.TARGET_MIN;
    }
    return type.look().panel().wide() ? type.look().panel().key() + 8 : HIGH;
  }

  private KeyCap digit(int digit) {
    Writing figure = type.figure(Role.SUM, Ink.TEXT, Integer.toString(digit)).oneLine();
    StackPane face = new StackPane(figure);
    if (digit == 5) {
      Region mark = new Region();
      mark.setStyle("-fx-background-color: -ls-text; -fx-background-radius: 3;");
      mark.setMinSize(26, 5);
      mark.setMaxSize(26, 5);
      StackPane.setAlignment(mark, Pos.BOTTOM_CENTER);
      Box.add(face, mark);
    }
    KeyCap key =
        new KeyCap(face, Integer.toString(digit), () -> pressed.accept(new Key.Digit(digit)))
            .styled("narrow")
            .sized(wide(), high());
    return Heard.as(Heard.Kind.DIGIT, key);
  }

  private KeyCap erase() {
    return new KeyCap(
            new IconView(Icon.ERASE, 56, Ink.TEXT),
            voice.say("key.erase"),
            () -> pressed.accept(new Key.Erase()))
        .styled("narrow")
        .sized(wide(), high());
  }

  private KeyCap confirm() {
    String words = voice.say("key.enter");
    // The key has one size at every text step.
    Type plain = new Type(type.look().atStep(1));
    return new KeyCap(
            plain.write(Role.TITLE, true, Ink.ON_ACTION, words).oneLine(),
            words,
            () -> pressed.accept(new Key.Confirm()))
        .styled("narrow", "primary")
        .sized(wide(), high());
  }

  /// The field above: bullets only.
  public static HBox field(Type type, int digits) {
    Writing bullets =
        type.in(
                "Noto Sans",
                Role.BODY,
                true,
                Ink.TEXT,
                digits == 0 ? " " : "●\u2009".repeat(digits))
            .oneLine();
    Region caret = new Region();
    caret.setStyle("-fx-background-color: -ls-action;");
    caret.setMinSize(5, type.look().panel().small() ? 44 : 56);
    caret.setMaxSize(5, type.look().panel().small() ? 44 : 56);
    HBox field = Box.row(8, bullets, caret);
    field.getStyleClass().add("field");
    field.setAlignment(Pos.CENTER);
    field.setMinHeight(type.look().panel().small() ? 72 : 112);
    field.setMaxWidth(732);
    return Heard.figure(Heard.Kind.MASKED, digits, field);
  }
}

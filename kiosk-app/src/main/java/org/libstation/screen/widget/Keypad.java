package org.libstation.screen.widget;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.By;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Look;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.SpeechMark;
import org.libstation.screen.look.Tokens;
import org.libstation.screen.look.Type;
import org.libstation.screen.look.Writing;
import org.libstation.screen.words.Voice;

/// Draws the keys of the digits, 152 × 112 each; five is marked. In the low layout two rows of six.
public final class Keypad extends VBox {
  private static final By<Double> WIDE =
      By.usual(228.0).wide(180.0).small(94.0).low(152.0).smallLow(130.0);
  private static final By<Double> HIGH =
      By.usual(112.0).wide(104.0).small(80.0).smallLow(Tokens.TARGET_MIN);
  private static final By<Double> ROWS_APART = By.usual(16.0).wide(14.0);
  private static final By<Double> KEYS_APART = By.usual(24.0).wide(14.0).low(14.0);
  private static final By<Double> CARET = By.usual(56.0).small(44.0);
  private static final By<Double> FIELD = By.usual(112.0).small(72.0);

  private final Type type;
  private final Look look;
  private final Voice voice;
  private final Consumer<Key> pressed;

  public Keypad(Type type, Voice voice, Consumer<Key> pressed) {
    super(ROWS_APART.in(type.look()));
    this.type = type;
    this.look = type.look();
    this.voice = voice;
    this.pressed = pressed;
    if (look.low()) {
      getChildren().addAll(row(1, 2, 3, 4, 5, -1), row(6, 7, 8, 9, 0, -2));
    } else {
      getChildren().addAll(row(1, 2, 3), row(4, 5, 6), row(7, 8, 9), row(-1, 0, -2));
    }
    setAlignment(Pos.CENTER);
    setFillWidth(false);
    setMinHeight(USE_PREF_SIZE);
  }

  private HBox row(int... keys) {
    HBox row = Box.row(KEYS_APART.in(look));
    for (int key : keys) {
      Box.add(row, key == -1 ? erase() : key == -2 ? confirm() : digit(key));
    }
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private double wide() {
    double most = WIDE.in(look);
    return look.low() ? Math.min(most, Math.floor((look.panel().live() - 5 * 14) / 6)) : most;
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
            .sized(wide(), HIGH.in(look));
    return SpeechMark.as(SpeechMark.NodeRole.DIGIT, key);
  }

  private KeyCap erase() {
    return new KeyCap(
            new IconView(Icon.ERASE, 56, Ink.TEXT),
            voice.say("key.erase"),
            () -> pressed.accept(new Key.Erase()))
        .styled("narrow")
        .sized(wide(), HIGH.in(look));
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
        .sized(wide(), HIGH.in(look));
  }

  /// Where the next sign will stand.
  public static Region caret(Look look) {
    Region caret = new Region();
    caret.setStyle("-fx-background-color: -ls-action;");
    caret.setMinSize(5, CARET.in(look));
    caret.setMaxSize(5, CARET.in(look));
    return caret;
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
    HBox field = Box.styled(Box.row(8, bullets, caret(type.look())), "field");
    field.setAlignment(Pos.CENTER);
    field.setMinHeight(FIELD.in(type.look()));
    field.setMaxWidth(732);
    return SpeechMark.figure(SpeechMark.NodeRole.MASKED, digits, field);
  }
}

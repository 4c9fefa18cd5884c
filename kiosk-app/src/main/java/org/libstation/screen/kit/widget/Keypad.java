package org.libstation.screen.kit.widget;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.KeypadMetrics;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.TypingLayout;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.words.Voice;

/// Draws the digit keys; five has a mark to feel for. The low layout has two rows of six keys.
public final class Keypad extends VBox {
  private static final String PRIMARY = "primary";

  private final Type type;
  private final Look look;
  private final KeypadMetrics sizes;
  private final TypingLayout.Digits layout;
  private final Voice voice;
  private final Consumer<Key> pressed;
  private final StackPane enterFace = new StackPane();
  private final KeyCap enter;

  public Keypad(Type type, Voice voice, Consumer<Key> pressed) {
    super(type.look().metrics().keypads().rowsApart());
    this.type = type;
    this.look = type.look();
    this.sizes = look.metrics().keypads();
    this.layout = look.layouts().typing().digits();
    this.voice = voice;
    this.pressed = pressed;
    this.enter = enter();
    if (layout.inTwoRows()) {
      getChildren().addAll(row(1, 2, 3, 4, 5, -1), row(6, 7, 8, 9, 0, -2));
    } else {
      getChildren().addAll(row(1, 2, 3), row(4, 5, 6), row(7, 8, 9), row(-1, 0, -2));
    }
    setAlignment(Pos.CENTER);
    setFillWidth(false);
    setMinHeight(USE_PREF_SIZE);
  }

  private HBox row(int... keys) {
    HBox row = Box.row(sizes.keysApart());
    for (int key : keys) {
      Box.add(row, key == -1 ? erase() : key == -2 ? enter : digit(key));
    }
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private double wide() {
    double most = sizes.wide();
    return layout.inTwoRows()
        ? Math.min(most, Math.floor((look.panel().live() - 5 * sizes.keysApart()) / 6))
        : most;
  }

  private KeyCap digit(int digit) {
    // In the low layout of a small panel larger keys would cover what is below them.
    Type written = type.atMost(layout.step());
    Writing figure = written.figure(Role.SUM, Ink.TEXT, Integer.toString(digit)).oneLine();
    StackPane face = new StackPane(figure);
    if (digit == 5) {
      Region mark = new Region();
      mark.setStyle("-fx-background-color: -ls-text; -fx-background-radius: 3;");
      Box.fixed(mark, 26, 5);
      StackPane.setAlignment(mark, Pos.BOTTOM_CENTER);
      Box.add(face, mark);
    }
    KeyCap key =
        new KeyCap(face, Integer.toString(digit), () -> pressed.accept(new Key.Digit(digit)))
            .styled("narrow")
            .sized(wide(), sizes.high());
    return SpeechMark.as(SpeechMark.NodeRole.DIGIT, key);
  }

  private KeyCap erase() {
    return new KeyCap(
            new IconView(Icon.ERASE, 56, Ink.TEXT),
            voice.say("key.erase"),
            () -> pressed.accept(new Key.Erase()))
        .styled("narrow")
        .sized(wide(), sizes.high());
  }

  private KeyCap enter() {
    String words = voice.say("key.enter");
    Box.fill(enterFace, enterLabel(Ink.TEXT));
    return new KeyCap(enterFace, words, () -> pressed.accept(new Key.Confirm()))
        .styled("narrow")
        .sized(wide(), sizes.high());
  }

  /// Writes the word of *enter*; the key has one size at every text step.
  private Writing enterLabel(Ink ink) {
    return type.atStep(1).write(Role.TITLE, true, ink, voice.say("key.enter")).oneLine();
  }

  /// Makes *enter* the primary key once something is typed, and not before ([EndKey]).
  ///
  /// @param digits number of digits typed
  public Keypad typed(int digits) {
    boolean now = digits > 0;
    if (now != enter.getStyleClass().contains(PRIMARY)) {
      enter.getStyleClass().removeAll(PRIMARY);
      if (now) {
        enter.styled(PRIMARY);
      }
      Box.fill(enterFace, enterLabel(now ? Ink.ON_ACTION : Ink.TEXT));
    }
    return this;
  }

  /// Mark where the next character will stand.
  public static Region caret(Look look) {
    Region caret = new Region();
    caret.setStyle("-fx-background-color: -ls-action;");
    Box.fixed(caret, 5, look.metrics().keypads().caret());
    return caret;
  }

  /// Field above the keys, with one bullet for each digit.
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
    field.setMinHeight(type.look().metrics().keypads().field());
    field.setMaxWidth(732);
    return SpeechMark.figure(SpeechMark.NodeRole.MASKED, digits, field);
  }
}

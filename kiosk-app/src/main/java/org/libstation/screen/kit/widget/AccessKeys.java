package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.FrameLayout;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.words.Voice;

/// Draws the access keys, by which a patron adapts the screen to eyes, ears and reach, and the key
/// for help.
final class AccessKeys {
  private static final double ACCESS_GAP = 18;

  /// Width of the words for help in two lines, as a multiple of the text size.
  private static final double HELP_EMS = 5.2;

  /// Padding of a small narrow key, which JavaFX applies only once the key is in a scene.
  private static final double NARROW_PADDING = 28;

  /// Space left and right of a key's word, with its share of the bar's edges.
  private static final double ACCESS_PADDING = 24;

  private static final double ACCESS_KEY = 132;

  private final Type type;
  private final Look look;
  private final FrameLayout.AccessKeysLayout layout;
  private final Voice voice;
  private final Consumer<Key> pressed;

  AccessKeys(Type type, Voice voice, Consumer<Key> pressed) {
    this.type = type;
    this.look = type.look();
    this.layout = look.layouts().frame().access();
    this.voice = voice;
    this.pressed = pressed;
  }

  /// An access key.
  ///
  /// @param words name of its text
  /// @param lit whether what it switches is on
  /// @param dots text step to show as dots; -1 = none
  record AccessKey(Icon icon, String words, boolean lit, int dots, Key key) {}

  /// Access keys in their order, without the key for help.
  ///
  /// @param titles whether there is a key that hides titles
  List<AccessKey> all(boolean titles) {
    List<AccessKey> keys = new ArrayList<>();
    keys.add(
        new AccessKey(
            Icon.TEXT_SIZE, "access.text", look.step() > 1, look.step(), new Key.NextTextStep()));
    keys.add(
        new AccessKey(
            Icon.CONTRAST, "access.contrast", look.contrast(), -1, new Key.ContrastKey()));
    keys.add(new AccessKey(Icon.SLOW, "access.slow", look.slow(), -1, new Key.Slow()));
    if (!look.large() || layout.reachInLarge()) {
      boolean low = look.layouts().frame().keys().belowMiddle();
      keys.add(new AccessKey(Icon.REACH, "access.reach", low, -1, new Key.Reach()));
    }
    if (look.aloud() != Look.AloudLook.NOT_HERE) {
      boolean on = look.aloud() == Look.AloudLook.ON;
      keys.add(new AccessKey(Icon.ALOUD, "access.aloud", on, -1, new Key.ReadAloud()));
    }
    if (titles) {
      keys.add(
          new AccessKey(
              look.titlesHidden() ? Icon.SHOW : Icon.HIDE,
              "access.titles",
              look.titlesHidden(),
              -1,
              new Key.HideTitles()));
    }
    return keys;
  }

  AccessKey help() {
    return new AccessKey(Icon.HELP, "access.help", true, -1, new Key.CallStaff());
  }

  /// Bar of an upright panel.
  Node upright() {
    HBox bar = row(type);
    // In large text six words in a row get one step smaller before one of them is cut.
    if (bar.prefWidth(-1) + ACCESS_PADDING * bar.getChildren().size() > look.panel().width()) {
      bar = row(new Type(look.atStep(1)));
    }
    bar.getStyleClass().add("access");
    double sides = look.metrics().around().access().sides();
    Box.padded(bar, 0, sides, 0, sides);
    return Box.high(bar, Tokens.ACCESS);
  }

  private HBox row(Type written) {
    HBox bar = Box.row(look.metrics().around().access().apart());
    for (AccessKey key : all(false)) {
      Box.add(bar, Box.grow(drawn(written, key, ACCESS_KEY, true)));
    }
    boolean broken = layout.helpInTwoLines() && !look.chinese();
    Box.add(
        bar,
        Box.grow(
            broken
                ? helpInTwoLines(written, ACCESS_KEY)
                : drawn(written, help(), ACCESS_KEY, true)));
    return bar;
  }

  /// Draws a key.
  ///
  /// @param above true = the icon stands above the word; false = beside it
  KeyCap drawn(Type type, AccessKey key, double height, boolean above) {
    boolean inverse = key.lit() && look.contrast();
    Ink ink = inverse ? Ink.ON_STATE : key.lit() ? Ink.ACTION : Ink.TEXT;
    String word = voice.say(key.words());
    double px = type.look().px(Role.CAPTION);
    boolean large = above ? layout.dotsUnderWord() : layout.largeIconBeside();
    IconView icon = new IconView(key.icon(), large ? Math.max(44, px) : px * 0.9, ink);
    VBox words =
        Box.column(above ? 4 : 0, type.write(Role.CAPTION, key.lit(), ink, word).oneLine());
    // Low keys have no room for the dots below the word.
    boolean dotsBeside = above && !layout.dotsUnderWord() && key.dots() > 0;
    if (above) {
      words.getChildren().addFirst(dotsBeside ? Box.row(8, icon, dots(key.dots(), ink)) : icon);
    }
    if (key.dots() > 0 && !dotsBeside) {
      Box.add(words, dots(key.dots(), ink));
    }
    words.setAlignment(Pos.CENTER);
    words.setFillWidth(false);
    Node face = above ? words : Box.row(14, icon, words);
    KeyCap cap = new KeyCap(face, word, () -> pressed.accept(key.key())).styled("small", "narrow");
    if (key.key() instanceof Key.NextTextStep) {
      SpeechMark.state(cap, voice.say("speech.step", look.step(), 4));
    } else if (!(key.key() instanceof Key.CallStaff)) {
      SpeechMark.state(cap, voice.say(key.lit() ? "speech.on" : "speech.off"));
      cap.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    }
    if (key.lit()) {
      cap.styled("lit");
    }
    cap.setMinHeight(height);
    return cap;
  }

  /// Draws the key for help with its words in two lines and no icon, for a row of many keys.
  KeyCap helpInTwoLines(Type type, double height) {
    String word = voice.say("access.help");
    Ink ink = look.contrast() ? Ink.ON_STATE : Ink.ACTION;
    double width = type.look().px(Role.CAPTION) * HELP_EMS;
    Writing words = type.write(Role.CAPTION, true, ink, word).centred().within(width);
    words.setPrefWidth(width);
    KeyCap key =
        new KeyCap(words, word, () -> pressed.accept(new Key.CallStaff()))
            .styled("small", "narrow", "lit");
    key.setMinHeight(height);
    return key;
  }

  private Node dots(int filled, Ink ink) {
    HBox row = Box.row(6);
    for (int at = 0; at < 4; at++) {
      Circle dot = new Circle(5);
      dot.setStrokeWidth(2.5);
      dot.getStyleClass().addAll(ink.stroke());
      if (at < filled) {
        dot.getStyleClass().add(ink.fill());
      } else {
        dot.setFill(null);
      }
      Box.add(row, dot);
    }
    return row;
  }

  /// Keys of the low layout side by side; the words of many keys get smaller.
  HBox low(boolean titles) {
    List<AccessKey> keys = all(titles);
    double room = look.panel().live() - (keys.size() - 1) * ACCESS_GAP;
    return type.fitting(look.step(), written -> low(keys, written), row -> width(row) <= room);
  }

  private HBox low(List<AccessKey> keys, Type written) {
    double height =
        Math.max(ACCESS_KEY, look.px(Role.CAPTION) * look.metrics().around().access().lowEms());
    HBox row = Box.row(ACCESS_GAP);
    for (AccessKey key : keys) {
      Box.add(row, Box.grow(drawn(written, key, height, true)));
    }
    return row;
  }

  private static double width(HBox row) {
    return row.getChildren().stream().mapToDouble(key -> key.prefWidth(-1) + NARROW_PADDING).sum();
  }
}

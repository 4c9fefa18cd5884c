package org.libstation.screen.typing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys as they reach a scene, each with its time.
public record KeyStream(List<Stroke> strokes) {

  public record Stroke(Duration at, KeyEvent event) {}

  public KeyStream {
    strokes = List.copyOf(strokes);
  }

  /// A stream of `src/test/resources/keys`. Each was recorded from a scene of JavaFX 26 on an X
  /// server whose keyboard had that layout, while xdotool typed; a line is `ms kind key sign
  /// modifiers`, the kind Pressed, Typed or Released, the sign as hex.
  public static KeyStream recorded(String name) {
    try (InputStream file = KeyStream.class.getResourceAsStream("/keys/" + name + ".txt")) {
      String text =
          new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
      return new KeyStream(text.lines().map(KeyStream::stroke).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stroke stroke(String line) {
    String[] parts = line.split(" ", -1);
    String modifiers = parts.length > 4 ? parts[4] : "";
    EventType<KeyEvent> kind =
        switch (parts[1]) {
          case "P" -> KeyEvent.KEY_PRESSED;
          case "T" -> KeyEvent.KEY_TYPED;
          default -> KeyEvent.KEY_RELEASED;
        };
    String sign =
        kind == KeyEvent.KEY_TYPED
            ? String.valueOf((char) Integer.parseInt(parts[3], 16))
            : KeyEvent.CHAR_UNDEFINED;
    return new Stroke(
        Duration.ofNanos((long) (Double.parseDouble(parts[0]) * 1_000_000)),
        key(kind, KeyCode.valueOf(parts[2]), sign, modifiers));
  }

  private static KeyEvent key(
      EventType<KeyEvent> kind, KeyCode code, String sign, String modifiers) {
    return new KeyEvent(
        kind,
        sign,
        "",
        code,
        modifiers.contains("s"),
        modifiers.contains("c"),
        modifiers.contains("a"),
        false);
  }

  /// Signs of which each takes so long, to the ms between these two; its key is down for half of
  /// it.
  public static KeyStream typed(String text, long seed, int least, int most) {
    Random random = new Random(seed);
    List<Stroke> strokes = new ArrayList<>();
    Duration at = Duration.ZERO;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      int lasts = least + (most > least ? random.nextInt(most - least) : 0);
      strokes.addAll(press(code(sign), String.valueOf(sign), at, Duration.ofMillis(lasts / 2)));
      at = at.plusMillis(lasts);
    }
    return new KeyStream(strokes);
  }

  /// Keys without signs.
  public static KeyStream keys(int each, KeyCode... codes) {
    List<Stroke> strokes = new ArrayList<>();
    Duration at = Duration.ZERO;
    for (KeyCode code : codes) {
      strokes.addAll(press(code, "", at, Duration.ofMillis(each / 2)));
      at = at.plusMillis(each);
    }
    return new KeyStream(strokes);
  }

  /// One key held down: it comes again 25 times a second, after half a second.
  public static KeyStream held(KeyCode code, String sign, int times) {
    List<Stroke> strokes = new ArrayList<>();
    Duration at = Duration.ZERO;
    for (int i = 0; i < times; i++) {
      strokes.add(new Stroke(at, key(KeyEvent.KEY_PRESSED, code, "", "")));
      strokes.add(new Stroke(at, key(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, sign, "")));
      at = at.plusMillis(i == 0 ? 500 : 40);
    }
    strokes.add(new Stroke(at, key(KeyEvent.KEY_RELEASED, code, "", "")));
    return new KeyStream(strokes);
  }

  /// A scanner that types each sign by its number with Alt.
  public static KeyStream byAlt(String text, int each) {
    List<Stroke> strokes = new ArrayList<>();
    Duration at = Duration.ZERO;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      strokes.add(new Stroke(at, key(KeyEvent.KEY_PRESSED, KeyCode.ALT, "", "a")));
      for (char digit : Integer.toString(sign).toCharArray()) {
        KeyCode code = KeyCode.valueOf("NUMPAD" + digit);
        strokes.add(new Stroke(at, key(KeyEvent.KEY_PRESSED, code, "", "a")));
        strokes.add(
            new Stroke(at, key(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, String.valueOf(digit), "a")));
        strokes.add(new Stroke(at, key(KeyEvent.KEY_RELEASED, code, "", "a")));
        at = at.plusMillis(each);
      }
      strokes.add(new Stroke(at, key(KeyEvent.KEY_RELEASED, KeyCode.ALT, "", "")));
      at = at.plusMillis(each);
    }
    return new KeyStream(strokes);
  }

  private static List<Stroke> press(KeyCode code, String sign, Duration at, Duration down) {
    Stroke pressed = new Stroke(at, key(KeyEvent.KEY_PRESSED, code, "", ""));
    Stroke released = new Stroke(at.plus(down), key(KeyEvent.KEY_RELEASED, code, "", ""));
    return sign.isEmpty()
        ? List.of(pressed, released)
        : List.of(
            pressed,
            new Stroke(at, key(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, sign, "")),
            released);
  }

  private static KeyCode code(char sign) {
    return switch (sign) {
      case '\r' -> KeyCode.ENTER;
      case '\t' -> KeyCode.TAB;
      case ' ' -> KeyCode.SPACE;
      case '*' -> KeyCode.MULTIPLY;
      case '+' -> KeyCode.ADD;
      case ']' -> KeyCode.CLOSE_BRACKET;
      default ->
          Character.isDigit(sign)
              ? KeyCode.valueOf("DIGIT" + sign)
              : Character.isLetter(sign)
                  ? KeyCode.valueOf(String.valueOf(Character.toUpperCase(sign)))
                  : KeyCode.UNDEFINED;
    };
  }

  /// Without its last press: a scanner that sends no terminator.
  public KeyStream withoutEnter() {
    return new KeyStream(
        strokes.stream()
            .filter(stroke -> stroke.event().getCode() != KeyCode.ENTER)
            .filter(stroke -> !stroke.event().getCharacter().equals("\r"))
            .toList());
  }

  /// Another begins so long after the last key of this.
  public KeyStream then(Duration pause, KeyStream other) {
    Duration from = strokes.getLast().at().plus(pause);
    return new KeyStream(
        Stream.concat(
                strokes.stream(),
                other.strokes().stream()
                    .map(stroke -> new Stroke(from.plus(stroke.at()), stroke.event())))
            .toList());
  }
}

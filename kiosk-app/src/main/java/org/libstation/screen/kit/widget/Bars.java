package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
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

/// Draws the bars around an upright stage: header with the languages by their own names, session
/// strip, and [AccessKeys] below.
final class Bars implements Surround {
  /// Size of the staff's door, and the gap between it and the name before it.
  static final double DOOR = 44;

  static final double DOOR_APART = 10;

  /// Letters at least as wide as the door and the gap, in the size of a name.
  private static final String DOOR_LETTERS = " MM";

  /// Padding that the style sheet puts around the words of a small narrow key.
  private static final double KEY_PADDING = 28;

  private static final double MARK = 72;

  /// Greatest width of a name in one line: beside the mark, and in larger text without it.
  private static final double NAME = 360;

  private static final double LARGE_NAME = 300;

  /// Length of the dash between two steps: with words, and without.
  private static final double WORDED_DASH = 20;

  private static final double DASH = 10;

  private final Type type;
  private final Look look;
  private final FrameLayout layout;
  private final Voice voice;
  private final Consumer<Key> pressed;
  private final AccessKeys access;

  Bars(Type type, Voice voice, Consumer<Key> pressed) {
    this.type = type;
    this.look = type.look();
    this.layout = look.layouts().frame();
    this.voice = voice;
    this.pressed = pressed;
    this.access = new AccessKeys(type, voice, pressed);
  }

  AccessKeys access() {
    return access;
  }

  @Override
  public Object headFrom(Chrome chrome) {
    return List.of(chrome.library(), chrome.station(), chrome.door());
  }

  @Override
  public Object footFrom(Chrome chrome) {
    return "access";
  }

  @Override
  public Node head(Chrome chrome, Ring ring) {
    return header(chrome, Tokens.HEADER);
  }

  @Override
  public Optional<Node> strip(Chrome chrome, Ring ring) {
    return chrome.strip().map(strip -> strip(strip, ring, Tokens.STRIP));
  }

  @Override
  public Node foot(Chrome chrome) {
    return access.upright();
  }

  // ---- header

  private HBox header(Chrome chrome, double height) {
    HBox header = Box.row(20);
    HBox languages = languages(12);
    boolean marked = look.step() == 1;
    Writing library = type.in(look.language().sans(), Role.STAMP, true, Ink.TEXT, chrome.library());
    boolean fits = library.prefWidth(-1) <= (marked ? NAME : LARGE_NAME);
    double keys = languages.prefWidth(-1) + KEY_PADDING * Language.values().length;
    double room = look.panel().live() - (marked ? MARK + 20 : 0) - keys - 20;
    VBox names = fits ? names(chrome, library.oneLine(), room) : narrowNames(chrome, room);
    names.setAlignment(Pos.CENTER_LEFT);
    if (marked) {
      Box.add(header, mark(MARK));
    }
    Box.add(header, Box.grow(names), languages);
    Box.padded(header, 0, Tokens.MARGIN, 0, Tokens.MARGIN);
    return Box.high(header, height);
  }

  /// Draws the library's name above the station's. The door stands behind the station's name if it
  /// fits there, else behind the library's.
  private VBox names(Chrome chrome, Writing library, double room) {
    VBox names = Box.column(0);
    Writing station = type.caption(chrome.station()).oneLine();
    boolean below = station.prefWidth(-1) + DOOR_APART + DOOR <= room;
    Box.add(
        names,
        below ? library : withDoor(chrome, library, names),
        below ? withDoor(chrome, station, names) : station);
    return names;
  }

  /// Draws the library's name alone, on several lines. The door stands beside them. It stands at
  /// the end of the last line if the name would otherwise take one line more.
  private VBox narrowNames(Chrome chrome, double room) {
    VBox names = Box.column(0);
    Writing name = smallName(chrome.library());
    double high = name.prefHeight(room);
    boolean longer = name.prefHeight(room - DOOR_APART - DOOR) > high;
    boolean endFree = smallName(chrome.library() + DOOR_LETTERS).prefHeight(room) <= high;
    if (!chrome.door() || !longer || !endFree) {
      return Box.add(names, withDoor(chrome, name, names));
    }
    StaffDoor door = new StaffDoor(DOOR, pressed).within(names);
    StackPane both = new StackPane(name, door);
    StackPane.setAlignment(name, Pos.CENTER_LEFT);
    StackPane.setAlignment(door, Pos.BOTTOM_RIGHT);
    return Box.add(names, both);
  }

  /// Adds the staff's door to a name, if there is one. Holding the area opens the technician's PIN,
  /// as the wrench beside the name indicates.
  Region withDoor(Chrome chrome, Writing name, Region area) {
    return chrome.door()
        ? Box.row(DOOR_APART, name, new StaffDoor(DOOR, pressed).within(area))
        : name;
  }

  Writing smallName(String library) {
    return new Type(look.atStep(1)).note(true, library);
  }

  Node mark(double px) {
    return voice.brand().mark(px);
  }

  HBox languages(double gap) {
    HBox row = Box.row(gap);
    row.setMinWidth(Region.USE_PREF_SIZE);
    Box.add(
        row,
        languageKeys(
            type, layout.access().languagesShort() ? Language::shortName : Language::ownName));
    return row;
  }

  List<KeyCap> languageKeys(Type type, Function<Language, String> names) {
    List<KeyCap> keys = new ArrayList<>();
    for (Language language : Language.values()) {
      boolean on = language == look.language();
      String name = names.apply(language);
      KeyCap key =
          new KeyCap(
                  type.in(language.sans(), Role.CAPTION, on, on ? Ink.ON_ACTION : Ink.TEXT, name)
                      .oneLine(),
                  name,
                  () -> pressed.accept(new Key.SwitchLanguage(language)))
              .styled("small", "narrow")
              .whole();
      key.setMinHeight(Math.max(look.panel().keySmall(), type.look().px(Role.CAPTION) * 1.6));
      SpeechMark.in(key, language);
      if (on) {
        key.styled("primary");
        SpeechMark.state(key, voice.say("speech.chosen"));
      }
      keys.add(key);
    }
    return keys;
  }

  @Override
  public Node practice(String text, double height) {
    Look plain = look.atStep(Math.min(2, look.step()));
    Writing writing = new Type(plain).note(true, text).centred();
    HBox band =
        Box.row(14, Box.space(), new IconView(Icon.FLASK, 38, Ink.TEXT), writing, Box.space());
    band.getStyleClass().add("practice");
    Box.padded(band, 4, look.panel().margin(), 4, look.panel().margin());
    band.setMinHeight(height);
    return band;
  }

  // ---- session strip

  private Node strip(Chrome.Strip strip, Ring ring, double height) {
    HBox row =
        strip.steps().isEmpty()
            ? Box.row(16, who(strip), Box.space())
            : Box.row(16, steps(strip.steps()), Box.space(), who(strip));
    if (strip.mask().isPresent()) {
      Box.add(row, ring);
    }
    Box.add(row, leave(type, strip.leave()));
    VBox framed = Box.column(0, Box.rule(), Box.high(row, height - 4), Box.rule());
    Box.padded(framed, 0, Tokens.MARGIN, 0, Tokens.MARGIN);
    return framed;
  }

  private Node who(Chrome.Strip strip) {
    Type type = this.type.atMost(layout.strip().step());
    boolean lone = strip.mask().isEmpty() && !layout.strip().lock();
    return strip
        .mask()
        .<Node>map(mask -> Box.row(12, new IconView(Icon.CARD, 40, Ink.TEXT), mask(type, mask)))
        .orElseGet(
            () ->
                lone
                    ? type.caption(strip.instead().orElse("")).oneLine()
                    : Box.row(
                        12,
                        new IconView(Icon.LOCK, 36, Ink.TEXT_2),
                        type.caption(strip.instead().orElse("")).oneLine()));
  }

  static Writing mask(Type type, String mask) {
    return SpeechMark.personal(type.in("Noto Sans", Role.CAPTION, false, Ink.TEXT, mask).oneLine());
  }

  private Node steps(List<Chrome.StepMark> steps) {
    HBox row = Box.row(10);
    row.setMinWidth(Region.USE_PREF_SIZE);
    boolean roomy = look.chinese() && look.step() == 1 && layout.strip().allSteps();
    for (int at = 0; at < steps.size(); at++) {
      Chrome.StepMark step = steps.get(at);
      if (at > 0) {
        Region dash = new Region();
        dash.getStyleClass().add("step-dash");
        double length = roomy ? WORDED_DASH : DASH;
        dash.setMinSize(length, 3);
        dash.setMaxSize(length, 3);
        Box.add(row, dash);
      }
      Box.add(row, disc(step, at + 1));
      boolean current = step.place() == Chrome.StepMark.StepState.CURRENT;
      if (current) {
        row.setAccessibleText(voice.say("speech.task", at + 1, steps.size(), step.word()));
      }
      // If three words do not fit, the word of the current step stands for all.
      if (roomy || current) {
        Box.add(
            row,
            type.write(Role.CAPTION, current, current ? Ink.TEXT : Ink.TEXT_2, step.word())
                .oneLine());
      }
    }
    return row;
  }

  Node disc(Chrome.StepMark step, int number) {
    Circle circle = new Circle(20.5);
    circle.setStrokeWidth(3);
    StackPane disc = new StackPane(circle);
    disc.setMinSize(44, 44);
    disc.setMaxSize(44, 44);
    switch (step.place()) {
      case DONE -> {
        circle.getStyleClass().addAll("fill-done", "stroke-done");
        Box.add(disc, new IconView(Icon.CHECK, 28, Ink.ON_STATE).stroked(6));
      }
      case CURRENT -> {
        circle.getStyleClass().addAll("fill-action", "stroke-action");
        Box.add(disc, digit(number, Ink.ON_ACTION));
      }
      case AHEAD -> {
        circle.getStyleClass().addAll("fill-surface", "stroke-edge");
        Box.add(disc, digit(number, Ink.TEXT_2));
      }
    }
    return disc;
  }

  private Writing digit(int number, Ink ink) {
    return new Type(look.atStep(1))
        .figure(Role.CAPTION, ink, Integer.toString(number))
        .oneLine()
        .centred();
  }

  KeyCap leave(Type type, String word) {
    IconView icon = new IconView(Icon.LEAVE, type.look().px(Role.CAPTION), Ink.TEXT);
    return new KeyCap(
            Box.row(14, icon, type.note(true, word).oneLine()),
            word,
            () -> pressed.accept(new Key.Leave()))
        .quiet(look.panel().keySmall());
  }
}

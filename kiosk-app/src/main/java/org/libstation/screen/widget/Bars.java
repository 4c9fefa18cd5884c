package org.libstation.screen.widget;

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
import org.libstation.screen.look.Box;
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

/// The bars around a stage: header with the languages by their own names, session strip, and
/// [AccessKeys] below; and their low layout.
final class Bars implements Surround {
  /// Size of the way in for staff, and what is between it and the name it follows.
  static final double DOOR = 44;

  static final double DOOR_APART = 10;

  /// At least as wide as both, in the letters of a name.
  private static final String DOOR_LETTERS = " MM";

  /// What the style sheet puts round the words of a small narrow key.
  private static final double KEY_PADDING = 28;

  /// The same of the key by which one leaves, and of a key of the usual size.
  private static final double LEAVE_PADDING = 40;

  private static final double HELP_PADDING = 56;

  private static final double MARK = 72;
  private static final double NAME_BAR = 116;
  private static final double LOW_NAME = 560;

  private final Type type;
  private final Look look;
  private final Voice voice;
  private final Consumer<Key> pressed;
  private final AccessKeys access;

  Bars(Type type, Voice voice, Consumer<Key> pressed) {
    this.type = type;
    this.look = type.look();
    this.voice = voice;
    this.pressed = pressed;
    this.access = new AccessKeys(type, voice, pressed);
  }

  AccessKeys access() {
    return access;
  }

  @Override
  public Object headFrom(Chrome chrome) {
    return look.arrangement().keysBelow()
        ? chrome
        : List.of(chrome.library(), chrome.station(), chrome.door());
  }

  @Override
  public Object footFrom(Chrome chrome) {
    return look.arrangement().keysBelow() ? chrome : "access";
  }

  @Override
  public Node head(Chrome chrome, Ring ring) {
    return look.arrangement().keysBelow()
        ? nameBar(chrome, ring, NAME_BAR)
        : header(chrome, Tokens.HEADER);
  }

  @Override
  public Optional<Node> strip(Chrome chrome, Ring ring) {
    return look.arrangement().keysBelow()
        ? Optional.empty()
        : chrome.strip().map(strip -> strip(strip, ring, Tokens.STRIP));
  }

  @Override
  public Node foot(Chrome chrome) {
    return look.arrangement().keysBelow()
        ? lowBottom(chrome, chrome.titlesKey())
        : access.upright();
  }

  // ---- header

  private HBox header(Chrome chrome, double height) {
    HBox header = Box.row(20);
    HBox languages = languages(12);
    boolean marked = look.step() == 1;
    Writing library = type.in(look.language().sans(), Role.STAMP, true, Ink.TEXT, chrome.library());
    boolean fits = library.prefWidth(-1) <= (marked ? 360 : 300);
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

  /// The library above the station, and the wrench where there is room for it.
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

  /// The library alone, on several lines: the wrench stands beside them, or at the end of the last
  /// one where the name would else be a line longer.
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

  /// Holding the area opens the technician's PIN, as the wrench beside the name says.
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

  private HBox languages(double gap) {
    HBox row = Box.row(gap);
    row.setMinWidth(Region.USE_PREF_SIZE);
    Box.add(
        row,
        languageKeys(type, look.arrangement().slim() ? Language::shortName : Language::ownName));
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
    Type type = look.arrangement().slim() ? new Type(look.atStep(1)) : this.type;
    boolean lone = strip.mask().isEmpty() && look.arrangement().slim();
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

  private static Writing mask(Type type, String mask) {
    return SpeechMark.personal(type.in("Noto Sans", Role.CAPTION, false, Ink.TEXT, mask).oneLine());
  }

  private Node steps(List<Chrome.Mark> steps) {
    HBox row = Box.row(10);
    row.setMinWidth(Region.USE_PREF_SIZE);
    boolean roomy = look.chinese() && look.step() == 1 && !look.arrangement().slim();
    for (int at = 0; at < steps.size(); at++) {
      Chrome.Mark step = steps.get(at);
      if (at > 0) {
        Region dash = new Region();
        dash.getStyleClass().add("step-dash");
        dash.setMinSize(roomy ? 20 : 10, 3);
        dash.setMaxSize(roomy ? 20 : 10, 3);
        Box.add(row, dash);
      }
      Box.add(row, disc(step, at + 1));
      boolean current = step.place() == Chrome.Mark.Place.CURRENT;
      if (current) {
        row.setAccessibleText(voice.say("speech.task", at + 1, steps.size(), step.word()));
      }
      // Where three words do not fit, the current one stands for all.
      if (roomy || current) {
        Box.add(
            row,
            type.write(Role.CAPTION, current, current ? Ink.TEXT : Ink.TEXT_2, step.word())
                .oneLine());
      }
    }
    return row;
  }

  Node disc(Chrome.Mark step, int number) {
    Circle circle = new Circle(20.5);
    circle.setStrokeWidth(3);
    StackPane disc = new StackPane(circle);
    disc.setMinSize(44, 44);
    disc.setMaxSize(44, 44);
    switch (step.place()) {
      case DONE -> {
        circle.getStyleClass().addAll("fill-done", "stroke-done");
        Box.add(disc, new IconView(Icon.CHECK, 28, Ink.ON_STATE, 6));
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

  // ---- low layout

  private Node nameBar(Chrome chrome, Ring ring, double height) {
    HBox bar = Box.row(28);
    Box.add(bar, Box.grow(withDoor(chrome, lowName(chrome.library()), bar)));
    chrome
        .strip()
        .flatMap(Chrome.Strip::mask)
        .ifPresent(mask -> bar.getChildren().addAll(mask(type, mask), ring));
    Box.padded(bar, 0, Tokens.MARGIN, 0, Tokens.MARGIN);
    return Box.column(0, Box.high(bar, height - 2), Box.rule());
  }

  /// As large as it fits on one line beside the mask, at least at the first step.
  private Writing lowName(String library) {
    return type.fitting(
        look.step(),
        written -> written.note(true, library),
        name -> name.prefWidth(-1) <= LOW_NAME);
  }

  private Node lowBottom(Chrome chrome, boolean titles) {
    HBox languages = languages(18);
    languages.getChildren().forEach(Box::grow);
    HBox staff = Box.row(24);
    boolean tight = look.arrangement().slim() && look.large();
    double height = Math.max(Tokens.KEY, tight ? 0 : look.px(Role.BODY) * 1.6);
    chrome
        .strip()
        .ifPresent(
            strip -> {
              KeyCap leave = leave(type, strip.leave());
              leave.setMinHeight(height);
              Box.add(staff, Box.grow(leave.tall()));
            });
    double room = look.panel().live() - HELP_PADDING;
    for (Node before : staff.getChildren()) {
      room -= before.prefWidth(-1) + LEAVE_PADDING + 24;
    }
    // The icon goes before the words for help are broken.
    KeyCap help = lowHelp(height, true);
    Box.add(staff, Box.grow((help.prefWidth(-1) <= room ? help : lowHelp(height, false)).tall()));
    staff.setFillHeight(true);
    double gap = tight ? Tokens.TARGET_GAP : look.large() ? 16 : 24;
    VBox all = Box.column(gap, languages, staff, access.low(titles));
    Box.padded(all, 0, Tokens.MARGIN, tight ? 16 : 32, Tokens.MARGIN);
    return all;
  }

  private KeyCap lowHelp(double height, boolean icon) {
    String word = voice.say("access.help");
    HBox face = Box.row(20);
    if (icon) {
      Box.add(face, new IconView(Icon.HELP, look.px(Role.BODY), Ink.TEXT));
    }
    Box.add(face, type.note(true, word));
    KeyCap help = new KeyCap(face, word, () -> pressed.accept(new Key.CallStaff()));
    help.setMinHeight(height);
    return help;
  }
}

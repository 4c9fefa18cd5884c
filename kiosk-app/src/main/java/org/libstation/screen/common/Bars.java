package org.libstation.screen.common;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.libstation.flow.Key;
import org.libstation.flow.Language;

/// The bars around a stage: header with the languages by their own names, session strip, access
/// bar; and their low layout.
final class Bars {
  private static final int PRESSES_FOR_STAFF = 3;

  /// Left and right of a key's word, and the edges of the bar's share.
  private static final double ACCESS_PADDING = 24;

  private final Type type;
  private final Look look;
  private final Voice voice;
  private final Consumer<Key> pressed;

  Bars(Type type, Voice voice, Consumer<Key> pressed) {
    this.type = type;
    this.look = type.look();
    this.voice = voice;
    this.pressed = pressed;
  }

  // ---- header

  HBox header(Chrome chrome, double height) {
    HBox header = Box.row(20);
    if (look.step() == 1) {
      header.getChildren().add(Pictures.mark(1));
    }
    header.getChildren().addAll(Box.grow(names(chrome)), languages(12));
    Box.padded(header, 0, Tokens.MARGIN, 0, Tokens.MARGIN);
    return fixed(header, height);
  }

  /// Three quick presses on the names open the technician's PIN.
  private Node names(Chrome chrome) {
    double width = look.step() == 1 ? 360 : 300;
    Writing library =
        type.in(Look.family(look.language()), Role.STAMP, true, Ink.TEXT, chrome.library());
    boolean fits = library.prefWidth(-1) <= width;
    VBox names = Box.column(0);
    names.getChildren().add(fits ? library.oneLine() : smallName(chrome.library()));
    if (fits) {
      names.getChildren().add(type.caption(chrome.station()).oneLine());
    }
    names.setAlignment(Pos.CENTER_LEFT);
    forStaff(names);
    return names;
  }

  private Writing smallName(String library) {
    return new Type(look.atStep(1)).write(Role.CAPTION, true, Ink.TEXT, library);
  }

  private void forStaff(Node names) {
    names.setPickOnBounds(true);
    names.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == PRESSES_FOR_STAFF) {
            pressed.accept(new Key.Technician());
          }
        });
  }

  private HBox languages(double gap) {
    HBox row = Box.row(gap);
    row.setMinWidth(Region.USE_PREF_SIZE);
    for (Language language : Language.values()) {
      boolean on = language == look.language();
      String name = ownName(language);
      KeyCap key =
          new KeyCap(
                  type.in(
                          Look.family(language),
                          Role.CAPTION,
                          on,
                          on ? Ink.ON_ACTION : Ink.TEXT,
                          name)
                      .oneLine(),
                  name,
                  () -> pressed.accept(new Key.SwitchLanguage(language)))
              .styled("small", "narrow")
              .whole();
      key.setMinHeight(Math.max(Tokens.KEY_SMALL, look.px(Role.CAPTION) * 1.8));
      Heard.in(key, language);
      if (on) {
        key.styled("primary");
        Heard.state(key, voice.say("speech.chosen"));
      }
      row.getChildren().add(key);
    }
    return row;
  }

  static String ownName(Language language) {
    return switch (language) {
      case ZH_HANT_HK -> "繁體中文";
      case ZH_HANS -> "简体中文";
      case EN -> "English";
    };
  }

  Node practice(String text, double height) {
    Look plain = look.atStep(Math.min(2, look.step()));
    Writing writing = new Type(plain).write(Role.CAPTION, true, Ink.TEXT, text).centred();
    HBox band =
        Box.row(14, Box.space(), new IconView(Icon.FLASK, 38, Ink.TEXT), writing, Box.space());
    band.getStyleClass().add("practice");
    Box.padded(band, 4, Tokens.MARGIN, 4, Tokens.MARGIN);
    band.setMinHeight(height);
    return band;
  }

  // ---- session strip

  Node strip(Chrome.Strip strip, Ring ring, double height) {
    HBox row =
        strip.steps().isEmpty()
            ? Box.row(16, who(strip), Box.space())
            : Box.row(16, steps(strip.steps()), Box.space(), who(strip));
    if (strip.mask().isPresent()) {
      row.getChildren().add(ring);
    }
    row.getChildren().add(leave(strip.leave()));
    VBox framed = Box.column(0, Box.rule(), fixed(row, height - 4), Box.rule());
    Box.padded(framed, 0, Tokens.MARGIN, 0, Tokens.MARGIN);
    return framed;
  }

  private Node who(Chrome.Strip strip) {
    return strip
        .mask()
        .<Node>map(mask -> Box.row(12, new IconView(Icon.CARD, 40, Ink.TEXT), mask(mask)))
        .orElseGet(
            () ->
                Box.row(
                    12,
                    new IconView(Icon.LOCK, 36, Ink.TEXT_2),
                    type.caption(strip.instead().orElse("")).oneLine()));
  }

  private Writing mask(String mask) {
    return Heard.personal(type.in("Noto Sans", Role.CAPTION, false, Ink.TEXT, mask).oneLine());
  }

  private Node steps(List<Chrome.Step> steps) {
    HBox row = Box.row(10);
    row.setMinWidth(Region.USE_PREF_SIZE);
    boolean roomy = look.chinese() && look.step() == 1;
    for (int at = 0; at < steps.size(); at++) {
      Chrome.Step step = steps.get(at);
      if (at > 0) {
        Region dash = new Region();
        dash.getStyleClass().add("step-dash");
        dash.setMinSize(roomy ? 20 : 10, 3);
        dash.setMaxSize(roomy ? 20 : 10, 3);
        row.getChildren().add(dash);
      }
      row.getChildren().add(disc(step, at + 1));
      boolean current = step.place() == Chrome.Step.Place.CURRENT;
      if (current) {
        row.setAccessibleText(voice.say("speech.task", at + 1, steps.size(), step.word()));
      }
      // Where three words do not fit, the current one stands for all.
      if (roomy || current) {
        row.getChildren()
            .add(
                type.write(Role.CAPTION, current, current ? Ink.TEXT : Ink.TEXT_2, step.word())
                    .oneLine());
      }
    }
    return row;
  }

  private Node disc(Chrome.Step step, int number) {
    Circle circle = new Circle(20.5);
    circle.setStrokeWidth(3);
    StackPane disc = new StackPane(circle);
    disc.setMinSize(44, 44);
    disc.setMaxSize(44, 44);
    switch (step.place()) {
      case DONE -> {
        circle.getStyleClass().addAll("fill-done", "stroke-done");
        disc.getChildren().add(new IconView(Icon.CHECK, 28, Ink.ON_STATE, 6));
      }
      case CURRENT -> {
        circle.getStyleClass().addAll("fill-action", "stroke-action");
        disc.getChildren().add(digit(number, Ink.ON_ACTION));
      }
      case AHEAD -> {
        circle.getStyleClass().addAll("fill-surface", "stroke-edge");
        disc.getChildren().add(digit(number, Ink.TEXT_2));
      }
    }
    return disc;
  }

  private Writing digit(int number, Ink ink) {
    Type plain =
        new Type(new Look(look.language(), 1, look.contrast(), false, false, false, false));
    return plain.figure(Role.CAPTION, ink, Integer.toString(number)).oneLine().centred();
  }

  private KeyCap leave(String word) {
    KeyCap key =
        new KeyCap(
                Box.row(
                    14,
                    new IconView(Icon.LEAVE, look.px(Role.CAPTION), Ink.TEXT),
                    type.write(Role.CAPTION, true, Ink.TEXT, word).oneLine()),
                word,
                () -> pressed.accept(new Key.Leave()))
            .styled("small")
            .whole();
    key.setMinHeight(Tokens.KEY_SMALL);
    return key;
  }

  // ---- access bar

  Node access() {
    HBox bar = access(type);
    // Large text: six words in a row are written one step smaller before one of them is cut.
    if (bar.prefWidth(-1) + ACCESS_PADDING * bar.getChildren().size() > Tokens.WIDTH) {
      bar = access(new Type(look.atStep(1)));
    }
    bar.getStyleClass().add("access");
    Box.padded(bar, 0, 32, 0, 32);
    return fixed(bar, Tokens.ACCESS);
  }

  private HBox access(Type written) {
    HBox bar = Box.row(14);
    accessKeys(bar, 132, false, written);
    KeyCap help = accessKey(Icon.HELP, "access.help", true, -1, new Key.CallStaff(), written);
    help.setMinHeight(132);
    bar.getChildren().add(Box.grow(help));
    return bar;
  }

  private void accessKeys(HBox bar, double height, boolean titles, Type written) {
    add(
        bar,
        height,
        accessKey(
            Icon.TEXT_SIZE,
            "access.text",
            look.step() > 1,
            look.step(),
            new Key.NextTextStep(),
            written));
    add(
        bar,
        height,
        accessKey(
            Icon.CONTRAST, "access.contrast", look.contrast(), -1, new Key.Contrast(), written));
    add(bar, height, accessKey(Icon.SLOW, "access.slow", look.slow(), -1, new Key.Slow(), written));
    if (look.step() < 3) {
      add(
          bar,
          height,
          accessKey(Icon.REACH, "access.reach", look.low(), -1, new Key.Reach(), written));
    }
    if (look.aloud() != Look.Aloud.NOT_HERE) {
      boolean on = look.aloud() == Look.Aloud.ON;
      add(bar, height, accessKey(Icon.ALOUD, "access.aloud", on, -1, new Key.ReadAloud(), written));
    }
    if (titles && look.step() < 3) {
      add(
          bar,
          height,
          accessKey(
              look.titlesHidden() ? Icon.SHOW : Icon.HIDE,
              "access.titles",
              look.titlesHidden(),
              -1,
              new Key.HideTitles(),
              written));
    }
  }

  private static void add(HBox bar, double height, KeyCap key) {
    key.setMinHeight(height);
    bar.getChildren().add(Box.grow(key));
  }

  private KeyCap accessKey(
      Icon icon, String textKey, boolean lit, int dots, Key key, Type written) {
    boolean inverse = lit && look.contrast();
    Ink ink = inverse ? Ink.ON_STATE : lit ? Ink.ACTION : Ink.TEXT;
    String word = voice.say(textKey);
    VBox content =
        Box.column(
            4,
            new IconView(icon, look.low() ? look.px(Role.CAPTION) * 0.9 : 44, ink),
            written.write(Role.CAPTION, lit, ink, word).oneLine());
    if (dots > 0) {
      content.getChildren().add(dots(dots, ink));
    }
    content.setAlignment(Pos.CENTER);
    content.setFillWidth(false);
    KeyCap drawn = new KeyCap(content, word, () -> pressed.accept(key)).styled("small", "narrow");
    if (key instanceof Key.NextTextStep) {
      Heard.state(drawn, voice.say("speech.step", look.step(), 4));
    } else if (!(key instanceof Key.CallStaff)) {
      Heard.state(drawn, voice.say(lit ? "speech.on" : "speech.off"));
      drawn.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    }
    if (lit) {
      drawn.styled("lit");
    }
    return drawn;
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
      row.getChildren().add(dot);
    }
    return row;
  }

  // ---- low layout

  Node nameBar(Chrome chrome, Ring ring, double height) {
    HBox bar = Box.row(28, Box.grow(lowName(chrome.library())));
    forStaff(bar);
    chrome
        .strip()
        .flatMap(Chrome.Strip::mask)
        .ifPresent(mask -> bar.getChildren().addAll(mask(mask), ring));
    Box.padded(bar, 0, Tokens.MARGIN, 0, Tokens.MARGIN);
    return Box.column(0, fixed(bar, height - 2), Box.rule());
  }

  /// As large as it fits on one line beside the mask, at least at the first step.
  private Writing lowName(String library) {
    int step = look.step();
    Writing name = type.write(Role.CAPTION, true, Ink.TEXT, library);
    while (step > 1 && name.prefWidth(-1) > 560) {
      step--;
      name = new Type(look.atStep(step)).write(Role.CAPTION, true, Ink.TEXT, library);
    }
    return name;
  }

  Node lowBottom(Chrome chrome, boolean titles) {
    HBox languages = languages(18);
    languages.getChildren().forEach(Box::grow);
    HBox staff = Box.row(24);
    double height = Math.max(Tokens.KEY, look.px(Role.BODY) * 1.75);
    chrome
        .strip()
        .ifPresent(
            strip -> {
              KeyCap leave = leave(strip.leave());
              leave.setMinHeight(height);
              staff.getChildren().add(Box.grow(leave.tall()));
            });
    staff.getChildren().add(Box.grow(lowHelp(height).tall()));
    staff.setFillHeight(true);
    HBox access = Box.row(18);
    accessKeys(access, Math.max(132, look.px(Role.CAPTION) * 2.4), titles, type);
    VBox all = Box.column(24, languages, staff, access);
    Box.padded(all, 0, Tokens.MARGIN, 32, Tokens.MARGIN);
    return all;
  }

  private KeyCap lowHelp(double height) {
    String word = voice.say("access.help");
    KeyCap help =
        new KeyCap(
            Box.row(
                20,
                new IconView(Icon.HELP, look.px(Role.BODY), Ink.TEXT),
                type.write(Role.CAPTION, true, Ink.TEXT, word)),
            word,
            () -> pressed.accept(new Key.CallStaff()));
    help.setMinHeight(height);
    return help;
  }

  private static <R extends Region> R fixed(R region, double height) {
    region.setMinHeight(height);
    region.setPrefHeight(height);
    region.setMaxHeight(height);
    return region;
  }
}

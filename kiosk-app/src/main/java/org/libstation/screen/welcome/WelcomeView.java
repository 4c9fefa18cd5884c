package org.libstation.screen.welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Heard;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Look;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Tokens;
import org.libstation.screen.look.Type;
import org.libstation.screen.picture.HandPicture;
import org.libstation.screen.picture.Pictures;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.Frame;
import org.libstation.screen.widget.Notice;
import org.libstation.screen.widget.ScreenView;
import org.libstation.screen.widget.StagePane;
import org.libstation.screen.words.SiteWords.CardPlace;

/// The start screen: a greeting, what is new, where the card goes, three tiles.
public final class WelcomeView implements ScreenView {
  private static final double HERO = 400;

  /// An announcement is no higher; a longer one is cut into several that take turns.
  private static final double NEWS_ROOM = 300;

  /// In larger text.
  private static final double LARGE_NEWS_ROOM = 380;

  /// On a small panel. What the facts, the greeting and the bars leave on a small panel.
  private static final double BEGIN_ROOM = 300;

  /// At the largest steps, where the key stands below.
  private static final double FULL_NEWS_ROOM = 320;

  private static final double SMALL_NEWS_ROOM = 250;

  /// In the low layout, beside the heading.
  private static final double LOW_HEADING = 130;

  private static final double TILE = 292;

  private final WelcomeViewModel model;
  private final Consumer<Key> pressed;
  private final Type type;
  private final Frame frame;

  public WelcomeView(WelcomeViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.pressed = pressed;
    this.type = new Type(model.look());
    this.frame = new Frame(type, model.voice(), pressed);
    model.chrome.subscribe(chrome -> chrome.ifPresent(frame::chrome));
    if (!frame.low() && !model.look().contrast() && !model.look().panel().wide()) {
      frame.hero(hero(model.look().panel().width(), HERO));
    }
    model.tiles.subscribe(this::tiles);
    model.facts.subscribe(_ -> tiles(model.tiles.get()));
    model.stage.subscribe(this::stage);
  }

  @Override
  public Region node() {
    return frame;
  }

  @Override
  public void show(FlowState state) {
    model.show(state);
  }

  private Node hero(double width, double height) {
    Optional<Node> own = model.voice().brand().hero(width, height);
    VBox words = greeting();
    own.ifPresent(_ -> words.getStyleClass().add("on-picture"));
    StackPane hero = new StackPane(own.orElseGet(() -> Pictures.hero(width, height)), words);
    StackPane.setAlignment(hero.getChildren().getLast(), Pos.TOP_LEFT);
    hero.setMinHeight(height);
    hero.setMaxHeight(height);
    return hero;
  }

  /// @param grows it takes the room that nothing else needs
  private Node wideHero(boolean grows) {
    double width = model.look().list();
    boolean small = model.look().panel().small();
    double least = Math.max(small ? 150 : 240, Math.ceil(greeting().prefHeight(width)) + 2);
    if (!grows) {
      return StagePane.rank(5, hero(width, least));
    }
    return StagePane.flexible(StagePane.rank(5, new WideHero(least, width, this::hero)));
  }

  private VBox greeting() {
    Role first =
        model.look().panel().wide()
            ? model.look().chinese() ? Role.CODE : Role.H1
            : model.look().chinese() ? Role.DISPLAY : Role.CODE;
    Type written = model.look().panel().wide() ? new Type(model.look().atStep(1)) : type;
    VBox greeting =
        Box.column(
            10,
            written.display(first, Ink.TEXT, model.voice().say("welcome.hello")),
            written
                .display(Role.H2, Ink.TEXT, model.voice().say("welcome.line"))
                .within(model.look().panel().small() ? 300 : 440));
    boolean small = model.look().panel().small();
    if (model.voice().brand().own() && !model.look().panel().wide()) {
      greeting.getChildren().addFirst(Box.row(0, model.voice().brand().mark(84)));
    }
    greeting.setMaxSize(small ? 330 : 520, Region.USE_PREF_SIZE);
    greeting.setFillWidth(true);
    return Box.padded(
        greeting,
        small ? 8 : model.look().panel().wide() ? 20 : 40,
        0,
        0,
        small ? 20 : Tokens.MARGIN);
  }

  private void tiles(List<WelcomeViewModel.Tile> tiles) {
    if (frame.low()) {
      frame.actions(
          tiles.stream()
              .filter(WelcomeViewModel.Tile::possible)
              .map(
                  tile ->
                      new ActionKey(
                          tile.word(), Optional.of(tile.icon()), false, tile.primary(), tile.key()))
              .toList());
      return;
    }
    if (model.look().panel().wide()) {
      frame.controls(Optional.of(new WideTiles(type, tiles, pressed)));
      stage(model.stage.get());
      return;
    }
    HBox row = Box.row(Tokens.GUTTER);
    for (WelcomeViewModel.Tile tile : tiles) {
      Region drawn = tile.possible() ? tile(tile) : closed(tile);
      drawn.setPrefWidth(306);
      Box.add(row, Box.grow(drawn));
    }
    row.setFillHeight(true);
    frame.controls(Optional.of(Box.column(26, row, facts())));
  }

  private KeyCap tile(WelcomeViewModel.Tile tile) {
    KeyCap key =
        new KeyCap(
                face(tile, tile.primary() ? Ink.ON_ACTION : Ink.TEXT),
                tile.word(),
                () -> pressed.accept(tile.key()))
            .styled("tile")
            .sized(250, TILE)
            .tall();
    if (tile.primary()) {
      key.styled("primary");
    }
    return key;
  }

  /// It stays and says why; flat, without the lower edge of a key.
  private StackPane closed(WelcomeViewModel.Tile tile) {
    StackPane flat = new StackPane(face(tile, Ink.TEXT_2));
    flat.getStyleClass().add("tile-closed");
    flat.setMinHeight(TILE);
    return flat;
  }

  private VBox face(WelcomeViewModel.Tile tile, Ink ink) {
    Look look = model.look();
    Role word = look.chinese() ? Role.TILE : Role.H2;
    VBox face =
        Box.column(
            6,
            new IconView(tile.icon(), 104, ink, 3.2),
            type.write(word, true, ink, tile.word()).centred(),
            type.write(Role.CAPTION, false, ink, tile.note()).centred());
    face.setAlignment(Pos.CENTER);
    face.setMaxWidth(290);
    return face;
  }

  private void stage(WelcomeViewModel.Stage words) {
    if (frame.low()) {
      lowStage(words);
      return;
    }
    List<Node> parts = new ArrayList<>();
    if (model.look().contrast() || fills()) {
      parts.add(StagePane.rank(5, type.h1(model.voice().say("welcome.hello"))));
      parts.add(StagePane.rank(6, type.h2(model.voice().say("welcome.line"))));
    }
    boolean large = model.look().step() > 1 || model.look().panel().small() || model.look().slow();
    boolean together = large || isLong(words.announced());
    if (model.look().panel().wide() && !model.look().contrast() && !fills()) {
      parts.add(wideHero(words.activities().isEmpty() || together));
    }
    if (!large) {
      for (Notice.Words notice : words.notices()) {
        parts.add(StagePane.rank(1, new Notice(type, notice)));
      }
    }
    List<Notice.Words> turns = large ? deck(words) : together ? news(words) : words.announced();
    announced(turns, words.announcedTurned()).ifPresent(part -> parts.add(StagePane.rank(2, part)));
    if (!words.activities().isEmpty() && !together) {
      Node card =
          new ActivitiesCard(
              type,
              model.voice(),
              words.activities(),
              words.activitiesTurned(),
              () -> pressed.accept(new Key.Leaf(Key.Leaf.Of.ACTIVITIES)));
      parts.add(StagePane.flexible(StagePane.rank(4, card)));
    }
    if (model.look().panel().wide()) {
      parts.add(StagePane.rank(3, begin(words)));
      parts.add(facts());
      frame.stage(parts);
      return;
    }
    parts.add(StagePane.rank(3, begin(words)));
    frame.stage(parts);
  }

  /// Beside an English announcement that is long already there is no room for activities: they take
  /// turns with it, as in large text.
  private boolean isLong(List<Notice.Words> announced) {
    return !model.look().chinese() && pages(announced, model.look().list()).size() > 1;
  }

  /// The one whose turn it is; with a key where there are several.
  private Optional<Node> announced(List<Notice.Words> all, int turned) {
    List<NoticePages.Page> pages = pages(all, model.look().list());
    if (pages.isEmpty()) {
      return Optional.empty();
    }
    if (pages.size() == 1) {
      return Optional.of(pages.getFirst().drawn());
    }
    double key = model.look().beside().px(Role.CAPTION) * 5.4;
    pages = pages(all, model.look().list() - (fills() ? 0 : key + 16));
    int at = Math.floorMod(turned, pages.size());
    if (fills()) {
      return Optional.of(
          Box.column(
              Tokens.TARGET_GAP,
              pages.get(at).drawn(),
              Box.row(0, Box.space(), next(at, pages.size(), key))));
    }
    HBox row = Box.row(16, Box.grow(pages.get(at).drawn()), next(at, pages.size(), key));
    row.setFillHeight(true);
    row.setMinHeight(Region.USE_PREF_SIZE);
    return Optional.of(row);
  }

  /// On a small panel the largest words need the whole width.
  private boolean fills() {
    return model.look().panel().small() && model.look().step() > 2;
  }

  /// All that takes turns in large text. What somebody must see to now goes before everything else.
  private static List<Notice.Words> deck(WelcomeViewModel.Stage words) {
    List<Notice.Words> urgent =
        words.notices().stream().filter(notice -> notice.ink() == Ink.ASK).toList();
    if (!urgent.isEmpty()) {
      return urgent;
    }
    List<Notice.Words> all = new ArrayList<>(words.notices());
    all.addAll(news(words));
    return all;
  }

  private List<NoticePages.Page> pages(List<Notice.Words> announced, double width) {
    Type type = new Type(model.look().beside());
    double room = model.look().step() > 1 ? LARGE_NEWS_ROOM : NEWS_ROOM;
    NoticePages cut =
        new NoticePages(
            type,
            width,
            fills() ? FULL_NEWS_ROOM : model.look().panel().small() ? SMALL_NEWS_ROOM : room);
    return announced.stream().flatMap(each -> cut.of(each).stream()).toList();
  }

  /// Announcements, and activities written like them.
  private static List<Notice.Words> news(WelcomeViewModel.Stage words) {
    List<Notice.Words> all = new ArrayList<>(words.announced());
    for (ActivityWords activity : words.activities()) {
      all.add(Notice.Words.of(Ink.ACTION, Icon.CALENDAR, activity.title(), activity.whole()));
    }
    return all;
  }

  private KeyCap next(int at, int of, double width) {
    Type type = new Type(model.look().beside());
    String word = model.voice().say("news.next");
    VBox face =
        Box.column(
            2,
            Box.row(
                8,
                type.note(true, word).oneLine(),
                new IconView(Icon.NEXT, type.look().px(Role.CAPTION), Ink.TEXT)),
            type.caption(model.voice().say("news.count", at + 1, of)).oneLine().centred());
    face.setAlignment(Pos.CENTER);
    face.setFillWidth(false);
    KeyCap key =
        new KeyCap(face, word, this::nextNotice)
            .styled("small", "narrow")
            .sized(width, model.look().panel().key())
            .tall();
    key.setPrefWidth(width);
    key.setMaxWidth(width);
    return key;
  }

  private void nextNotice() {
    pressed.accept(new Key.Leaf(Key.Leaf.Of.NOTICES));
  }

  /// Below the middle is what can be pressed, so above it is little room: one thing at a time.
  private void lowStage(WelcomeViewModel.Stage words) {
    boolean large = model.look().large();
    NoticePages cut = new NoticePages(type, model.look().list(), frame.room() - LOW_HEADING);
    List<NoticePages.Page> deck =
        deck(words).stream().flatMap(each -> cut.of(each).stream()).toList();
    int all = deck.size() + (large ? 1 : 0);
    int at = all == 0 ? 0 : Math.floorMod(words.announcedTurned(), all);
    List<Node> parts = new ArrayList<>();
    parts.add(StagePane.rank(2, type.h1(model.voice().say("welcome.hello"))));
    if (!large) {
      parts.add(StagePane.rank(3, type.h2(model.voice().say("welcome.line"))));
    }
    if (at < deck.size()) {
      parts.add(deck.get(at).drawn());
    }
    if (!large || at == deck.size()) {
      parts.add(StagePane.rank(large ? 0 : 1, begin(words)));
    }
    frame.stage(parts);
    HBox foot = Box.row(24);
    if (all > 1) {
      Box.add(
          foot,
          ActivitiesCard.small(type, model.voice().say("news.next"), this::nextNotice),
          type.caption(model.voice().say("news.count", at + 1, all)).oneLine());
    }
    Box.add(foot, Box.space(), privacy());
    frame.foot(Optional.of(foot));
  }

  private KeyCap privacy() {
    Type type = new Type(model.look().beside());
    String words = model.voice().say("privacy.key");
    KeyCap key =
        new KeyCap(
                Box.row(
                    10,
                    new IconView(Icon.LOCK, type.look().px(Role.CAPTION), Ink.TEXT_2),
                    type.caption(words).oneLine()),
                words,
                () -> pressed.accept(new Key.ReadPrivacy()))
            .styled("small")
            .whole();
    key.setMinHeight(ActivitiesCard.smallHeight(type));
    return key;
  }

  /// On a small panel as large as it fits above what is known of the station.
  private Region begin(WelcomeViewModel.Stage stage) {
    int step = model.look().step();
    Region drawn = begin(type, stage);
    while (fills()
        && !frame.low()
        && step > 1
        && drawn.prefHeight(model.look().list()) > BEGIN_ROOM) {
      step--;
      drawn = begin(new Type(model.look().atStep(step)), stage);
    }
    return drawn;
  }

  private Region begin(Type type, WelcomeViewModel.Stage stage) {
    CardPlace place = model.voice().site().desk().cards(stage.cardReader());
    boolean small =
        frame.low()
            || model.look().panel().wide()
            || stage.notices().size() >= 2
            || !stage.announced().isEmpty()
            || !stage.activities().isEmpty();
    HBox row = Box.row(32);
    double scale = model.look().panel().small() ? 0.6 : 1;
    if (!fills() || frame.low()) {
      Box.add(
          row,
          small
              ? HandPicture.cardOverReader(scale)
              : HandPicture.desk(place, model.voice().site().desk(), 0.42));
    }
    VBox words =
        Box.column(
            10,
            small ? type.head(begin(place)) : type.h2(begin(place)),
            type.body(model.voice().say("begin.or")));
    if (frame.low() || (small && !model.look().chinese())) {
      words.getChildren().removeLast();
    }
    words.setAlignment(Pos.CENTER_LEFT);
    Box.add(row, Box.grow(words));
    row.getStyleClass().add("hand");
    Heard.as(Heard.Kind.HAND, row);
    row.setMinHeight(Region.USE_PREF_SIZE);
    double sides = model.look().panel().small() ? 14 : 28;
    return Box.padded(row, 18, sides, 18, sides);
  }

  private String begin(CardPlace place) {
    return switch (place) {
      case READER -> model.voice().sided("begin.reader");
      case SCANNER -> model.voice().sided("begin.scanner");
      case TRAY -> model.voice().say("begin.tray");
    };
  }

  private Region facts() {
    Type type = new Type(model.look().beside());
    KeyCap privacy = privacy();
    // Before it was drawn a key has no padding yet.
    double room = model.look().list() - Math.ceil(privacy.prefWidth(-1)) - 96;
    HBox row = Box.row(24);
    for (WelcomeViewModel.Fact fact : model.facts.get()) {
      Box.add(
          row,
          Box.row(
              10,
              new IconView(fact.icon(), 38, fact.ink()),
              type.note(false, fact.text()).oneLine()));
    }
    // Large text: the last facts go first.
    while (row.getChildren().size() > 1 && row.prefWidth(-1) > room) {
      row.getChildren().removeLast();
    }
    if (row.prefWidth(-1) > room && !model.facts.get().isEmpty()) {
      WelcomeViewModel.Fact fact = model.facts.get().getFirst();
      row.getChildren()
          .setAll(
              new IconView(fact.icon(), 38, fact.ink()), Box.grow(type.note(false, fact.text())));
    }
    Box.add(row, Box.space(), privacy);
    return Box.whole(row);
  }
}

package org.libstation.screen.welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
import org.libstation.screen.kit.look.PatronMetrics;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.WelcomeLayout;
import org.libstation.screen.kit.picture.HandPicture;
import org.libstation.screen.kit.picture.Pictures;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.StagePane;
import org.libstation.screen.kit.widget.StageView;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.SiteWords.CardPlace;

/// Draws the start screen: greeting, news, where to put the card, and three tiles.
public final class WelcomeView extends StageView<WelcomeViewModel> {
  private static final double HERO = 400;

  /// Room for news at the largest steps, where the key stands below, in px.
  private static final double FULL_NEWS_ROOM = 320;

  /// Scale of the card's picture if large words fill a small panel.
  private static final double FILLED_CARD = 0.75;

  /// Books in the picture for a return: one.
  private static final List<Integer> RETURNED = List.of(0);

  private static final double PILE = 0.9;

  /// Scale of the pile, relative to the card's picture in the same place.
  private static final double SMALL_PILE = 0.5;

  /// Height of the heading in the low layout, in px.
  private static final double LOW_HEADING = 130;

  private static final double TILE = 292;

  private final WelcomeLayout layout = layouts.welcome();

  public WelcomeView(WelcomeViewModel model, Consumer<Key> pressed) {
    super(model, pressed);
    if (layout.hero() == WelcomeLayout.Hero.OVER_STAGE && !look.contrast()) {
      frame.hero(hero(look.panel().width(), HERO));
    }
    model.tiles.subscribe(this::tiles);
    model.facts.subscribe(_ -> tiles(model.tiles.get()));
    model.stage.subscribe(this::stage);
  }

  private Node hero(double width, double height) {
    Optional<Node> own = model.voice().brand().hero(width, height);
    VBox words = greeting();
    own.ifPresent(_ -> Box.styled(words, "on-picture"));
    StackPane hero = new StackPane(own.orElseGet(() -> Pictures.hero(width, height)), words);
    StackPane.setAlignment(words, Pos.TOP_LEFT);
    Box.high(hero, height);
    return hero;
  }

  /// @param grows whether it takes free room
  private Node heroOnStage(boolean grows) {
    double width = look.list();
    double least =
        Math.max(
            metrics.patrons().welcome().leastHero(), Math.ceil(greeting().prefHeight(width)) + 2);
    return grows
        ? StagePane.flexible(StagePane.rank(5, new WideHero(least, width, this::hero)))
        : StagePane.rank(5, hero(width, least));
  }

  private VBox greeting() {
    boolean plain = layout.hero() == WelcomeLayout.Hero.ON_STAGE;
    PatronMetrics.GreetingMetrics sizes = metrics.patrons().greeting();
    Role first = look.chinese() ? sizes.chinese() : sizes.latin();
    Type written = plain ? type.atStep(1) : type;
    VBox greeting =
        Box.column(
            10,
            written.display(first, Ink.TEXT, say("welcome.hello")),
            written.display(Role.H2, Ink.TEXT, say("welcome.line")).within(sizes.line()));
    if (model.voice().brand().own() && !plain) {
      greeting.getChildren().addFirst(Box.row(0, model.voice().brand().mark(84)));
    }
    greeting.setMaxSize(sizes.wide(), Region.USE_PREF_SIZE);
    return Box.padded(greeting, sizes.above(), 0, 0, sizes.before());
  }

  private void tiles(List<WelcomeViewModel.WelcomeTile> tiles) {
    switch (layout.keys()) {
      case ACTION_KEYS -> {
        frame.actions(
            tiles.stream()
                .filter(WelcomeViewModel.WelcomeTile::possible)
                .map(WelcomeViewModel.WelcomeTile::asKey)
                .toList());
        stage(model.stage.get());
      }
      case COLUMN_OF_TILES -> {
        frame.controls(Optional.of(WideTiles.of(type, tiles, frame.room(), pressed)));
        stage(model.stage.get());
      }
      case ROW_OF_TILES ->
          frame.controls(Optional.of(Box.column(26, rowOf(tiles), facts(Optional.empty()))));
    }
  }

  private HBox rowOf(List<WelcomeViewModel.WelcomeTile> tiles) {
    HBox row = Box.row(Tokens.GUTTER);
    row.setFillHeight(true);
    for (WelcomeViewModel.WelcomeTile tile : tiles) {
      Region drawn = tile(tile, ink -> face(tile, ink), TILE, pressed);
      drawn.setPrefWidth(306);
      Box.add(row, Box.grow(drawn));
    }
    return row;
  }

  /// Draws a tile: a key, or a flat tile that says why it is not available.
  static Region tile(
      WelcomeViewModel.WelcomeTile tile,
      Function<Ink, Region> face,
      double height,
      Consumer<Key> pressed) {
    if (!tile.possible()) {
      StackPane flat = Box.styled(new StackPane(face.apply(Ink.TEXT_2)), "tile-closed");
      flat.setMinHeight(height);
      return flat;
    }
    Ink ink = tile.primary() ? Ink.ON_ACTION : Ink.TEXT;
    KeyCap key =
        new KeyCap(face.apply(ink), tile.word(), () -> pressed.accept(tile.key()))
            .styled("tile")
            .sized(250, height)
            .tall();
    key.setMaxWidth(Double.MAX_VALUE);
    return tile.primary() ? key.styled("primary") : key;
  }

  private VBox face(WelcomeViewModel.WelcomeTile tile, Ink ink) {
    Role word = look.chinese() ? Role.TILE : Role.H2;
    VBox face =
        Box.column(
            6,
            new IconView(tile.icon(), 104, ink).stroked(3.2),
            type.write(word, true, ink, tile.word()).centred(),
            type.write(Role.CAPTION, false, ink, tile.note()).centred());
    face.setAlignment(Pos.CENTER);
    face.setMaxWidth(290);
    return face;
  }

  private void stage(WelcomeViewModel.WelcomeStage words) {
    if (layout.hero() == WelcomeLayout.Hero.NONE) {
      lowStage(words);
      return;
    }
    List<Node> parts = new ArrayList<>();
    if (look.contrast() || fills()) {
      parts.add(StagePane.rank(5, type.h1(say("welcome.hello"))));
      parts.add(StagePane.rank(6, type.h2(say("welcome.line"))));
    }
    boolean large = look.step() > 1 || layout.news().inTurn() || look.slow();
    boolean together = large || isLong(words.announced());
    boolean pictured = layout.hero() == WelcomeLayout.Hero.ON_STAGE;
    if (pictured && !look.contrast() && !fills()) {
      parts.add(heroOnStage(words.activities().isEmpty() || together));
    }
    if (!large) {
      for (NoticeBar.NoticeBarWords notice : words.notices()) {
        parts.add(StagePane.rank(1, new NoticeBar(type, notice)));
      }
    }
    List<NoticeBar.NoticeBarWords> turns =
        large ? deck(words) : together ? news(words) : words.announced();
    announced(turns, words.announcedTurned()).ifPresent(part -> parts.add(StagePane.rank(2, part)));
    if (!words.activities().isEmpty() && !together) {
      Node card =
          new ActivitiesCard(
              type,
              model.voice(),
              words.activities(),
              words.activitiesTurned(),
              () -> pressed.accept(new Key.Leaf(Key.Leaf.LeafKind.ACTIVITIES)));
      parts.add(StagePane.flexible(StagePane.rank(4, card)));
    }
    parts.add(StagePane.rank(3, begin(words)));
    if (layout.keys() == WelcomeLayout.StartKeys.COLUMN_OF_TILES) {
      parts.add(facts(turnerBelow(turns, words.announcedTurned())));
    }
    frame.stage(parts);
  }

  /// On a small panel a notice has the full width, and its key stands at the foot.
  private Optional<HBox> turnerBelow(List<NoticeBar.NoticeBarWords> all, int turned) {
    int pages = layout.news().turnerAtFoot() && !fills() ? pages(all, look.list()).size() : 0;
    return pages < 2 ? Optional.empty() : Optional.of(turner(Math.floorMod(turned, pages), pages));
  }

  private HBox turner(int at, int of) {
    Type type = new Type(look.beside());
    return Box.row(
        Tokens.TARGET_GAP,
        ActivitiesCard.small(type, say("news.next"), this::nextNotice),
        type.caption(say("news.count", at + 1, of)).oneLine());
  }

  /// Whether a long English announcement leaves no room for activities. They then take turns with
  /// it, as in large text.
  private boolean isLong(List<NoticeBar.NoticeBarWords> announced) {
    return !look.chinese() && pages(announced, look.list()).size() > 1;
  }

  /// Draws the announcement whose turn it is, with a key if there are several.
  private Optional<Node> announced(List<NoticeBar.NoticeBarWords> all, int turned) {
    List<SentencePages.Page> whole = pages(all, look.list());
    if (whole.size() < 2) {
      return whole.stream().findFirst().map(SentencePages.Page::drawn);
    }
    double key = look.beside().px(Role.CAPTION) * 5.4;
    List<SentencePages.Page> pages =
        pages(all, look.list() - (layout.news().turnerAtFoot() ? 0 : key + 16));
    int at = Math.floorMod(turned, pages.size());
    NoticeBar drawn = pages.get(at).drawn();
    if (layout.news().turnerAtFoot()) {
      return Optional.of(
          fills()
              ? Box.column(
                  Tokens.TARGET_GAP, drawn, Box.row(0, Box.space(), turner(at, pages.size())))
              : drawn);
    }
    KeyCap next = next(at, pages.size(), key);
    HBox row = Box.whole(Box.row(16, Box.grow(drawn), next));
    row.setFillHeight(true);
    return Optional.of(row);
  }

  /// Whether the text fills a small panel, so that words need the full width.
  private boolean fills() {
    return look.step() >= layout.news().fillsFrom();
  }

  /// Returns everything that takes turns in large text. If there are urgent notices, news wait.
  private List<NoticeBar.NoticeBarWords> deck(WelcomeViewModel.WelcomeStage words) {
    List<NoticeBar.NoticeBarWords> all = new ArrayList<>(urgentOrAll(words));
    closed().ifPresent(all::add);
    return all;
  }

  /// Returns what is not available and why, if no tile says it. Half a panel shows only available
  /// keys, and a small panel has no room for a long note.
  private Optional<NoticeBar.NoticeBarWords> closed() {
    if (!layout.news().closedToo()) {
      return Optional.empty();
    }
    List<WelcomeViewModel.WelcomeTile> closed =
        model.tiles.get().stream().filter(tile -> !tile.possible()).toList();
    return closed.stream()
        .findFirst()
        .map(
            tile ->
                NoticeBar.NoticeBarWords.of(
                    Ink.WAIT,
                    Icon.MINUS,
                    closed.stream()
                        .map(WelcomeViewModel.WelcomeTile::word)
                        .collect(Collectors.joining(say("list.comma"))),
                    tile.note()));
  }

  private static List<NoticeBar.NoticeBarWords> urgentOrAll(WelcomeViewModel.WelcomeStage words) {
    List<NoticeBar.NoticeBarWords> urgent =
        words.notices().stream().filter(notice -> notice.ink() == Ink.ASK).toList();
    if (!urgent.isEmpty()) {
      return urgent;
    }
    List<NoticeBar.NoticeBarWords> all = new ArrayList<>(words.notices());
    all.addAll(news(words));
    return all;
  }

  private List<SentencePages.Page> pages(List<NoticeBar.NoticeBarWords> announced, double width) {
    PatronMetrics.WelcomeMetrics sizes = metrics.patrons().welcome();
    double room = look.step() > 1 ? sizes.largeNews() : sizes.news();
    SentencePages cut =
        new SentencePages(new Type(look.beside()), width, fills() ? FULL_NEWS_ROOM : room);
    return announced.stream().flatMap(each -> cut.of(each).stream()).toList();
  }

  /// Returns announcements, and activities in the form of announcements.
  private static List<NoticeBar.NoticeBarWords> news(WelcomeViewModel.WelcomeStage words) {
    List<NoticeBar.NoticeBarWords> all = new ArrayList<>(words.announced());
    for (ActivityWords activity : words.activities()) {
      all.add(
          NoticeBar.NoticeBarWords.of(
              Ink.ACTION, Icon.CALENDAR, activity.title(), activity.whole()));
    }
    return all;
  }

  private KeyCap next(int at, int of, double width) {
    Type type = new Type(look.beside());
    String word = say("news.next");
    VBox face =
        Box.centred(
            Box.column(
                2,
                ActivitiesCard.turning(type, word),
                type.caption(say("news.count", at + 1, of)).oneLine().centred()));
    return Box.wide(
        new KeyCap(face, word, this::nextNotice)
            .styled("small", "narrow")
            .sized(width, look.panel().key())
            .tall(),
        width);
  }

  private void nextNotice() {
    pressed.accept(new Key.Leaf(Key.Leaf.LeafKind.NOTICES));
  }

  /// The low layout keeps everything that can be pressed below the middle. Above is little room, so
  /// it shows one thing at a time.
  private void lowStage(WelcomeViewModel.WelcomeStage words) {
    boolean large = look.large();
    SentencePages cut = new SentencePages(type, look.list(), frame.room() - LOW_HEADING);
    List<SentencePages.Page> deck =
        deck(words).stream().flatMap(each -> cut.of(each).stream()).toList();
    int all = deck.size() + (large ? 1 : 0);
    int at = all == 0 ? 0 : Math.floorMod(words.announcedTurned(), all);
    List<Node> parts = new ArrayList<>();
    parts.add(StagePane.rank(2, type.h1(say("welcome.hello"))));
    if (!large) {
      parts.add(StagePane.rank(3, type.h2(say("welcome.line"))));
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
      Type written = type.atMost(layout.news().turnerStep());
      Box.add(
          foot,
          ActivitiesCard.small(written, say("news.next"), this::nextNotice),
          written.caption(say("news.count", at + 1, all)).oneLine());
    }
    Box.add(foot, Box.space(), privacy());
    frame.foot(Optional.of(foot));
  }

  private KeyCap privacy() {
    Type type = new Type(look.beside());
    String words = say("privacy.key");
    IconView lock = new IconView(Icon.LOCK, type.look().px(Role.CAPTION), Ink.TEXT_2);
    return ActivitiesCard.small(
        type,
        Box.row(10, lock, type.caption(words).oneLine()),
        words,
        () -> pressed.accept(new Key.ReadPrivacy()));
  }

  /// Draws where to put the card; on a small panel as large as fits above the facts of the station.
  private Region begin(WelcomeViewModel.WelcomeStage stage) {
    return type.fitting(
        look.step(),
        written -> begin(written, stage),
        drawn -> !fills() || drawn.prefHeight(look.list()) <= layout.begin().filledRoom());
  }

  private Region begin(Type type, WelcomeViewModel.WelcomeStage stage) {
    SiteWords.DeskPicture desk = model.voice().site().desk();
    CardPlace place = desk.cards(stage.cardReader());
    boolean small =
        !layout.begin().desk()
            || stage.notices().size() >= 2
            || !stage.announced().isEmpty()
            || !stage.activities().isEmpty();
    HBox row = Box.row(32);
    double part = metrics.patrons().welcome().card() * (fills() ? FILLED_CARD : 1);
    if (stage.lends()) {
      Box.add(
          row,
          small ? HandPicture.cardOverReader(place, part) : HandPicture.desk(place, desk, 0.42));
    } else {
      Box.add(
          row,
          HandPicture.pile(
              HandPicture.Scene.PLACE,
              RETURNED,
              Optional.empty(),
              small ? part * SMALL_PILE : PILE));
    }
    String first = stage.lends() ? begin(place) : say("begin.return");
    VBox words = Box.column(10, small ? type.head(first) : type.h2(first));
    if (layout.begin().other() && (!small || look.chinese())) {
      Box.add(words, type.body(say(stage.lends() ? "begin.or" : "tile.return.note")));
    }
    words.setAlignment(Pos.CENTER_LEFT);
    Box.whole(Box.styled(Box.add(row, Box.grow(words)), "hand"));
    return SpeechMark.as(
        SpeechMark.NodeRole.HAND, Box.padded(row, 18, metrics.patrons().welcome().beginSides()));
  }

  private String begin(CardPlace place) {
    return switch (place) {
      case READER -> model.voice().sided("begin.reader");
      case SCANNER -> model.voice().sided("begin.scanner");
      case TRAY -> say("begin.tray");
    };
  }

  /// @param turner keys that turn pages, before the facts of the station
  private Region facts(Optional<HBox> turner) {
    Type type = new Type(look.beside());
    KeyCap privacy = privacy();
    // A key has no padding before it was drawn.
    double taken = turner.map(keys -> Math.ceil(keys.prefWidth(-1)) + 96).orElse(0.0);
    double room = look.list() - Math.ceil(privacy.prefWidth(-1)) - 96 - taken;
    HBox row = Box.row(24);
    for (WelcomeViewModel.WelcomeFact fact : model.facts.get()) {
      IconView icon = new IconView(fact.icon(), 38, fact.ink());
      Box.add(row, Box.row(10, icon, type.note(false, fact.text()).oneLine()));
    }
    // In large text the last facts are left out first.
    while (row.getChildren().size() > 1 && row.prefWidth(-1) > room) {
      row.getChildren().removeLast();
    }
    if (turner.isPresent()) {
      if (row.prefWidth(-1) > room) {
        row.getChildren().clear();
      }
      row.getChildren().addFirst(turner.get());
    } else if (row.prefWidth(-1) > room && !model.facts.get().isEmpty()) {
      WelcomeViewModel.WelcomeFact fact = model.facts.get().getFirst();
      row.getChildren()
          .setAll(
              new IconView(fact.icon(), 38, fact.ink()), Box.grow(type.note(false, fact.text())));
    }
    return Box.whole(Box.add(row, Box.space(), privacy));
  }
}

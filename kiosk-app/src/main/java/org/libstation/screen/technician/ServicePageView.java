package org.libstation.screen.technician;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Gatherers;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.StaffMetrics;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.ModelView;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.Pages;
import org.libstation.screen.kit.widget.WholeLabels;

/// Draws a page behind the technician's PIN: the head with clock and languages, fixed parts, and a
/// body that takes several pages if needed. The keys stand below, or at the side of a landscape
/// panel.
abstract class ServicePageView<M extends ServiceModel> extends ModelView<M> {
  /// Most keys in one column beside the parts; more stand in two columns.
  private static final int MOST_IN_A_COLUMN = 6;

  /// Most keys in one row below the parts; more stand in two rows.
  private static final int MOST_IN_A_ROW = 4;

  private static final double GAP = 24;
  private static final double LEAST_KEY = 72;
  final StaffMetrics.StaffPageMetrics pages = metrics.staff().page();

  /// The paged part, which takes the remaining room.
  final Pages body;

  /// Whether the keys stand in a column beside the parts.
  final boolean keysBeside;

  private final VBox page = new VBox();
  private final VBox parts;
  private final StackPane actions = new StackPane();

  /// @param title name of the screen
  /// @param between gap between rows of the body
  ServicePageView(M model, Consumer<Key> pressed, String title, double between) {
    super(model, pressed);
    keysBeside = pages.aside() > 0;
    body =
        new Pages(
            type, Optional.of(Role.TECH), say("page.back"), say("page.on"), between, this::turned);
    StackPane clock = new StackPane();
    page.setSpacing(pages.between());
    Box.add(page, header(title, clock));
    VBox.setVgrow(body, Priority.ALWAYS);
    if (keysBeside) {
      parts = Box.wide(new VBox(12, body), room(look));
      Region filler = new Region();
      VBox.setVgrow(filler, Priority.ALWAYS);
      VBox right = Box.wide(new VBox(12, body.turnerApart(), filler, actions), pages.aside());
      HBox both = new HBox(GAP, parts, right);
      VBox.setVgrow(both, Priority.ALWAYS);
      Box.add(page, both);
    } else {
      parts = page;
      Box.add(page, body, actions);
    }
    page.getStyleClass().add("frame");
    double side = look.panel().margin();
    Box.padded(page, pages.between(), side, pages.foot(), side);
    Box.fixed(page, look.panel().width(), look.panel().height());
    model.clock.subscribe(
        text ->
            clock.getChildren().setAll(type.write(Role.TECH, false, Ink.TEXT_2, text).oneLine()));
    model.actions.subscribe(_ -> actions(keys()));
  }

  @Override
  public Region node() {
    return page;
  }

  /// Creates a code that a scanner is to read off the screen.
  final ShownCode code(String text) {
    return new ShownCode(text, room(look), metrics.staff().codes(), say("hand.HOLD_CODE.code"));
  }

  /// Adds a place for a part above the body, below the parts added before.
  final StackPane part() {
    StackPane part = new StackPane();
    part.setAlignment(Pos.TOP_LEFT);
    parts.getChildren().add(parts.getChildren().indexOf(body), part);
    return part;
  }

  /// Replaces the content of a place; an empty place takes no room.
  static void put(StackPane place, Optional<? extends Node> node) {
    place.setManaged(node.isPresent());
    place.setVisible(node.isPresent());
    place.getChildren().setAll(node.stream().toList());
  }

  /// Adds a part above the body that is drawn while its words are present.
  final <T> void part(ModelValue<Optional<T>> words, Function<T, ? extends Node> drawn) {
    StackPane place = part();
    words.subscribe(some -> put(place, some.map(drawn)));
  }

  /// Adds such a part below everything else, in full width.
  final <T> void below(ModelValue<Optional<T>> words, Function<T, ? extends Node> drawn) {
    StackPane place = new StackPane();
    page.getChildren().add(place);
    words.subscribe(some -> put(place, some.map(drawn)));
  }

  /// Adds the heading of the page.
  final void heading() {
    StackPane place = part();
    model.head.subscribe(
        text -> place.getChildren().setAll(type.write(Role.TECH_FIGURE, true, Ink.TEXT, text)));
  }

  /// Returns the width of the parts in px.
  static double room(Look look) {
    double aside = look.metrics().staff().page().aside();
    return look.panel().live() - (aside > 0 ? aside + GAP : 0);
  }

  private VBox header(String title, Region clock) {
    clock.setMinWidth(Region.USE_PREF_SIZE);
    Writing head = type.write(pages.name(), true, Ink.TEXT, title);
    HBox top = Box.row(18, new IconView(Icon.TOOL, 44, Ink.TEXT), Box.grow(head), clock);
    HBox languages = keysBeside ? top : Box.row(12, Box.space());
    for (Language language : Language.values()) {
      boolean on = language == look.language();
      Ink ink = on ? Ink.ON_ACTION : Ink.TEXT;
      String name = layouts.staff().languagesShort() ? language.shortName() : language.ownName();
      Writing words = type.in(language.sans(), Role.TECH, on, ink, name).oneLine();
      KeyCap key =
          new KeyCap(
                  words, language.ownName(), () -> pressed.accept(new Key.SwitchLanguage(language)))
              .styled("small")
              .whole();
      key.setMinHeight(LEAST_KEY);
      Box.add(languages, on ? key.styled("primary") : key);
    }
    return keysBeside ? Box.column(12, top) : Box.column(12, top, languages);
  }

  // ---- parts

  /// Gives a region a left edge in the colour of a state.
  static <R extends Region> R edged(R region, Ink ink, double ends) {
    return Box.padded(Box.styled(region, "notice", ink.border()), ends, 24, ends, 36);
  }

  /// Creates a notice.
  ///
  /// @param ends padding above and below in px
  final HBox notice(NoticeBar.NoticeBarWords words, double ends) {
    VBox text = Box.column(4, type.techHead(words.head()));
    Box.add(text, words.line().map(line -> type.tech(false, line)));
    return edged(
        Box.row(24, new IconView(words.icon(), 52, words.ink()), Box.grow(text)),
        words.ink(),
        ends);
  }

  final KeyCap cap(ActionKey action) {
    return action.cap(type, pressed, Optional.of(Role.TECH));
  }

  /// Arranges keys in rows of the given length.
  final List<HBox> rows(List<ActionKey> keys, int inARow) {
    return keys.stream()
        .gather(Gatherers.windowFixed(inARow))
        .map(some -> Box.add(Box.row(16), some.stream().map(key -> Box.grow(cap(key))).toList()))
        .toList();
  }

  // ---- keys of the page

  /// Returns the keys that the page has now.
  List<ActionKey> keys() {
    return model.actions.get();
  }

  /// Draws keys, in as many rows as they need.
  final void actions(List<ActionKey> keys) {
    int most = !keysBeside ? MOST_IN_A_ROW : keys.size() > MOST_IN_A_COLUMN ? 2 : 1;
    int rows = (keys.size() + most - 1) / most;
    int each = (keys.size() + rows - 1) / Math.max(1, rows);
    VBox all = new VBox(pages.keysApart());
    for (int from = 0; from < keys.size(); from += each) {
      HBox row = Box.row(pages.keysApart());
      row.setAlignment(Pos.CENTER);
      row.setFillHeight(true);
      for (ActionKey key : keys.subList(from, Math.min(keys.size(), from + each))) {
        Box.add(row, cap(key, each));
      }
      Box.add(
          all,
          keysBeside
              ? row
              : whole(row, keys.subList(from, Math.min(keys.size(), from + each)), each));
    }
    actions.getChildren().setAll(all);
  }

  private HBox whole(HBox row, List<ActionKey> keys, int inARow) {
    List<ActionKey> shown = keys.stream().map(key -> bare(inARow) ? key.wordsOnly() : key).toList();
    return WholeLabels.in(
        row, type, Optional.of(Role.TECH), shown, Tokens.TARGET_MIN, look.panel().live());
  }

  /// Whether there is room only for the keys' words, without icons.
  private boolean bare(int inARow) {
    return inARow > (keysBeside ? 1 : 3);
  }

  private KeyCap cap(ActionKey action, int inARow) {
    boolean bare = bare(inARow);
    KeyCap cap = Box.grow(cap(bare ? action.wordsOnly() : action)).tall();
    if (keysBeside) {
      cap.styled("narrow");
      cap.setMinHeight(Tokens.TARGET_MIN);
      Box.wide(cap, (pages.aside() - Tokens.TARGET_GAP * (inARow - 1)) / inARow);
    }
    return cap;
  }
}

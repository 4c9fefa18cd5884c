package org.libstation.screen.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Overlay;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Panel;
import org.libstation.screen.kit.look.PatronMetrics;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.SheetLayout;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.picture.Moves;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.KeyRows;
import org.libstation.screen.kit.widget.Leaves;
import org.libstation.screen.kit.widget.Pages;
import org.libstation.screen.kit.widget.Ring;
import org.libstation.screen.kit.widget.StagePane;
import org.libstation.screen.kit.widget.WholeLabels;
import org.libstation.screen.kit.words.Sentences;

/// Draws a sheet that comes up from below over a flat scrim. It covers the stage; the access bar
/// stays.
public final class SheetView {
  private static final double FULL_SECONDS = 30;

  /// Height above and below the words of a sheet, in px.
  private static final double PADDING = 80;

  private static final double PRIMARY = 168;

  private static final double LEAF_GAP = 16;
  private static final double LARGE_RING = 200;

  private final SheetViewModel model;
  private final Type type;
  private final Look look;
  private final Panel panel;
  private final Consumer<Key> pressed;
  private final VBox sheet = new VBox(24);
  private final Region root;
  private final DoubleSupplier bottom;
  private final Ring ring;
  private final StackPane figure = new StackPane();

  /// Whether the keys stand in a column, at the place of a screen's keys, with the words beside
  /// them.
  private final boolean keysBeside;

  private final SheetLayout layout;

  private Optional<KeyCap> safe = Optional.empty();

  /// @param bottom height of what stays visible below the sheet
  /// @param comes whether the sheet is new and may rise; otherwise it was visible before
  public SheetView(
      SheetViewModel model, Consumer<Key> pressed, DoubleSupplier bottom, boolean comes) {
    this.model = model;
    this.look = model.look();
    this.panel = look.panel();
    PatronMetrics.SheetMetrics sizes = look.metrics().patrons().sheet();
    this.type = new Type(look);
    this.pressed = pressed;
    this.bottom = bottom;
    this.layout = look.layouts().sheet();
    this.keysBeside = layout.keys() != SheetLayout.SheetKeyPlace.UNDER;
    this.ring = new Ring(large() && !keysBeside ? LARGE_RING : sizes.ring(), 5.0 / 48);
    sheet.setFillWidth(true);
    Box.padded(sheet, sizes.above(), panel.margin(), sizes.below(), panel.margin());
    Ground ground = new Ground(sheet.getPadding().getTop(), comes);
    root = new Layers(panel, Box.styled(new Region(), "scrim"), ground, sheet, top(), bottom);
    model.help.subscribe(words -> words.ifPresent(this::help));
    model.privacy.subscribe(words -> words.ifPresent(this::privacy));
    model.sheet.subscribe(words -> words.ifPresent(this::draw));
    model.seconds.subscribe(this::tick);
  }

  /// Whether the words are so large that the line below the heading is left out.
  private boolean large() {
    return look.step() >= Look.LARGE;
  }

  public Region node() {
    return root;
  }

  public void show(FlowState state, Overlay overlay) {
    model.show(state, overlay);
  }

  /// Returns the key that changes nothing: stay, or close.
  public Optional<KeyCap> safe() {
    return safe;
  }

  private KeyCap noted(ActionKey key, KeyCap drawn) {
    if (key.key() instanceof Key.Stay) {
      safe = Optional.of(drawn);
    }
    return drawn;
  }

  private void tick(OptionalInt seconds) {
    if (seconds.isPresent()) {
      ring.left(seconds.getAsInt() / FULL_SECONDS);
      SpeechMark.figure(SpeechMark.NodeRole.COUNT_DOWN, seconds.getAsInt(), figure);
      figure
          .getChildren()
          .setAll(
              ring,
              type.figure(Role.CODE, Ink.TEXT, Integer.toString(seconds.getAsInt()))
                  .oneLine()
                  .centred());
      figure.setMinWidth(Region.USE_PREF_SIZE);
    }
  }

  private void draw(SheetViewModel.Sheet words) {
    HBox head = Box.row(44);
    if (model.seconds.get().isPresent()) {
      Box.add(head, figure);
    }
    VBox text = Box.column(10, type.h1(words.head()));
    if (!large()) {
      Box.add(text, type.write(Role.TITLE, false, Ink.TEXT, words.line()));
    }
    text.setAlignment(Pos.CENTER_LEFT);
    Box.add(head, Box.grow(text));
    if (keysBeside) {
      drawBeside(head, text, words);
      return;
    }
    Type written = new Type(look.crowded());
    Optional<Region> primary = words.primary().map(key -> primary(written, key));
    HBox others = Box.row(24);
    double high = Math.max(panel.key(), written.look().px(Role.BODY) * 1.9);
    for (ActionKey key : words.others()) {
      Box.add(others, Box.grow(noted(key, key.cap(written, pressed)).sized(240, high).tall()));
    }
    HBox whole =
        WholeLabels.in(others, written, Optional.empty(), words.others(), 240, panel.live());
    double keys = primary.map(_ -> PRIMARY + sheet.getSpacing()).orElse(0.0);
    double beside =
        head.prefHeight(width()) + keys + whole.prefHeight(width()) + 2 * sheet.getSpacing();
    VBox facts =
        written.fitting(
            written.look().step(),
            as -> facts(words.facts(), as),
            card -> card.prefHeight(width()) <= room(beside));
    sheet.getChildren().setAll(head, facts);
    Box.add(sheet, primary);
    Box.add(sheet, whole);
  }

  /// In the low layout the keys form one row, so that they stay below the middle.
  private void drawBeside(HBox head, VBox text, SheetViewModel.Sheet words) {
    boolean beside = layout.keys() == SheetLayout.SheetKeyPlace.ONE_BESIDE;
    boolean small = beside || (look.tells() && words.others().size() > 1);
    Type written = type.atStep(Math.min(small ? 2 : look.step(), Look.LARGE));
    List<ActionKey> all = new ArrayList<>(words.others());
    words.primary().ifPresent(key -> all.add(beside ? all.size() : 0, key));
    List<Region> keys = new ArrayList<>();
    for (ActionKey key : all) {
      double height = key.primary() && layout.largePrimary() ? panel.keyPrimary() : panel.key();
      KeyCap cap = noted(key, key.cap(written, pressed)).sized(120, height);
      cap.setMaxWidth(Double.MAX_VALUE);
      keys.add(cap);
    }
    if (look.tells()) {
      sheet.getChildren().setAll(told(words, keys));
      return;
    }
    StagePane said = new StagePane(16);
    double width = beside ? panel.live() : width();
    double room = room(beside ? 2 * panel.key() + 24 : 0);
    VBox less = facts(words.facts().subList(0, Math.min(1, words.facts().size())), type.atStep(1));
    VBox whole = StagePane.rank(1, fitting(head, text, words, width, room));
    said.show(List.of(head, StagePane.orElse(whole, less)));
    said.setPrefHeight(Math.min(room, said.prefHeight(width)));
    if (beside) {
      sheet.getChildren().setAll(said, new KeyRows(look.metrics().keysApart(), keys));
    } else {
      sheet.getChildren().setAll(beside(said, keys));
    }
  }

  /// Draws the consequences for the items, all of them. The line under the heading gives way to
  /// them, and they get smaller text if there is too little room.
  private VBox fitting(
      HBox head, VBox text, SheetViewModel.Sheet words, double width, double room) {
    if (text.getChildren().size() > 1
        && head.prefHeight(width) + 16 + facts(words.facts(), type).prefHeight(width) > room) {
      text.getChildren().removeLast();
    }
    double left = room - head.prefHeight(width) - 16;
    return type.fitting(
        look.step(),
        written -> facts(words.facts(), written),
        card -> card.prefHeight(width) <= left);
  }

  /// Draws the question and the consequences in the chosen text size, on as many pages as they
  /// need. Ring and keys stay beside them.
  private Region told(SheetViewModel.Sheet words, List<Region> keys) {
    Pages pages = leafed(new SheetPieces(leaves()).of(words));
    List<Region> column = new ArrayList<>();
    if (model.seconds.get().isPresent()) {
      column.add(figure);
    }
    column.add(pages.turnerApart());
    column.addAll(keys);
    return beside(pages, column);
  }

  private Pages leafed(List<Leaves.Piece> all) {
    return leafed(all, 0);
  }

  /// All pages are as high as the highest, so that nothing moves when they are turned.
  ///
  /// @param below height of the parts below them
  private Pages leafed(List<Leaves.Piece> all, double below) {
    Pages pages =
        leaves(below)
            .pages(model.voice(), all, _ -> pressed.accept(new Key.Leaf(Key.Leaf.LeafKind.PAGES)));
    pages.setPrefHeight(Math.min(room(below), pages.least(width())));
    return pages;
  }

  private Leaves leaves() {
    return leaves(0);
  }

  private Leaves leaves(double below) {
    return new Leaves(type, width(), room(below), LEAF_GAP);
  }

  /// Puts the keys where a screen's keys stand.
  private HBox beside(Region said, List<? extends Region> keys) {
    VBox column = Box.add(Box.column(look.metrics().keysApart()), keys);
    column.setAlignment(Pos.BOTTOM_LEFT);
    Box.wide(column, panel.keysWidth());
    HBox row = Box.row(panel.gutter(), Box.grow(said), column);
    if (panel.handLeft()) {
      row.getChildren().setAll(column, said);
    }
    row.setFillHeight(true);
    return Box.whole(row);
  }

  /// Width of the sheet's words.
  private double width() {
    return keysBeside ? panel.live() - panel.gutter() - panel.keysWidth() : panel.live();
  }

  private double top() {
    return layout.overHeader() ? 0 : panel.header();
  }

  private void close(List<? extends Region> parts, KeyCap close) {
    if (keysBeside) {
      sheet.getChildren().setAll(beside(Box.add(Box.column(16), parts), List.of(close)));
    } else {
      sheet.getChildren().setAll(parts);
      Box.add(sheet, close);
    }
  }

  /// Height that the key takes; 0 if it stands beside the words.
  private double taken(Region close) {
    return keysBeside ? 0 : height(close) + sheet.getSpacing();
  }

  private void help(HelpWords words) {
    KeyCap close = close(words.close());
    if (look.tells()) {
      Pages pages = leafed(new SheetPieces(leaves()).of(words));
      sheet.getChildren().setAll(beside(pages, List.of(pages.turnerApart(), close)));
    } else if (keysBeside) {
      // As large as fits.
      HelpSheet help = largest(words, room(0));
      VBox said = Box.column(0, help.of(words, room(0)));
      sheet.getChildren().setAll(beside(said, List.of(help.quote(words), close)));
    } else {
      double room = room(taken(close));
      close(List.of(largest(words, room).of(words, room)), close);
    }
  }

  private HelpSheet largest(HelpWords words, double room) {
    if (!layout.helpYields()) {
      return new HelpSheet(type, width());
    }
    return type.fitting(
        Math.min(layout.help(), look.step()),
        written -> new HelpSheet(written, width()),
        help -> help.fits(words, room));
  }

  private void privacy(PrivacyWords words) {
    if (large() && keysBeside) {
      List<Leaves.Piece> all = new ArrayList<>();
      all.add(Leaves.Piece.said(Role.H1, true, words.head()));
      for (PrivacyWords.PrivacySection part : words.parts()) {
        // The first section stays on the page of the main heading.
        all.add(
            all.size() == 1
                ? Leaves.Piece.said(Role.TITLE, true, part.head())
                : new Leaves.Piece.Begin(type.head(part.head())));
        all.add(Leaves.Piece.said(Role.BODY, false, part.line()));
      }
      KeyCap close = close(words.close());
      // In the low layout and on a landscape panel the column has no room for the keys that turn
      // pages.
      boolean column = layout.turnerBeside();
      Pages pages = leafed(all, column ? 0 : turning() + 2 * LEAF_GAP);
      if (column) {
        sheet.getChildren().setAll(beside(pages, List.of(pages.turnerApart(), close)));
      } else {
        close(List.of(pages, pages.turnerApart()), close);
      }
      return;
    }
    Pages pages =
        new Pages(
            type,
            words.back(),
            words.on(),
            22,
            _ -> pressed.accept(new Key.Leaf(Key.Leaf.LeafKind.PAGES)));
    HBox turner = pages.turnerApart();
    Region head = large() ? type.h2(words.head()) : type.h1(words.head());
    KeyCap close = close(words.close());
    double beside = taken(close) + head.prefHeight(width()) + 2 * sheet.getSpacing();
    double room = room(beside);
    pages.show(words.parts().stream().flatMap(part -> rows(part).stream()).toList(), -1);
    boolean whole = pages.prefHeight(width()) <= room;
    turner.setManaged(!whole);
    pages.setPrefHeight(whole ? pages.prefHeight(width()) : room - turning());
    close(List.of(head, pages, turner), close);
  }

  private double turning() {
    return Math.max(Tokens.KEY, panel.key());
  }

  /// In large text a page holds less than a section, which is then split between sentences.
  private List<VBox> rows(PrivacyWords.PrivacySection part) {
    if (!large() && layout.partsWhole()) {
      return List.of(Box.column(2, type.head(part.head()), type.body(part.line())));
    }
    List<VBox> rows = new ArrayList<>();
    for (String sentence : Sentences.of(part.line())) {
      VBox row = Box.column(2);
      if (rows.isEmpty()) {
        Box.add(row, type.head(part.head()));
      }
      Box.add(row, type.body(sentence.strip()));
      rows.add(row);
    }
    return rows;
  }

  private KeyCap close(String words) {
    ActionKey key = ActionKey.primary(words, new Key.Stay());
    return noted(key, key.cap(new Type(look.beside()), pressed))
        .sized(240, Math.max(closeHeight(), type.look().px(Role.KEY_BIG) * 1.9));
  }

  /// In the low layout all keys of a sheet are below the middle.
  private double closeHeight() {
    return layout.largeClose() ? panel.keyPrimary() : panel.key();
  }

  private double height(Region key) {
    return Math.max(key.minHeight(-1), key.prefHeight(width()));
  }

  /// Height for the words of a sheet, between the header and what stays below.
  private double room(double keys) {
    return panel.height() - top() - Math.ceil(bottom.getAsDouble()) - PADDING - keys;
  }

  private static VBox facts(List<SheetViewModel.SheetFact> facts, Type written) {
    double ends = written.look().metrics().patrons().sheet().factEnds();
    VBox card = Box.styled(Box.column(0), "card");
    for (SheetViewModel.SheetFact fact : facts) {
      if (!card.getChildren().isEmpty()) {
        Box.add(card, Box.rule());
      }
      IconView icon = new IconView(fact.icon(), 48, fact.ink()).stroked(5.5);
      Box.add(card, Box.padded(Box.row(20, icon, Box.grow(written.body(fact.text()))), ends, 24));
    }
    return card;
  }

  private Region primary(Type written, ActionKey key) {
    KeyCap drawn =
        noted(key, key.cap(written, pressed, Optional.of(Role.TILE))).sized(240, PRIMARY);
    drawn.setMaxWidth(Double.MAX_VALUE);
    return drawn;
  }

  /// Background of a sheet. Only its upper edge rises, as far as there are no words. Words and keys
  /// are in their places at once.
  private static final class Ground extends Region {
    /// Least room between the edge and the first words while the edge rises, in px.
    private static final double CLEAR = 16;

    private static final double ROUND = 32;

    private final double rises;
    private final Region edge = new Region();
    private final Region body = new Region();

    /// @param free height above the first words
    Ground(double free, boolean comes) {
      rises = free - CLEAR;
      if (comes) {
        Moves.as(new Moves.Move.Rise(rises), "sheet", edge);
      }
      edge.getStyleClass().add("sheet-edge");
      body.getStyleClass().add("sheet-body");
      getChildren().addAll(body, edge);
    }

    @Override
    protected void layoutChildren() {
      double below = rises + ROUND;
      body.resizeRelocate(0, below, getWidth(), Math.max(0, getHeight() - below));
      // Overlaps the body a little, so that there is no seam at any scale.
      edge.resize(getWidth(), Math.min(getHeight(), below + CLEAR));
    }
  }

  /// Places the scrim from the header to the access bar, and the sheet at its foot.
  private static final class Layers extends Region {
    private final Region scrim;
    private final Region ground;
    private final Region sheet;
    private final double top;
    private final DoubleSupplier bottom;

    Layers(
        Panel panel, Region scrim, Region ground, Region sheet, double top, DoubleSupplier bottom) {
      this.scrim = scrim;
      this.ground = ground;
      this.sheet = sheet;
      this.top = top;
      this.bottom = bottom;
      getChildren().addAll(scrim, ground, sheet);
      Box.fixed(this, panel.width(), panel.height());
      setPickOnBounds(false);
    }

    @Override
    protected void layoutChildren() {
      double width = getWidth();
      double foot = Math.ceil(bottom.getAsDouble());
      double height = Math.ceil(sheet.prefHeight(width));
      scrim.resizeRelocate(0, top, width, getHeight() - top - foot);
      ground.resizeRelocate(0, getHeight() - foot - height, width, height);
      sheet.resizeRelocate(0, getHeight() - foot - height, width, height);
    }
  }
}

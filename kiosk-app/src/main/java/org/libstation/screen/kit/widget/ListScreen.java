package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.ListLayout;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.picture.Drawing;

/// A patron's screen with a heading, rows, one hand picture and action keys, drawn from a
/// [ListModel].
public class ListScreen<M extends ListModel> extends StageView<M> {
  private static final int NOTICE_RANK = 1;
  static final int HAND_RANK = 3;

  private static final double HEAD_APART = 24;
  private static final double HAND_HIGH = 150;

  /// Share of the width that the hand area has beside a heading.
  private static final double BESIDE_HEAD = 0.47;

  private final Pages pages;
  private final ListRoom room;
  private final ListRows lines;
  private final RowKeys rowKeys;
  private final DrawnBefore<ListRows.Row, List<Region>> rowsDrawn = new DrawnBefore<>();
  private final DrawnBefore<Noticed, NoticeBar> noticesDrawn = new DrawnBefore<>();
  private final DrawnBefore<Headed, List<Node>> headDrawn = new DrawnBefore<>();
  private final DrawnBefore<Handed, Node> handDrawn = new DrawnBefore<>();

  /// While the model takes a state nothing is drawn; afterwards everything that changed is drawn
  /// once.
  private boolean waiting = true;

  private boolean rowsDue = true;
  private boolean partsDue = true;

  /// Heading or notices changed; they may stand among the rows' pages.
  private boolean toldAnew;

  /// Whether notices had pages in the last drawing.
  private boolean turning;

  /// Notices that had pages in the last drawing.
  private List<NoticeBar.NoticeBarWords> noticesRead = List.of();

  /// Row that the page last followed.
  private Optional<ItemRow.ItemRowWords> followed = Optional.empty();

  /// Slow mode: name of each page's message.
  private List<String> messages = List.of();

  /// Everything a notice is drawn from.
  private record Noticed(NoticeBar.NoticeBarWords words, double width) {}

  /// Everything the heading is drawn from.
  ///
  /// @param hand hand area beside it
  /// @param high greatest height of the hand area if the heading is lower
  private record Headed(
      Head head,
      boolean titlesKey,
      boolean alone,
      boolean handAlone,
      Optional<HandBox.HandBoxWords> hand,
      double high) {}

  /// Everything the hand area is drawn from.
  ///
  /// @param alone whether nothing else is on the stage
  private record Handed(HandBox.HandBoxWords words, boolean alone) {}

  // While `waiting`, nothing is drawn and no method of a subclass is called.
  @SuppressWarnings("this-escape")
  public ListScreen(M model, Consumer<Key> pressed) {
    super(model, pressed);
    this.rowKeys = new RowKeys(type, pressed);
    this.room = new ListRoom(model, type, frame, () -> head(model.head.get()));
    this.lines = new ListRows(model, type, frame, room, pressed);
    this.pages = pages();
    model.rows.subscribe(_ -> rows());
    model.shownRow.subscribe(_ -> rows());
    model.briefs.subscribe(_ -> rows());
    model.notices.subscribe(_ -> told());
    model.head.subscribe(_ -> told());
    model.hand.subscribe(_ -> arrange());
    waiting = false;
  }

  /// Returns further parts between the rows and the hand picture.
  protected List<Node> below() {
    return List.of();
  }

  /// Picture for the room that neither rows nor hand area need.
  protected Optional<Drawing> spare() {
    return Optional.empty();
  }

  /// Whether keys take all the room below the middle, so that the hand picture stands above.
  protected boolean keysTakeAll() {
    return false;
  }

  private void told() {
    toldAnew = true;
    arrange();
  }

  /// Whether notices have pages of their own, because they do not fit beside a row. What happened
  /// to the books is never left out.
  private boolean noticesTurn() {
    return model.oneByOne()
        || look.large()
        || (look.step() >= layouts.lists().notices().turnFrom()
            && !room.free()
            && (look.step() > 1 || !model.noticesFirst()))
        || (look.step() > 1 && room.crowded(below()));
  }

  /// Whether a large heading takes turns with notices or rows on a small panel.
  private boolean headTurns() {
    boolean rows = !model.rows.get().isEmpty();
    return turning
        && look.large()
        && layouts.lists().notices().headTurns()
        && (rows ? !model.headCounts() : !model.notices.get().isEmpty());
  }

  private Pages pages() {
    Pages made =
        new Pages(
            type,
            say("page.back"),
            say("page.on"),
            metrics.lists().pages().rowsApart(),
            this::turned);
    made.counting(left -> model.voice().count("page.more", left));
    if (apart()) {
      frame.controls(Optional.of(turner(made)));
      made.onChange(rowKeys::span);
    }
    return StagePane.flexible(
        made.single(
            model.oneByOne()
                || look.tells()
                || (look.large() && layouts.lists().rows().largeAlone())));
  }

  /// Whether the keys of the rows stand below the middle or beside the list.
  private boolean apart() {
    return layouts.lists().turner().place() != ListLayout.TurnerPlace.UNDER_ROWS;
  }

  private Region turner(Pages made) {
    HBox turner = made.turnerApart();
    turner.managedProperty().bind(turner.visibleProperty());
    if (layouts.lists().turner().place() == ListLayout.TurnerPlace.BESIDE_ROW_KEYS) {
      turner.setMinWidth(Region.USE_PREF_SIZE);
      HBox row = Box.row(Tokens.TARGET_GAP, turner, Box.grow(rowKeys));
      row.setMinHeight(Region.USE_PREF_SIZE);
      row.managedProperty().bind(turner.visibleProperty().or(rowKeys.visibleProperty()));
      return row;
    }
    return Box.column(metrics.lists().pages().keysApart(), turner, rowKeys);
  }

  /// Shows a key of no row, if the keys of rows stand apart.
  protected final void extraKey(String words, Runnable action) {
    rowKeys.extra(List.of(new RowKeys.Extra(words, action)));
  }

  protected final void noExtraKey() {
    rowKeys.extra(List.of());
  }

  /// Shows other keys in the low layout in place of those that turn pages; empty = those again.
  protected final void controls(Optional<? extends Region> keys) {
    frame.controls(keys.isPresent() ? keys : Optional.of(turner(pages)));
  }

  @Override
  public void show(FlowState state) {
    waiting = true;
    super.show(state);
    waiting = false;
    drawDue();
  }

  private void drawDue() {
    if (waiting) {
      return;
    }
    if (partsDue) {
      boolean turn = noticesTurn();
      rowsDue |= turn != turning || (turn && toldAnew);
      turning = turn;
      toldAnew = false;
    }
    if (rowsDue) {
      rowsDue = false;
      drawRows();
    }
    if (partsDue) {
      partsDue = false;
      drawParts();
    }
  }

  private void rows() {
    rowsDue = true;
    arrange();
  }

  private void drawRows() {
    List<ItemRow.ItemRowWords> all = model.rows.get();
    List<Region> drawn = new ArrayList<>();
    List<String> names = new ArrayList<>();
    // In slow mode a notice is a message like any other, and the first page is read first.
    List<NoticeBar.NoticeBarWords> notices = turning ? model.notices.get() : List.of();
    if (headTurns()) {
      drawn.add(type.h1(model.head.get().head()));
      names.add(model.head.get().head());
    }
    boolean shrinks = lines.shrink();
    double high =
        all.isEmpty() || (shrinks && look.step() == 1)
            ? 0
            : shrinks ? room.roomForRows() - (turning ? look.panel().key() : 0) : room.largeRoom();
    List<List<Region>> leaves =
        rowsDrawn.all(
            IntStream.range(0, all.size())
                .mapToObj(at -> new ListRows.Row(all.get(at), at + 1, high))
                .toList(),
            lines::leaves);
    List<BriefRow.BriefRowWords> briefs =
        lines.briefly(all, leaves) ? model.briefs.get() : List.of();
    boolean first = model.oneByOne() || model.noticesFirst() || all.isEmpty();
    double beside = briefs.isEmpty() && first ? besideRow(leaves) : 0;
    NoticePages notes = new NoticePages(type, lines.smaller());
    Optional<NoticePages.DrawnNotice> together = notes.together(notices, beside);
    List<NoticeBar.NoticeBarWords> sooner =
        together.isPresent() ? notices : notices.stream().filter(this::beforeRows).toList();
    NoticePages.DrawnNotice messages = together.orElseGet(() -> notes.of(sooner, room.largeRoom()));
    if (first) {
      drawn.addAll(messages.pages());
      names.addAll(messages.names());
    }
    boolean noted = first && !sooner.isEmpty() && !notices.equals(noticesRead);
    noticesRead = notices;
    pages.together(new Pages.RowRange(drawn.size(), drawn.size() + briefs.size()));
    List<Optional<Long>> open =
        new ArrayList<>(Collections.nCopies(drawn.size(), Optional.empty()));
    drawn.addAll(lines.brief(briefs));
    briefs.forEach(brief -> open.add(Optional.of(brief.number())));
    int before = drawn.size();
    rowKeys.before(before);
    List<ItemRow.ItemRowWords> told = new ArrayList<>();
    int shown = -1;
    for (int at = 0; at < all.size(); at++) {
      ItemRow.ItemRowWords row = all.get(at);
      if (at == model.shownRow.get()) {
        shown = briefs.isEmpty() ? before + told.size() : before - briefs.size();
      }
      for (int leaf = 0; leaf < leaves.get(at).size(); leaf++) {
        drawn.add(leaves.get(at).get(leaf));
        names.add("row " + row.number() + " leaf " + leaf);
        told.add(row);
      }
    }
    rowKeys.rows(lines.briefKeys() ? briefs : List.of(), lines.inRows() ? List.of() : told);
    told.forEach(row -> open.add(Optional.of(row.number()).filter(_ -> row.open())));
    List<NoticeBar.NoticeBarWords> behind = new ArrayList<>(notices);
    if (first) {
      behind.removeAll(sooner);
    }
    NoticePages.DrawnNotice later = notes.of(behind, room.largeRoom());
    drawn.addAll(later.pages());
    names.addAll(later.names());
    later.pages().forEach(_ -> open.add(Optional.empty()));
    pages.open(open);
    boolean begins = noted || (headTurns() && model.shownRow.get() == 0);
    Optional<ItemRow.ItemRowWords> aim =
        Optional.of(model.shownRow.get()).filter(at -> at >= 0 && at < all.size()).map(all::get);
    boolean news = noted || (!aim.equals(followed) && followsNews(aim, all));
    followed = aim;
    if (model.oneByOne()) {
      pages.show(drawn, read(names));
    } else {
      pages.show(drawn, begins ? 0 : shown, news);
    }
  }

  /// Whether a change of the row to be shown leaves the page that a patron turned to. Only an open
  /// row and the last row do so.
  private static boolean followsNews(
      Optional<ItemRow.ItemRowWords> aim, List<ItemRow.ItemRowWords> all) {
    return aim.filter(row -> row.open() || row.equals(all.getLast())).isPresent();
  }

  /// Whether a notice comes before the rows. In large text the notice that the library system is
  /// silent follows an open row, because it changes nothing that the hands do.
  private boolean beforeRows(NoticeBar.NoticeBarWords notice) {
    return model.oneByOne()
        || !look.large()
        || notice.ink() != Ink.WAIT
        || model.rows.get().stream().noneMatch(ItemRow.ItemRowWords::open);
  }

  /// Height that the first row leaves for notices on its page.
  private double besideRow(List<List<Region>> leaves) {
    int at = model.shownRow.get();
    if (model.oneByOne() || !look.large() || !layouts.lists().notices().atLargeRow() || at != 0) {
      return 0;
    }
    double inside = look.list() - 2 * ListRoom.BORDERS;
    double row = Math.ceil(leaves.getFirst().getFirst().prefHeight(inside)) + 2 * ListRoom.BORDERS;
    return room.roomUnderLine() - row - metrics.lists().pages().rowsApart();
  }

  /// Page of the message being read; -1 = it is gone. The message stays until a key is pressed,
  /// even if messages before or behind it change.
  ///
  /// @param now names of the messages, in their order
  private int read(List<String> now) {
    String before = pages.page() < messages.size() ? messages.get(pages.page()) : "";
    messages = List.copyOf(now);
    return now.indexOf(before);
  }

  /// Draws the changed parts anew.
  protected final void arrange() {
    partsDue = true;
    drawDue();
  }

  private void drawParts() {
    List<Node> parts = new ArrayList<>();
    boolean free = room.free();
    List<Node> beside = new ArrayList<>();
    List<NoticeBar> notices =
        noticesDrawn.all(
            noticed(free || underHead() ? look.aside() : look.list()),
            notice ->
                StagePane.rank(NOTICE_RANK, new NoticeBar(type, notice.words(), notice.width())));
    // Below the keys in rows, so that no row moves under a finger when a notice comes or goes.
    List<Node> side = free ? beside : parts;
    boolean still = !model.rows.get().isEmpty();
    boolean alone = handAlone();
    boolean under = underHead();
    (alone ? parts : side).addAll(still || under ? List.of() : notices);
    if (!headTurns()) {
      (alone ? beside : parts)
          .addAll(
              headDrawn.one(
                  new Headed(
                      model.head.get(),
                      titlesKey(),
                      !still,
                      alone,
                      model.hand.get().filter(_ -> handLow() && still),
                      handHigh()),
                  headed -> head(headed.head())));
    }
    beside.addAll(under ? notices : List.of());
    if (still || (turning && !model.notices.get().isEmpty())) {
      parts.add(pages);
    }
    // Rows in large text take the whole stage, a page each.
    parts.addAll(
        spare().filter(_ -> !still || !look.large()).map(FittedPicture::spare).stream().toList());
    side.addAll(still && !free ? notices : List.of());
    side.addAll(below());
    side.addAll(still && free ? notices : List.of());
    List<Handed> handed =
        model.hand.get().stream()
            .filter(_ -> !handLow() || !still)
            .map(words -> new Handed(words, alone))
            .toList();
    List<Node> hands = handDrawn.all(handed, this::hand);
    boolean low = frame.handsBelow() && !keysTakeAll();
    (alone ? parts : beside).addAll(low ? List.of() : hands);
    frame.hand(low ? hands : List.of());
    frame.stage(parts, beside);
  }

  private List<Noticed> noticed(double width) {
    return turning
        ? List.of()
        : model.notices.get().stream().map(words -> new Noticed(words, width)).toList();
  }

  /// Whether the hand picture has the stage of a lying panel: before there are rows. The words then
  /// stand beside it, above the keys.
  private boolean handAlone() {
    ListLayout.Hand hand = layouts.lists().hand();
    boolean none = model.notices.get().isEmpty();
    return look.split()
        && look.step() <= (none ? hand.stageUpTo() : hand.stageNoticedUpTo())
        && !keysTakeAll()
        && model.rows.get().isEmpty()
        && model.hand.get().isPresent();
  }

  /// Whether notices fit under the words beside the hand picture; otherwise they stand above it.
  private boolean underHead() {
    return handAlone() && room.besideHand();
  }

  /// Draws the hand area. The letters of places stay if their picture is left out.
  private Node hand(Handed handed) {
    HandBox.HandBoxWords words = handed.words();
    if (handed.alone()) {
      return StagePane.flexible(GrowingHand.alone(type, words));
    }
    if (frame.handsBelow() || handLow()) {
      // Below the stage, or on it.
      return StagePane.rank(HAND_RANK, StagePane.flexible(HandStrip.growing(type, words)));
    }
    Type written = new Type(besideList(words));
    HandBox box = HandBox.of(written, words);
    if (look.split()) {
      return StagePane.flexible(box);
    }
    if (layouts.lists().hand().place() == ListLayout.HandPlace.UNDER_ROWS && !look.stills()) {
      return StagePane.rank(HAND_RANK, StagePane.flexible(GrowingHand.of(written, words)));
    }
    StagePane.rank(HAND_RANK, box);
    if (HandBox.hasStills(written, words)) {
      return StagePane.orElse(box, StagePane.rank(HAND_RANK, HandBox.onePicture(written, words)));
    }
    return words instanceof HandBox.HandBoxWords.DestinationWords && !look.large()
        ? StagePane.orElse(box, StagePane.rank(HAND_RANK, HandBox.wordsOnly(type, words)))
        : box;
  }

  /// Returns a smaller look for the longest names of places, which are English.
  private Look besideList(HandBox.HandBoxWords words) {
    Look written = look.beside();
    boolean longNames = words instanceof HandBox.HandBoxWords.DestinationWords && !look.chinese();
    return longNames ? written.atMost(layouts.lists().hand().longPlaces()) : written;
  }

  /// Whether the hand area stands beside the heading: the low layout of a lying panel has no room
  /// for it below rows in large text.
  private boolean handLow() {
    return look.large() && layouts.lists().hand().place() == ListLayout.HandPlace.LARGE_AT_HEAD;
  }

  /// Height of the hand area beside a heading. Three open rows need the room of a higher one.
  private double handHigh() {
    return model.briefs.get().size() < Pages.OPEN ? HAND_HIGH : 0;
  }

  private List<Node> head(Head head) {
    if (handAlone()) {
      List<Node> said = new ArrayList<>(List.of(type.h1(head.head())));
      head.line().ifPresent(line -> said.add(StagePane.rank(HAND_RANK, type.body(line))));
      return said;
    }
    boolean still = !model.rows.get().isEmpty();
    Optional<HandBox.HandBoxWords> beside = model.hand.get().filter(_ -> handLow() && still);
    double width = Math.floor(look.list() * BESIDE_HEAD);
    double left = beside.isPresent() ? look.list() - width - HEAD_APART : look.list();
    List<Node> parts =
        new ListHead(type, model.voice(), pressed)
            .of(
                head,
                titlesKey(),
                still ? 0 : frame.room(),
                left,
                beside.isPresent() ? HAND_HIGH : 0);
    if (beside.isEmpty()) {
      return parts;
    }
    List<Node> all = new ArrayList<>(parts);
    double high = Math.max(handHigh(), parts.getFirst().prefHeight(left));
    HandBox hand = HandStrip.beside(type, beside.get(), width, high);
    all.set(0, Box.whole(Box.row(HEAD_APART, Box.grow(parts.getFirst()), hand)));
    return all;
  }

  private boolean titlesKey() {
    return model.chrome.get().filter(Chrome::titlesKey).isPresent();
  }
}

package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.ListLayout;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;

/// The keys of the rows shown, apart from the rows: in reach mode and in large text. Numbers
/// connect several rows with their keys; large rows bear no number, so that keys have their titles.
final class RowKeys extends StackPane {
  private static final String CUT = "…";

  /// Gap between the ring of a number and the words.
  private static final double RING_APART = 12;

  /// Least width of a key with only a ring.
  private static final double LEAST_RING = 96;

  private final Type type;
  private final Consumer<Key> pressed;
  private List<ItemRow.ItemRowWords> rows = List.of();
  private List<BriefRow.BriefRowWords> briefs = List.of();
  private Pages.RowRange span = new Pages.RowRange(0, 0);
  private List<Extra> extra = List.of();
  private int before;

  /// A key of no row.
  record Extra(String words, Runnable action) {}

  RowKeys(Type type, Consumer<Key> pressed) {
    this.type = type;
    this.pressed = pressed;
    setMinHeight(USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    draw();
  }

  /// @param pages number of messages before the rows
  void before(int pages) {
    before = pages;
  }

  /// @param shortly open rows in short form, directly before the rows
  void rows(List<BriefRow.BriefRowWords> shortly, List<ItemRow.ItemRowWords> all) {
    briefs = shortly;
    rows = all;
    draw();
  }

  void span(Pages.RowRange shown) {
    span = shown;
    draw();
  }

  void extra(List<Extra> keys) {
    extra = List.copyOf(keys);
    draw();
  }

  private void draw() {
    List<Region> keys = new ArrayList<>();
    boolean numbered = !type.look().large();
    int end = Math.min(span.end() - before, rows.size());
    int from = Math.max(0, span.from() - before);
    for (int at = from; at < end; at++) {
      ItemRow.ItemRowWords row = rows.get(at);
      int number = at + 1;
      boolean alone = end - from == 1;
      row.key()
          .ifPresent(
              key ->
                  keys.add(
                      numbered
                          ? numbered(key, number, true)
                          : cap(
                              alone
                                  ? fitting(key)
                                  : named(key, row.title(), number, room(end - from)),
                              key.key())));
    }
    keys.addAll(ofBriefs());
    extra.forEach(
        key -> keys.add(shaped(new KeyCap(write(key.words()), key.words(), key.action()))));
    setVisible(!keys.isEmpty());
    getChildren().setAll(new KeyRows(type.look().metrics().lists().pages().rowKeysApart(), keys));
  }

  /// Draws the keys of the short forms shown. Several keys have their words once and a number each.
  private List<Region> ofBriefs() {
    int first = before - briefs.size();
    TreeMap<Integer, ItemRow.RowKey> keys = new TreeMap<>();
    for (int at = Math.max(0, span.from() - first); at < span.end() - first; at++) {
      if (at < briefs.size() && briefs.get(at).key().isPresent()) {
        keys.put(at + 1, briefs.get(at).key().get());
      }
    }
    List<KeyCap> rings = new ArrayList<>();
    if (keys.size() < 2) {
      keys.forEach((number, key) -> rings.add(numbered(key, number, true)));
      if (rings.stream().allMatch(key -> key.prefWidth(-1) + ItemRow.KEY_SIDES <= room(1))) {
        return List.copyOf(rings);
      }
      rings.clear();
    }
    keys.forEach((number, key) -> rings.add(numbered(key, number, false)));
    Writing words = write(keys.firstEntry().getValue().words());
    Region row = new KeyRows(type.look().metrics().lists().pages().rowKeysApart(), rings);
    if (type.look().split()) {
      return List.of(Box.column(0, words.centred(), row));
    }
    HBox line = Box.row(RING_APART, words, Box.grow(row));
    line.setAlignment(Pos.CENTER);
    return List.of(line);
  }

  /// Words that name the item, if they fit; otherwise the short ones.
  private String fitting(ItemRow.RowKey key) {
    return fits(key.alone(), room(1) - besides()) ? key.alone() : key.words();
  }

  /// Words with as much of the title as fits.
  private String named(ItemRow.RowKey key, Optional<String> title, int number, double room) {
    if (title.isEmpty()) {
      return key.words() + " " + number;
    }
    String whole = key.words() + " " + title.get();
    if (fits(whole, room)) {
      return whole;
    }
    int end = whole.length();
    while (end > key.words().length() + 2
        && !fits(whole.substring(0, end).stripTrailing() + CUT, room)) {
      end = whole.offsetByCodePoints(end, -1);
    }
    return whole.substring(0, end).stripTrailing() + CUT;
  }

  private boolean fits(String words, double room) {
    return write(words).prefWidth(-1) <= room - ItemRow.KEY_SIDES;
  }

  /// Width taken by keys of no row, if they stand in the same row.
  private double besides() {
    if (!type.look().layouts().lists().turner().extraInRow()) {
      return 0;
    }
    double apart = type.look().metrics().lists().pages().rowKeysApart();
    return extra.stream()
        .mapToDouble(key -> write(key.words()).prefWidth(-1) + ItemRow.KEY_SIDES + apart)
        .sum();
  }

  /// Width for one of several keys. The low layout of a lying panel has one row for all.
  private double room(int keys) {
    Look look = type.look();
    if (look.split()) {
      return look.aside();
    }
    double apart = look.metrics().lists().pages().rowKeysApart();
    ListLayout.Turner layout = look.layouts().lists().turner();
    int shared = keys == 2 ? layout.two() : 1;
    double turner = rows.size() > keys ? layout.share() : 0;
    return (look.panel().live() - turner - apart * (shared - 1)) / shared;
  }

  private Writing write(String words) {
    Role role = type.look().large() ? Role.CAPTION : Role.BODY;
    return new Type(type.look().beside()).write(role, true, Ink.TEXT, words).oneLine();
  }

  private KeyCap cap(String words, Key key) {
    return shaped(KeyCap.telling(write(words), words, key, pressed));
  }

  /// Draws a key with the row's number in a ring, as in the row: *Renew 2* would mean two books.
  private KeyCap numbered(ItemRow.RowKey key, int number, boolean named) {
    Type written = new Type(type.look().beside());
    HBox face = Box.row(RING_APART, PlaceSign.numberInLine(written, number));
    if (named) {
      Box.add(face, write(key.words()));
    }
    face.setAlignment(Pos.CENTER);
    KeyCap cap = KeyCap.telling(face, key.words() + " " + number, key.key(), pressed);
    return named ? shaped(cap) : shaped(cap).sized(LEAST_RING, type.look().panel().key());
  }

  private KeyCap shaped(KeyCap cap) {
    return cap.styled("narrow").sized(136, type.look().panel().key()).tall();
  }
}

package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Layouts;
import org.libstation.screen.kit.look.ListLayout;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;

/// Stacks rows; those that do not fit stand on further pages, which two keys turn. Nothing scrolls.
public final class Pages extends Region implements GivesRoom {
  /// Least number of open rows on a page, if their short forms fit.
  static final int OPEN = 3;

  private final Type type;
  private final Optional<Role> own;
  private final double gap;
  private final Consumer<Boolean> turned;
  private final HBox turner = Box.row(24);

  /// Width of the page number and the padding between the keys that turn pages.
  private static final double COUNTED = 130;

  private final StackPane counter = new StackPane();

  /// Label of the key that turns forward.
  private final StackPane onwards = new StackPane();

  private final String next;
  private IntFunction<String> more = _ -> "";
  private List<Optional<Long>> open = List.of();

  /// Rows that stand together, on pages of their own.
  private RowRange together = new RowRange(0, 0);

  private final KeyCap back;
  private final KeyCap on;
  private String counted = "";

  /// The key that turns forward was drawn with no key beside it.
  private boolean onAlone;

  private final List<Node> rows = new ArrayList<>();
  private final Slots slots = new Slots();
  private int page;
  private int pageCount = 1;
  private int wanted = -1;

  /// Whether a patron turned the pages by a key. The list then follows no row until it must.
  private boolean byHand;

  private boolean apart;
  private boolean fromEnd;
  private boolean single;
  private RowRange seen = new RowRange(0, 0);
  private Consumer<RowRange> changed = _ -> {};

  /// A range of rows.
  ///
  /// @param end index after the last row
  public record RowRange(int from, int end) {}

  /// @param back words of the key that turns back
  /// @param on words of the key that turns forward
  /// @param turned called at each turn, true = forward: a touch shows that someone is there
  public Pages(Type type, String back, String on, double gap, Consumer<Boolean> turned) {
    this(type, Optional.empty(), back, on, gap, turned);
  }

  /// @param role role of the keys' words; empty = the patrons' one
  public Pages(
      Type type,
      Optional<Role> role,
      String back,
      String on,
      double gap,
      Consumer<Boolean> turned) {
    this.type = type;
    this.own = role;
    this.gap = gap;
    this.turned = turned;
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    this.back = turnKey(Icon.PREVIOUS, back, -1);
    this.next = on;
    this.on = turnKey(onwards, on, 1);
    Box.fill(onwards, label(Icon.NEXT, on, 1));
    turner.setSpacing(type.look().metrics().lists().pages().turnerApart());
    Box.add(turner, this.back, Box.grow(counter), this.on);
    turner.setVisible(false);
    setMinHeight(0);
    setMinWidth(0);
  }

  /// Bar with the two keys, to be placed elsewhere, such as below the middle.
  public HBox turnerApart() {
    apart = true;
    return turner;
  }

  /// Index of the page shown.
  int page() {
    return page;
  }

  /// Sets whether each row has a page to itself.
  public Pages single(boolean now) {
    single = now;
    return this;
  }

  /// Lets the key that turns forward say how many open rows are on further pages.
  ///
  /// @param words words of the key for a number of rows
  Pages counting(IntFunction<String> words) {
    more = words;
    return this;
  }

  /// Sets the open rows among the rows shown next.
  ///
  /// @param matters for each row the number of the open row it is about; empty = none
  void open(List<Optional<Long>> matters) {
    open = List.copyOf(matters);
  }

  /// Sets the rows that stand together, on pages of their own.
  ///
  /// @param rows range among the rows shown next
  void together(RowRange rows) {
    together = rows;
  }

  /// @param listener called when other rows are shown
  void onChange(Consumer<RowRange> listener) {
    changed = listener;
  }

  /// Shows other rows.
  ///
  /// @param shown index of a row on the first page shown; negative = the page stays
  public void show(List<? extends Node> newRows, int shown) {
    show(newRows, shown, true);
  }

  /// Shows other rows.
  ///
  /// @param shown index of a row on the first page shown; negative = the page stays
  /// @param turn whether to turn to that row's page even if a key turned the pages since
  void show(List<? extends Node> newRows, int shown, boolean turn) {
    rows.clear();
    rows.addAll(newRows);
    byHand = byHand && !turn;
    wanted = byHand ? -1 : shown;
    fromEnd = shown > 0 && shown == rows.size() - 1;
    List<Node> all = new ArrayList<>(slots.of(rows));
    if (!apart) {
      all.add(turner);
    }
    Box.hold(getChildren(), all);
    requestLayout();
  }

  private void turn(int by) {
    page = Math.clamp(page + by, 0, pageCount - 1);
    byHand = true;
    wanted = -1;
    turned.accept(by > 0);
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    double height = 0;
    for (Node row : rows) {
      height += height(row, width) + gap;
    }
    return Math.max(0, height - gap);
  }

  @Override
  protected double computePrefWidth(double height) {
    return type.look().list();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    List<Integer> firsts = new ArrayList<>(cut(width, getHeight()));
    double bar = 0;
    if (firsts.size() > 1 && !apart) {
      bar = type.look().panel().key() + gap;
      firsts = cut(width, getHeight() - bar);
    }
    pageCount = firsts.size();
    if (wanted >= 0) {
      page = pageOf(firsts, wanted);
    }
    page = Math.clamp(page, 0, pageCount - 1);
    int first = firsts.get(page);
    int end = page + 1 < pageCount ? firsts.get(page + 1) : rows.size();
    double y = 0;
    for (int at = 0; at < rows.size(); at++) {
      Node row = rows.get(at);
      boolean here = at >= first && at < end;
      row.setVisible(here);
      if (here) {
        double height = height(row, width);
        slots.place(at, 0, y, width, height);
        y += height + gap;
      }
    }
    drawTurner(pageCount > 1);
    drawMore(end);
    if (!apart) {
      turner.resizeRelocate(0, y, width, type.look().panel().key());
    }
    RowRange span = new RowRange(first, end);
    if (!span.equals(seen)) {
      seen = span;
      changed.accept(span);
    }
  }

  private static double height(Node row, double width) {
    return Math.ceil(Math.max(row.minHeight(width), row.prefHeight(width)));
  }

  private void drawTurner(boolean needed) {
    turner.setVisible(needed);
    show(back, page > 0, on);
    // In a column the key that turns forward needs the place of a missing key.
    back.setManaged(back.isVisible() || !type.look().split());
    show(on, page + 1 < pageCount, back);
    ListLayout.Turner layout = type.look().layouts().lists().turner();
    boolean close = layout.closeCount();
    String of = close ? "/" : " / ";
    boolean many = close && own.isEmpty() && pageCount > 9;
    String count = many ? "" : of + pageCount;
    String text = needed ? (page + 1) + count : "";
    if (!text.equals(counted)) {
      counted = text;
      Box.fill(
          counter,
          type.atMost(layout.step())
              .figure(own.orElse(Role.BODY), Ink.TEXT, text)
              .oneLine()
              .centred());
    }
  }

  /// @param end index of the first row on a further page
  private void drawMore(int end) {
    Set<Long> left = new HashSet<>();
    open.stream().skip(end).flatMap(Optional::stream).forEach(left::add);
    open.stream().limit(end).flatMap(Optional::stream).forEach(left::remove);
    String words = left.isEmpty() ? next : more.apply(left.size());
    boolean alone = !back.isManaged();
    if (!words.equals(on.getAccessibleText()) || alone != onAlone) {
      onAlone = alone;
      on.setAccessibleText(words);
      Node face = label(Icon.NEXT, words, 1);
      // If the number of open rows does not fit on the key, it is only read aloud.
      double room = type.look().split() ? type.look().aside() : type.look().panel().live();
      double before = alone ? 0 : back.prefWidth(-1);
      boolean wide = face.prefWidth(-1) + before + counted() > room;
      Box.fill(onwards, wide ? label(Icon.NEXT, next, 1) : face);
    }
  }

  /// Width of the page number and the padding between the keys.
  private double counted() {
    return type.look().layouts().lists().turner().closeCount()
        ? COUNTED
        : COUNTED + counter.prefWidth(-1);
  }

  /// Shows or hides a key. If a hidden key had the focus, the other key gets it.
  private static void show(KeyCap key, boolean now, KeyCap other) {
    boolean focused = key.isFocused();
    key.setVisible(now);
    if (!now && focused) {
      other.setVisible(true);
      other.requestFocus();
    }
  }

  private KeyCap turnKey(Icon icon, String words, int by) {
    return turnKey(label(icon, words, by), words, by);
  }

  private Node label(Icon icon, String words, int by) {
    Layouts layouts = type.look().layouts();
    ListLayout.Turner layout = layouts.lists().turner();
    boolean small = type.look().large() || !layout.icons();
    Role role = own.orElse(small ? Role.CAPTION : Role.BODY);
    Type written = type.atMost(layout.step());
    Writing label = written.write(role, true, Ink.TEXT, words).oneLine();
    // The column beside a technician's page has room for words only.
    boolean pictured = layout.icons() && (!type.look().night() || layouts.staff().turnerIcons());
    if (!pictured) {
      return label;
    }
    IconView picture = new IconView(icon, type.look().px(role), Ink.TEXT);
    return by < 0 ? Box.row(12, picture, label) : Box.row(12, label, picture);
  }

  private KeyCap turnKey(Node content, String words, int by) {
    KeyCap key = new KeyCap(content, words, () -> turn(by)).ownAffair().styled("narrow").whole();
    key.setMinHeight(type.look().panel().key());
    return key;
  }

  /// Least height in which single rows can be shown.
  @Override
  public double least(double width) {
    double tallest = 0;
    for (Node row : rows) {
      tallest = Math.max(tallest, height(row, width));
    }
    tallest = Math.max(tallest, leastTogether(width));
    return rows.size() > 1 && !apart ? tallest + type.look().panel().key() + gap : tallest;
  }

  /// Height of the first three rows that stand together.
  private double leastTogether(double width) {
    double height = -gap;
    for (int at = together.from(); at < Math.min(together.end(), together.from() + OPEN); at++) {
      height += height(rows.get(at), width) + gap;
    }
    return height;
  }

  @Override
  public double filled(double width, double given) {
    if (prefHeight(width) <= given) {
      return prefHeight(width);
    }
    double bar = apart ? 0 : type.look().panel().key() + gap;
    List<Integer> firsts = cut(width, given - bar);
    double tallest = 0;
    for (int at = 0; at < firsts.size(); at++) {
      int end = at + 1 < firsts.size() ? firsts.get(at + 1) : rows.size();
      double page = 0;
      for (Node row : rows.subList(firsts.get(at), end)) {
        page += height(row, width) + gap;
      }
      tallest = Math.max(tallest, page);
    }
    return Math.min(given, Math.ceil(tallest + bar - (apart ? gap : 0)));
  }

  /// Index of the first row of each page. If the last row is wanted, the last page is the full one,
  /// so that done rows stand above the open ones.
  private List<Integer> cut(double width, double height) {
    List<Integer> firsts = new ArrayList<>();
    if (fromEnd && !single && together.from() == together.end()) {
      double y = 0;
      for (int at = rows.size() - 1; at >= 0; at--) {
        double row = height(rows.get(at), width);
        if (y > 0 && y + row > height) {
          firsts.addFirst(at + 1);
          y = 0;
        }
        y += row + gap;
      }
      firsts.addFirst(0);
      return firsts;
    }
    firsts.add(0);
    double y = 0;
    for (int at = 0; at < rows.size(); at++) {
      double row = height(rows.get(at), width);
      boolean full = (single && !stands(at)) || y + row > height;
      if (at > firsts.getLast() && (full || begins(at))) {
        firsts.add(at);
        y = 0;
      }
      y += row + gap;
    }
    return firsts;
  }

  private boolean stands(int row) {
    return row >= together.from() && row < together.end();
  }

  private boolean begins(int row) {
    return together.from() < together.end() && (row == together.from() || row == together.end());
  }

  private static int pageOf(List<Integer> firsts, int row) {
    int page = 0;
    while (page + 1 < firsts.size() && firsts.get(page + 1) <= row) {
      page++;
    }
    return page;
  }
}

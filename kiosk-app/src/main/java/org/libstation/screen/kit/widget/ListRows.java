package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.ListLayout;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Type;

/// How the rows of a list are drawn in the room that they have: usual or compact, in their short
/// form, over several pages.
final class ListRows {
  /// 1.8, 1.65 and 1.5 times the first step.
  static final List<Double> BETWEEN = List.of(0.9, 0.82, 0.75);

  private final ListModel model;
  private final Type type;
  private final Look look;
  private final ListLayout layout;
  private final Frame frame;
  private final ListRoom room;
  private final Consumer<Key> pressed;

  /// All that a row is drawn from.
  ///
  /// @param place counted from 1
  /// @param room height where a row stands alone
  record Row(ItemRow.ItemRowWords words, int place, double room) {}

  ListRows(ListModel model, Type type, Frame frame, ListRoom room, Consumer<Key> pressed) {
    this.model = model;
    this.type = type;
    this.look = type.look();
    this.layout = look.layouts().lists();
    this.frame = frame;
    this.room = room;
    this.pressed = pressed;
  }

  /// Whether the open matters stand in their short form first: fewer than three of their rows have
  /// room together.
  boolean briefly(List<ItemRow.ItemRowWords> all, List<List<Region>> drawn) {
    if (model.oneByOne() || model.briefs.get().size() < 2) {
      return false;
    }
    double gap = look.metrics().lists().pages().rowsApart();
    double taken = -gap;
    int open = 0;
    for (int at = 0; at < all.size() && open < Pages.OPEN; at++) {
      if (all.get(at).open()) {
        open++;
        for (Region leaf : drawn.get(at)) {
          taken += gap + Math.ceil(leaf.prefHeight(look.list()));
        }
      }
    }
    return taken > room.roomForRows();
  }

  /// As large as three fit, alike; in usual text larger than the rows, for they have the page. Why
  /// a book is not lent comes before larger words, and before the name of its place.
  List<BriefRow> brief(List<BriefRow.BriefRowWords> all) {
    double gap = look.metrics().lists().pages().rowsApart();
    double each =
        (room.roomForBriefs() + gap) / Math.min(Pages.OPEN, Math.max(1, all.size())) - gap;
    List<Type> sizes = new ArrayList<>();
    for (int step = layout.briefs().growTo(); step > look.step(); step--) {
      sizes.add(type.atStep(step));
    }
    sizes.add(type);
    int usual = sizes.size();
    smaller().forEach(written -> sizes.add(new Type(written)));
    List<Type> legible = sizes.subList(0, look.large() ? usual : sizes.size());
    Optional<List<BriefRow>> why =
        reasoned(all, legible, each, BriefRow::oneLine)
            .or(() -> reasoned(all, legible, each, _ -> true));
    if (why.isPresent()) {
      return why.get();
    }
    List<BriefRow> drawn = List.of();
    for (Type written : sizes) {
      drawn = briefRows(all, written, BriefRow.BriefRowForm.PLACE);
      if (high(drawn) <= each) {
        break;
      }
    }
    return drawn;
  }

  /// On a small panel the heading, with the key that hides titles, comes before the name of a
  /// place.
  private Optional<List<BriefRow>> reasoned(
      List<BriefRow.BriefRowWords> all, List<Type> sizes, double each, Predicate<BriefRow> lies) {
    return sizes.stream()
        .flatMap(
            written ->
                (layout.briefs().whyFirst()
                        ? Stream.of(BriefRow.BriefRowForm.WHY, BriefRow.BriefRowForm.WHOLE)
                        : Stream.of(BriefRow.BriefRowForm.WHOLE, BriefRow.BriefRowForm.WHY))
                    .map(form -> briefRows(all, written, form)))
        .filter(rows -> high(rows) <= each && rows.stream().allMatch(lies.and(BriefRow::named)))
        .findFirst();
  }

  private List<BriefRow> briefRows(
      List<BriefRow.BriefRowWords> all, Type written, BriefRow.BriefRowForm form) {
    List<BriefRow> rows = new ArrayList<>();
    for (BriefRow.BriefRowWords words : all) {
      Optional<ItemRow.RowKey> own = words.key().filter(_ -> inRows());
      int number = words.key().isPresent() && briefKeys() ? rows.size() + 1 : 0;
      rows.add(
          new BriefRow(
              written,
              words,
              form,
              new BriefRow.Keyed(
                  own.map(key -> ItemRow.rowKey(type, key, pressed)),
                  own.map(key -> ItemRow.wide(type, key)).orElse(0.0),
                  number)));
    }
    return rows;
  }

  /// The keys of rows stand in them.
  boolean inRows() {
    return !look.large() && layout.rows().keysInThem();
  }

  /// Below the middle of an upright panel the largest keys leave those of short forms no room
  /// beside the hand: they stand at the whole rows.
  boolean briefKeys() {
    return !inRows() && look.step() <= layout.briefs().keysUpTo();
  }

  private double high(List<BriefRow> rows) {
    return rows.stream()
        .mapToDouble(row -> row.prefHeight(look.list()) + ListRoom.BORDERS)
        .max()
        .orElse(0);
  }

  /// The pages of a row; nearly always one.
  List<Region> leaves(Row row) {
    ItemRow.ItemRowWords words = row.words();
    if (!look.tells()) {
      return List.of(row(row));
    }
    CompactRow whole = new CompactRow(type, look, words, where(words), 1);
    return whole.prefHeight(look.list() - ListRoom.BORDERS) + ListRoom.BORDERS <= frame.room()
        ? List.of(whole)
        : List.copyOf(CompactRow.leaves(type, words, where(words), frame.room()));
  }

  /// At the largest steps a row stands alone in the upper half; where its words do not fit there,
  /// it is written one step smaller.
  private Region row(Row row) {
    ItemRow.ItemRowWords words = row.words();
    double room = row.room();
    double width = look.list() - ListRoom.BORDERS;
    if (!look.large()) {
      ItemRow usual = new ItemRow(roomy() ? type.atStep(2) : type, words, row.place(), pressed);
      ListLayout.TooHigh tooHigh = layout.rows().tooHigh();
      boolean opened = tooHigh == ListLayout.TooHigh.COMPACT_IF_OPEN && words.reason().isPresent();
      if (shrink()) {
        // Smaller words, before the hand has no room.
        return room == 0 || usual.prefHeight(width) <= room
            ? usual
            : new ItemRow(type.atStep(1), words, row.place(), pressed);
      }
      if (!opened && usual.prefHeight(width) <= room) {
        return usual;
      }
    }
    String where = where(words);
    CompactRow named = new CompactRow(type, look, words, where, 2);
    if (named.prefHeight(width) <= room) {
      return named;
    }
    CompactRow drawn = new CompactRow(type, look, words, where, 1);
    for (Look smaller : smaller()) {
      if (drawn.prefHeight(width) <= room) {
        break;
      }
      drawn = new CompactRow(new Type(smaller), look, words, where, 1);
    }
    return drawn;
  }

  /// A row that is too high is written smaller, or usual rows are as high as they are.
  boolean shrink() {
    return !look.large() && layout.rows().tooHigh() == ListLayout.TooHigh.SMALLER;
  }

  /// A short list to look things up in has the stage for itself: its rows are larger. By how many
  /// they are, not by what they say: none changes its size under a finger.
  private boolean roomy() {
    List<ItemRow.ItemRowWords> all = model.rows.get();
    return model.largerRows()
        && look.step() == 1
        && all.size() <= layout.rows().few()
        && all.stream().allMatch(row -> row.reason().isEmpty() && row.strip().isEmpty());
  }

  private String where(ItemRow.ItemRowWords words) {
    return words
        .sign()
        .map(sign -> model.voice().say("place." + sign.letter() + ".name"))
        .orElse("");
  }

  /// The last step of a small panel is far from the one before it.
  List<Look> smaller() {
    List<Look> all = new ArrayList<>();
    if (layout.rows().sizesBetween() && look.step() > Look.LARGE) {
      BETWEEN.forEach(part -> all.add(look.withPart(part)));
    }
    for (int step = look.step() - 1; step >= 1; step--) {
      all.add(look.atStep(step));
    }
    return all;
  }
}

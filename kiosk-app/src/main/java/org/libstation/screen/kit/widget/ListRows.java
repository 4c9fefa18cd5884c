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

/// Draws the rows of a list to fit their room: usual or compact, in short form, or over several
/// pages.
final class ListRows {
  /// Sizes between steps 3 and 4 of a small panel: 1.8, 1.65 and 1.5 times step 1.
  static final List<Double> BETWEEN = List.of(0.9, 0.82, 0.75);

  private final ListModel model;
  private final Type type;
  private final Look look;
  private final ListLayout layout;
  private final Frame frame;
  private final ListRoom room;
  private final Consumer<Key> pressed;

  /// Everything a row is drawn from.
  ///
  /// @param place number of the row, counted from 1
  /// @param room height for a row that stands alone
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

  /// Whether the open rows are shown in short form first: if up to three of them do not fit
  /// together.
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

  /// Draws the short forms, all in one size, as large as three fit; in usual text larger than the
  /// rows. The reason comes before larger words, and before the name of the place.
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

  /// Draws short forms with the reason; empty if they do not fit. A small panel prefers the
  /// heading, with the key that hides titles, to the name of a place.
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

  /// Whether the keys of rows stand in them.
  boolean inRows() {
    return !look.large() && layout.rows().keysInThem();
  }

  /// Whether short forms have keys. Below the middle of an upright panel the largest keys leave no
  /// room for them beside the hand area; they stand at the whole rows.
  boolean briefKeys() {
    return !inRows() && look.step() <= layout.briefs().keysUpTo();
  }

  private double high(List<BriefRow> rows) {
    return rows.stream()
        .mapToDouble(row -> row.prefHeight(look.list()) + ListRoom.BORDERS)
        .max()
        .orElse(0);
  }

  /// Pages of a row; nearly always one.
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

  /// Draws a row. At the largest steps it stands alone in the upper half and gets smaller until it
  /// fits.
  private Region row(Row row) {
    ItemRow.ItemRowWords words = row.words();
    double room = row.room();
    double width = look.list() - ListRoom.BORDERS;
    if (!look.large()) {
      ItemRow usual = new ItemRow(roomy() ? type.atStep(2) : type, words, row.place(), pressed);
      ListLayout.TooHigh tooHigh = layout.rows().tooHigh();
      boolean opened = tooHigh == ListLayout.TooHigh.COMPACT_IF_OPEN && words.reason().isPresent();
      if (shrink()) {
        // Words get smaller before the hand picture lacks room.
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

  /// Whether a row that is too high gets smaller; otherwise it takes another form.
  boolean shrink() {
    return !look.large() && layout.rows().tooHigh() == ListLayout.TooHigh.SMALLER;
  }

  /// Whether rows are larger, because a short list to look things up in has the stage to itself.
  /// Their number decides, not their words, so that no row changes its size under a finger.
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

  /// Smaller looks, largest first. Step 4 of a small panel is far from step 3, so that it has sizes
  /// between.
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

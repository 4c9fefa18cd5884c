package org.libstation.screen.kit.widget;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.words.Sentences;
import org.libstation.screen.kit.words.Voice;

/// Lays text out over as many pages as it needs at its size. It cuts between sentences, then
/// between clauses, then between words. Nothing gets smaller and nothing is lost.
public final class Leaves {
  /// A piece of a page.
  public sealed interface Piece {
    /// Returns words in black.
    static Piece said(Role role, boolean bold, String words) {
      return new LeafText(role, bold, Ink.TEXT, words, false);
    }

    /// Returns a code to tell staff, large.
    static Piece code(Type type, String code) {
      return new Whole(type.figure(Role.CODE, Ink.TEXT, code).oneLine());
    }

    /// A node that cannot be cut.
    record Whole(Region node) implements Piece {}

    /// A node that cannot be cut and begins a section: the pieces up to the next `Begin` stay on
    /// its page if they fit there.
    record Begin(Region node) implements Piece {}

    /// Words, which can be cut.
    ///
    /// @param runsOn whether they continue the line before, if that is on the same page
    @RecordBuilder
    record LeafText(Role role, boolean bold, Ink ink, String text, boolean runsOn)
        implements Piece, LeavesPieceLeafTextBuilder.With {
      private boolean continues(Piece before) {
        return runsOn && before instanceof LeafText said && said.role == role && said.ink == ink;
      }
    }
  }

  private final Type type;
  private final double width;
  private final double room;
  private final double gap;

  /// @param width width of a page in px of the canvas
  /// @param room height of a page
  /// @param gap gap between pieces
  public Leaves(Type type, double width, double room, double gap) {
    this.type = type;
    this.width = width;
    this.room = room;
    this.gap = gap;
  }

  /// Nodes of each page.
  public List<List<Region>> of(List<? extends Piece> all) {
    List<List<Region>> pages = new ArrayList<>();
    List<Piece> page = new ArrayList<>();
    List<Piece> pieces = cut(all);
    for (int at = 0; at < pieces.size(); at++) {
      boolean full =
          height(with(page, pieces.subList(at, at + 1))) > room || tears(page, matter(pieces, at));
      if (full && !page.isEmpty()) {
        List<Piece> heads = heads(page, pieces.get(at));
        page.subList(page.size() - heads.size(), page.size()).clear();
        pages.add(drawn(page));
        page = new ArrayList<>(heads);
      }
      page.add(pieces.get(at));
    }
    if (!page.isEmpty()) {
      pages.add(drawn(page));
    }
    return pages;
  }

  /// Beginning of a section at the end of a page, if it moves to the next page with the piece that
  /// follows.
  private List<Piece> heads(List<Piece> page, Piece next) {
    List<Piece> last = page.subList(Math.max(1, page.size() - 1), page.size());
    boolean goes =
        last.stream().allMatch(Piece.Begin.class::isInstance)
            && height(with(last, List.of(next))) <= room;
    return goes ? List.copyOf(last) : List.of();
  }

  /// Section that begins at a piece; empty if none does.
  private static List<Piece> matter(List<Piece> pieces, int from) {
    if (!(pieces.get(from) instanceof Piece.Begin)) {
      return List.of();
    }
    int end = from + 1;
    while (end < pieces.size() && !(pieces.get(end) instanceof Piece.Begin)) {
      end++;
    }
    return pieces.subList(from, end);
  }

  /// Whether the page would split a section that fits on a page of its own.
  private boolean tears(List<Piece> page, List<Piece> matter) {
    return !matter.isEmpty() && height(with(page, matter)) > room && height(matter) <= room;
  }

  private static List<Piece> with(List<Piece> page, List<Piece> more) {
    List<Piece> longer = new ArrayList<>(page);
    longer.addAll(more);
    return longer;
  }

  private static final String STRONG = "**";

  /// Beginning of a section, beside its icon: as many words as a page holds. The rest are pieces
  /// below.
  public List<Piece> begin(Icon icon, Ink ink, String words) {
    // Words that are bold as a whole stay bold in each part.
    boolean strong = words.startsWith(STRONG) && words.indexOf(STRONG, 2) == words.length() - 2;
    String mark = strong ? STRONG : "";
    List<String> parts =
        Sentences.fitting(
            strong ? words.substring(2, words.length() - 2) : words,
            text -> height(List.of(new Piece.Begin(row(icon, ink, mark + text + mark)))) <= room);
    String first = mark + parts.getFirst().strip() + mark;
    List<Piece> all = new ArrayList<>(List.of(new Piece.Begin(row(icon, ink, first))));
    parts.stream().skip(1).forEach(part -> all.add(Piece.said(Role.CAPTION, strong, part)));
    return all;
  }

  private HBox row(Icon icon, Ink ink, String words) {
    return Box.row(16, sign(icon, ink), Box.grow(type.note(false, words.strip())));
  }

  private IconView sign(Icon icon, Ink ink) {
    return new IconView(icon, type.look().px(Role.BODY), ink).stroked(5.5);
  }

  /// Returns a widget that shows one page at a time. The bar that turns pages stands apart, with
  /// the keys.
  ///
  /// @param turned called at each turn; true = forward
  public Pages pages(Voice voice, List<? extends Piece> all, Consumer<Boolean> turned) {
    Pages pages =
        new Pages(type, voice.say("page.back"), voice.say("page.on"), 0, turned).single(true);
    HBox turner = SpeechMark.as(SpeechMark.NodeRole.ACTIONS, pages.turnerApart());
    turner.managedProperty().bind(turner.visibleProperty());
    List<Region> columns = new ArrayList<>();
    for (List<Region> parts : of(all)) {
      columns.add(Box.column(gap, parts.toArray(Region[]::new)));
    }
    pages.show(columns, 0);
    return pages;
  }

  private List<Piece> cut(List<? extends Piece> all) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : all) {
      switch (piece) {
        case Piece.Whole whole -> pieces.add(whole);
        case Piece.Begin begin -> pieces.add(begin);
        case Piece.LeafText said -> {
          Piece.LeafText next = said;
          for (String part : Sentences.fitting(said.text(), text -> fits(said, text))) {
            pieces.add(next.withText(part));
            next = said.withRunsOn(true);
          }
        }
      }
    }
    return pieces;
  }

  private boolean fits(Piece.LeafText said, String text) {
    return height(List.of(said.with(it -> it.text(text).runsOn(false)))) <= room;
  }

  private double height(List<Piece> page) {
    double height = -gap;
    for (Region part : drawn(page)) {
      height += gap + Math.ceil(part.prefHeight(width));
    }
    return height;
  }

  private List<Region> drawn(List<Piece> page) {
    List<Region> parts = new ArrayList<>();
    for (int at = 0; at < page.size(); at++) {
      switch (page.get(at)) {
        case Piece.Whole whole -> parts.add(whole.node());
        case Piece.Begin begin -> parts.add(begin.node());
        case Piece.LeafText said -> {
          StringBuilder text = new StringBuilder(marked(said, said.text().strip()));
          while (at + 1 < page.size()
              && page.get(at + 1) instanceof Piece.LeafText next
              && next.continues(said)) {
            text.append(marked(next, next.text().stripTrailing()));
            at++;
          }
          Writing written = type.write(said.role(), false, said.ink(), text.toString());
          parts.add(said.role() == Role.H1 ? written.heading() : written);
        }
      }
    }
    return parts;
  }

  private static String marked(Piece.LeafText said, String text) {
    return said.bold() ? "**" + text + "**" : text;
  }
}

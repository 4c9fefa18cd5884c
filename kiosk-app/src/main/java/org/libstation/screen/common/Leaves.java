package org.libstation.screen.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What is said in its order, over as many pages as it needs at its size: cut between sentences,
/// then between clauses, then between words. Nothing is written smaller for it and nothing is lost.
public final class Leaves {
  /// What a page is made of.
  public sealed interface Piece {

    /// Cannot be cut.
    record Whole(Region node) implements Piece {}

    /// @param runsOn goes on in the lines of what was said before, where that is on the same page
    record Said(Role role, boolean bold, Ink ink, String text, boolean runsOn) implements Piece {
      private Said with(String other, boolean goesOn) {
        return new Said(role, bold, ink, other, goesOn);
      }

      private boolean continues(Piece before) {
        return runsOn && before instanceof Said said && said.role == role && said.ink == ink;
      }
    }
  }

  private final Type type;
  private final double width;
  private final double room;
  private final double gap;

  /// @param width of a page in px of the canvas
  /// @param room its height
  /// @param gap between pieces
  public Leaves(Type type, double width, double room, double gap) {
    this.type = type;
    this.width = width;
    this.room = room;
    this.gap = gap;
  }

  /// What stands on each page.
  public List<List<Region>> of(List<? extends Piece> all) {
    List<List<Region>> pages = new ArrayList<>();
    List<Piece> page = new ArrayList<>();
    for (Piece piece : cut(all)) {
      List<Piece> longer = new ArrayList<>(page);
      longer.add(piece);
      if (!page.isEmpty() && height(longer) > room) {
        pages.add(drawn(page));
        longer = List.of(piece);
      }
      page = new ArrayList<>(longer);
    }
    if (!page.isEmpty()) {
      pages.add(drawn(page));
    }
    return pages;
  }

  /// The pages one by one. The bar that turns them stands apart, with the keys.
  ///
  /// @param turned told with each turn, true = on
  public Pages pages(Voice voice, List<? extends Piece> all, Consumer<Boolean> turned) {
    Pages pages =
        new Pages(type, voice.say("page.back"), voice.say("page.on"), 0, turned).single(true);
    HBox turner = pages.turnerApart();
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
        case Piece.Said said -> {
          boolean first = true;
          for (String part : Sentences.fitting(said.text(), text -> fits(said, text))) {
            pieces.add(said.with(part, said.runsOn() || !first));
            first = false;
          }
        }
      }
    }
    return pieces;
  }

  private boolean fits(Piece.Said said, String text) {
    return height(List.of(said.with(text, false))) <= room;
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
        case Piece.Said said -> {
          StringBuilder text = new StringBuilder(marked(said, said.text().strip()));
          while (at + 1 < page.size()
              && page.get(at + 1) instanceof Piece.Said next
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

  private static String marked(Piece.Said said, String text) {
    return said.bold() ? "**" + text + "**" : text;
  }
}

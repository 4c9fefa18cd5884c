package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Type;

/// Draws notices on pages of their own. Each is as large as it fits on one page; on a small panel,
/// as large as two pages hold it.
final class NoticePages {
  private static final int MOST_PAGES = 2;

  /// Space above and below a notice that stands alone.
  private static final double EDGES = 16;

  private final Type type;
  private final Look look;
  private final List<Look> smaller;

  /// @param smaller smaller looks for a notice, largest first
  NoticePages(Type type, List<Look> smaller) {
    this.type = type;
    this.look = type.look();
    this.smaller = List.copyOf(smaller);
  }

  /// Drawn notices, and a name for each page.
  record DrawnNotice(List<Region> pages, List<String> names) {}

  /// @param room height of a page
  DrawnNotice of(List<NoticeBar.NoticeBarWords> all, double room) {
    List<Region> pages = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (NoticeBar.NoticeBarWords words : all) {
      List<NoticeBar> bars =
          look.layouts().lists().notices().onLeaves()
              ? told(words, room)
              : List.of(fitting(words, room));
      for (int at = 0; at < bars.size(); at++) {
        names.add(words.head() + (at == 0 ? "" : " leaf " + at));
      }
      pages.addAll(bars);
    }
    return new DrawnNotice(pages, names);
  }

  /// Draws all notices above a row on its page, as large as they fit; empty if they do not.
  ///
  /// @param room height that the row leaves; 0 = none
  Optional<DrawnNotice> together(List<NoticeBar.NoticeBarWords> all, double room) {
    if (all.isEmpty() || room <= 0) {
      return Optional.empty();
    }
    List<Type> sizes = new ArrayList<>(List.of(type));
    smaller.forEach(less -> sizes.add(new Type(less)));
    double gap = look.metrics().lists().pages().rowsApart();
    for (Type written : sizes) {
      List<Region> bars =
          all.stream().map(words -> (Region) new NoticeBar(written, words)).toList();
      double high =
          bars.stream().mapToDouble(bar -> bar.prefHeight(look.list()) + EDGES + gap).sum();
      if (high <= room) {
        return Optional.of(
            new DrawnNotice(bars, all.stream().map(NoticeBar.NoticeBarWords::head).toList()));
      }
    }
    return Optional.empty();
  }

  /// Height of notices and other parts below a list.
  double height(List<NoticeBar.NoticeBarWords> all, List<? extends Node> others, double width) {
    double gap = look.metrics().around().stage().partsApart();
    double height = 0;
    for (NoticeBar.NoticeBarWords words : all) {
      height += gap + Math.ceil(new NoticeBar(type, words, width).prefHeight(width));
    }
    for (Node other : others) {
      height += gap + Math.ceil(other.prefHeight(width));
    }
    return height;
  }

  /// Draws a notice as large as two pages hold it.
  private List<NoticeBar> told(NoticeBar.NoticeBarWords words, double room) {
    List<NoticeBar> bars = told(type, words, room);
    boolean whole = NoticeBar.keeps(type, words);
    for (Look less : smaller) {
      if (whole && bars.size() <= MOST_PAGES) {
        break;
      }
      Type written = new Type(less);
      whole = NoticeBar.keeps(written, words);
      bars = told(written, words, room);
    }
    return bars;
  }

  private static List<NoticeBar> told(Type type, NoticeBar.NoticeBarWords words, double room) {
    NoticeBar whole = new NoticeBar(type, words);
    return whole.prefHeight(type.look().list()) <= room
        ? List.of(whole)
        : NoticeBar.leaves(type, words, room);
  }

  private NoticeBar fitting(NoticeBar.NoticeBarWords words, double room) {
    NoticeBar drawn = new NoticeBar(type, words);
    for (Look less : smaller) {
      if (drawn.prefHeight(look.list()) <= room - EDGES) {
        break;
      }
      drawn = new NoticeBar(new Type(less), words);
    }
    return drawn;
  }
}

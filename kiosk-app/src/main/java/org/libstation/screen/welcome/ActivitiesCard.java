package org.libstation.screen.welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.widget.Chip;
import org.libstation.screen.kit.widget.GivesRoom;
import org.libstation.screen.kit.words.Voice;

/// Draws coming activities: as many rows as there is room for; the others take turns.
final class ActivitiesCard extends Region implements GivesRoom {
  /// Most rows at once; people who pass do not read more.
  private static final int MOST_ROWS = 3;

  private static final double PAD = 10;

  private final Type type;
  private final Voice voice;
  private final Runnable next;
  private final int turned;
  private final List<Region> rows = new ArrayList<>();
  private final Region sheet = new Region();
  private final StackPane head = new StackPane();
  private int drawn = -1;

  /// @param turned how often the next page was asked for
  /// @param next shows the next page
  ActivitiesCard(
      Type type, Voice voice, List<ActivityWords> activities, int turned, Runnable next) {
    this.type = type;
    this.voice = voice;
    this.turned = turned;
    this.next = next;
    sheet.getStyleClass().add("card");
    activities.forEach(activity -> rows.add(row(activity)));
    getChildren().addAll(sheet, head);
    getChildren().addAll(rows);
    setMinHeight(0);
  }

  private Region row(ActivityWords activity) {
    double day = type.look().px(Role.CAPTION) * (type.look().chinese() ? 4.4 : 5);
    VBox date =
        Box.column(
            0,
            type.figure(Role.FIGURE, Ink.TEXT, activity.figure()).oneLine().centred(),
            type.caption(activity.under()).oneLine().centred());
    date.setAlignment(Pos.CENTER);
    Box.wide(date, day);
    // English kinds are long words: they go into the line below, so that the title keeps its width.
    boolean stamped = type.look().chinese();
    double chip = stamped ? type.look().px(Role.CAPTION) * 4.2 : 0;
    String line =
        stamped ? activity.line() : voice.say("activity.line", activity.line(), activity.type());
    VBox words =
        Box.column(
            2,
            type.title(activity.title(), type.look().list() - day - chip - 84, 2),
            type.caption(line));
    words.setAlignment(Pos.CENTER_LEFT);
    HBox row = Box.row(20, date, Box.grow(words));
    if (stamped) {
      Box.add(
          row,
          Box.padded(new Chip(type, Ink.ACTION, Optional.empty(), activity.type()), 2, 14, 4, 14));
    }
    // The day of the month and the month in two labels are read as one date.
    row.setAccessibleText(activity.title() + "\n" + activity.whole() + "\n" + activity.type());
    return Box.padded(row, 8, 24, 10, 16);
  }

  private Region head(int page, int pages) {
    HBox row = Box.row(20, type.caption(voice.say("activities.head")).oneLine(), Box.space());
    if (pages > 1) {
      Box.add(row, type.caption(voice.say("news.count", page + 1, pages)).oneLine(), key());
    }
    return Box.padded(row, 0, 24, 0, 24);
  }

  private KeyCap key() {
    return small(type, voice.say("activities.next"), next);
  }

  /// A quiet key that shows the next page.
  static KeyCap small(Type type, String words, Runnable action) {
    return small(type, turning(type, words), words, action);
  }

  static KeyCap small(Type type, Node face, String words, Runnable action) {
    return new KeyCap(face, words, action).quiet(smallHeight(type));
  }

  static HBox turning(Type type, String words) {
    IconView icon = new IconView(Icon.NEXT, type.look().px(Role.CAPTION), Ink.TEXT);
    return Box.row(8, type.note(true, words).oneLine(), icon);
  }

  static double smallHeight(Type type) {
    return Math.max(type.look().panel().keySmall(), type.look().px(Role.CAPTION) * 1.45);
  }

  private double headHeight(boolean keys) {
    return keys
        ? smallHeight(type) + 2 * PAD
        : Math.ceil(type.look().px(Role.CAPTION) * Role.CAPTION.lineHeight()) + 2 * PAD;
  }

  @Override
  public double least(double width) {
    double tallest = rows.stream().mapToDouble(row -> height(row, width)).max().orElse(0);
    return headHeight(rows.size() > 1) + tallest + PAD;
  }

  private static double height(Region row, double width) {
    return Math.ceil(row.prefHeight(width));
  }

  @Override
  protected double computePrefHeight(double width) {
    return headHeight(false) + rows.stream().mapToDouble(row -> height(row, width)).sum() + PAD;
  }

  /// Returns the first row of each page.
  private List<Integer> cut(double width, double room) {
    List<Integer> firsts = new ArrayList<>(List.of(0));
    double y = 0;
    for (int at = 0; at < rows.size(); at++) {
      double height = height(rows.get(at), width);
      if (at > firsts.getLast() && (y + height > room || at - firsts.getLast() >= MOST_ROWS)) {
        firsts.add(at);
        y = 0;
      }
      y += height;
    }
    return firsts;
  }

  /// The page that is shown at a given height.
  ///
  /// @param firsts first rows of all pages
  /// @param from first row of this page
  /// @param end row after its last
  private record ActivitiesCut(List<Integer> firsts, int page, int from, int end, double top) {}

  private ActivitiesCut cutTo(double width, double given) {
    List<Integer> firsts = cut(width, given - headHeight(false) - PAD);
    if (firsts.size() > 1) {
      firsts = cut(width, given - headHeight(true) - PAD);
    }
    int pages = firsts.size();
    int page = Math.floorMod(turned, pages);
    int end = page + 1 < pages ? firsts.get(page + 1) : rows.size();
    return new ActivitiesCut(firsts, page, firsts.get(page), end, headHeight(pages > 1));
  }

  /// Returns the same height for each page, so that the parts below do not move.
  @Override
  public double taken(double width, double given) {
    ActivitiesCut cut = cutTo(width, given);
    double most = 0;
    for (int page = 0; page < cut.firsts().size(); page++) {
      int end = page + 1 < cut.firsts().size() ? cut.firsts().get(page + 1) : rows.size();
      double height = 0;
      for (Region row : rows.subList(cut.firsts().get(page), end)) {
        height += height(row, width);
      }
      most = Math.max(most, height);
    }
    return Math.min(given, cut.top() + most + PAD);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    ActivitiesCut cut = cutTo(width, getHeight());
    int pages = cut.firsts().size();
    if (drawn != pages) {
      drawn = pages;
      Box.fill(head, head(cut.page(), pages));
    }
    head.resizeRelocate(0, 0, width, cut.top());
    double y = cut.top();
    for (int at = 0; at < rows.size(); at++) {
      Region row = rows.get(at);
      boolean here = at >= cut.from() && at < cut.end();
      row.setVisible(here);
      if (here) {
        double height = height(row, width);
        row.resizeRelocate(0, y, width, height);
        y += height;
      }
    }
    sheet.resizeRelocate(0, 0, width, getHeight());
  }
}

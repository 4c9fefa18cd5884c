package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.libstation.screen.kit.look.Box;

/// Lays out the parts of a stage from top to bottom. If they do not fit, the least important are
/// left out first. One part may take the room that is left; an earlier flexible part takes only
/// what it needs.
public final class StagePane extends Region {
  private static final String RANK = "libstation.rank";
  private static final String INSTEAD = "libstation.instead";
  private static final String FLEXIBLE = "libstation.flexible";

  private final double gap;
  private final List<Node> parts = new ArrayList<>();
  private final Slots slots = new Slots();

  public StagePane(double gap) {
    this.gap = gap;
    setMinHeight(0);
  }

  /// Sets when a part is left out.
  ///
  /// @param rank 0 = never; the highest goes first
  public static <N extends Node> N rank(int rank, N node) {
    node.getProperties().put(RANK, rank);
    return node;
  }

  /// Sets the part that replaces another one when that is left out.
  ///
  /// @param instead smaller part; may have a replacement too
  public static <N extends Node> N orElse(N node, Node instead) {
    node.getProperties().put(INSTEAD, instead);
    return node;
  }

  /// Marks a part that takes the room that is left, or gives room.
  public static <N extends Node> N flexible(N node) {
    node.getProperties().put(FLEXIBLE, true);
    return node;
  }

  public void show(List<? extends Node> newParts) {
    parts.clear();
    for (Node part : newParts) {
      for (@Nullable Node each = part; each != null; each = instead(each)) {
        parts.add(each);
      }
    }
    Box.hold(getChildren(), slots.of(parts));
  }

  @Override
  protected double computePrefHeight(double width) {
    double height = 0;
    for (Node part : usual()) {
      height += Math.ceil(part.prefHeight(width)) + gap;
    }
    return height;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - snappedLeftInset() - snappedRightInset();
    double room = getHeight() - snappedTopInset() - snappedBottomInset();
    List<Node> shown = shown(width, room);
    double spare = room - needed(shown, width);
    double y = snappedTopInset();
    for (int at = 0; at < parts.size(); at++) {
      Node part = parts.get(at);
      boolean here = shown.contains(part);
      part.setVisible(here);
      if (here) {
        double height = Math.ceil(part.prefHeight(width));
        if (isFlexible(part)) {
          double least = least(part, width);
          boolean last =
              part.equals(shown.stream().filter(StagePane::isFlexible).toList().getLast());
          height =
              last
                  ? taken(part, width, least + spare)
                  : Math.max(least, filled(part, width, least + spare));
          spare -= height - least;
        }
        slots.place(at, snappedLeftInset(), y, width, Math.max(0, height));
        y += height + gap;
      }
    }
  }

  /// Parts that fit. A part comes back if it fits after a larger one was left out.
  private List<Node> shown(double width, double room) {
    List<Node> shown = usual();
    List<Node> left = new ArrayList<>();
    while (needed(shown, width) > room) {
      @Nullable Node least =
          shown.stream()
              .filter(part -> rankOf(part) > 0)
              .max(Comparator.comparingInt(StagePane::rankOf))
              .orElse(null);
      if (least == null) {
        break;
      }
      replace(shown, least, instead(least));
      left.addFirst(least);
    }
    // Parts that are missing come back before parts that have a smaller form.
    List<Node> more = back(shown, left, false, width, room);
    return back(more, left, true, width, room);
  }

  /// @param left parts left out, last one first
  /// @param form true = parts replaced by a smaller form; false = parts without one
  private List<Node> back(
      List<Node> shown, List<Node> left, boolean form, double width, double room) {
    List<Node> best = shown;
    for (Node part : left) {
      @Nullable Node other = instead(part);
      if (form ? best.contains(other) : other == null) {
        List<Node> more = new ArrayList<>(best);
        more.remove(other);
        more.add(part);
        more.sort(Comparator.comparingInt(parts::indexOf));
        best = needed(more, width) <= room ? more : best;
      }
    }
    return best;
  }

  private static void replace(List<Node> shown, Node part, @Nullable Node other) {
    int at = shown.indexOf(part);
    if (other == null) {
      shown.remove(at);
    } else {
      shown.set(at, other);
    }
  }

  /// Parts except replacements.
  private List<Node> usual() {
    List<Node> usual = new ArrayList<>(parts.stream().filter(Node::isManaged).toList());
    parts.forEach(part -> usual.remove(instead(part)));
    return usual;
  }

  /// Last replacement of a part; the part itself if it has none.
  public static Node last(Node part) {
    Node last = part;
    for (@Nullable Node each = part; each != null; each = instead(each)) {
      last = each;
    }
    return last;
  }

  private static @Nullable Node instead(Node part) {
    return part.getProperties().get(INSTEAD) instanceof Node other ? other : null;
  }

  /// Height that the parts need; a flexible part counts with its least height.
  private double needed(List<Node> shown, double width) {
    double height = -gap;
    for (Node part : shown) {
      height += gap + (isFlexible(part) ? least(part, width) : Math.ceil(part.prefHeight(width)));
    }
    return height;
  }

  /// Height that the parts which are never left out need.
  double least(double width) {
    return needed(usual().stream().filter(part -> rankOf(part) == 0).toList(), width);
  }

  private static double least(Node part, double width) {
    return part instanceof GivesRoom giving ? giving.least(width) : 0;
  }

  private static double taken(Node part, double width, double given) {
    return part instanceof GivesRoom giving ? giving.taken(width, given) : given;
  }

  private static double filled(Node part, double width, double given) {
    return part instanceof GivesRoom giving ? giving.filled(width, given) : given;
  }

  private static boolean isFlexible(Node part) {
    return part.getProperties().containsKey(FLEXIBLE);
  }

  private static int rankOf(Node part) {
    return part.getProperties().get(RANK) instanceof Integer rank ? rank : 0;
  }
}

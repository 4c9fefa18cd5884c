package org.libstation.screen.kit.look;

import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Makes rows and columns with the gaps of the 8 px grid.
public final class Box {
  private Box() {}

  public static HBox row(double gap, Node... children) {
    HBox row = new HBox(gap, children);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setFillHeight(false);
    row.setMinWidth(0);
    return row;
  }

  public static VBox column(double gap, Node... children) {
    VBox column = new VBox(gap, children);
    column.setFillWidth(true);
    column.setMinWidth(0);
    column.setMinHeight(Region.USE_PREF_SIZE);
    return column;
  }

  /// Puts something in the place of what was there, while laying out. Styles were looked at before,
  /// in the same pulse: what comes later is dressed here, or it may stand bare until something else
  /// changes.
  public static void fill(Pane pane, Node... children) {
    pane.getChildren().setAll(children);
    pane.applyCss();
  }

  /// Puts these in. What is the same at both ends stays untouched, for whatever is taken out is
  /// painted anew, even if it is put in again.
  public static void hold(ObservableList<Node> children, List<? extends Node> wanted) {
    int most = Math.min(children.size(), wanted.size());
    int first = 0;
    while (first < most && children.get(first).equals(wanted.get(first))) {
      first++;
    }
    int last = 0;
    while (last < most - first
        && children.get(children.size() - 1 - last).equals(wanted.get(wanted.size() - 1 - last))) {
      last++;
    }
    children.remove(first, children.size() - last);
    children.addAll(first, wanted.subList(first, wanted.size() - last));
  }

  /// Takes what is left of a row.
  public static <N extends Node> N grow(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    if (node instanceof Region region) {
      region.setMaxWidth(Double.MAX_VALUE);
    }
    return node;
  }

  public static Region space() {
    return grow(new Region());
  }

  /// Lies under what stands beside it: the ring of a key reaches over it.
  public static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    rule.setViewOrder(1);
    rule.setMinHeight(2);
    rule.setMaxHeight(2);
    return rule;
  }

  public static <R extends Region> R padded(
      R region, double top, double right, double bottom, double left) {
    region.setPadding(new Insets(top, right, bottom, left));
    return region;
  }

  /// The same above and below, and at both sides.
  public static <R extends Region> R padded(R region, double ends, double sides) {
    return padded(region, ends, sides, ends, sides);
  }

  /// A sheet of paper with an edge, on which things lie.
  public static <R extends Region> R card(
      R region, double top, double right, double bottom, double left) {
    return padded(styled(region, "card"), top, right, bottom, left);
  }

  public static <P extends Pane> P add(P pane, Node... children) {
    pane.getChildren().addAll(children);
    return pane;
  }

  /// What there is.
  public static <P extends Pane> P add(P pane, Optional<? extends Node> child) {
    child.ifPresent(pane.getChildren()::add);
    return pane;
  }

  public static <P extends Pane> P add(P pane, List<? extends Node> children) {
    pane.getChildren().addAll(children);
    return pane;
  }

  /// Of one size.
  public static <R extends Region> R fixed(R region, double width, double height) {
    return wide(high(region, height), width);
  }

  public static <R extends Region> R wide(R region, double width) {
    region.setMinWidth(width);
    region.setPrefWidth(width);
    region.setMaxWidth(width);
    return region;
  }

  public static <R extends Region> R high(R region, double height) {
    region.setMinHeight(height);
    region.setPrefHeight(height);
    region.setMaxHeight(height);
    return region;
  }

  /// Never lower than what it holds.
  public static <R extends Region> R whole(R region) {
    region.setMinHeight(Region.USE_PREF_SIZE);
    return region;
  }

  public static HBox centred(Node node) {
    HBox row = whole(row(0, node));
    row.setAlignment(Pos.CENTER);
    return row;
  }

  /// In the middle of the whole width, however wide it may grow.
  public static HBox middle(Region node) {
    HBox row = whole(new HBox(node));
    row.setAlignment(Pos.CENTER);
    HBox.setHgrow(node, Priority.ALWAYS);
    return row;
  }

  /// A row whose parts begin at the same height.
  public static HBox top(HBox row) {
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  /// Its parts below each other in the middle, each as wide as it is.
  public static VBox centred(VBox column) {
    column.setAlignment(Pos.CENTER);
    column.setFillWidth(false);
    return column;
  }

  public static <N extends Node> N styled(N node, String... classes) {
    node.getStyleClass().addAll(classes);
    return node;
  }
}

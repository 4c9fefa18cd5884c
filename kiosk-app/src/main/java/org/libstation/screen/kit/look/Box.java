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

/// Builds rows and columns with the gaps of the 8 px grid, and sets sizes of nodes.
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

  /// Replaces the children of a pane during layout, and styles them at once. JavaFX has applied the
  /// styles of this pulse already. Without this call the new children might stay unstyled until
  /// something else changes.
  public static void fill(Pane pane, Node... children) {
    pane.getChildren().setAll(children);
    pane.applyCss();
  }

  /// Makes these nodes the children. Equal nodes at the start and the end stay untouched, because
  /// JavaFX repaints whatever is removed, even if it is added again.
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

  /// Lets a node take the width that is left in its row.
  public static <N extends Node> N grow(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    if (node instanceof Region region) {
      region.setMaxWidth(Double.MAX_VALUE);
    }
    return node;
  }

  /// Returns an empty region that takes the width that is left in its row.
  public static Region space() {
    return grow(new Region());
  }

  /// Returns a horizontal rule. It lies behind its neighbours, so that the focus ring of a key is
  /// drawn over it.
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

  /// Pads a region.
  ///
  /// @param ends space above and below
  /// @param sides space left and right
  public static <R extends Region> R padded(R region, double ends, double sides) {
    return padded(region, ends, sides, ends, sides);
  }

  /// Styles a region as a sheet of paper with an edge.
  public static <R extends Region> R card(
      R region, double top, double right, double bottom, double left) {
    return padded(styled(region, "card"), top, right, bottom, left);
  }

  public static <P extends Pane> P add(P pane, Node... children) {
    pane.getChildren().addAll(children);
    return pane;
  }

  /// Adds the child if there is one.
  public static <P extends Pane> P add(P pane, Optional<? extends Node> child) {
    child.ifPresent(pane.getChildren()::add);
    return pane;
  }

  public static <P extends Pane> P add(P pane, List<? extends Node> children) {
    pane.getChildren().addAll(children);
    return pane;
  }

  /// Fixes both sizes of a region.
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

  /// Keeps a region at least as high as its content.
  public static <R extends Region> R whole(R region) {
    region.setMinHeight(Region.USE_PREF_SIZE);
    return region;
  }

  public static HBox centred(Node node) {
    HBox row = whole(row(0, node));
    row.setAlignment(Pos.CENTER);
    return row;
  }

  /// Returns a row with the node in its middle, even if the node grows to the full width.
  public static HBox middle(Region node) {
    HBox row = whole(new HBox(node));
    row.setAlignment(Pos.CENTER);
    HBox.setHgrow(node, Priority.ALWAYS);
    return row;
  }

  /// Aligns the parts of a row at their upper edges.
  public static HBox top(HBox row) {
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  /// Centres the parts of a column, each at its own width.
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

package org.libstation.screen.look;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Rows and columns with the gaps of the 8 px grid.
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

  public static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    rule.setMinHeight(2);
    rule.setMaxHeight(2);
    return rule;
  }

  public static <R extends Region> R padded(
      R region, double top, double right, double bottom, double left) {
    region.setPadding(new Insets(top, right, bottom, left));
    return region;
  }

  public static <N extends Node> N styled(N node, String... classes) {
    node.getStyleClass().addAll(classes);
    return node;
  }
}

package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Keys side by side, in as many rows as their words need; the keys of each row fill it.
public final class KeyRows extends Region {
  private final double gap;
  private final List<Region> keys;

  public KeyRows(double gap, List<? extends Region> keys) {
    this.gap = gap;
    this.keys = List.copyOf(keys);
    getChildren().setAll(keys);
    setMinWidth(0);
    setMinHeight(USE_PREF_SIZE);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private List<List<Region>> rows(double width) {
    List<List<Region>> rows = new ArrayList<>();
    double x = 0;
    for (Region key : keys) {
      double wide = natural(key);
      if (rows.isEmpty() || x + wide > width) {
        rows.add(new ArrayList<>());
        x = 0;
      }
      rows.getLast().add(key);
      x += wide + gap;
    }
    return rows;
  }

  private static double natural(Region key) {
    return Math.ceil(Math.max(key.minWidth(-1), key.prefWidth(-1)));
  }

  /// Width that each key of a row gets in addition, so that the row is filled.
  private double spare(List<Region> row, double width) {
    double taken = gap * (row.size() - 1);
    for (Region key : row) {
      taken += natural(key);
    }
    return (width - taken) / row.size();
  }

  private double height(List<Region> row, double width) {
    double spare = spare(row, width);
    double height = 0;
    for (Region key : row) {
      double wide = Math.floor(natural(key) + spare);
      height = Math.max(height, Math.max(key.minHeight(wide), key.prefHeight(wide)));
    }
    return Math.ceil(height);
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = -gap;
    for (Region key : keys) {
      width += natural(key) + gap;
    }
    return Math.max(0, width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double given = width < 0 ? prefWidth(-1) : width;
    double height = -gap;
    for (List<Region> row : rows(given)) {
      height += height(row, given) + gap;
    }
    return Math.max(0, height);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double y = 0;
    for (List<Region> row : rows(width)) {
      double spare = spare(row, width);
      double height = height(row, width);
      double x = 0;
      for (Region key : row) {
        double wide = natural(key) + spare;
        key.resizeRelocate(Math.rint(x), y, Math.floor(wide), height);
        x += wide + gap;
      }
      y += height + gap;
    }
  }
}

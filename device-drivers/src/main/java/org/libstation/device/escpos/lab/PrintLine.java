package org.libstation.device.escpos.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// The twin's line buffer: collects cells side by side until the line is printed. Also places
/// blocks of dots left, in the middle or right.
final class PrintLine {
  private final int width;
  private final Consumer<boolean[]> rows;
  private final Consumer<String> words;
  private final boolean[] white;
  private final List<boolean[][]> cells = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int align;
  private int next;

  PrintLine(int width, Consumer<boolean[]> rows, Consumer<String> words) {
    this.width = width;
    this.rows = rows;
    this.words = words;
    this.white = new boolean[width];
  }

  void clear() {
    cells.clear();
    places.clear();
    text.setLength(0);
    next = 0;
    align = 0;
  }

  /// @param place 0 left, 1 middle, 2 right
  void align(int place) {
    align = place;
  }

  boolean begun() {
    return !cells.isEmpty();
  }

  /// Adds a cell to the line. If the cell does not fit, the line is printed first.
  void put(String letters, boolean[][] cell, int spacing) {
    if (next + cell[0].length > width && begun()) {
      print(spacing);
    }
    cells.add(cell);
    places.add(next);
    next += cell[0].length;
    text.append(letters);
  }

  /// Sets where the next cell begins. A position outside the paper is ignored.
  ///
  /// @param x dots from the left (`ESC $`)
  void moveTo(int x) {
    if (x >= 0 && x < width) {
      if (x > next && begun()) {
        text.append(' ');
      }
      next = x;
    }
  }

  /// @param dots to the right, or to the left if negative (`ESC \`)
  void moveBy(int dots) {
    moveTo(next + dots);
  }

  /// @param spacing from this line to the next, in dots
  void print(int spacing) {
    int height = cells.stream().mapToInt(each -> each.length).max().orElse(0);
    boolean[][] dots = new boolean[height][Math.max(1, extent())];
    for (int i = 0; i < cells.size(); i++) {
      boolean[][] cell = cells.get(i);
      for (int y = 0; y < cell.length; y++) {
        boolean[] row = dots[height - cell.length + y];
        for (int x = 0; x < cell[y].length; x++) {
          row[places.get(i) + x] |= cell[y][x];
        }
      }
    }
    cells.clear();
    places.clear();
    next = 0;
    words.accept(text + "\n");
    text.setLength(0);
    block(dots);
    feed(spacing - height);
  }

  /// How far to the right the line reaches, in dots.
  private int extent() {
    int extent = 0;
    for (int i = 0; i < cells.size(); i++) {
      extent = Math.max(extent, places.get(i) + cells.get(i)[0].length);
    }
    return extent;
  }

  void block(boolean[][] dots) {
    for (boolean[] source : dots) {
      boolean[] row = new boolean[width];
      int free = Math.max(0, width - source.length);
      int from = align == 1 ? free / 2 : align == 2 ? free : 0;
      System.arraycopy(source, 0, row, from, Math.min(source.length, width));
      rows.accept(row);
    }
  }

  void feed(int count) {
    for (int i = 0; i < count; i++) {
      rows.accept(white);
    }
  }

  static boolean[][] scaled(boolean[][] modules, int across, int down) {
    boolean[][] dots = new boolean[modules.length * down][];
    for (int y = 0; y < modules.length; y++) {
      boolean[] row = new boolean[modules[y].length * across];
      for (int x = 0; x < row.length; x++) {
        row[x] = modules[y][x / across];
      }
      for (int copy = 0; copy < down; copy++) {
        dots[y * down + copy] = Arrays.copyOf(row, row.length);
      }
    }
    return dots;
  }
}

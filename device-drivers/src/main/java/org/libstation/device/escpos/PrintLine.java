package org.libstation.device.escpos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// The twin's line buffer and its way onto paper: cells side by side until the line is printed, and
/// blocks of dots placed left, in the middle or right.
final class PrintLine {
  private final int width;
  private final Consumer<boolean[]> rows;
  private final Consumer<String> words;
  private final boolean[] white;
  private final List<boolean[][]> cells = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int align;
  private int used;

  PrintLine(int width, Consumer<boolean[]> rows, Consumer<String> words) {
    this.width = width;
    this.rows = rows;
    this.words = words;
    this.white = new boolean[width];
  }

  void clear() {
    cells.clear();
    text.setLength(0);
    used = 0;
    align = 0;
  }

  /// @param place 0 left, 1 middle, 2 right
  void align(int place) {
    align = place;
  }

  boolean begun() {
    return !cells.isEmpty();
  }

  void put(String letters, boolean[][] cell, int spacing) {
    if (used + cell[0].length > width && begun()) {
      print(spacing);
    }
    cells.add(cell);
    used += cell[0].length;
    text.append(letters);
  }

  /// @param spacing from this line to the next, in dots
  void print(int spacing) {
    int height = cells.stream().mapToInt(each -> each.length).max().orElse(0);
    boolean[][] dots = new boolean[height][Math.max(1, used)];
    int x = 0;
    for (boolean[][] cell : cells) {
      for (int y = 0; y < cell.length; y++) {
        System.arraycopy(cell[y], 0, dots[height - cell.length + y], x, cell[0].length);
      }
      x += cell[0].length;
    }
    cells.clear();
    used = 0;
    words.accept(text + "\n");
    text.setLength(0);
    block(dots);
    feed(spacing - height);
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

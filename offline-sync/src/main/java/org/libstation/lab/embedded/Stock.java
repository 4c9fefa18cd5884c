package org.libstation.lab.embedded;

import java.util.ArrayList;
import java.util.List;

/// The stock of the library, read from its title list; always the same.
public final class Stock {
  private static final List<StockItem> ITEMS = read(Resources.text("titles.txt"));

  private Stock() {}

  /// Returns all copies of all titles, numbered in the order of the list.
  public static List<StockItem> items() {
    return ITEMS;
  }

  /// @param copy number of the copy, from 1
  /// @throws IllegalArgumentException if there is no such copy
  static StockItem copy(String title, int copy) {
    return ITEMS.stream()
        .filter(item -> item.title().equals(title))
        .skip(copy - 1L)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no copy " + copy + " of " + title));
  }

  private static List<StockItem> read(String text) {
    List<StockItem> items = new ArrayList<>();
    String language = "";
    int titleNumber = 0;
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      if (line.startsWith("[")) {
        language = line.substring(1, line.length() - 1);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        titleNumber++;
        addCopies(line, language, titleNumber, items);
      }
    }
    return List.copyOf(items);
  }

  private static void addCopies(
      String line, String language, int titleNumber, List<StockItem> into) {
    String[] columns = line.split(" \\| ", 3);
    String[] head = columns[0].split(" ", 5);
    int copies = Integer.parseInt(head[1]);
    for (int copy = 0; copy < copies; copy++) {
      into.add(
          new StockItem(
              Barcodes.item(into.size() + 1),
              titleNumber,
              columns[1],
              columns[2],
              language,
              ItemClass.ofWord(head[0]).orElseThrow(),
              head[3],
              head[4].strip(),
              Integer.parseInt(head[2])));
    }
  }
}

package org.libstation.lab.embedded;

import java.util.ArrayList;
import java.util.List;

/// A fictional patron of the embedded library with its PIN, for the demo. The list is in
/// docs/developer/embedded-library.md.
///
/// @param name as in the ledger
/// @param kind `adult` or `child`
/// @param state `good`, `lost` or `blocked`
/// @param purpose what the patron shows in a demo, in a few words
public record DemoPatron(
    String card, String pin, String name, String kind, String state, String purpose) {

  /// Returns all demo patrons, in the order of their cards.
  public static List<DemoPatron> all() {
    List<DemoPatron> patrons = new ArrayList<>();
    boolean inPatrons = false;
    for (String raw : Resources.text("seed.txt").lines().toList()) {
      String line = raw.strip();
      if (line.startsWith("[")) {
        inPatrons = line.equals("[patrons]");
      } else if (inPatrons && !line.isEmpty() && !line.startsWith("#")) {
        String[] columns = line.split(" \\| ", 3);
        String[] head = columns[0].split(" ", -1);
        patrons.add(
            new DemoPatron(
                Barcodes.card(Integer.parseInt(head[0])),
                head[1],
                columns[1],
                head[2],
                head[4],
                columns[2]));
      }
    }
    return List.copyOf(patrons);
  }

  @Override
  public String toString() {
    return "DemoPatron[•••• " + card.substring(card.length() - 4) + "]";
  }
}

package org.libstation.lab.scenario;

import java.util.Locale;
import org.libstation.station.driven.ScenarioProblem;

/// Name of an item in a scenario, and the tag in it.
///
/// @param barcode of the item
/// @param part which part of a set this is, from 1
/// @param total parts of the set; 1 if the item is no set
public record ScenarioItem(String barcode, int part, int total) {

  /// Reads `30000000000014`, or a part of a set: `30000000000014/2` of two, `…/1:3` of three.
  public static ScenarioItem parse(String text) throws ScenarioProblem {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return new ScenarioItem(text, 1, 1);
    }
    String[] numbers = text.substring(slash + 1).split(":", -1);
    if (numbers.length > 2
        || !numbers[0].matches("[1-9]")
        || !numbers[numbers.length - 1].matches("[1-9]")) {
      throw new ScenarioProblem(
          "a part of a set looks like 30000000000014/1:3 (part 1 of 3), not " + text);
    }
    int part = Integer.parseInt(numbers[0]);
    int total = numbers.length == 2 ? Integer.parseInt(numbers[1]) : Math.max(2, part);
    return new ScenarioItem(text.substring(0, slash), part, total);
  }

  /// Identifier of the tag: always the same for the same part of the same item.
  public String uid() {
    long number = 0;
    for (int i = 0; i < barcode.length(); i++) {
      number = number * 37 + barcode.charAt(i);
    }
    return String.format(Locale.ROOT, "E0040150%07X%X", number & 0xFFFFFFFL, part & 0xF);
  }
}

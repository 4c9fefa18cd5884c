package org.libstation.site.edit;

import java.util.HashMap;
import java.util.Map;
import org.libstation.site.edit.YamlTree.Unfit;

/// Where the values of a YAML text stand.
public final class YamlKeys {
  private YamlKeys() {}

  /// Lines, from 1, by full key; an item of a list by its number. Empty where the text cannot be
  /// read.
  public static Map<String, Integer> lines(String text) {
    Map<String, Integer> lines = new HashMap<>();
    try {
      for (YamlTree.Leaf leaf : YamlTree.of(text).leaves()) {
        lines.put(leaf.key(), leaf.node().getStartMark().getLine() + 1);
      }
    } catch (Unfit _) {
      return Map.of();
    }
    return lines;
  }
}

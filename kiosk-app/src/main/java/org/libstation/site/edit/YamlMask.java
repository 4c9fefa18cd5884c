package org.libstation.site.edit;

import java.util.List;
import java.util.function.Predicate;
import org.libstation.site.edit.YamlTree.Unfit;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Hides the values of secret keys in a YAML text.
public final class YamlMask {
  private static final String MASK = "••••";

  private YamlMask() {}

  /// As many lines as the text has. Where it cannot be read, all values are hidden.
  ///
  /// @param secret by full key, an item of a list by its number
  public static List<String> lines(String text, Predicate<String> secret) {
    try {
      YamlTree tree = YamlTree.of(text);
      StringBuilder masked = new StringBuilder(text);
      List<YamlTree.Leaf> leaves = tree.leaves();
      for (int i = leaves.size() - 1; i >= 0; i--) {
        YamlTree.Leaf leaf = leaves.get(i);
        ScalarNode node = leaf.node();
        if (secret.test(leaf.key()) && !node.getValue().isEmpty()) {
          int start = tree.at(node.getStartMark());
          int end = tree.at(node.getEndMark());
          String kept = text.substring(start, end).replaceAll("[^\\r\\n]", "");
          masked.replace(start, end, MASK + kept);
        }
      }
      return masked.toString().lines().toList();
    } catch (Unfit _) {
      return text.lines().map(line -> line.replaceFirst(":\\s.*", ": " + MASK)).toList();
    }
  }
}

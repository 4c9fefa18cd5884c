package org.libstation.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;

/// What stands in a scene graph.
final class Tree {
  private Tree() {}

  /// All that are so, whether they are shown or not.
  static List<Node> all(Node root, Predicate<Node> which) {
    return collected(root, which, _ -> true);
  }

  /// Those that are shown.
  static List<Node> seen(Node root, Predicate<Node> which) {
    return collected(root, which, Node::isVisible);
  }

  private static List<Node> collected(Node node, Predicate<Node> which, Predicate<Node> enters) {
    List<Node> found = new ArrayList<>();
    if (!enters.test(node)) {
      return found;
    }
    if (which.test(node)) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        found.addAll(collected(child, which, enters));
      }
    }
    return found;
  }
}

package org.libstation.site.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.site.edit.YamlEdit.As;
import org.libstation.site.edit.YamlEdit.Edited;
import org.libstation.site.edit.YamlTree.Unfit;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Adds an entry to a list of a YAML text, or takes one out, as a person with an editor would:
/// every other character stays as it is.
///
/// After each change the text is read again: unless exactly that entry differs, the change is
/// refused.
public final class YamlList {
  private static final int STEP = 2;

  private final String text;
  private final YamlTree tree;
  private final List<String> path;

  private YamlList(String text, List<String> path) throws Unfit {
    this.text = text;
    this.tree = YamlTree.of(text);
    this.path = path;
  }

  /// A value of a new entry.
  ///
  /// @param path within the entry: one name, or two where it stands in braces
  public record Given(List<String> path, String value, As as) {
    public Given {
      path = List.copyOf(path);
    }
  }

  /// How many entries a list has; 0 where it is not there.
  public static int size(String text, List<String> path) {
    try {
      return YamlTree.of(text).find(path).orElse(null) instanceof SequenceNode list
          ? list.getValue().size()
          : 0;
    } catch (Unfit _) {
      return 0;
    }
  }

  /// Adds an entry at the end. A list that is not there comes with it, behind the last key of its
  /// section.
  ///
  /// @param path of the list, from the root
  /// @param entry in the order in which it is written
  public static Edited add(String text, List<String> path, List<Given> entry) {
    try {
      return new YamlList(text, path).add(entry);
    } catch (Unfit e) {
      return new Edited.Refused(e.line, e.why, e.what);
    }
  }

  /// Takes an entry out; the list too where it was the last one. Comments above it stay: they are a
  /// person's.
  ///
  /// @param number from 0
  public static Edited remove(String text, List<String> path, int number) {
    try {
      return new YamlList(text, path).remove(number);
    } catch (Unfit e) {
      return new Edited.Refused(e.line, e.why, e.what);
    }
  }

  private Edited add(List<Given> entry) throws Unfit {
    if (entry.stream().anyMatch(it -> it.value().chars().anyMatch(Character::isISOControl))) {
      throw new Unfit(0, WhyNot.ONE_LINE);
    }
    Optional<Node> there = tree.find(path);
    String changed;
    int number = 0;
    if (there.orElse(null) instanceof SequenceNode list && !list.getValue().isEmpty()) {
      if (YamlTree.inBraces(list)) {
        throw new Unfit(line(list), WhyNot.ONLY_EDITOR);
      }
      number = list.getValue().size();
      int last = tree.lastLine(list.getValue().getLast());
      changed = behind(last, item(list.getStartMark().getColumn(), entry));
    } else {
      changed = begun(there, entry);
    }
    return checked(changed, entry, number);
  }

  /// The first entry of a list: its key may stand there with nothing, or nothing in brackets.
  private String begun(Optional<Node> there, List<Given> entry) throws Unfit {
    if (!(tree.find(path.subList(0, path.size() - 1)).orElse(null) instanceof MappingNode section)
        || YamlTree.inBraces(section)
        || section.getValue().isEmpty()) {
      throw new Unfit(0, WhyNot.EMPTY_SECTION);
    }
    int column = section.getValue().getFirst().getKeyNode().getStartMark().getColumn();
    if (there.isEmpty()) {
      List<String> lines = new ArrayList<>();
      lines.add(" ".repeat(column) + path.getLast() + ":");
      lines.addAll(item(column + STEP, entry));
      return behind(tree.lastLine(section.getValue().getLast().getValueNode()), lines);
    }
    boolean nothing =
        there.get() instanceof SequenceNode
            || (there.get() instanceof ScalarNode scalar && scalar.getValue().isEmpty());
    if (!nothing) {
      throw new Unfit(line(there.get()), WhyNot.NO_SINGLE_VALUE, path.getLast());
    }
    NodeTuple key = YamlTree.entry(section, path.getLast()).orElseThrow();
    int line = key.getKeyNode().getStartMark().getLine();
    int end = tree.at(key.getKeyNode().getEndMark()) + 1;
    int until = tree.at(there.get().getEndMark());
    String without = until > end ? text.substring(0, end) + text.substring(until) : text;
    return YamlTree.behind(without, line, item(column + STEP, entry));
  }

  /// `- is: item` and what follows, one line a key; what has three languages stands in braces.
  private static List<String> item(int column, List<Given> entry) {
    Map<String, List<Given>> keys = new LinkedHashMap<>();
    entry.forEach(
        given -> keys.computeIfAbsent(given.path().getFirst(), _ -> new ArrayList<>()).add(given));
    List<String> lines = new ArrayList<>();
    keys.forEach(
        (key, values) ->
            lines.add(
                " ".repeat(column)
                    + (lines.isEmpty() ? "- " : "  ")
                    + YamlEdit.name(key)
                    + ": "
                    + value(values)));
    return lines;
  }

  private static String value(List<Given> values) {
    Given first = values.getFirst();
    if (first.path().size() == 1) {
      return YamlEdit.written(first.value(), first.as(), null, false);
    }
    List<String> inner = new ArrayList<>();
    values.forEach(
        it ->
            inner.add(
                YamlEdit.name(it.path().getLast())
                    + ": "
                    + YamlEdit.written(it.value(), it.as(), null, true)));
    return "{" + String.join(", ", inner) + "}";
  }

  private Edited remove(int number) throws Unfit {
    if (!(tree.find(path).orElse(null) instanceof SequenceNode list)
        || number >= list.getValue().size()) {
      throw new Unfit(0, WhyNot.NO_SUCH_ENTRY, String.valueOf(number));
    }
    if (list.getValue().size() == 1) {
      return YamlEdit.remove(text, path);
    }
    Node entry = list.getValue().get(number);
    int first = entry.getStartMark().getLine();
    String before = text.substring(YamlTree.lineStart(text, first), tree.at(entry.getStartMark()));
    if (YamlTree.inBraces(list) || !before.strip().equals("-")) {
      throw new Unfit(first + 1, WhyNot.SHARED_LINE);
    }
    String changed =
        text.substring(0, YamlTree.lineStart(text, first))
            + text.substring(YamlTree.lineStart(text, tree.lastLine(entry) + 1));
    Map<List<String>, String> expected = new HashMap<>();
    tree.values()
        .forEach(
            (key, value) -> {
              int at = number(key);
              if (at != number) {
                expected.put(at > number ? numbered(key, at - 1) : key, value);
              }
            });
    return judged(changed, expected, first + 1);
  }

  private Edited checked(String changed, List<Given> entry, int number) throws Unfit {
    Map<List<String>, String> after = new HashMap<>(YamlTree.of(changed).values());
    Map<List<String>, String> before = new HashMap<>(tree.values());
    // The key of a list without anything below it.
    before.remove(path);
    after.keySet().removeIf(key -> number(key) == number);
    for (Given given : entry) {
      List<String> at = new ArrayList<>(path);
      at.add(String.valueOf(number));
      at.addAll(given.path());
      Optional<String> read = YamlEdit.value(changed, at);
      if (given.as() != As.WORDS && !read.equals(Optional.of(given.value()))) {
        throw new Unfit(0, WhyNot.ONLY_EDITOR);
      }
    }
    return after.equals(before) ? new Edited.Done(changed) : refused(0);
  }

  private static Edited judged(String changed, Map<List<String>, String> expected, int line)
      throws Unfit {
    return YamlTree.of(changed).values().equals(expected)
        ? new Edited.Done(changed)
        : refused(line);
  }

  private static Edited refused(int line) {
    return new Edited.Refused(line, WhyNot.ONLY_EDITOR);
  }

  /// Which entry of the list a value is in; -1 = none.
  private int number(List<String> key) {
    boolean within = key.size() > path.size() && Collections.indexOfSubList(key, path) == 0;
    return within ? Integer.parseInt(key.get(path.size())) : -1;
  }

  private List<String> numbered(List<String> key, int number) {
    List<String> other = new ArrayList<>(key);
    other.set(path.size(), String.valueOf(number));
    return other;
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private String behind(int line, List<String> lines) {
    return YamlTree.behind(text, line, lines);
  }
}

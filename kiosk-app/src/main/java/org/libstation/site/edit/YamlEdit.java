package org.libstation.site.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libstation.site.edit.YamlTree.Unfit;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Changes one value in a YAML text as a person with an editor would: every other character, each
/// comment, the order and the line ends stay as they are.
///
/// After each change the text is read again: unless exactly that value differs, the change is
/// refused.
public final class YamlEdit {
  private static final Pattern WORD = Pattern.compile("true|false|-?[0-9]+(\\.[0-9]+)?");
  private static final int STEP = 2;

  private final String text;
  private final YamlTree tree;

  private YamlEdit(String text) throws Unfit {
    this.text = text;
    this.tree = YamlTree.of(text);
  }

  /// What became of it.
  public sealed interface Edited {
    record Done(String text) implements Edited {}

    /// @param line from 1; 0 = the text as a whole
    /// @param what it is about; empty text = nothing in particular
    record Refused(int line, WhyNot reason, String what) implements Edited {
      Refused(int line, WhyNot reason) {
        this(line, reason, "");
      }

      /// In words, for a technician.
      public String why() {
        return reason.english(what);
      }
    }
  }

  /// How a value is written.
  public enum As {
    /// A number, `true` or `false`.
    WORD,
    /// In quotes where it would else be read as something else, or where it stood in quotes before.
    TEXT,
    /// Some words of a list, as `[borrow, return]`; given with commas.
    WORDS
  }

  /// Sets a value. Where its key is not there yet it comes behind the last of those keys that stand
  /// before it in `order`, else at the end of its section; sections that are missing come with it.
  ///
  /// @param path from the root, such as `station`, `central`, `port`
  /// @param order names of its section, as a person would write them; may lack some
  public static Edited set(
      String text, List<String> path, String value, As as, List<String> order) {
    try {
      return new YamlEdit(text).set(path, value, as, order);
    } catch (Unfit e) {
      return new Edited.Refused(e.line, e.why, e.what);
    }
  }

  /// Takes a key out with all below it, and its section where nothing is left of it. Comments above
  /// it stay: they are a person's.
  public static Edited remove(String text, List<String> path) {
    try {
      return new YamlEdit(text).remove(path);
    } catch (Unfit e) {
      return new Edited.Refused(e.line, e.why, e.what);
    }
  }

  /// A value as it stands in a text; empty where it is not there, or the text cannot be read.
  public static Optional<String> value(String text, List<String> path) {
    try {
      return YamlTree.of(text)
          .find(path)
          .filter(ScalarNode.class::isInstance)
          .map(node -> ((ScalarNode) node).getValue());
    } catch (Unfit _) {
      return Optional.empty();
    }
  }

  private Edited set(List<String> path, String value, As as, List<String> order) throws Unfit {
    if (value.chars().anyMatch(Character::isISOControl)) {
      return new Edited.Refused(0, WhyNot.ONE_LINE);
    }
    Node at = tree.root();
    boolean inBraces = false;
    for (int depth = 0; depth < path.size(); depth++) {
      inBraces |= at instanceof CollectionNode<?> section && YamlTree.inBraces(section);
      List<String> rest = path.subList(depth, path.size());
      Optional<Node> next = YamlTree.inside(at, path.get(depth));
      if (next.isEmpty()) {
        return checked(missing(at, rest, value, as, order), path, value, as);
      }
      boolean last = depth == path.size() - 1;
      if (!last && next.get() instanceof ScalarNode scalar) {
        if (!isNothing(scalar) || !(at instanceof MappingNode section)) {
          throw new Unfit(line(scalar), WhyNot.VALUE_NOT_SECTION, path.get(depth));
        }
        NodeTuple entry = YamlTree.entry(section, path.get(depth)).orElseThrow();
        return checked(begun(entry, rest.subList(1, rest.size()), value, as), path, value, as);
      }
      at = next.get();
    }
    return switch (at) {
      case ScalarNode scalar -> checked(replaced(scalar, value, as, inBraces), path, value, as);
      case SequenceNode words when as == As.WORDS ->
          checked(replaced(words, value), path, value, as);
      default -> throw new Unfit(line(at), WhyNot.NO_SINGLE_VALUE, path.getLast());
    };
  }

  private String missing(Node at, List<String> path, String value, As as, List<String> order)
      throws Unfit {
    return switch (at) {
      case MappingNode section -> inserted(section, path, value, as, order);
      case SequenceNode _ -> throw new Unfit(line(at), WhyNot.NO_SUCH_ENTRY, path.getFirst());
      default -> throw new Unfit(line(at), WhyNot.NO_SINGLE_VALUE, path.getFirst());
    };
  }

  private String replaced(SequenceNode words, String value) throws Unfit {
    if (!YamlTree.inBraces(words)
        || words.getStartMark().getLine() != words.getEndMark().getLine()) {
      throw new Unfit(line(words), WhyNot.ONLY_EDITOR);
    }
    return text.substring(0, tree.at(words.getStartMark()))
        + inBrackets(value)
        + text.substring(tree.at(words.getEndMark()));
  }

  private static String inBrackets(String value) {
    return words(value).stream()
        .map(word -> isBare(word, true) ? word : quoted(word))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static List<String> words(String value) {
    return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static boolean isNothing(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.NULL) && scalar.getValue().isEmpty();
  }

  private String replaced(ScalarNode scalar, String value, As as, boolean inBraces) throws Unfit {
    int start = tree.at(scalar.getStartMark());
    int end = tree.at(scalar.getEndMark());
    String old = text.substring(start, end);
    if (YamlTree.isBlock(scalar) || old.contains("\n")) {
      throw new Unfit(line(scalar), WhyNot.SEVERAL_LINES);
    }
    if (old.startsWith("!")) {
      throw new Unfit(line(scalar), WhyNot.TYPED, old);
    }
    String written = written(value, as, scalar.getScalarStyle(), inBraces);
    return text.substring(0, start) + (old.isEmpty() ? " " : "") + written + text.substring(end);
  }

  static String written(String value, As as, @Nullable ScalarStyle style, boolean inBraces) {
    if (as == As.WORDS) {
      return inBrackets(value);
    }
    if (as == As.WORD && WORD.matcher(value).matches()) {
      return value;
    }
    if (style == ScalarStyle.SINGLE_QUOTED) {
      return "'" + value.replace("'", "''") + "'";
    }
    boolean bare = style != ScalarStyle.DOUBLE_QUOTED && isBare(value, inBraces);
    return bare ? value : quoted(value);
  }

  /// Whether it is read as this text without quotes.
  private static boolean isBare(String value, boolean inBraces) {
    if (value.isEmpty() || (inBraces && value.matches(".*[,\\[\\]{}].*"))) {
      return false;
    }
    try {
      return YamlTree.of("k: " + value + "\n").find(List.of("k")).orElse(null)
              instanceof ScalarNode read
          && read.getValue().equals(value)
          && read.getTag().equals(Tag.STR);
    } catch (Unfit _) {
      return false;
    }
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  static String name(String name) {
    return isBare(name, true) ? name : quoted(name);
  }

  private String inserted(
      MappingNode section, List<String> path, String value, As as, List<String> order)
      throws Unfit {
    if (YamlTree.inBraces(section)) {
      return insertedInBraces(section, path, value, as);
    }
    if (section.getValue().isEmpty()) {
      throw new Unfit(line(section), WhyNot.EMPTY_SECTION);
    }
    int indent = section.getValue().getFirst().getKeyNode().getStartMark().getColumn();
    NodeTuple before = before(section, path.getFirst(), order);
    return behind(tree.lastLine(before.getValueNode()), lines(indent, path, value, as));
  }

  /// The entry a new one comes behind.
  private static NodeTuple before(MappingNode section, String name, List<String> order) {
    int place = order.indexOf(name);
    for (int at = place - 1; at >= 0; at--) {
      Optional<NodeTuple> there = YamlTree.entry(section, order.get(at));
      if (there.isPresent()) {
        return there.get();
      }
    }
    return section.getValue().getLast();
  }

  private String insertedInBraces(MappingNode section, List<String> path, String value, As as) {
    StringBuilder entry = new StringBuilder();
    for (String each : path.subList(0, path.size() - 1)) {
      entry.append(name(each)).append(": {");
    }
    entry
        .append(name(path.getLast()))
        .append(": ")
        .append(written(value, as, null, true))
        .append("}".repeat(path.size() - 1));
    boolean empty = section.getValue().isEmpty();
    int at =
        empty
            ? tree.at(section.getEndMark()) - 1
            : tree.at(section.getValue().getLast().getValueNode().getEndMark());
    return text.substring(0, at) + (empty ? "" : ", ") + entry + text.substring(at);
  }

  /// A section that has a name and nothing below it yet.
  private String begun(NodeTuple entry, List<String> path, String value, As as) {
    int indent = entry.getKeyNode().getStartMark().getColumn() + STEP;
    return behind(entry.getKeyNode().getStartMark().getLine(), lines(indent, path, value, as));
  }

  private static List<String> lines(int indent, List<String> path, String value, As as) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      String line = " ".repeat(indent + i * STEP) + name(path.get(i)) + ":";
      lines.add(i < path.size() - 1 ? line : line + " " + written(value, as, null, false));
    }
    return lines;
  }

  /// @param line from 0
  private String behind(int line, List<String> lines) {
    return YamlTree.behind(text, line, lines);
  }

  /// @param line from 0
  private int lineStart(int line) {
    return YamlTree.lineStart(text, line);
  }

  private Edited remove(List<String> path) throws Unfit {
    if (path.size() < 2
        || !(tree.find(path.subList(0, path.size() - 1)).orElse(null)
            instanceof MappingNode section)) {
      throw new Unfit(0, WhyNot.NO_SUCH_KEY);
    }
    NodeTuple entry =
        YamlTree.entry(section, path.getLast()).orElseThrow(() -> new Unfit(0, WhyNot.NO_SUCH_KEY));
    if (section.getValue().size() == 1) {
      return remove(path.subList(0, path.size() - 1));
    }
    int first = entry.getKeyNode().getStartMark().getLine();
    int start = lineStart(first);
    String indent = text.substring(start, tree.at(entry.getKeyNode().getStartMark()));
    if (YamlTree.inBraces(section) || !indent.isBlank()) {
      throw new Unfit(first + 1, WhyNot.SHARED_LINE);
    }
    String rest =
        text.substring(0, start)
            + text.substring(lineStart(tree.lastLine(entry.getValueNode()) + 1));
    Map<List<String>, String> expected = new HashMap<>(tree.values());
    expected.keySet().removeIf(key -> Collections.indexOfSubList(key, path) == 0);
    return YamlTree.of(rest).values().equals(expected)
        ? new Edited.Done(rest)
        : new Edited.Refused(first + 1, WhyNot.ONLY_EDITOR);
  }

  /// Nothing but that value may have changed.
  private Edited checked(String changed, List<String> path, String value, As as) {
    int line = tree.find(path).map(YamlEdit::line).orElse(0);
    Edited refused = new Edited.Refused(line, WhyNot.ONLY_EDITOR);
    try {
      Map<List<String>, String> before = new HashMap<>(tree.values());
      Map<List<String>, String> after = new HashMap<>(YamlTree.of(changed).values());
      boolean right = values(after, path).equals(as == As.WORDS ? words(value) : List.of(value));
      before.keySet().removeIf(key -> Collections.indexOfSubList(key, path) == 0);
      after.keySet().removeIf(key -> Collections.indexOfSubList(key, path) == 0);
      // A section that was there without anything below it.
      before.keySet().removeIf(key -> Collections.indexOfSubList(path, key) == 0);
      return right && before.equals(after) ? new Edited.Done(changed) : refused;
    } catch (Unfit _) {
      return refused;
    }
  }

  /// What stands at a path: one value, or the words of a list.
  private static List<String> values(Map<List<String>, String> all, List<String> path) {
    String one = all.get(path);
    if (one != null) {
      return List.of(one.substring(one.indexOf(' ') + 1));
    }
    List<String> some = new ArrayList<>();
    for (int at = 0; ; at++) {
      List<String> key = new ArrayList<>(path);
      key.add(String.valueOf(at));
      String word = all.get(key);
      if (word == null) {
        return some;
      }
      some.add(word.substring(word.indexOf(' ') + 1));
    }
  }
}

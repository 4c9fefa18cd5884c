package org.libstation.site.edit;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libstation.file.YamlFault;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/// A YAML text with the position of each of its parts. It uses the same parser as the settings.
public record YamlTree(String text, MappingNode root) {
  private static final String MASK = "••••";
  private static final Pattern COMMENT = Pattern.compile("[ \\t]+#");
  private static final int MOST_LEVELS = 20;

  private static final Set<ScalarStyle> QUOTES =
      Set.of(ScalarStyle.SINGLE_QUOTED, ScalarStyle.DOUBLE_QUOTED);

  private static final Set<Tag> TAGS =
      Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP);

  /// Thrown if a text cannot be changed here. The line counts from 1; 0 means the whole text.
  static final class UnchangeableYaml extends Exception {
    private static final long serialVersionUID = 1L;
    final int line;
    final WhyNot why;
    final String what;

    /// @param what the name concerned; empty if none in particular
    UnchangeableYaml(int line, WhyNot why, String what) {
      super(why.english(what));
      this.line = line;
      this.why = why;
      this.what = what;
    }

    static UnchangeableYaml at(int line, WhyNot why) {
      return new UnchangeableYaml(line, why, "");
    }
  }

  /// Parses any text. Text that cannot be read yields a tree without parts.
  public static YamlTree ofAny(String text) {
    try {
      return read(text);
    } catch (UnchangeableYaml _) {
      return new YamlTree(text, new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK));
    }
  }

  /// Parses a text that is to be changed.
  static YamlTree of(String text) throws UnchangeableYaml {
    YamlTree tree = read(text);
    plain(tree.root, 0);
    return tree;
  }

  private static YamlTree read(String text) throws UnchangeableYaml {
    Node node;
    try {
      node = composed(text);
    } catch (YAMLException e) {
      YamlFault fault = fault(text, e);
      throw new UnchangeableYaml(fault.line(), WhyNot.NO_YAML, fault.words());
    }
    if (!(node instanceof MappingNode root)) {
      throw UnchangeableYaml.at(0, WhyNot.NO_KEYS);
    }
    return new YamlTree(text, root);
  }

  private static @Nullable Node composed(String text) {
    return new Yaml(new LoaderOptions()).compose(new StringReader(text));
  }

  /// Finds the first YAML error, or the first feature that settings files do not use: anchors,
  /// aliases, tags, merge keys, duplicate keys.
  public static Optional<YamlFault> fault(String text) {
    try {
      return Optional.ofNullable(composed(text)).flatMap(node -> unused(text, node));
    } catch (YAMLException e) {
      return Optional.of(fault(text, e));
    }
  }

  private static YamlFault fault(String text, YAMLException e) {
    if (e instanceof MarkedYAMLException marked) {
      Mark context = marked.getContextMark();
      Mark problem =
          marked.getProblemMark() == null || YamlFault.isAtContext(marked.getContext())
              ? context
              : marked.getProblemMark();
      String said = marked.getContext() + ": " + marked.getProblem();
      // Within a text value, a line may look like a key.
      boolean inText = context != null && String.valueOf(marked.getContext()).contains("scalar");
      Mark key = inText ? context : problem;
      Optional<Mark> quote = open(text, marked.getProblemMark());
      if (quote.isPresent()) {
        int line = quote.get().getLine() + 1;
        return YamlFault.of(text, line, quote.get().getColumn() + 1, line, "quoted scalar");
      }
      if (problem != null && key != null) {
        return YamlFault.of(
            text, problem.getLine() + 1, problem.getColumn() + 1, key.getLine() + 1, said);
      }
    }
    int[] signs = text.codePoints().toArray();
    int wrong = 0;
    while (wrong < signs.length && StreamReader.isPrintable(signs[wrong])) {
      wrong++;
    }
    String before = new String(signs, 0, wrong);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return e instanceof ReaderException
        ? YamlFault.of(text, line, column, line, "special characters")
        : YamlFault.of(text, 1, 1, 1, "");
  }

  /// Finds the quote that was left open before an error. The file's next quote closed it some lines
  /// later, and the text after that quote caused the error.
  private static Optional<Mark> open(String text, @Nullable Mark problem) {
    try {
      for (Event each : new Yaml(new LoaderOptions()).parse(new StringReader(text))) {
        if (each instanceof ScalarEvent scalar && QUOTES.contains(scalar.getScalarStyle())) {
          int end = scalar.getEndMark().getLine();
          if (end > scalar.getStartMark().getLine()
              && problem != null
              && end == problem.getLine()) {
            return Optional.of(scalar.getStartMark());
          }
        }
      }
    } catch (YAMLException _) {
      // This is the error itself; everything before it was checked.
    }
    return Optional.empty();
  }

  private static Optional<YamlFault> unused(String text, Node node) {
    if (node.getAnchor() != null) {
      return at(text, node, "anchor");
    }
    if (!TAGS.contains(node.getTag())) {
      return at(text, node, "tag");
    }
    return switch (node) {
      case MappingNode map -> {
        Set<String> names = new HashSet<>();
        yield map.getValue().stream()
            .flatMap(
                each -> {
                  Node key = each.getKeyNode();
                  Optional<YamlFault> wrong =
                      key.getTag().equals(Tag.MERGE)
                          ? at(text, key, "merge")
                          : unused(text, key)
                              .or(
                                  () ->
                                      names.add(name(each))
                                          ? Optional.empty()
                                          : at(text, key, "duplicate"));
                  return wrong.or(() -> unused(text, each.getValueNode())).stream();
                })
            .findFirst();
      }
      case SequenceNode list ->
          list.getValue().stream().flatMap(each -> unused(text, each).stream()).findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<YamlFault> at(String text, Node node, String said) {
    Mark mark = node.getStartMark();
    int line = mark.getLine() + 1;
    return Optional.of(YamlFault.of(text, line, mark.getColumn() + 1, line, said));
  }

  /// @param line from 1; 0 if not found
  /// @param whole whether the key itself is on that line; false if only a section that would hold
  ///   it is
  public record YamlKeyPosition(int line, boolean whole) {}

  /// Finds a key, or the innermost existing section that would hold it.
  ///
  /// @param key its full name, with a list item by its number
  public YamlKeyPosition place(String key) {
    List<String> names = List.of(key.split("\\.", -1));
    Node node = root;
    int line = 0;
    for (int i = 0; i < names.size(); i++) {
      Optional<Node> part = part(node, names.get(i));
      boolean last = part.isEmpty() || i == names.size() - 1;
      if (part.isEmpty()) {
        // A device's option may have dots in its own name.
        part = part(node, String.join(".", names.subList(i, names.size())));
      }
      line = part.map(YamlTree::line).orElse(line);
      if (last) {
        return new YamlKeyPosition(line, part.isPresent());
      }
      node = inside(node, names.get(i)).orElseThrow();
    }
    return new YamlKeyPosition(line, false);
  }

  /// The node where a part begins: its key, or itself if it is a list item.
  private static Optional<Node> part(Node node, String name) {
    return node instanceof MappingNode map
        ? entry(map, name).map(NodeTuple::getKeyNode)
        : inside(node, name);
  }

  /// The line of a node, from 1.
  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /// Returns the lines of a text with the values of secret keys masked. If the text cannot be read,
  /// all values are masked.
  ///
  /// @param secret tests a full key, with a list item by its number
  public static List<String> masked(String text, Predicate<String> secret) {
    try {
      YamlTree tree = of(text);
      StringBuilder masked = new StringBuilder(text);
      for (YamlLeaf leaf : tree.leaves().reversed()) {
        ScalarNode node = leaf.node();
        if (secret.test(leaf.key()) && !node.getValue().isEmpty()) {
          int start = tree.at(node.getStartMark());
          int end = tree.at(node.getEndMark());
          String kept = text.substring(start, end).replaceAll("[^\\r\\n]", "");
          masked.replace(start, end, MASK + kept);
        }
      }
      return masked.toString().lines().toList();
    } catch (UnchangeableYaml _) {
      return text.lines().map(line -> line.replaceFirst(":\\s.*", ": " + MASK)).toList();
    }
  }

  private static void plain(Node node, int level) throws UnchangeableYaml {
    int line = line(node);
    if (node.getAnchor() != null) {
      throw UnchangeableYaml.at(line, WhyNot.ANCHORS);
    }
    if (level > MOST_LEVELS) {
      throw new UnchangeableYaml(line, WhyNot.TOO_DEEP, String.valueOf(MOST_LEVELS));
    }
    switch (node) {
      case MappingNode map -> {
        Set<String> names = new HashSet<>();
        for (NodeTuple each : map.getValue()) {
          if (!(each.getKeyNode() instanceof ScalarNode key)) {
            throw UnchangeableYaml.at(line, WhyNot.ODD_KEY);
          }
          if (!names.add(key.getValue())) {
            throw new UnchangeableYaml(line(key), WhyNot.TWICE, key.getValue());
          }
          plain(each.getValueNode(), level + 1);
        }
      }
      case SequenceNode list -> {
        for (Node each : list.getValue()) {
          plain(each, level + 1);
        }
      }
      default -> {}
    }
  }

  /// Converts a mark to an index into the text, which counts in UTF-16.
  int at(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  /// The key of an entry; empty if it is no plain word.
  static String name(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
  }

  /// Finds an entry of a section by its key.
  static Optional<NodeTuple> entry(MappingNode map, String name) {
    return map.getValue().stream().filter(each -> name(each).equals(name)).findFirst();
  }

  /// Finds the node at a path; empty if there is none.
  Optional<Node> find(List<String> path) {
    @Nullable Node node = root;
    for (String name : path) {
      node = inside(node, name).orElse(null);
    }
    return Optional.ofNullable(node);
  }

  /// Finds a node in a section by its key, or in a list by its number.
  static Optional<Node> inside(@Nullable Node node, String name) {
    return switch (node) {
      case MappingNode map -> entry(map, name).map(NodeTuple::getValueNode);
      case SequenceNode list
          when name.matches("[0-9]{1,4}") && Integer.parseInt(name) < list.getValue().size() ->
          Optional.of(list.getValue().get(Integer.parseInt(name)));
      case null, default -> Optional.empty();
    };
  }

  /// Whether a section or list is written in braces or brackets.
  static boolean inBraces(CollectionNode<?> node) {
    return node.getFlowStyle() == FlowStyle.FLOW;
  }

  /// Position of a value.
  ///
  /// @param key its full name, with a list item by its number
  /// @param line from 1
  public record ValuePlace(String key, int line) {}

  /// Finds unquoted values that a comment follows on the same line.
  public List<ValuePlace> cutByComment() {
    return leaves().stream()
        .filter(leaf -> leaf.node().getScalarStyle() == ScalarStyle.PLAIN)
        .filter(leaf -> COMMENT.matcher(text.substring(at(leaf.node().getEndMark()))).lookingAt())
        .map(leaf -> new ValuePlace(leaf.key(), line(leaf.node())))
        .toList();
  }

  /// The last line of a part, from 0. Comments behind it do not belong to it.
  int lastLine(Node node) {
    return switch (node) {
      case MappingNode map when !inBraces(map) && !map.getValue().isEmpty() ->
          lastLine(map.getValue().getLast().getValueNode());
      case SequenceNode list
          when list.getFlowStyle() != FlowStyle.FLOW && !list.getValue().isEmpty() ->
          lastLine(list.getValue().getLast());
      case ScalarNode scalar when isBlock(scalar) -> {
        String until = text.substring(0, at(scalar.getEndMark())).stripTrailing();
        yield (int) until.chars().filter(c -> c == '\n').count();
      }
      default -> node.getEndMark().getLine();
    };
  }

  /// Whether a value is a block text, after a pipe or an angle bracket.
  static boolean isBlock(ScalarNode scalar) {
    return scalar.getScalarStyle() == ScalarStyle.LITERAL
        || scalar.getScalarStyle() == ScalarStyle.FOLDED;
  }

  /// A single value.
  ///
  /// @param path from the root, with a list item by its number
  record YamlLeaf(List<String> path, ScalarNode node) {
    String key() {
      return String.join(".", path);
    }
  }

  /// All single values, in the order of the text.
  List<YamlLeaf> leaves() {
    List<YamlLeaf> leaves = new ArrayList<>();
    collect(root, List.of(), leaves);
    return leaves;
  }

  private static void collect(Node node, List<String> path, List<YamlLeaf> leaves) {
    switch (node) {
      case MappingNode map ->
          map.getValue()
              .forEach(each -> collect(each.getValueNode(), and(path, name(each)), leaves));
      case SequenceNode list -> {
        for (int i = 0; i < list.getValue().size(); i++) {
          collect(list.getValue().get(i), and(path, String.valueOf(i)), leaves);
        }
      }
      case ScalarNode scalar -> leaves.add(new YamlLeaf(path, scalar));
      default -> {}
    }
  }

  private static List<String> and(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }

  /// All values with their types, by path.
  Map<List<String>, String> values() {
    Map<List<String>, String> values = new LinkedHashMap<>();
    leaves()
        .forEach(
            leaf ->
                values.put(
                    leaf.path(), leaf.node().getTag().getValue() + " " + leaf.node().getValue()));
    return values;
  }

  /// Inserts lines behind a line of the text.
  ///
  /// @param line from 0
  static String behind(String text, int line, List<String> lines) {
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    int at = lineStart(text, line + 1);
    boolean open = at == text.length() && !text.endsWith("\n");
    String all = String.join(lineEnd, lines);
    return text.substring(0, at) + (open ? lineEnd + all : all + lineEnd) + text.substring(at);
  }

  /// Index where a line begins.
  ///
  /// @param line from 0
  static int lineStart(String text, int line) {
    int at = 0;
    for (int i = 0; i < line; i++) {
      int end = text.indexOf('\n', at);
      if (end < 0) {
        return text.length();
      }
      at = end + 1;
    }
    return at;
  }
}

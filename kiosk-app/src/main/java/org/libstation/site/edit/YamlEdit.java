package org.libstation.site.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.file.YamlQuotes;
import org.libstation.site.edit.YamlTree.UnchangeableYaml;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Changes one value or one list entry of a YAML text and keeps everything else. Comments, order
/// and line ends stay as they are.
///
/// After each change the text is read again. If anything else differs, the change is refused.
public final class YamlEdit {
  private static final Pattern WORD = Pattern.compile("true|false|-?[0-9]+(\\.[0-9]+)?");
  private static final int STEP = 2;

  private final String text;
  private final YamlTree tree;

  private YamlEdit(String text) throws UnchangeableYaml {
    this.text = text;
    this.tree = YamlTree.of(text);
  }

  /// Result of a change: the new text, or why the change was refused.
  public sealed interface Edited {
    record EditedText(String text) implements Edited {}

    /// @param line the line, from 1; 0 for the text as a whole
    /// @param what the name concerned; empty if none in particular
    record EditRefused(int line, WhyNot reason, String what) implements Edited {
      /// The reason in English, for a technician.
      public String why() {
        return reason.english(what);
      }
    }
  }

  /// How a value is written.
  public enum As {
    /// A number, `true` or `false`.
    WORD,
    /// A text, quoted if it would else be read as another type, or if the old value was quoted.
    TEXT,
    /// Words of a list, written as `[borrow, return]`; passed with commas between them.
    WORDS
  }

  /// A value of a new list entry.
  ///
  /// @param path keys within the entry: one key, or two if the value belongs in braces
  public record EntryValue(List<String> path, String value, As as) {
    public EntryValue {
      path = List.copyOf(path);
    }
  }

  private interface Change {
    String of(YamlEdit edit) throws UnchangeableYaml;
  }

  private static Edited made(String text, Change change) {
    try {
      return new Edited.EditedText(change.of(new YamlEdit(text)));
    } catch (UnchangeableYaml e) {
      return new Edited.EditRefused(e.line, e.why, e.what);
    }
  }

  /// Sets a value. A new key is put behind the last present key that precedes it in `order`, else
  /// at the end of its section. Missing sections are added.
  ///
  /// @param path from the root, such as `station`, `central`, `port`
  /// @param order the section's keys in their usual order; may be incomplete
  public static Edited set(
      String text, List<String> path, String value, As as, List<String> order) {
    return made(text, edit -> edit.set(path, value, as, order));
  }

  /// Removes a key or a list entry with everything below it. A section that becomes empty is
  /// removed too. Comments above it stay, because a person wrote them.
  public static Edited remove(String text, List<String> path) {
    return made(text, edit -> edit.remove(path));
  }

  /// Adds an entry at the end of a list. A missing list is added behind the last key of its
  /// section.
  ///
  /// @param path path of the list, from the root
  /// @param entry values in the order of writing
  public static Edited add(String text, List<String> path, List<EntryValue> entry) {
    return made(text, edit -> edit.add(path, entry));
  }

  /// Reads a value as written; empty if it is missing or the text cannot be read.
  public static Optional<String> value(String text, List<String> path) {
    return YamlTree.ofAny(text)
        .find(path)
        .filter(ScalarNode.class::isInstance)
        .map(node -> ((ScalarNode) node).getValue());
  }

  /// Number of entries in a list; 0 if there is no such list.
  public static int size(String text, List<String> path) {
    return YamlTree.ofAny(text).find(path).orElse(null) instanceof SequenceNode list
        ? list.getValue().size()
        : 0;
  }

  private String set(List<String> path, String value, As as, List<String> order)
      throws UnchangeableYaml {
    oneLine(value);
    return proven(changed(path, value, as, order), path, wanted(path, value, as));
  }

  /// The values expected at the path after the change.
  private static Map<List<String>, String> wanted(List<String> path, String value, As as) {
    if (as != As.WORDS) {
      return Map.of(path, value);
    }
    Map<List<String>, String> wanted = new HashMap<>();
    words(value).forEach(word -> wanted.put(and(path, String.valueOf(wanted.size())), word));
    return wanted;
  }

  private static void oneLine(String value) throws UnchangeableYaml {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw UnchangeableYaml.at(0, WhyNot.ONE_LINE);
    }
  }

  private String changed(List<String> path, String value, As as, List<String> order)
      throws UnchangeableYaml {
    Node at = tree.root();
    boolean inBraces = false;
    for (int depth = 0; depth < path.size(); depth++) {
      inBraces |= at instanceof CollectionNode<?> section && YamlTree.inBraces(section);
      String name = path.get(depth);
      List<String> rest = path.subList(depth, path.size());
      Optional<Node> next = YamlTree.inside(at, name);
      if (next.isEmpty()) {
        return switch (at) {
          case MappingNode section -> inserted(section, rest, value, as, order);
          case SequenceNode _ ->
              throw new UnchangeableYaml(YamlTree.line(at), WhyNot.NO_SUCH_ENTRY, name);
          default -> throw new UnchangeableYaml(YamlTree.line(at), WhyNot.NO_SINGLE_VALUE, name);
        };
      }
      if (rest.size() > 1 && next.get() instanceof ScalarNode scalar) {
        if (!isNothing(scalar) || !(at instanceof MappingNode section)) {
          throw new UnchangeableYaml(YamlTree.line(scalar), WhyNot.VALUE_NOT_SECTION, name);
        }
        // The section has a key but no content yet.
        Node key = YamlTree.entry(section, name).orElseThrow().getKeyNode();
        List<String> inner = rest.subList(1, rest.size());
        int indent = key.getStartMark().getColumn() + STEP;
        return behind(key.getStartMark().getLine(), lines(indent, inner, value, as));
      }
      at = next.get();
    }
    return switch (at) {
      case ScalarNode scalar -> replaced(scalar, value, as, inBraces);
      case SequenceNode words when as == As.WORDS -> replaced(words, value);
      default ->
          throw new UnchangeableYaml(YamlTree.line(at), WhyNot.NO_SINGLE_VALUE, path.getLast());
    };
  }

  private String replaced(SequenceNode words, String value) throws UnchangeableYaml {
    if (!YamlTree.inBraces(words)
        || words.getStartMark().getLine() != words.getEndMark().getLine()) {
      throw UnchangeableYaml.at(YamlTree.line(words), WhyNot.ONLY_EDITOR);
    }
    return text.substring(0, tree.at(words.getStartMark()))
        + inBrackets(value)
        + text.substring(tree.at(words.getEndMark()));
  }

  private static String inBrackets(String value) {
    return words(value).stream().map(YamlEdit::name).collect(Collectors.joining(", ", "[", "]"));
  }

  private static List<String> words(String value) {
    return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
  }

  private static boolean isNothing(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.NULL) && scalar.getValue().isEmpty();
  }

  private String replaced(ScalarNode scalar, String value, As as, boolean inBraces)
      throws UnchangeableYaml {
    int start = tree.at(scalar.getStartMark());
    int end = tree.at(scalar.getEndMark());
    String old = text.substring(start, end);
    if (YamlTree.isBlock(scalar) || old.contains("\n")) {
      throw UnchangeableYaml.at(YamlTree.line(scalar), WhyNot.SEVERAL_LINES);
    }
    if (old.startsWith("!")) {
      throw new UnchangeableYaml(YamlTree.line(scalar), WhyNot.TYPED, old);
    }
    String written = written(value, as, scalar.getScalarStyle(), inBraces);
    return text.substring(0, start) + (old.isEmpty() ? " " : "") + written + text.substring(end);
  }

  private static String written(
      String value, As as, @Nullable ScalarStyle style, boolean inBraces) {
    if (as == As.WORDS) {
      return inBrackets(value);
    }
    if (as == As.WORD && WORD.matcher(value).matches()) {
      return value;
    }
    if (style == ScalarStyle.SINGLE_QUOTED) {
      return YamlQuotes.one(value);
    }
    boolean bare = style != ScalarStyle.DOUBLE_QUOTED && isBare(value, inBraces);
    return bare ? value : YamlQuotes.two(value);
  }

  /// Whether YAML reads this text back unchanged without quotes.
  private static boolean isBare(String value, boolean inBraces) {
    return !value.isEmpty()
        && !(inBraces && value.matches(".*[,\\[\\]{}].*"))
        && YamlTree.ofAny("k: " + value + "\n").find(List.of("k")).orElse(null)
            instanceof ScalarNode read
        && read.getValue().equals(value)
        && read.getTag().equals(Tag.STR);
  }

  private static String name(String name) {
    return isBare(name, true) ? name : YamlQuotes.two(name);
  }

  private String inserted(
      MappingNode section, List<String> path, String value, As as, List<String> order)
      throws UnchangeableYaml {
    List<NodeTuple> there = section.getValue();
    if (YamlTree.inBraces(section)) {
      Node end = there.isEmpty() ? section : there.getLast().getValueNode();
      int at = tree.at(end.getEndMark()) - (there.isEmpty() ? 1 : 0);
      String entry = (there.isEmpty() ? "" : ", ") + inBraces(path, value, as);
      return text.substring(0, at) + entry + text.substring(at);
    }
    if (there.isEmpty()) {
      throw UnchangeableYaml.at(YamlTree.line(section), WhyNot.EMPTY_SECTION);
    }
    int indent = there.getFirst().getKeyNode().getStartMark().getColumn();
    int place = Math.max(0, order.indexOf(path.getFirst()));
    NodeTuple before =
        order.subList(0, place).reversed().stream()
            .flatMap(name -> YamlTree.entry(section, name).stream())
            .findFirst()
            .orElse(there.getLast());
    return behind(tree.lastLine(before.getValueNode()), lines(indent, path, value, as));
  }

  private static String inBraces(List<String> path, String value, As as) {
    String rest =
        path.size() == 1
            ? written(value, as, null, true)
            : "{" + inBraces(path.subList(1, path.size()), value, as) + "}";
    return name(path.getFirst()) + ": " + rest;
  }

  private static List<String> lines(int indent, List<String> path, String value, As as) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      String line = " ".repeat(indent + i * STEP) + name(path.get(i)) + ":";
      lines.add(i < path.size() - 1 ? line : line + " " + written(value, as, null, false));
    }
    return lines;
  }

  private String add(List<String> path, List<EntryValue> entry) throws UnchangeableYaml {
    Map<List<String>, String> wanted = new HashMap<>();
    int number = size(text, path);
    for (EntryValue given : entry) {
      oneLine(given.value());
      List<String> at = and(and(path, String.valueOf(number)), given.path());
      wanted.putAll(wanted(at, given.value(), given.as()));
    }
    Optional<Node> there = tree.find(path);
    String changed;
    if (there.orElse(null) instanceof SequenceNode list && number > 0) {
      if (YamlTree.inBraces(list)) {
        throw UnchangeableYaml.at(YamlTree.line(list), WhyNot.ONLY_EDITOR);
      }
      int last = tree.lastLine(list.getValue().getLast());
      changed = behind(last, item(list.getStartMark().getColumn(), entry));
    } else {
      changed = begun(path, there, entry);
    }
    return proven(changed, and(path, String.valueOf(number)), wanted);
  }

  /// Adds the first entry of a list. The list's key may be missing, empty, or hold an empty list.
  private String begun(List<String> path, Optional<Node> there, List<EntryValue> entry)
      throws UnchangeableYaml {
    if (!(tree.find(path.subList(0, path.size() - 1)).orElse(null) instanceof MappingNode section)
        || YamlTree.inBraces(section)
        || section.getValue().isEmpty()) {
      throw UnchangeableYaml.at(0, WhyNot.EMPTY_SECTION);
    }
    int column = section.getValue().getFirst().getKeyNode().getStartMark().getColumn();
    List<String> item = item(column + STEP, entry);
    if (there.isEmpty()) {
      item.addFirst(" ".repeat(column) + path.getLast() + ":");
      return behind(tree.lastLine(section.getValue().getLast().getValueNode()), item);
    }
    boolean nothing =
        there.get() instanceof SequenceNode
            || (there.get() instanceof ScalarNode scalar && scalar.getValue().isEmpty());
    if (!nothing) {
      throw new UnchangeableYaml(
          YamlTree.line(there.get()), WhyNot.NO_SINGLE_VALUE, path.getLast());
    }
    Node key = YamlTree.entry(section, path.getLast()).orElseThrow().getKeyNode();
    int end = tree.at(key.getEndMark()) + 1;
    int until = tree.at(there.get().getEndMark());
    String without = until > end ? text.substring(0, end) + text.substring(until) : text;
    return YamlTree.behind(without, key.getStartMark().getLine(), item);
  }

  /// Lines of a list entry, such as `- is: item`, one line for each key. Texts in three languages
  /// are written in braces.
  private static List<String> item(int column, List<EntryValue> entry) {
    Map<String, List<EntryValue>> keys = new LinkedHashMap<>();
    entry.forEach(
        given -> keys.computeIfAbsent(given.path().getFirst(), _ -> new ArrayList<>()).add(given));
    List<String> lines = new ArrayList<>();
    keys.forEach(
        (key, values) -> {
          EntryValue first = values.getFirst();
          String value =
              first.path().size() == 1
                  ? written(first.value(), first.as(), null, false)
                  : values.stream()
                      .map(it -> inBraces(it.path().subList(1, 2), it.value(), it.as()))
                      .collect(Collectors.joining(", ", "{", "}"));
          String dash = lines.isEmpty() ? "- " : "  ";
          lines.add(" ".repeat(column) + dash + name(key) + ": " + value);
        });
    return lines;
  }

  private String remove(List<String> path) throws UnchangeableYaml {
    List<String> parent = path.subList(0, Math.max(0, path.size() - 1));
    Node section = path.size() < 2 ? null : tree.find(parent).orElse(null);
    Node value =
        YamlTree.inside(section, path.getLast())
            .orElseThrow(
                () ->
                    path.getLast().matches("[0-9]+")
                        ? new UnchangeableYaml(0, WhyNot.NO_SUCH_ENTRY, path.getLast())
                        : UnchangeableYaml.at(0, WhyNot.NO_SUCH_KEY));
    if (!(section instanceof CollectionNode<?> all) || all.getValue().size() == 1) {
      return remove(parent);
    }
    Node begin =
        section instanceof MappingNode map
            ? YamlTree.entry(map, path.getLast()).orElseThrow().getKeyNode()
            : value;
    int line = begin.getStartMark().getLine();
    int start = YamlTree.lineStart(text, line);
    String before = text.substring(start, tree.at(begin.getStartMark())).strip();
    if (YamlTree.inBraces(all) || !before.equals(all instanceof SequenceNode ? "-" : "")) {
      throw UnchangeableYaml.at(line + 1, WhyNot.SHARED_LINE);
    }
    String changed =
        text.substring(0, start)
            + text.substring(YamlTree.lineStart(text, tree.lastLine(value) + 1));
    Map<List<String>, String> expected = new HashMap<>();
    without(tree.values(), path)
        .forEach(
            (key, it) -> expected.put(all instanceof SequenceNode ? closedUp(key, path) : key, it));
    if (!YamlTree.of(changed).values().equals(expected)) {
      throw UnchangeableYaml.at(line + 1, WhyNot.ONLY_EDITOR);
    }
    return changed;
  }

  /// The path after the removal of a list entry: later entries move up by one.
  private static List<String> closedUp(List<String> key, List<String> path) {
    int at = path.size() - 1;
    if (key.size() <= at || !key.subList(0, at).equals(path.subList(0, at))) {
      return key;
    }
    int number = Integer.parseInt(key.get(at));
    List<String> closed = new ArrayList<>(key);
    closed.set(at, String.valueOf(number > Integer.parseInt(path.getLast()) ? number - 1 : number));
    return closed;
  }

  private static List<String> and(List<String> path, List<String> more) {
    return Stream.concat(path.stream(), more.stream()).toList();
  }

  private static List<String> and(List<String> path, String name) {
    return and(path, List.of(name));
  }

  /// @param line from 0
  private String behind(int line, List<String> lines) {
    return YamlTree.behind(text, line, lines);
  }

  private static Map<List<String>, String> without(
      Map<List<String>, String> values, List<String> path) {
    Map<List<String>, String> rest = new HashMap<>(values);
    rest.keySet().removeIf(key -> Collections.indexOfSubList(key, path) == 0);
    return rest;
  }

  /// Returns the changed text after a check: only the path may differ, and it must hold the wanted
  /// values.
  private String proven(String changed, List<String> path, Map<List<String>, String> wanted)
      throws UnchangeableYaml {
    Map<List<String>, String> after = YamlTree.of(changed).values();
    Map<List<String>, String> rest = without(after, path);
    Map<List<String>, String> before = without(tree.values(), path);
    // Ignores a section that was present but empty.
    before.keySet().removeIf(key -> Collections.indexOfSubList(path, key) == 0);
    Map<List<String>, String> there = new HashMap<>();
    after.forEach((key, it) -> there.put(key, it.substring(it.indexOf(' ') + 1)));
    there.keySet().removeAll(rest.keySet());
    if (!rest.equals(before) || !there.equals(wanted)) {
      throw UnchangeableYaml.at(tree.find(path).map(YamlTree::line).orElse(0), WhyNot.ONLY_EDITOR);
    }
    return changed;
  }
}

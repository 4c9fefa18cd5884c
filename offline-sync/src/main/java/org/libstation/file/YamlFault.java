package org.libstation.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A place where a YAML text cannot be read. It holds no value of the text, because a value may be
/// a password. For the same reason it does not repeat the words of a YAML library.
///
/// @param line from 1
/// @param column from 1
/// @param key full name of the key at this place; empty if there is none
/// @param words what is wrong
public record YamlFault(int line, int column, String key, String words) {
  private static final Pattern KEY =
      Pattern.compile("([ \\t]*(?:- +)*)([\"']?)([\\p{L}\\p{N}_.-]{1,60}|<<)\\2[ \\t]*:(?=\\s|$)");

  /// A key without a space after its colon.
  private static final Pattern CLOSE =
      Pattern.compile("([ \\t]*(?:- +)*)()([\\p{L}\\p{N}_.-]{1,60}):(?=\\S)");

  /// A value that can have no keys below it.
  private static final Pattern VALUE =
      Pattern.compile("[ \\t]+(?:[^\\s#&!|>{\\[\"'].*|\"[^\"]*\"\\s*|'[^']*'\\s*)");

  private static final String SECOND = "mapping values are not allowed";

  private static final String QUOTES = "write the value in quotes";

  /// Parts of the YAML libraries' messages, each with our words for it. The first match counts.
  private static final List<Map.Entry<String, String>> WORDS =
      List.of(
          Map.entry("duplicate", "the key is there twice"),
          Map.entry("merge", "merge keys (<<) are not used here: write the keys out"),
          Map.entry("single document", "there is more than one document: take out the line ---"),
          Map.entry("special characters", "there is a control character"),
          Map.entry("TAB", "there is a tab: use spaces"),
          Map.entry("alias", "anchors (&) and aliases (*) are not used here: " + QUOTES),
          Map.entry("anchor", "anchors (&) and aliases (*) are not used here: " + QUOTES),
          Map.entry("tag", "a value cannot begin with '!': " + QUOTES),
          Map.entry("directive", "a value cannot begin with '%': " + QUOTES),
          Map.entry("escape", "in double quotes, write \\\\ for one \\"),
          Map.entry("quoted scalar", "a quote is not closed"),
          Map.entry("block scalar", "after | or >, the text begins on the next line"),
          Map.entry(SECOND, "there is a second ': ': " + QUOTES),
          Map.entry("cannot start any token", "a value cannot begin with this sign: " + QUOTES),
          Map.entry("expected ':'", "expected 'key: value'"),
          Map.entry("flow", "a bracket or brace is not closed: close it, or " + QUOTES),
          Map.entry("block", "the indentation differs from the lines above, or text is left over"));

  /// Makes the fault of a place in a text.
  ///
  /// @param line from 1
  /// @param column from 1
  /// @param keyLine line of the key to which the place belongs, from 1
  /// @param said the message of a YAML library, which is not repeated
  public static YamlFault of(String text, int line, int column, int keyLine, String said) {
    // At the first colon of a line there is no second one: the line is indented too far.
    String meant = said.contains(SECOND) && isKeyAt(text, line, column) ? "block" : said;
    String words =
        WORDS.stream()
            .filter(each -> meant.contains(each.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse("it cannot be read as YAML");
    return new YamlFault(line, column, key(text, keyLine), words);
  }

  /// Whether to report an error at the beginning of its construct. An unclosed bracket, or a key
  /// without a space after its colon, is noticed only some lines later.
  ///
  /// @param context the construct that a YAML library says it was reading
  public static boolean isAtContext(@Nullable String context) {
    return context != null && (context.contains("flow") || context.contains("simple key"));
  }

  private static boolean isKeyAt(String text, int line, int column) {
    Matcher key = KEY.matcher(text.lines().skip(line - 1L).findFirst().orElse(""));
    return key.lookingAt() && key.end() == column;
  }

  /// Returns the full name of the key in a line, or of the section or key to which the line
  /// belongs.
  private static String key(String text, int line) {
    List<String> lines = text.lines().limit(line).toList();
    Deque<String> names = new ArrayDeque<>();
    int inside = Integer.MAX_VALUE;
    for (int at = lines.size() - 1; at >= 0 && inside > 0; at--) {
      String one = lines.get(at);
      boolean own = at == lines.size() - 1;
      Matcher key = KEY.matcher(one);
      Matcher close = CLOSE.matcher(one);
      if (key.lookingAt()) {
        if (key.group(1).length() < inside) {
          inside = key.group(1).length();
          if (names.isEmpty() || !VALUE.matcher(one.substring(key.end())).matches()) {
            names.addFirst(key.group(3));
          }
        }
      } else if (own && close.lookingAt()) {
        inside = close.group(1).length();
        names.addFirst(close.group(3));
      } else if (own && !one.isBlank() && !one.strip().startsWith("#")) {
        inside = one.length() - one.stripLeading().length();
      }
    }
    return String.join(".", names);
  }

  /// Returns the same fault with another key.
  public YamlFault withKey(String other) {
    return new YamlFault(line, column, other, words);
  }
}

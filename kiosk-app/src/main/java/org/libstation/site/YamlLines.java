package org.libstation.site;

import java.util.Arrays;
import java.util.List;

/// Where the keys of a YAML text stand.
public record YamlLines(List<String> lines) {

  public static YamlLines of(String yaml) {
    return new YamlLines(yaml.lines().toList());
  }

  /// @param line from 1; 0 = nowhere
  /// @param whole whether the key itself stands there, not only a section that would hold it
  public record Found(int line, boolean whole) {}

  /// The line of a key, or of the innermost section of it that stands there.
  public Found find(String key) {
    int found = 0;
    int indent = -1;
    String[] parts = key.split("\\.", -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      int next = lineOf(found, indent, part);
      if (next == 0 && part.matches("[0-9]{1,4}")) {
        next = lineOfItem(found, indent, Integer.parseInt(part));
      }
      if (next == 0) {
        // An option of a device may have dots in its own name.
        String rest = String.join(".", Arrays.asList(parts).subList(i, parts.length));
        int dotted = lineOf(found, indent, rest);
        return dotted == 0 ? new Found(found, false) : new Found(dotted, true);
      }
      found = next;
      indent = indent(lines.get(found - 1));
    }
    return new Found(found, true);
  }

  /// The line of the item of a list that begins after a line; 0 = it is not there.
  private int lineOfItem(int after, int sectionIndent, int number) {
    int left = number;
    for (int i = after; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (indent(lines.get(i)) <= sectionIndent) {
        return 0;
      }
      if (line.startsWith("- ") && left-- == 0) {
        return i + 1;
      }
    }
    return 0;
  }

  /// The line of a name directly in the section that begins after a line, counted from 1; 0 = it is
  /// not there.
  private int lineOf(int after, int sectionIndent, String name) {
    int children = -1;
    for (int i = after; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int indent = indent(lines.get(i));
      if (indent <= sectionIndent) {
        return 0;
      }
      children = children < 0 ? indent : children;
      if (indent == children
          && (line.startsWith(name + ":") || line.startsWith("\"" + name + "\":"))) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}

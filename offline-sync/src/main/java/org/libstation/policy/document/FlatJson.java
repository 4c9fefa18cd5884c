package org.libstation.policy.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads a JSON object (RFC 8259) whose values are all texts: what a stranger sent, before its
/// signature was looked at. One pass over the characters, without levels: whatever it is, reading
/// it takes a time and a memory in proportion to its length.
public final class FlatJson {
  private static final int MOST_FIELDS = 16;
  private static final int HEX = 16;
  private static final int HEX_DIGITS = 4;

  private final String text;
  private int at;

  private FlatJson(String text) {
    this.text = text;
  }

  /// @return the values by name; empty when it is no such object, names something twice, or holds a
  ///   half of a character (a lone surrogate), which no bytes stand for
  public static Optional<Map<String, String>> read(String text) {
    try {
      return Optional.of(new FlatJson(text).object());
    } catch (NoFlatJson _) {
      return Optional.empty();
    }
  }

  private Map<String, String> object() throws NoFlatJson {
    Map<String, String> fields = new LinkedHashMap<>();
    expect('{');
    boolean more = true;
    while (more) {
      String name = string();
      expect(':');
      if (fields.put(name, string()) != null || fields.size() > MOST_FIELDS) {
        throw new NoFlatJson();
      }
      blanks();
      more = at < text.length() && text.charAt(at) == ',';
      at += more ? 1 : 0;
    }
    expect('}');
    blanks();
    if (at < text.length()) {
      throw new NoFlatJson();
    }
    return fields;
  }

  private String string() throws NoFlatJson {
    expect('"');
    StringBuilder out = new StringBuilder();
    char c = next();
    while (c != '"') {
      if (c < ' ') {
        throw new NoFlatJson();
      }
      out.append(c == '\\' ? escaped() : c);
      c = next();
    }
    return whole(out.toString());
  }

  private static String whole(String text) throws NoFlatJson {
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new NoFlatJson();
    }
    return text;
  }

  private char escaped() throws NoFlatJson {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw new NoFlatJson();
    };
  }

  private char unit() throws NoFlatJson {
    int unit = 0;
    for (int i = 0; i < HEX_DIGITS; i++) {
      char c = next();
      int digit = c < 0x80 ? Character.digit(c, HEX) : -1;
      if (digit < 0) {
        throw new NoFlatJson();
      }
      unit = unit * HEX + digit;
    }
    return (char) unit;
  }

  private void expect(char expected) throws NoFlatJson {
    blanks();
    if (next() != expected) {
      throw new NoFlatJson();
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char next() throws NoFlatJson {
    if (at >= text.length()) {
      throw new NoFlatJson();
    }
    return text.charAt(at++);
  }

  /// It is something else.
  private static final class NoFlatJson extends Exception {
    private static final long serialVersionUID = 1;

    NoFlatJson() {
      super(null, null, false, false);
    }
  }
}

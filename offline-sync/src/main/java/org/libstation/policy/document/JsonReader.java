package org.libstation.policy.document;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one JSON value (RFC 8259). Numbers are whole, a name stands once in an object, and no value
/// lies deeper than a stranger's text may make it: one pass over the characters, in a time and a
/// memory in proportion to their number.
public final class JsonReader {

  /// A JSON value.
  public sealed interface Value {
    record Text(String text) implements Value {}

    record Whole(long number) implements Value {}

    record Truth(boolean truth) implements Value {}

    record Nothing() implements Value {}

    record Row(List<Value> values) implements Value {}

    record Members(Map<String, Value> values) implements Value {
      public Optional<Value> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !(value instanceof Nothing));
      }
    }
  }

  /// What is no JSON, and where.
  public static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    Fault(String what, int at) {
      super(what);
      this.what = "character " + (at + 1) + ": " + what;
    }

    public String what() {
      return what;
    }
  }

  private static final int DEEPEST = 20;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  public static Value read(String text) throws Fault {
    JsonReader reader = new JsonReader(text);
    Value value = reader.value();
    reader.skip();
    if (reader.at < text.length()) {
      throw reader.expected("the end of the line");
    }
    return value;
  }

  private Fault expected(String what) {
    return new Fault(what + " expected", at);
  }

  private void skip() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char next() {
    skip();
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean taken(char c) {
    if (next() != c) {
      return false;
    }
    at++;
    return true;
  }

  private Value value() throws Fault {
    if (++depth > DEEPEST) {
      throw expected("less depth");
    }
    try {
      return switch (next()) {
        case '{' -> members();
        case '[' -> row();
        case '"' -> new Value.Text(string());
        case 't' -> word("true", new Value.Truth(true));
        case 'f' -> word("false", new Value.Truth(false));
        case 'n' -> word("null", new Value.Nothing());
        default -> whole();
      };
    } finally {
      depth--;
    }
  }

  private Value members() throws Fault {
    Map<String, Value> members = new LinkedHashMap<>();
    at++;
    if (taken('}')) {
      return new Value.Members(members);
    }
    do {
      if (next() != '"') {
        throw expected("a name in quotes");
      }
      String name = string();
      if (!taken(':')) {
        throw expected("':'");
      }
      if (members.put(name, value()) != null) {
        throw expected("each name once");
      }
    } while (taken(','));
    if (!taken('}')) {
      throw expected("',' or '}'");
    }
    return new Value.Members(members);
  }

  private Value row() throws Fault {
    List<Value> values = new ArrayList<>();
    at++;
    if (taken(']')) {
      return new Value.Row(values);
    }
    do {
      values.add(value());
    } while (taken(','));
    if (!taken(']')) {
      throw expected("',' or ']'");
    }
    return new Value.Row(values);
  }

  private Value word(String word, Value value) throws Fault {
    if (!text.startsWith(word, at)) {
      throw expected(word);
    }
    at += word.length();
    return value;
  }

  private Value whole() throws Fault {
    int from = at;
    while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return new Value.Whole(Long.parseLong(text, from, at, 10));
    } catch (NumberFormatException none) {
      throw new Fault("a value expected", from);
    }
  }

  private String string() throws Fault {
    StringBuilder string = new StringBuilder();
    at++;
    while (true) {
      if (at >= text.length()) {
        throw expected("'\"'");
      }
      char c = text.charAt(at++);
      if (c == '"') {
        return string.toString();
      }
      if (c < ' ') {
        throw expected("a character that is seen");
      }
      string.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() throws Fault {
    char c = at < text.length() ? text.charAt(at++) : '\0';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw expected("an escape of JSON");
    };
  }

  private char unicode() throws Fault {
    try {
      char c = (char) HexFormat.fromHexDigits(text, at, Math.min(at + 4, text.length()));
      at += 4;
      return c;
    } catch (NumberFormatException none) {
      throw expected("four hex digits");
    }
  }
}

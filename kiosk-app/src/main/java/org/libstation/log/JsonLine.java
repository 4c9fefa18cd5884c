package org.libstation.log;

import java.util.Locale;

/// One flat JSON object, written in the order its members were put.
public final class JsonLine {
  private final StringBuilder text = new StringBuilder("{");

  public JsonLine put(String name, String value) {
    return member(name, quoted(value));
  }

  public JsonLine put(String name, long value) {
    return member(name, Long.toString(value));
  }

  public JsonLine put(String name, boolean value) {
    return member(name, Boolean.toString(value));
  }

  private JsonLine member(String name, String json) {
    if (text.length() > 1) {
      text.append(',');
    }
    text.append(quoted(name)).append(':').append(json);
    return this;
  }

  /// A JSON string.
  public static String quoted(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  @Override
  public String toString() {
    return text + "}";
  }
}

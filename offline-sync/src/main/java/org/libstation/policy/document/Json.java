package org.libstation.policy.document;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/// Writes documents for the wire, as JSON (RFC 8259) in one line with names in the order of the
/// document. The same document always gives the same bytes. Decimals are written as text, so that
/// no reader turns amounts into floating-point numbers.
public final class Json {
  private static final int FIRST_PRINTED = 0x20;

  private final StringBuilder out = new StringBuilder();

  private Json() {}

  public static String of(Value value) {
    Json json = new Json();
    json.write(value);
    return json.out.toString();
  }

  /// The text as a JSON string, with quotes.
  public static String quoted(String text) {
    Json json = new Json();
    json.text(text);
    return json.out.toString();
  }

  private void write(Value value) {
    switch (value) {
      case Value.Scalar scalar -> scalar(scalar);
      case Value.Items items -> {
        out.append('[');
        Iterator<Value> each = items.values().iterator();
        while (each.hasNext()) {
          write(each.next());
          out.append(each.hasNext() ? "," : "");
        }
        out.append(']');
      }
      case Value.ValueFields fields -> {
        out.append('{');
        Iterator<Map.Entry<String, Value.ValueField>> each = fields.fields().entrySet().iterator();
        while (each.hasNext()) {
          Map.Entry<String, Value.ValueField> field = each.next();
          text(field.getKey());
          out.append(':');
          write(field.getValue().value());
          out.append(each.hasNext() ? "," : "");
        }
        out.append('}');
      }
    }
  }

  private void scalar(Value.Scalar scalar) {
    switch (scalar.kind()) {
      case INTEGER -> {
        if (scalar.text().matches("-?(0|[1-9]\\d*)")) {
          out.append(scalar.text());
        } else {
          text(scalar.text());
        }
      }
      case TRUTH -> out.append(scalar.text().toLowerCase(Locale.ROOT));
      case NOTHING -> out.append("null");
      case TEXT, DECIMAL -> text(scalar.text());
    }
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < FIRST_PRINTED || (Character.isSurrogate(c) && !isPaired(text, i))) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}

package org.libstation.process.log;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.policy.document.Json;

/// Builds one JSON object; its members keep the order in which they were added.
public final class JsonLine {
  private final StringBuilder text = new StringBuilder("{");

  public JsonLine put(String name, String value) {
    return member(name, Json.quoted(value));
  }

  public JsonLine put(String name, long value) {
    return member(name, Long.toString(value));
  }

  public JsonLine put(String name, boolean value) {
    return member(name, Boolean.toString(value));
  }

  public JsonLine put(String name, JsonLine value) {
    return member(name, value.toString());
  }

  public JsonLine put(String name, List<JsonLine> values) {
    return putAll(name, values.stream().map(JsonLine::toString));
  }

  /// @param values values that are JSON already
  public JsonLine putAll(String name, Stream<String> values) {
    return member(name, values.collect(Collectors.joining(",", "[", "]")));
  }

  public JsonLine putNull(String name) {
    return member(name, "null");
  }

  private JsonLine member(String name, String json) {
    if (text.length() > 1) {
      text.append(',');
    }
    text.append(Json.quoted(name)).append(':').append(json);
    return this;
  }

  @Override
  public String toString() {
    return text + "}";
  }
}

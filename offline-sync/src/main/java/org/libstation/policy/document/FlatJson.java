package org.libstation.policy.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads a JSON object (RFC 8259) whose values are all texts: what a stranger sent, before its
/// signature was looked at.
public final class FlatJson {
  private static final int MOST_FIELDS = 16;

  private FlatJson() {}

  /// @return the values by name; empty when it is no such object, names something twice, or holds a
  ///   half of a character (a lone surrogate), which no bytes stand for
  public static Optional<Map<String, String>> read(String text) {
    try {
      return JsonReader.read(text) instanceof JsonReader.JsonValue.Members(var members)
          ? texts(members)
          : Optional.empty();
    } catch (JsonReader.JsonFault _) {
      return Optional.empty();
    }
  }

  private static Optional<Map<String, String>> texts(Map<String, JsonReader.JsonValue> members) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonReader.JsonValue> member : members.entrySet()) {
      if (!(member.getValue() instanceof JsonReader.JsonValue.JsonString(String text))
          || isHalf(text)
          || isHalf(member.getKey())) {
        return Optional.empty();
      }
      texts.put(member.getKey(), text);
    }
    return texts.isEmpty() || texts.size() > MOST_FIELDS ? Optional.empty() : Optional.of(texts);
  }

  private static boolean isHalf(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}

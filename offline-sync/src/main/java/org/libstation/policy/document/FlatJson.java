package org.libstation.policy.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads a JSON object (RFC 8259) whose values are all texts. It is used for input from outside
/// whose signature is not checked yet.
public final class FlatJson {
  private static final int MOST_FIELDS = 16;

  private FlatJson() {}

  /// @return the values by name. Empty if the text is no such object, is empty, has too many names
  ///   or a repeated one, or contains half a character (a lone surrogate), which no bytes can
  ///   encode
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

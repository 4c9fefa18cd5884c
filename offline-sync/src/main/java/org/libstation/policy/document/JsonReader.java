package org.libstation.policy.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Reads one JSON value (RFC 8259) with Jackson's streaming parser. Numbers must be whole, a name
/// may occur only once in an object, and nesting is limited. Time and memory grow only in
/// proportion to the number of characters.
public final class JsonReader {

  /// A JSON value.
  public sealed interface JsonValue {
    record JsonString(String text) implements JsonValue {}

    record JsonInteger(long number) implements JsonValue {}

    record Truth(boolean truth) implements JsonValue {}

    record JsonNull() implements JsonValue {}

    record JsonArray(List<JsonValue> values) implements JsonValue {}

    record Members(Map<String, JsonValue> values) implements JsonValue {
      public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !(value instanceof JsonNull));
      }
    }
  }

  /// Thrown if the text is no JSON that is read here; says what is wrong and where.
  public static final class JsonFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    JsonFault(String what, TokenStreamLocation at) {
      super(what);
      this.what = "character " + (at.getCharOffset() + 1) + ": " + what;
    }

    public String what() {
      return what;
    }
  }

  private static final int DEEPEST = 20;

  /// The parser sets no length limit for texts and names, because callers limit the whole text.
  /// Names are not kept in a table, because input from outside could fill it.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonReader() {}

  /// @throws JsonFault if the text is no such value, or has more after it
  public static JsonValue read(String text) throws JsonFault {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      try {
        json.nextToken();
        JsonValue value = value(json);
        if (json.nextToken() != null) {
          throw new JsonFault("the end of the line expected", json.currentTokenLocation());
        }
        return value;
      } catch (UnexpectedEndOfInputException _) {
        throw new JsonFault(
            missing(json.streamReadContext()) + " expected", json.currentLocation());
      } catch (JacksonException e) {
        // An exception about a limit gives no place.
        throw new JsonFault(e.getOriginalMessage(), json.currentLocation());
      }
    }
  }

  private static String missing(TokenStreamContext where) {
    return where.inObject() ? "',' or '}'" : where.inArray() ? "',' or ']'" : "a value";
  }

  private static JsonValue value(JsonParser json) throws JsonFault {
    return switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
          String name = json.currentName();
          json.nextToken();
          members.put(name, value(json));
        }
        yield new JsonValue.Members(members);
      }
      case START_ARRAY -> {
        List<JsonValue> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(json));
        }
        yield new JsonValue.JsonArray(values);
      }
      case VALUE_STRING -> new JsonValue.JsonString(json.getString());
      case VALUE_NUMBER_INT -> new JsonValue.JsonInteger(json.getLongValue());
      case VALUE_TRUE -> new JsonValue.Truth(true);
      case VALUE_FALSE -> new JsonValue.Truth(false);
      case VALUE_NULL -> new JsonValue.JsonNull();
      case null, default -> throw new JsonFault("a value expected", json.currentTokenLocation());
    };
  }
}

package org.libstation.lab.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.site.SiteProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A JSON file that another program wrote. A missing value, or one of another kind, reads as empty;
/// the caller checks what it needs.
final class JsonTree {
  private static final long MOST_BYTES = 64L << 20;
  private static final JsonFactory JSON = new JsonFactory();

  /// A map, a list, a text, or the text of another scalar.
  private final Object value;

  private JsonTree(Object value) {
    this.value = value;
  }

  /// @throws SiteProblem when the file cannot be read, is too large, or is not one JSON object
  static JsonTree read(Path file) {
    String text;
    try {
      if (!Files.isRegularFile(file)) {
        throw new SiteProblem("there is no file " + file);
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new SiteProblem(file + ": expected at most " + (MOST_BYTES >> 20) + " MiB");
      }
      text = Files.readString(file);
    } catch (IOException e) {
      throw new SiteProblem(file + " cannot be read: " + e.getMessage());
    }
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new SiteProblem(file + ": expected a JSON object");
      }
      JsonTree tree = new JsonTree(value(json));
      if (json.nextToken() != null) {
        throw new SiteProblem(file + ": expected one JSON object and nothing after it");
      }
      return tree;
    } catch (JacksonException e) {
      throw new SiteProblem(
          file + ", line " + line(e) + ": not JSON, or cut off: " + e.getOriginalMessage());
    }
  }

  private static int line(JacksonException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
  }

  private static Object value(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, JsonTree> members = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
          String name = json.currentName();
          json.nextToken();
          members.put(name, new JsonTree(value(json)));
        }
        yield members;
      }
      case START_ARRAY -> {
        List<JsonTree> rows = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          rows.add(new JsonTree(value(json)));
        }
        yield rows;
      }
      case null, default -> Optional.ofNullable(json.getString()).orElse("");
    };
  }

  boolean has(String member) {
    return value instanceof Map<?, ?> members && members.containsKey(member);
  }

  JsonTree get(String member) {
    return value instanceof Map<?, ?> members && members.get(member) instanceof JsonTree tree
        ? tree
        : new JsonTree("");
  }

  /// Whether this is an array, including an empty one.
  boolean isRows() {
    return value instanceof List<?>;
  }

  List<JsonTree> rows() {
    return value instanceof List<?> rows
        ? rows.stream().map(JsonTree.class::cast).toList()
        : List.of();
  }

  List<JsonTree> rows(String member) {
    return get(member).rows();
  }

  String text() {
    return value instanceof String text ? text : "";
  }

  String text(String member) {
    return get(member).text();
  }
}

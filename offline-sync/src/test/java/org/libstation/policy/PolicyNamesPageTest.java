package org.libstation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The page of every name in a policy is generated from the published schema.
class PolicyNamesPageTest {
  private static final Path DOCS = Path.of("../docs/patron-services");
  private static final Path PAGE = DOCS.resolve("policy-names.md");

  /// A part of the page: its head, where its names stand in the schema, and what goes before them.
  private record Part(String head, String pointer, String prefix) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("The file", "", ""),
          new Part("Places", "/$defs/place", "places.NAME."),
          new Part("Calendars", "/$defs/calendar", "calendars.NAME."),
          new Part("Changes of a calendar", "/$defs/change", "changes."),
          new Part("Lending classes", "/$defs/rule", ""),
          new Part("Fines", "/$defs/fines", "fine."),
          new Part("Fines for some", "/$defs/readerFines", "fine.readers."),
          new Part("Reminders", "/$defs/stage", "fine.stages."),
          new Part("Days without borrowing", "/$defs/suspension", "fine.suspension."),
          new Part("Patron classes", "/$defs/patronClass", "patrons.NAME."),
          new Part("Windows", "/$defs/window", "windows.NAME."),
          new Part("Notices", "/$defs/notice", "notices.NAME."),
          new Part("Activities", "/$defs/activity", "activities.NAME."));

  /// They stand in every part and are told once.
  private static final List<String> ANYWHERE = List.of("source", "toBeConfirmed");

  private static final String HEAD =
      """
      # Every name in a policy

      Generated from [policy.schema.json](policy.schema.json), which an editor reads too. How to write a policy:
      [policy.md](policy.md). A name in **bold** is needed wherever its section stands. Any entry may have `source`
      (who says so) and `toBeConfirmed` (what nobody has confirmed yet; `policy check` lists it).
      """;

  private final JsonNode schema;
  private final List<String> lines = new ArrayList<>();

  PolicyNamesPageTest() throws IOException {
    schema = new JsonMapper().readTree(DOCS.resolve("policy.schema.json").toFile());
  }

  @Test
  void the_page_of_every_name_is_what_the_schema_says() throws IOException {
    for (Part part : PARTS) {
      lines.add("");
      lines.add("## " + part.head());
      lines.add("");
      lines.add("| name | value | meaning |");
      lines.add("|---|---|---|");
      names(schema.at(part.pointer()), part.prefix(), part.head());
    }
    String page = HEAD + String.join("\n", lines) + "\n";
    Path made = Files.writeString(Path.of("target", "policy-names.md"), page);
    assertThat(Files.readString(PAGE)).as("copy offline-sync/%s there", made).isEqualTo(page);
  }

  private void names(JsonNode object, String prefix, String head) {
    List<String> needed =
        StreamSupport.stream(object.path("required").spliterator(), false)
            .map(node -> node.asString(""))
            .toList();
    object
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String name = prefix + property.getKey();
              JsonNode node = property.getValue();
              if (ANYWHERE.contains(property.getKey()) || isToldBefore(head, property.getKey())) {
                return;
              }
              if (node.has("properties") && !node.path("properties").has("monday")) {
                names(node, name + ".", head);
                return;
              }
              String shown = "`" + name + "`";
              lines.add(
                  "| %s | %s | %s |"
                      .formatted(
                          needed.contains(property.getKey()) ? "**" + shown + "**" : shown,
                          value(node),
                          meaning(node)));
            });
  }

  /// An entry for some patrons may have any name of a fine: those are told with the fine.
  private boolean isToldBefore(String head, String name) {
    return head.equals("Fines for some")
        && !name.equals("rate")
        && schema.at("/$defs/fines/properties").has(name);
  }

  private static String meaning(JsonNode node) {
    return node.path("description")
        .asString("")
        .replaceAll("(?<![\\w(\\[/-])(fines|policy)\\.md", "[$1.md]($1.md)");
  }

  private String value(JsonNode node) {
    if (node.has("$ref")) {
      JsonNode named = schema.at(node.path("$ref").asString("").substring(1));
      return named.has("properties") && !named.path("properties").has("en")
          ? "see below"
          : named.path("description").asString("");
    }
    if (node.has("enum")) {
      return all(node.path("enum"), ", ");
    }
    if (node.has("const")) {
      return "`" + node.path("const").asString("") + "`";
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      if (node.has(choice)) {
        return StreamSupport.stream(node.path(choice).spliterator(), false)
            .map(this::value)
            .distinct()
            .collect(Collectors.joining(", or "));
      }
    }
    if (node.path("properties").has("monday")) {
      return "for each of `monday` … `sunday`: " + value(node.at("/properties/monday"));
    }
    return switch (node.path("type").asString("")) {
      case "boolean" -> "`true`, `false`";
      case "integer" ->
          node.path("minimum").asString("") + " to " + node.path("maximum").asString("");
      case "array" -> "a list: " + value(node.path("items"));
      case "object" -> "see below";
      default -> words(node);
    };
  }

  private static String words(JsonNode node) {
    String pattern = node.path("pattern").asString("");
    if (pattern.contains("day|week")) {
      return "days or weeks, like `2 weeks`";
    }
    if (pattern.contains("days?")) {
      return "days, like `30 days`" + (pattern.contains("none") ? ", or `none`" : "");
    }
    return pattern.contains("all|") ? "`all`, a type" : "text";
  }

  private static String all(JsonNode values, String between) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(value -> "`" + value.asString("") + "`")
        .collect(Collectors.joining(between));
  }
}

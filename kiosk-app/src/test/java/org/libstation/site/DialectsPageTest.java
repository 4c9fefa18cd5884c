package org.libstation.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.libstation.central.DialectFile;
import org.libstation.central.sip2.site.DialectSettings;

/// Makes `docs/administrator/dialects.md` from the dialect files, and fails where the page is
/// another. `-Dlibstation.pages=write` writes it.
class DialectsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "administrator", "dialects.md");
  private static final String BASE = "generic";

  @Test
  void the_page_of_dialects_says_what_the_dialect_files_say() throws IOException {
    String page = page();
    if ("write".equals(System.getProperty("libstation.pages"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("write it anew by -Dlibstation.pages=write").hasContent(page);
  }

  private static String page() throws IOException {
    Map<String, Map<String, String>> dialects = new TreeMap<>();
    for (String name : Files.readAllLines(Path.of("..", "config", "dialects", "index.txt"))) {
      dialects.put(name, switches(DialectFiles.usual(Path.of("")).read(name)));
    }
    Map<String, String> base = Objects.requireNonNull(dialects.remove(BASE));
    StringBuilder page =
        new StringBuilder(
            """
            # Dialects

            Generated from `config/dialects/*.yaml`. This page lists each switch of a dialect, its value in `generic`, and the dialects that differ. What a switch
            means is in [generic.yaml](../../config/dialects/generic.yaml); where a value comes from is in the file of the dialect. What the station does by a switch
            is in [SIP2](sip2.md#what-the-station-does-by-a-switch).

            | dialect | based on | system |
            |---|---|---|
            """);
    row(page, BASE, "–", base.getOrDefault("system", ""));
    dialects.forEach(
        (name, its) ->
            row(
                page,
                name,
                its.getOrDefault("based-on", "").replace("`", ""),
                its.getOrDefault("system", "")));
    page.append("\n| switch | generic | dialects that differ |\n|---|---|---|\n");
    base.forEach(
        (key, value) -> {
          if (key.contains(".")) {
            row(page, "`" + key + "`", value, others(dialects, key, value));
          }
        });
    return page.toString();
  }

  private static String others(
      Map<String, Map<String, String>> dialects, String key, String usual) {
    Map<String, List<String>> byValue = new LinkedHashMap<>();
    dialects.forEach(
        (name, its) ->
            byValue.computeIfAbsent(its.getOrDefault(key, ""), _ -> new ArrayList<>()).add(name));
    byValue.remove(usual);
    return byValue.isEmpty()
        ? "–"
        : byValue.entrySet().stream()
            .map(each -> String.join(", ", each.getValue()) + ": " + each.getKey())
            .collect(Collectors.joining("; "));
  }

  private static void row(StringBuilder page, String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /// Each switch by its key, in the order of the file; without the texts of refusals.
  private static Map<String, String> switches(DialectFile file) {
    Map<String, String> switches = new LinkedHashMap<>();
    add(switches, "", file.switches(DialectSettings.class));
    switches.keySet().removeIf(key -> key.startsWith("refusals"));
    return switches;
  }

  private static void add(Map<String, String> switches, String before, Record section) {
    for (RecordComponent each : section.getClass().getRecordComponents()) {
      String key = before + each.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      Object value = value(section, each);
      if (value instanceof Record inner) {
        add(switches, key + ".", inner);
      } else {
        switches.put(key, key.equals("system") ? String.valueOf(value) : words(value));
      }
    }
  }

  private static Object value(Record section, RecordComponent component) {
    try {
      Object value = component.getAccessor().invoke(section);
      return value == null ? "" : value;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static String words(Object value) {
    String words =
        switch (value) {
          case Boolean yes -> yes.toString();
          case Enum<?> one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-');
          case Collection<?> many ->
              many.stream().map(String::valueOf).collect(Collectors.joining(", "));
          case Map<?, ?> map ->
              new TreeMap<>(map)
                  .entrySet().stream()
                      .map(each -> each.getKey() + ": " + plain(each.getValue()))
                      .collect(Collectors.joining(", "));
          default -> value.toString();
        };
    return words.isEmpty() ? "none" : "`" + words.replace("|", "&#124;") + "`";
  }

  private static String plain(Object value) {
    return value instanceof Enum<?> one
        ? one.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : value.toString();
  }
}

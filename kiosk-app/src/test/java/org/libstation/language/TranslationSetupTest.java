package org.libstation.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.flow.state.Language;
import org.libstation.policy.document.JsonReader;
import org.libstation.policy.document.JsonReader.JsonValue;

/// The set-up for Weblate in `docs/developer/weblate` covers every text file, and its glossary is
/// that of the word list. `-Dlibstation.pages=write` writes the glossary anew.
class TranslationSetupTest {
  private static final boolean WRITE = "write".equals(System.getProperty("libstation.pages"));
  private static final Path ROOT = Path.of("..");
  private static final Path COMPONENTS = ROOT.resolve("docs/developer/weblate/components.json");
  private static final List<String> FOLDERS =
      List.of("config/texts", "config/bench", "kiosk-app/src/fleet-page/texts");

  /// A component of Weblate, as `import_json` reads it.
  private record Component(Map<String, JsonValue> values) {
    String text(String name) {
      return values.get(name) instanceof JsonValue.JsonString(String text) ? text : "";
    }

    boolean isTrue(String name) {
      return values.get(name) instanceof JsonValue.Truth(boolean truth) && truth;
    }

    boolean isGlossary() {
      return isTrue("is_glossary");
    }

    /// The file of a language.
    String file(Language language) {
      return text("filemask").replace("*", language.tag());
    }
  }

  @Test
  void each_text_file_of_each_language_is_in_one_component() throws Exception {
    Set<String> masked = new TreeSet<>();
    for (Component component : components()) {
      assertThat(component.text("filemask")).containsOnlyOnce("*");
      for (Language language : Language.values()) {
        boolean source = component.isGlossary() && language == Language.EN;
        if (!source) {
          assertThat(masked.add(component.file(language))).isTrue();
        }
      }
    }
    Set<String> there = files(FOLDERS, ".properties");
    there.addAll(files(List.of("docs/developer/weblate"), ".tbx"));
    assertThat(masked).isEqualTo(there);
  }

  @Test
  void each_component_has_what_weblate_needs_to_import_it() throws Exception {
    List<String> slugs = new ArrayList<>();
    for (Component component : components()) {
      slugs.add(component.text("slug"));
      assertThat(component.text("name")).isNotBlank();
      assertThat(component.text("license")).isEqualTo("Apache-2.0");
      assertThat(component.text("language_code_style")).isEqualTo("bcp");
      if (component.isGlossary()) {
        assertThat(component.text("file_format")).isEqualTo("tbx");
        continue;
      }
      assertThat(component.text("template")).isEqualTo(component.file(Language.EN));
      assertThat(component.text("file_format")).isEqualTo("properties");
      assertThat(component.values().get("file_format_params"))
          .isEqualTo(
              new JsonValue.Members(
                  Map.of("properties_encoding", new JsonValue.JsonString("utf-8"))));
      assertThat(component.text("check_flags")).contains("placeholders:r\"\\{\\d+\\}\"");
    }
    assertThat(slugs).doesNotHaveDuplicates().contains("words");
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, names = "EN", mode = EnumSource.Mode.EXCLUDE)
  void the_glossary_has_the_words_of_the_word_list(Language language) throws Exception {
    String written = WordsGlossary.written(language);
    if (WRITE) {
      Files.writeString(WordsGlossary.file(language), written);
    }
    assertThat(Files.readString(WordsGlossary.file(language)))
        .as("old: write it anew with -Dlibstation.pages=write -Dtest=TranslationSetupTest")
        .isEqualTo(written);
    int entries =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)))
            .getElementsByTagName("termEntry")
            .getLength();
    assertThat(entries).isPositive();
  }

  private static List<Component> components() throws Exception {
    assertThat(JsonReader.read(Files.readString(COMPONENTS)))
        .isInstanceOf(JsonValue.JsonArray.class);
    JsonValue.JsonArray all = (JsonValue.JsonArray) JsonReader.read(Files.readString(COMPONENTS));
    return all.values().stream()
        .map(value -> new Component(((JsonValue.Members) value).values()))
        .toList();
  }

  private static Set<String> files(List<String> folders, String end) throws IOException {
    Set<String> files = new TreeSet<>();
    for (String folder : folders) {
      try (Stream<Path> all = Files.list(ROOT.resolve(folder))) {
        files.addAll(
            all.map(file -> folder + "/" + file.getFileName())
                .filter(file -> file.endsWith(end))
                .collect(Collectors.toSet()));
      }
    }
    return files;
  }
}

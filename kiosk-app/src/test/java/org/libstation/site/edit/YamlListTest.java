package org.libstation.site.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.libstation.site.edit.YamlEdit.As;
import org.libstation.site.edit.YamlEdit.Edited;
import org.libstation.site.edit.YamlEdit.EntryValue;

/// A person's list stays a person's list.
class YamlListTest {
  private static final List<String> RULES = List.of("station", "barcodes", "rules");
  private static final List<String> PLACES = List.of("station", "alternatives");

  private static String example() throws IOException {
    return Files.readString(Path.of("../config/station.yaml"));
  }

  private static String done(Edited edited) {
    assertThat(edited).isInstanceOf(Edited.EditedText.class);
    return edited instanceof Edited.EditedText(String text) ? text : "";
  }

  private static WhyNot refused(Edited edited) {
    assertThat(edited).isInstanceOf(Edited.EditRefused.class);
    return edited instanceof Edited.EditRefused no ? no.reason() : WhyNot.NO_YAML;
  }

  private static List<String> entry(List<String> list, int number) {
    return Stream.concat(list.stream(), Stream.of(String.valueOf(number))).toList();
  }

  private static EntryValue given(String key, String value, As as) {
    return new EntryValue(List.of(key.split("/", -1)), value, as);
  }

  @Test
  void an_entry_comes_behind_the_last_one_and_its_comments_stay() throws IOException {
    String text = example();
    String more =
        done(
            YamlEdit.add(
                text,
                RULES,
                List.of(
                    given("is", "item", As.TEXT),
                    given("pattern", "LIB-\\d{4}.", As.TEXT),
                    given("drop-check", "true", As.WORD))));
    String last = "      - is: patron\n        pattern: \"2\\\\d{13}\"\n        check: luhn14\n";
    assertThat(more)
        .isEqualTo(
            text.replace(
                last,
                last
                    + "      - is: item\n"
                    + "        pattern: LIB-\\d{4}.\n"
                    + "        drop-check: true\n"));
    assertThat(done(YamlEdit.remove(more, entry(RULES, 2)))).isEqualTo(text);
  }

  @Test
  void a_text_of_three_languages_stands_in_braces_and_words_in_brackets() throws IOException {
    String text = example();
    String more =
        done(
            YamlEdit.add(
                text,
                PLACES,
                List.of(
                    given("name/zh-Hant-HK", "新館", As.TEXT),
                    given("name/zh-Hans", "新馆", As.TEXT),
                    given("name/en", "New, and large", As.TEXT),
                    given("minutes", "9", As.WORD),
                    given("offers", "borrow, return", As.WORDS))));
    assertThat(more)
        .contains(
            """
                  place: island-east
                - name: {zh-Hant-HK: 新館, zh-Hans: 新馆, en: "New, and large"}
                  minutes: 9
                  offers: [borrow, return]
            """);
    assertThat(
            done(
                YamlEdit.set(
                    more,
                    List.of("station", "alternatives", "3", "offers"),
                    "drop",
                    As.WORDS,
                    List.of())))
        .isEqualTo(
            more.replace(
                "minutes: 9\n      offers: [borrow, return]", "minutes: 9\n      offers: [drop]"));
    assertThat(
            done(
                YamlEdit.set(
                    more,
                    List.of("station", "alternatives", "3", "name", "en"),
                    "Small",
                    As.TEXT,
                    List.of())))
        .isEqualTo(more.replace("\"New, and large\"", "\"Small\""));
  }

  @Test
  void an_entry_in_the_middle_goes_with_its_lines_and_no_other() throws IOException {
    String text = example();
    String less = done(YamlEdit.remove(text, entry(PLACES, 1)));
    assertThat(text.lines().toList()).hasSize(less.lines().toList().size() + 4);
    assertThat(less).doesNotContain("Stone Bridge Street").contains("Island East", "on the left");
    String one = done(YamlEdit.remove(less, entry(PLACES, 0)));
    assertThat(done(YamlEdit.remove(one, entry(PLACES, 0)))).doesNotContain("alternatives:");
  }

  @Test
  void a_list_begins_where_there_is_none() {
    List<EntryValue> entry = List.of(given("is", "item", As.TEXT));
    List<String> path = List.of("a", "b");
    assertThat(done(YamlEdit.add("a:\n  c: 1\n", path, entry)))
        .isEqualTo("a:\n  c: 1\n  b:\n    - is: item\n");
    assertThat(done(YamlEdit.add("a:\n  b: []\n  c: 1\n", path, entry)))
        .isEqualTo("a:\n  b:\n    - is: item\n  c: 1\n");
    assertThat(done(YamlEdit.add("a:\r\n  b:\r\n  - is: x # why\r\n", path, entry)))
        .isEqualTo("a:\r\n  b:\r\n  - is: x # why\r\n  - is: item\r\n");
  }

  @Test
  void what_only_an_editor_changes_is_left_to_it() {
    List<EntryValue> entry = List.of(given("is", "item", As.TEXT));
    List<String> path = List.of("a", "b");
    assertThat(refused(YamlEdit.add("a:\n  b: [{is: x}]\n", path, entry)))
        .isEqualTo(WhyNot.ONLY_EDITOR);
    assertThat(refused(YamlEdit.remove("a:\n  b: [{is: x}, {is: y}]\n", entry(path, 0))))
        .isEqualTo(WhyNot.SHARED_LINE);
    assertThat(refused(YamlEdit.remove("a:\n  b:\n    - is: x\n    - is: y\n", entry(path, 2))))
        .isEqualTo(WhyNot.NO_SUCH_ENTRY);
    assertThat(refused(YamlEdit.add("a:\n  b: 1\n", path, entry)))
        .isEqualTo(WhyNot.NO_SINGLE_VALUE);
    assertThat(
            refused(
                YamlEdit.add("a:\n  b:\n  - is: x\n", path, List.of(given("is", "a\nb", As.TEXT)))))
        .isEqualTo(WhyNot.ONE_LINE);
  }
}

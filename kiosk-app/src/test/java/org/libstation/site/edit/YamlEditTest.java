package org.libstation.site.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.site.edit.YamlEdit.As;
import org.libstation.site.edit.YamlEdit.Edited;

/// A person's file stays a person's file.
class YamlEditTest {
  private static final String SMALL =
      """
      # The site of 陳大文 𠮷
      station:
        name: {en: One, zh-Hans: 一}   # in one line
        central:
          # behind the firewall
          host:   127.0.0.1     # for the time being
          port: 6001
        devices:
          pad:
            model: feig
            address: serial:/dev/pad?baud=38400
            options:
              afi.instock: "07"

          # the old one
          printer:
            model: 'escpos'
            address: "serial:/dev/p"
        help:
        notes: >
          over
          lines
      """;

  private static List<String> path(String key) {
    return List.of(key.split("/", -1));
  }

  private static String set(String text, String key, String value, As as) {
    Edited edited = YamlEdit.set(text, path(key), value, as, List.of());
    assertThat(edited).isInstanceOf(Edited.EditedText.class);
    return edited instanceof Edited.EditedText(String done) ? done : "";
  }

  private static Edited.EditRefused refused(String text, String key) {
    Edited edited = YamlEdit.set(text, path(key), "x", As.TEXT, List.of());
    assertThat(edited).isInstanceOf(Edited.EditRefused.class);
    return edited instanceof Edited.EditRefused no
        ? no
        : new Edited.EditRefused(-1, WhyNot.NO_KEYS, "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "station/central/host | sip.example | TEXT | host:   127.0.0.1     # | host:   sip.example "
            + "    #",
        "station/central/port | 6443 | WORD | port: 6001 | port: 6443",
        "station/name/en | Two, too | TEXT | {en: One, | {en: \"Two, too\",",
        "station/name/zh-Hans | 二號機 | TEXT | zh-Hans: 一} | zh-Hans: 二號機}",
        "station/devices/pad/options/afi.instock | C2 | TEXT | afi.instock: \"07\" | afi.instock:"
            + " \"C2\"",
        "station/devices/printer/model | pdfprinter | TEXT | 'escpos' | 'pdfprinter'",
        "station/devices/printer/address | tcp:a:1 | TEXT | \"serial:/dev/p\" | \"tcp:a:1\"",
        "station/devices/pad/model | 0123 | TEXT | model: feig | model: \"0123\"",
        "station/devices/pad/model | yes | TEXT | model: feig | model: \"yes\"",
        "station/devices/pad/model | a: b #c | TEXT | model: feig | model: \"a: b #c\"",
        "station/devices/pad/model | a\"\\b | TEXT | model: feig | model: a\"\\b",
      })
  void one_value_changes_and_nothing_else(
      String key, String value, As as, String before, String after) {
    assertThat(SMALL).contains(before);
    assertThat(set(SMALL, key, value, as)).isEqualTo(SMALL.replace(before, after));
  }

  @Test
  void a_missing_key_comes_behind_its_neighbours_and_brings_its_section() {
    assertThat(
            YamlEdit.set(
                SMALL,
                path("station/central/dialect"),
                "koha-25",
                As.TEXT,
                List.of("host", "dialect", "port")))
        .isEqualTo(
            new Edited.EditedText(
                SMALL.replace(
                    "# for the time being\n", "# for the time being\n    dialect: koha-25\n")));
    assertThat(set(SMALL, "station/central/tls/enabled", "true", As.WORD))
        .isEqualTo(SMALL.replace("port: 6001\n", "port: 6001\n    tls:\n      enabled: true\n"));
    assertThat(set(SMALL, "station/devices/pad/options/io", "a", As.TEXT))
        .isEqualTo(SMALL.replace("\"07\"\n", "\"07\"\n        io: a\n"));
    assertThat(set(SMALL, "station/help/phone", "1823", As.TEXT))
        .isEqualTo(SMALL.replace("  help:\n", "  help:\n    phone: \"1823\"\n"));
    assertThat(set(SMALL, "station/name/zh-Hant-HK", "一號", As.TEXT))
        .isEqualTo(SMALL.replace("zh-Hans: 一}", "zh-Hans: 一, zh-Hant-HK: 一號}"));
    assertThat(set(SMALL, "station/screen/inches", "21.5", As.WORD))
        .isEqualTo(SMALL + "  screen:\n    inches: 21.5\n");
  }

  @Test
  void a_file_without_a_last_line_end_and_one_from_windows_keep_their_ways() {
    assertThat(set("station:\n  role: a", "station/mode", "b", As.TEXT))
        .isEqualTo("station:\n  role: a\n  mode: b");
    String windows = "\uFEFF" + SMALL.replace("\n", "\r\n");
    assertThat(set(windows, "station/central/port", "7", As.WORD))
        .isEqualTo(windows.replace("6001", "7"));
    assertThat(set(windows, "station/central/user", "u", As.TEXT))
        .isEqualTo(windows.replace("6001\r\n", "6001\r\n    user: u\r\n"));
  }

  @Test
  void the_example_site_can_be_changed_key_by_key_and_back_again() throws IOException {
    String example = Files.readString(Path.of("../config/station.yaml"));
    String text = example;
    List<String> keys =
        List.of("role", "central/host", "screen/hand", "devices/pad/address", "data", "receipts");
    List<String> old = new ArrayList<>();
    for (String key : keys) {
      old.add(YamlEdit.value(text, path("station/" + key)).orElseThrow());
      text = set(text, "station/" + key, "w" + key.length(), As.TEXT);
    }
    assertThat(text.lines().count()).isEqualTo(example.lines().count());
    for (int i = keys.size() - 1; i >= 0; i--) {
      text = set(text, "station/" + keys.get(i), old.get(i), As.TEXT);
    }
    assertThat(text).isEqualTo(example);
  }

  @Test
  void a_key_is_taken_out_with_all_below_it_and_no_empty_section_is_left() {
    assertThat(YamlEdit.remove(SMALL, path("station/devices/printer")))
        .isEqualTo(
            new Edited.EditedText(
                SMALL.replace(
                    "    printer:\n      model: 'escpos'\n      address: \"serial:/dev/p\"\n",
                    "")));
    assertThat(YamlEdit.remove(SMALL, path("station/devices/pad/options/afi.instock")))
        .isEqualTo(
            new Edited.EditedText(
                SMALL.replace("      options:\n        afi.instock: \"07\"\n", "")));
    assertThat(YamlEdit.remove(SMALL, path("station/name/en")))
        .isInstanceOf(Edited.EditRefused.class);
  }

  @Test
  void what_only_an_editor_can_change_is_refused_with_its_line() {
    assertThat(refused(SMALL, "station/notes").why()).contains("several lines");
    assertThat(refused(SMALL, "station/notes").line()).isEqualTo(20);
    assertThat(refused(SMALL, "station/devices").why()).contains("not a single value");
    assertThat(refused("a: &x 1\nb: *x\n", "b").why()).contains("anchors");
    assertThat(refused("a: 1\na: 2\n", "a"))
        .isEqualTo(new Edited.EditRefused(2, WhyNot.TWICE, "a"));
    assertThat(refused("a: [1\n", "a").why()).contains("not valid YAML");
    assertThat(refused("a: 1\n---\nb: 2\n", "b").why()).contains("not valid YAML");
    assertThat(refused("a: !!str 1\n", "a").why()).contains("type");
    assertThat(refused("", "a").why()).contains("holds no settings");
    assertThat(YamlEdit.set(SMALL, path("station/mode"), "a\nb", As.TEXT, List.of()))
        .isInstanceOf(Edited.EditRefused.class);
  }

  @Test
  void secrets_are_hidden_line_by_line() {
    List<String> lines = YamlTree.masked(SMALL, key -> key.equals("station.central.host"));
    assertThat(lines).hasSameSizeAs(SMALL.lines().toList());
    assertThat(String.join("\n", lines)).doesNotContain("127.0.0.1").contains("host:   ••••     #");
    assertThat(YamlTree.masked("a: [\npin: 1234\n", _ -> false))
        .containsExactly("a: ••••", "pin: ••••");
  }
}

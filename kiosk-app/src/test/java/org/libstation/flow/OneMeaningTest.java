package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A code has one meaning for ever, and a line on the page of codes.
class OneMeaningTest {
  private static final String PAGE = "docs/technician/codes.md";
  private static final String BIN =
      "device-drivers/src/main/java/org/libstation/device/modbusbin/DropInputs.java";
  private static final String SCANNER =
      "device-drivers/src/main/java/org/libstation/device/linescanner/LineScanner.java";
  private static final String PDF =
      "device-drivers/src/main/java/org/libstation/device/pdfprinter/PdfPrinter.java";

  private static final Map<String, String> READ = read();

  private final Map<String, String> house = new TreeMap<>(READ);

  private static Map<String, String> read() {
    try {
      return CodeReading.of(Path.of(".."));
    } catch (IOException e) {
      throw new AssertionError("the checkout cannot be read", e);
    }
  }

  @Test
  void every_code_in_source_texts_and_pages_has_one_meaning_and_one_line() {
    assertThat(CodeReading.faults(house)).isEmpty();
  }

  private void plant(String file, String was, String is) {
    String before = house.getOrDefault(file, "");
    assertThat(before).as(file).contains(was);
    house.put(file, before.replace(was, is));
  }

  /// Each of these was so, or would be the next.
  @ParameterizedTest
  @CsvSource({
    "R11, a pad's silence under a patron's letters",
    "B21, a jam under a patron's letters",
    "P1E, a code that nobody has"
  })
  void a_driver_that_says_a_patrons_or_an_unknown_code_is_found(String code, String why) {
    plant(SCANNER, "\"DS11\"", '"' + code + '"');
    assertThat(CodeReading.faults(house)).as(why).anyMatch(it -> it.contains(code));
  }

  @Test
  void a_code_without_a_line_on_the_page_is_found_in_source_texts_and_pages() {
    plant(BIN, "\"DB25\"", "\"DB39\"");
    plant("docs/patron-services/visit.md", "(T41 ", "(T49 ");
    plant("config/texts/codes.zh-Hant-HK.properties", "code.K11.what", "code.K19.what");
    assertThat(CodeReading.faults(house))
        .anyMatch(it -> it.contains("DB39 has no line"))
        .anyMatch(it -> it.contains("T49 has no line"))
        .anyMatch(it -> it.contains("K19 has no line"));
  }

  @Test
  void a_line_that_is_missing_or_there_twice_is_found() {
    plant(PAGE, "| K12 |", "| K11 |");
    assertThat(CodeReading.faults(house))
        .anyMatch(it -> it.contains("K11 has two lines"))
        .anyMatch(it -> it.contains("K12 has no line"));
  }

  @Test
  void a_row_of_a_table_that_is_called_as_a_code_is_found() {
    plant("docs/patron-services/book-drop.md", "| 11 | ASKING |", "| B11 | ASKING |");
    assertThat(CodeReading.faults(house))
        .anyMatch(it -> it.startsWith("docs/patron-services/book-drop.md: B11 means"));
  }

  @Test
  void a_drivers_page_that_gives_a_code_other_words_is_found() {
    plant(
        "device-drivers/src/main/java/org/libstation/device/modbusbin/README.md",
        "| there is no bin |",
        "| the bin is full |");
    assertThat(CodeReading.faults(house)).anyMatch(it -> it.contains("DB27 means"));
  }

  @Test
  void another_devices_code_is_found_in_a_driver() {
    plant(SCANNER, "\"DS11\"", "\"DB21\"");
    assertThat(CodeReading.faults(house))
        .anyMatch(it -> it.contains("DB21 is another kind of device's"));
  }

  @Test
  void one_code_under_two_names_is_found() {
    plant(PDF, "NO_FOLDER = \"DP61\"", "NO_FOLDER = \"DP62\"");
    assertThat(CodeReading.faults(house))
        .anyMatch(it -> it.contains("DP62 is NOT_DRAWN and NO_FOLDER"))
        .anyMatch(it -> it.contains("DP61 is said by nothing"));
  }

  @Test
  void words_that_a_language_lacks_or_has_twice_are_found() {
    plant("config/texts/codes.en.properties", "code.K11.what", "code.K12.what");
    assertThat(CodeReading.faults(house))
        .anyMatch(it -> it.contains("code.K11.what stands in"))
        .anyMatch(it -> it.contains("code.K12.what has words twice"));
  }

  @Test
  void a_drivers_trouble_is_read_where_it_is_made() {
    plant(BIN, "\"DB21\"", "\"B21\"");
    assertThat(CodeReading.faults(house)).anyMatch(it -> it.contains("B21 is no device's"));
  }
}

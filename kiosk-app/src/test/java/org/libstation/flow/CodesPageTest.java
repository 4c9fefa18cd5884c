package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.device.exam.DeviceFault;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Language;
import org.libstation.language.Texts;
import org.libstation.language.Words;

/// The technician's list of codes is generated. `-Dlibstation.pages=write` writes it anew.
class CodesPageTest {
  private static final boolean WRITE = "write".equals(System.getProperty("libstation.pages"));
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]{1,2}[0-9]{2}\\b");

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"EN", "ZH_HANT_HK"})
  void the_page_says_what_the_program_says_now(Language language) throws IOException {
    CodesPage page = CodesPage.in(language);
    String written = page.write();
    if (WRITE) {
      Files.writeString(CodesPage.file(language), written);
    }
    assertThat(Files.readString(CodesPage.file(language)))
        .as("old: write it anew with -Dlibstation.pages=write -Dtest=CodesPageTest")
        .isEqualTo(written);
    assertThat(page.unused()).as("words that no row takes").isEmpty();
  }

  @Test
  void both_pages_have_the_same_codes_in_the_order_of_the_alphabet() throws IOException {
    List<String> english = codes(Language.EN);
    assertThat(english).hasSizeGreaterThan(300).doesNotHaveDuplicates().isSorted();
    assertThat(codes(Language.ZH_HANT_HK)).isEqualTo(english);
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"EN", "ZH_HANT_HK"})
  void every_code_that_a_symptom_names_has_its_row(Language language) throws IOException {
    List<String> known = codes(language);
    String symptoms = CodesPage.in(language).write().split("\n## ", -1)[1];
    List<String> named = CODE.matcher(symptoms).results().map(MatchResult::group).toList();
    assertThat(named).isNotEmpty();
    assertThat(known).containsAll(named);
  }

  private static List<String> codes(Language language) throws IOException {
    return CodesPage.in(language)
        .write()
        .lines()
        .filter(line -> line.matches("\\| [A-Z][A-Z0-9.]+[0-9A-F.] \\|.*"))
        .map(line -> line.split("\\|", -1)[1].strip())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void every_code_stands_on_the_page_of_codes(Code code) throws IOException {
    assertThat(page())
        .filteredOn(line -> line.startsWith("| " + code + " | " + code.meaning() + " | "))
        .as("with what happened, and what to do")
        .singleElement()
        .asString()
        .matches("\\|[^|]+\\|[^|]+\\| (E\\d\\d: )?[a-z`][^|]*[^| ] \\|");
  }

  /// With the same words as the technician's screen: a code without them fails here.
  @ParameterizedTest
  @EnumSource(DeviceFault.class)
  void every_finding_of_an_examination_stands_on_the_page_and_has_its_words(DeviceFault fault)
      throws IOException {
    String code = fault.code();
    Words words = Texts.load(Path.of("..", "config", "texts"), Optional.empty()).in(Language.EN);
    assertThat(page())
        .filteredOn(line -> line.startsWith("| " + code + " |"))
        .singleElement()
        .asString()
        .startsWith("| " + code + " | " + words.say("finding." + code + ".what") + " |");
  }

  /// A code of a device is told to the technician as the finding that stands beside it.
  @Test
  void what_a_device_says_is_told_as_the_finding_that_the_page_names() throws IOException {
    for (String line : page()) {
      if (line.matches("\\| D[A-Z][0-9A-F]{2} \\|.*")) {
        String[] cells = line.split("\\|", -1);
        String finding = DeviceFault.ofHealth(cells[1].strip()).map(DeviceFault::code).orElse("");
        assertThat(cells[3].strip()).as(line).startsWith(finding);
        assertThat(finding.isEmpty() && cells[3].strip().matches("E\\d\\d.*")).as(line).isFalse();
      }
    }
  }

  private static List<String> page() throws IOException {
    return Files.readAllLines(CodesPage.file(Language.EN));
  }
}

package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.device.exam.DeviceFault;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Language;
import org.libstation.language.Texts;
import org.libstation.language.Words;

class CodesPageTest {
  @ParameterizedTest
  @EnumSource(Code.class)
  void every_code_stands_on_the_page_of_codes(Code code) throws IOException {
    assertThat(Files.readAllLines(Path.of("..", "docs", "codes.md")))
        .filteredOn(line -> line.startsWith("| " + code + " | " + code.meaning() + " | "))
        .as("with what happened, and what to do")
        .singleElement()
        .asString()
        .matches("\\|[^|]+\\|[^|]+\\| [a-z][^|]*[^| ] \\|");
  }

  /// With the same words as the technician's screen: a code without them fails here.
  @ParameterizedTest
  @EnumSource(DeviceFault.class)
  void every_finding_of_an_examination_stands_on_the_page_and_has_its_words(DeviceFault fault)
      throws IOException {
    String code = fault.code();
    Words words = Texts.load(Path.of("..", "config", "texts"), Optional.empty()).in(Language.EN);
    assertThat(Files.readAllLines(Path.of("..", "docs", "codes.md")))
        .filteredOn(line -> line.startsWith("| " + code + " |"))
        .singleElement()
        .asString()
        .startsWith("| " + code + " | " + words.say("finding." + code + ".what") + " |");
    assertThat(words.say("finding." + code + ".cause")).isNotBlank();
    assertThat(words.say("finding." + code + ".do")).isNotBlank();
  }

  /// A code of a device is told to the technician as the finding that stands beside it.
  @Test
  void what_a_device_says_is_told_as_the_finding_that_the_page_names() throws IOException {
    for (String line : Files.readAllLines(Path.of("..", "docs", "codes.md"))) {
      if (line.matches("\\| D[A-Z][0-9A-F]{2} \\|.*")) {
        String[] cells = line.split("\\|", -1);
        assertThat(DeviceFault.ofHealth(cells[1].strip()).map(DeviceFault::code).orElse(""))
            .as(line)
            .isEqualTo(cells[3].strip());
      }
    }
  }

  /// The site and its machine, in the words of the technician's screen.
  @Test
  void every_finding_of_the_site_has_the_words_of_the_page() throws IOException {
    Words words = Texts.load(Path.of("..", "config", "texts"), Optional.empty()).in(Language.EN);
    for (String line : Files.readAllLines(Path.of("..", "docs", "codes.md"))) {
      if (line.matches("\\| G\\d\\d \\|.*")) {
        String[] cells = line.split("\\|", -1);
        assertThat(cells[2].strip()).isEqualTo(words.say("finding." + cells[1].strip() + ".what"));
      }
    }
  }
}

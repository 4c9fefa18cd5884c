package org.libstation.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.flow.state.Language;
import org.libstation.testkit.Needs;

/// The fonts that the script lets the station see (`config/fonts/fonts.conf`): few, for its
/// memory's sake, and all that screens and titles are set in.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FontsTest {
  /// Each face costs memory as long as the station runs: 431 of a usual machine 40 MiB more than
  /// 59; of the Chinese ones, 0.9 MiB each, a language has its own.
  private static final int FACES = 45;

  @BeforeEach
  void theyAreInstalled() {
    Needs.programs("fc-list");
    Needs.screens();
  }

  /// @return the faces, a line each
  private static List<String> faces(String pattern) throws IOException, InterruptedException {
    ProcessBuilder list = new ProcessBuilder("fc-list", pattern, "family", "style");
    list.environment()
        .put("FONTCONFIG_FILE", Path.of("../config/fonts/fonts.conf").toRealPath().toString());
    Process process = list.redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).as("fc-list %s: %s", pattern, lines).isZero();
    return lines;
  }

  @Test
  void they_are_few() throws Exception {
    assertThat(faces(":")).hasSizeLessThan(FACES).allMatch(face -> face.contains("Noto"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_screen_finds_both_weights_of_its_language(Language language) throws Exception {
    for (String family : List.of(language.sans(), language.serif())) {
      for (String weight : List.of("Regular", "Bold")) {
        assertThat(faces(":family=" + family + ":style=" + weight))
            .as("%s %s", family, weight)
            .isNotEmpty();
      }
    }
  }

  /// One letter of each.
  @ParameterizedTest
  @CsvSource({
    "Greek, 03a9",
    "Cyrillic, 0416",
    "Vietnamese, 1ea4",
    "Armenian, 0531",
    "Hebrew, 05d0",
    "Arabic and Urdu, 0627",
    "Hindi and Nepali, 0928",
    "Bengali, 0995",
    "Punjabi, 0a15",
    "Gujarati, 0a95",
    "Tamil, 0b95",
    "Telugu, 0c15",
    "Kannada, 0c95",
    "Malayalam, 0d15",
    "Sinhala, 0d9a",
    "Thai, 0e01",
    "Lao, 0e81",
    "Tibetan, 0f40",
    "Burmese, 1000",
    "Georgian, 10d0",
    "Amharic, 12a0",
    "Khmer, 1780",
    "Mongolian, 1820",
    "Korean, ac00",
    "Japanese, 3042",
    "Cantonese, 20547"
  })
  void a_title_finds_its_letters(String script, String letter) throws Exception {
    assertThat(faces(":charset=" + letter)).as(script).isNotEmpty();
  }
}

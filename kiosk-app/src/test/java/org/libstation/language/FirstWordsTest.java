package org.libstation.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.flow.state.Language;

/// What the first picture says, before anything is judged.
class FirstWordsTest {
  private static final Path SHIPPED = Path.of("../config/texts");

  @TempDir private Path own = Path.of("");

  @Test
  void each_language_has_its_words() {
    assertThat(FirstWords.line(FirstWords.MOMENT, List.of(own, SHIPPED)))
        .containsOnlyKeys(Language.values())
        .containsValues("請稍候", "请稍候", "One moment, please");
  }

  @Test
  void a_sites_own_words_win_and_wrong_ones_stop_nothing() throws IOException {
    Files.writeString(own.resolve("start.en.properties"), "start.moment = Nearly there\n");
    Files.writeString(own.resolve("start.zh-Hans.properties"), "start.moment = \\u12\n");
    assertThat(FirstWords.line(FirstWords.MOMENT, List.of(own, SHIPPED)))
        .hasSize(Language.values().length)
        .containsValues("Nearly there", "请稍候");
  }
}

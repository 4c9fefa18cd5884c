package org.libstation.screen.technician;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Figures.SelfWords;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.screen.kit.picture.BuiltInBrand;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.Voice;

class DeviceWordsTest {
  @Test
  void what_has_no_words_here_is_said_as_its_driver_says_it() {
    Voice voice =
        new Voice(
            TestTexts.OURS.in(Language.ZH_HANS),
            "library",
            "station",
            SiteWords.NONE,
            Duration.ofMinutes(1),
            new BuiltInBrand());
    List<SelfWords> notes =
        List.of(
            new SelfWords("MODULE_UNKNOWN", List.of(), "input module"),
            new SelfWords("FROM_ELSEWHERE", List.of("7"), "wheels: 7"),
            new SelfWords("", List.of(), "Okapi"));
    assertThat(DeviceWords.says(voice, notes)).isEqualTo("输入模块 · wheels: 7 · Okapi");
  }
}

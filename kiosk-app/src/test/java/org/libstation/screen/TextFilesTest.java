package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Language;
import org.libstation.language.Texts;
import org.libstation.language.Words;
import org.libstation.site.DeviceName;

/// The words of the screens are whole.
class TextFilesTest {
  /// A value as it is typed: `serial:/dev/libstation/pad?baud=38400`, `0,2`.
  private static final Pattern TYPED =
      Pattern.compile("\\b[a-z]+:\\S*\\?[a-z]+=\\S*|[!-~]+[,?][!-~]+");

  private static final String TRADITIONAL = "於後著乾";

  private static final Path FOLDER = Path.of("../config/texts");

  /// What the bench of a demo says.
  private static final Path BENCH = Path.of("../config/bench");

  @Test
  void the_three_languages_have_the_same_keys() {
    // Loading refuses a missing or an extra key and places that differ.
    Set<String> keys = Texts.load(FOLDER, Optional.empty()).keys();
    assertThat(keys).hasSizeGreaterThan(300);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_code_says_what_happened_and_what_to_do(Language language) {
    Words words = Texts.load(FOLDER, Optional.empty()).in(language);
    for (Code code : Code.values()) {
      assertThat(words.say("code." + code + ".what")).isNotBlank();
      assertThat(words.say("code." + code + ".do")).isNotBlank();
    }
    for (DeviceName name : DeviceName.values()) {
      assertThat(words.say("check." + name.word())).isNotBlank();
    }
  }

  /// GB 2312 is the standard of simplified characters; what it has of others is listed.
  @Test
  void simplified_chinese_has_no_traditional_character() throws IOException {
    CharsetEncoder standard = Charset.forName("GB2312").newEncoder();
    try (Stream<Path> screens = Files.list(FOLDER);
        Stream<Path> bench = Files.list(BENCH)) {
      Stream<Path> files = Stream.concat(screens, bench);
      for (Path file : files.filter(each -> each.toString().contains("zh-Hans")).toList()) {
        for (String line : Files.readAllLines(file)) {
          String traditional =
              line.codePoints()
                  .filter(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.HAN)
                  .mapToObj(Character::toString)
                  .filter(each -> !standard.canEncode(each) || TRADITIONAL.contains(each))
                  .collect(Collectors.joining());
          assertThat(traditional).as("%s: %s", file.getFileName(), line).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"ZH_HANT_HK", "ZH_HANS"})
  void chinese_has_full_width_marks_and_blames_no_machine(Language language) {
    marks(Texts.load(FOLDER, Optional.empty()), language);
    marks(Texts.load(BENCH, Optional.empty()), language);
  }

  private static void marks(Texts texts, Language language) {
    Words words = texts.in(language);
    for (String key : texts.keys()) {
      String there = key.endsWith(".one") ? key.replace(".one", ".other") : key;
      String text = words.has(there) ? words.say(there, 1, 2, 3, 4, 5, 6, 7, 8, 9) : "";
      assertThat(TYPED.matcher(text).replaceAll(""))
          .as(there)
          .doesNotContain(",", "?", "(", ")", "錯誤", "无效", "無效", "错误", "異常", "异常");
    }
  }
}

package org.libstation.language.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.Money;
import org.libstation.flow.state.Language;
import org.libstation.language.Texts;
import org.libstation.language.Words;

/// What stands on a screen, as it is spoken. Written by hand, not by the program.
class SpokenWordsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HK$10.50                        | ten dollars and fifty cents
          HK$1.00                         | one dollar
          HK$0.50                         | fifty cents
          HK$0.01                         | one cent
          HK$1,204.00                     | one thousand two hundred and four dollars
          -HK$3.00                        | minus three dollars
          £2.05                           | two pounds and five pence
          1.50                            | one point five zero
          8 Dec                           | the eighth of December
          Due 8 Dec                       | Due the eighth of December
          Tuesday 8 December 2026         | Tuesday the eighth of December twenty twenty-six
          25 to 26 Dec                    | the twenty-fifth to the twenty-sixth of December
          from 25 Dec                     | from the twenty-fifth of December
          Nov · Sat                       | November, Saturday
          Mon 7: HK$1.50                  | Monday the seventh: one dollar and fifty cents
          Returned at 18:44               | Returned at eighteen forty-four
          18:00                           | eighteen o'clock
          9:05                            | nine oh five
          2:30 pm                         | two thirty p m
          9 am to 8 pm                    | nine a m to eight p m
          1 book lent                     | one book lent
          22 books                        | twenty-two books
          Loans: 110                      | Loans: one hundred and ten
          Parts 2, 3 of 12                | Parts two, three of twelve
          1 / 3                           | one of three
          Drop 43% free                   | Drop forty-three percent free
          Code B21                        | Code B two one
          Shelf 7Q4                       | Shelf seven Q four
          Barcode ending 2342             | Barcode ending two three four two
          31234000012342                  | three one two three four zero zero zero zero one two three four two
          2345 6789                       | two three four five six seven eight nine
          •••• 6788                       | ending in six seven eight eight
          7 days × HK$1.50                | seven days times one dollar and fifty cents
          = HK$10.50                      | equals ten dollars and fifty cents
          the 3rd time                    | the third time
          “Noodles at Midnight”           | Noodles at Midnight
          """)
  void english(String text, String spoken) {
    assertThat(SpokenWords.of(Language.EN, text)).containsExactly(new Spoken(Language.EN, spoken));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HK$10.50                | 十元五角
          HK$1.50                 | 一元五角
          HK$2.00                 | 兩元
          HK$0.20                 | 兩角
          HK$10.05                | 十元零五分
          HK$0.00                 | 零元
          HK$1,204.00             | 一千二百零四元
          US$2.50                 | 二點五零美元
          1.50                    | 一點五零
          12月8日（星期二）         | 十二月八日（星期二）
          2月2日                   | 二月二日
          2026年12月8日            | 二零二六年十二月八日
          12月25日至26日           | 十二月二十五日至二十六日
          11月 六                  | 十一月，星期六
          18:44                   | 十八點四十四分
          18:00                   | 十八點正
          下午2:30                 | 下午兩點半
          上午9:05                 | 上午九點零五分
          上午9時至晚上8時          | 上午九時至晚上八時
          見到 4 本，還差 1 本      | 見到四本，還差一本
          已借出 2 本              | 已借出兩本
          12 本                   | 十二本
          第 2 項                  | 第二項
          2 號自助借還機            | 二號自助借還機
          24 小時                  | 二十四小時
          2 分鐘                   | 兩分鐘
          1 / 3                   | 第一，共三
          43%                     | 百分之四十三
          條碼尾號 2342            | 條碼尾號二三四二
          •••• 6788               | 尾號六七八八
          2345 6789               | 二三四五六七八九
          7 天 × HK$1.50          | 七天乘一元五角
          《潮汐算術》              | 潮汐算術
          105 本                  | 一百零五本
          1204 本                 | 一千二百零四本
          """)
  void traditional_chinese(String text, String spoken) {
    assertThat(SpokenWords.of(Language.ZH_HANT_HK, text))
        .containsExactly(new Spoken(Language.ZH_HANT_HK, spoken));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HK$10.50                | 十元五角
          HK$2.20                 | 两元两角
          -HK$3.00                | 负三元
          €2.00                   | 两欧元
          12月8日（星期二）         | 十二月八日（星期二）
          14:30                   | 十四点半
          9:00 至 20:00           | 九点整至二十点整
          已借出 2 本              | 已借出两本
          步行 2 分钟              | 步行两分钟
          达到上限（10 件）         | 达到上限（十件）
          = HK$10.50              | 等于十元五角
          12000                   | 一二零零零
          """)
  void simplified_chinese(String text, String spoken) {
    assertThat(SpokenWords.of(Language.ZH_HANS, text))
        .containsExactly(new Spoken(Language.ZH_HANS, spoken));
  }

  @Test
  void codes_are_spelled_in_chinese_too() {
    assertThat(words(Language.ZH_HANT_HK, "代碼 B21")).isEqualTo("代碼 B 二一");
    assertThat(words(Language.ZH_HANS, "凭 7Q4 领取")).isEqualTo("凭七 Q 四领取");
  }

  @Test
  void each_part_is_for_the_voice_of_its_language() {
    assertThat(SpokenWords.of(Language.ZH_HANT_HK, "借了《The Lighthouse Almanac 2》，2 本"))
        .containsExactly(
            new Spoken(Language.ZH_HANT_HK, "借了"),
            new Spoken(Language.EN, "The Lighthouse Almanac two"),
            new Spoken(Language.ZH_HANT_HK, "，兩本"));
    assertThat(SpokenWords.of(Language.EN, "Renew 潮汐算術：第 2 冊, due 8 Dec"))
        .containsExactly(
            new Spoken(Language.EN, "Renew"),
            new Spoken(Language.ZH_HANT_HK, "潮汐算術：第二冊"),
            new Spoken(Language.EN, ", due the eighth of December"));
    assertThat(SpokenWords.of(Language.ZH_HANS, "请输入 PIN"))
        .containsExactly(new Spoken(Language.ZH_HANS, "请输入"), new Spoken(Language.EN, "PIN"));
  }

  @Test
  void what_has_no_word_is_not_spoken() {
    assertThat(SpokenWords.of(Language.EN, "· … —")).isEmpty();
    assertThat(SpokenWords.of(Language.ZH_HANT_HK, " ")).isEmpty();
  }

  /// Whatever it is, no engine meets a figure.
  @Test
  void no_figure_is_ever_left() {
    for (String text :
        List.of("0", "007", "3.14159", "1:1:1", "10,000", "v2.0-rc1", "2–3", "１２", "5★", "C26/3")) {
      for (Language language : Language.values()) {
        assertThat(words(language, text)).as(text).doesNotContainPattern("\\d");
      }
    }
  }

  /// Every way in which a day, a time or a sum is written, in every language: by the same rules it
  /// is known again, whole.
  @Test
  void what_is_written_of_a_value_is_spoken_as_that_value() {
    Texts texts = Texts.load(Path.of("..", "config", "texts"), Optional.empty());
    LocalDate day = LocalDate.of(2026, 12, 8);
    LocalTime time = LocalTime.of(14, 30);
    Money sum = new Money(1050, Currency.getInstance("MOP"));
    assertThat(spoken(texts.in(Language.EN), day, time, sum))
        .containsExactly(
            "the eighth of December",
            "Tuesday the eighth of December twenty twenty-six",
            "the eighth of December twenty twenty-six",
            "December, Tuesday",
            "from the eighth of December",
            "the eighth to the ninth of December",
            "the eighth of December to the seventeenth of January",
            "fourteen thirty",
            "two thirty p m",
            "ten patacas and fifty avos");
    assertThat(spoken(texts.in(Language.ZH_HANT_HK), day, time, sum))
        .containsExactly(
            "十二月八日",
            "十二月八日（星期二）",
            "二零二六年十二月八日",
            "十二月，星期二",
            "十二月八日起",
            "十二月八日至九日",
            "十二月八日至一月十七日",
            "十四點半",
            "下午兩點半",
            "十點五零澳門元");
    assertThat(spoken(texts.in(Language.ZH_HANS), day, time, sum))
        .containsExactly(
            "十二月八日",
            "十二月八日（星期二）",
            "二零二六年十二月八日",
            "十二月，星期二",
            "十二月八日起",
            "十二月八日至九日",
            "十二月八日至一月十七日",
            "十四点半",
            "十四点半",
            "十点五零澳门元");
  }

  private static List<String> spoken(Words words, LocalDate day, LocalTime time, Money sum) {
    return Stream.of(
            words.stampDate(day),
            words.date(day),
            words.fullDate(day),
            words.monthAndWeekday(day),
            words.days(day, Optional.empty()),
            words.days(day, Optional.of(day.plusDays(1))),
            words.days(day, Optional.of(day.plusDays(40))),
            words.time(time),
            words.clock(time),
            words.money(sum))
        .map(text -> words(words.language(), text))
        .toList();
  }

  private static String words(Language language, String text) {
    return SpokenWords.of(language, text).stream().map(Spoken::words).collect(Collectors.joining());
  }
}

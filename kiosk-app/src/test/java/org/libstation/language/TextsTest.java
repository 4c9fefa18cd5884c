package org.libstation.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.Money;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.StationFacts;

class TextsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 8);

  @TempDir private Path folder;

  @Test
  void the_texts_of_the_example_site_agree_in_all_languages() {
    Texts texts = Texts.load(Path.of("..", "config", "texts"), Optional.empty());
    assertThat(texts.keys()).contains("slip.thanks");
  }

  @Test
  void whatever_keeps_the_journal_from_use_has_its_words_and_what_mends_it() {
    Texts texts = Texts.load(Path.of("..", "config", "texts"), Optional.empty());
    for (StationFacts.JournalCause cause : StationFacts.JournalCause.values()) {
      assertThat(texts.keys()).contains("journal.cause." + cause, "journal.fix." + cause);
    }
  }

  @Test
  void counts_and_dates_are_said_in_each_language() throws IOException {
    Texts texts = usual();
    assertThat(texts.in(Language.EN).count("lent", 1)).isEqualTo("1 book");
    assertThat(texts.in(Language.EN).count("lent", 3)).isEqualTo("3 books");
    assertThat(texts.in(Language.ZH_HANS).count("lent", 1)).isEqualTo("1 本");
    assertThat(texts.in(Language.EN).date(DAY)).isEqualTo("Tuesday 8 December 2026");
    assertThat(texts.in(Language.EN).stampDate(DAY)).isEqualTo("8 Dec");
    assertThat(texts.in(Language.ZH_HANT_HK).date(DAY)).isEqualTo("12月8日（星期二）");
    assertThat(texts.in(Language.ZH_HANT_HK).money(Money.of(1050, "HKD"))).isEqualTo("HK$10.50");
  }

  @Test
  void a_site_can_word_a_line_its_own_way_but_not_invent_one() throws IOException {
    usual();
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(own.resolve("en.properties"), "lent.other = {0} volumes\n");
    assertThat(Texts.load(folder, Optional.of(own)).in(Language.EN).count("lent", 3))
        .isEqualTo("3 volumes");
    Files.writeString(own.resolve("en.properties"), "# ours\nlentt = x\n");
    assertThatThrownBy(() -> Texts.load(folder, Optional.of(own)))
        .isInstanceOf(TextsException.class)
        .hasMessageContaining("en.properties, line 2: lentt: no text has this key");
  }

  @Test
  void a_site_says_where_the_hand_finds_the_reader() throws IOException {
    Path texts = Path.of("..", "config", "texts");
    String written = "Hold it on the lit square on the right until you hear the chime.";
    assertThat(Texts.load(texts, Optional.empty()).in(Language.EN).spoken(written))
        .isEqualTo(
            "Hold it on the reader, at the lower right of the screen, until you hear the chime.");
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(
        own.resolve("screens.en.properties"), "speech.at.reader = two palms right of the edge\n");
    Words measured = Texts.load(texts, Optional.of(own)).in(Language.EN);
    assertThat(measured.spoken(written))
        .isEqualTo("Hold it on the reader, two palms right of the edge, until you hear the chime.");
    assertThat(measured.spoken(written.replace("right", "left")))
        .isEqualTo(
            "Hold it on the reader, at the lower left of the screen, until you hear the chime.");
    assertThat(measured.spoken("Any other text")).isEqualTo("Any other text");
  }

  @Test
  void the_strip_of_days_names_each_day_of_the_week_shortly() {
    Texts texts = Texts.load(Path.of("..", "config", "texts"), Optional.empty());
    LocalDate monday = LocalDate.of(2026, 12, 7);
    Map<Language, List<String>> said =
        Map.of(
            Language.EN, List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
            Language.ZH_HANT_HK, List.of("一", "二", "三", "四", "五", "六", "日"),
            Language.ZH_HANS, List.of("一", "二", "三", "四", "五", "六", "日"));
    said.forEach(
        (language, days) ->
            assertThat(monday.datesUntil(monday.plusDays(7)).map(texts.in(language)::shortWeekday))
                .containsExactlyElementsOf(days));
  }

  /// A copy of all texts that a site made for the version before: it still says its words, and what
  /// is new is said too.
  @Test
  void a_copy_of_another_version_lacks_nothing() throws IOException {
    usual();
    Path copy = Files.createDirectory(folder.resolve("copy"));
    for (Language language : Language.values()) {
      Files.writeString(
          copy.resolve(language.tag() + ".properties"), "lent.other = {0}!\nlong.gone = x\n");
    }
    Texts texts = Texts.load(folder, Optional.of(copy), Optional.empty());
    assertThat(texts.in(Language.EN).count("lent", 3)).isEqualTo("3!");
    assertThat(texts.in(Language.EN).stampDate(DAY)).isEqualTo("8 Dec");
    assertThat(texts.keys()).doesNotContain("long.gone");
  }

  @Test
  void a_missing_line_and_a_missing_place_are_named() throws IOException {
    usual();
    for (Language language : Language.values()) {
      Files.writeString(
          folder.resolve("more." + language.tag() + ".properties"),
          switch (language.tag()) {
            case "zh-Hans" -> "a = 甲\nb = 乙\n";
            case "zh-Hant-HK" -> "a = {0}\n";
            default -> "a = {0}\nb = B\n";
          });
    }
    assertThatThrownBy(() -> Texts.load(folder, Optional.empty()))
        .hasMessageContaining("zh-Hant-HK: the key b is missing")
        .hasMessageContaining("places of a differ");
  }

  private Texts usual() throws IOException {
    for (Language language : Language.values()) {
      boolean han = language.script() == Language.Script.HAN;
      Files.writeString(
          folder.resolve(language.tag() + ".properties"),
          han ? "lent.other = {0} 本\n" : "lent.one = {0} book\nlent.other = {0} books\n");
    }
    return Texts.load(folder, Optional.empty());
  }
}

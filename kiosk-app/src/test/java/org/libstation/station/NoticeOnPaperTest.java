package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.LibraryNews;
import org.libstation.language.Words;
import org.libstation.paper.ShippedLayout;

/// The library's notice on a receipt.
class NoticeOnPaperTest {
  private static final String SHORT = "Closed on both days; no fines are counted.";
  private static final String LONG = "The library is closed. ".repeat(12);

  private final AtomicReference<LibraryNews> news = new AtomicReference<>(LibraryNews.NONE);
  private final Words english = ShippedLayout.texts().in(Language.EN);

  private Optional<String> printed(int columns) {
    return new NoticeOnPaper(news::get, columns).in(english);
  }

  private void announce(String head, String words) {
    news.set(
        new LibraryNews(
            List.of(
                new LibraryNews.Announcement(
                    List.of(),
                    head.isEmpty() ? Map.of() : Map.of(Language.EN, head),
                    Map.of(Language.EN, words),
                    new LibraryNews.ClosedDays(
                        LocalDate.parse("2026-12-25"),
                        Optional.of(LocalDate.parse("2026-12-26")),
                        false))),
            List.of()));
  }

  @Test
  void it_is_printed_while_it_is_in_force() {
    assertThat(printed(48)).isEmpty();
    announce("Christmas", SHORT);
    assertThat(printed(48)).contains("Christmas: " + SHORT);
    news.set(LibraryNews.NONE);
    assertThat(printed(48)).isEmpty();
  }

  @Test
  void what_does_not_fit_into_two_lines_becomes_its_days() {
    announce("Christmas", LONG);
    assertThat(printed(48)).contains("Christmas: 25 to 26 Dec");
    announce("", LONG);
    assertThat(printed(48)).contains("Latest arrangements: 25 to 26 Dec");
    assertThat(printed(12)).as("too narrow for anything").isEmpty();
  }

  @Test
  void a_chinese_character_takes_two_columns() {
    news.set(
        new LibraryNews(
            List.of(
                new LibraryNews.Announcement(
                    List.of(),
                    Map.of(),
                    Map.of(Language.ZH_HANT_HK, "兩天休館，不計逾期罰款。還書箱照常開放。還書箱照常開放。"),
                    new LibraryNews.ClosedDays(
                        LocalDate.parse("2026-12-25"), Optional.empty(), false))),
            List.of()));
    Words chinese = ShippedLayout.texts().in(Language.ZH_HANT_HK);
    assertThat(new NoticeOnPaper(news::get, 48).in(chinese).orElseThrow()).startsWith("最新安排：兩天休館");
    assertThat(new NoticeOnPaper(news::get, 32).in(chinese)).contains("最新安排：12月25日起");
  }
}

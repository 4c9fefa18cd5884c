package org.libstation.station;

import java.util.Optional;
import java.util.function.Supplier;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.LibraryNews;
import org.libstation.language.Words;

/// Prints the library's newest notice in force on a receipt. Prints its full text if that fits into
/// two lines, else its heading and days, else nothing.
public final class NoticeOnPaper {
  /// Prints no notice.
  public static final NoticeOnPaper NONE = new NoticeOnPaper(() -> LibraryNews.NONE, 0);

  private static final int LINES = 2;

  /// Characters that a line may lose, because words are not split.
  private static final int RAGGED = 6;

  private final Supplier<LibraryNews> news;
  private final int columns;

  /// @param news today's news
  /// @param columns narrow characters in a line; a Chinese character takes two
  public NoticeOnPaper(Supplier<LibraryNews> news, int columns) {
    this.news = news;
    this.columns = columns;
  }

  /// The text to print in this language; empty if there is no notice or it does not fit.
  Optional<String> in(Words words) {
    return news.get().notices().stream().findFirst().flatMap(notice -> shortest(notice, words));
  }

  private Optional<String> shortest(LibraryNews.Announcement notice, Words words) {
    Language language = words.language();
    String own = notice.head().getOrDefault(language, "");
    String head = own.isBlank() ? words.say("news.head") : own;
    String days = words.days(notice.days().first(), notice.days().last());
    String whole = words.say("slip.notice", head, notice.words().getOrDefault(language, ""));
    if (fits(whole)) {
      return Optional.of(whole);
    }
    return Optional.of(words.say("slip.notice", head, days)).filter(this::fits);
  }

  private boolean fits(String text) {
    return columns(text) <= LINES * (columns - RAGGED);
  }

  private static int columns(String text) {
    return text.codePoints().map(point -> point < 0x2000 ? 1 : 2).sum();
  }
}

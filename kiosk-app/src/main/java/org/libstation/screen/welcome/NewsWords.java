package org.libstation.screen.welcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.LibraryNews;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.Saying;
import org.libstation.screen.kit.words.Voice;

/// Words for the library's announcements and activities, in one language.
final class NewsWords extends Saying {
  private final LocalDate today;

  NewsWords(Voice voice, LocalDate today) {
    super(voice);
    this.today = today;
  }

  List<NoticeBar.NoticeBarWords> notices(LibraryNews news) {
    return news.notices().stream().map(this::notice).toList();
  }

  private NoticeBar.NoticeBarWords notice(LibraryNews.Announcement notice) {
    String head = in(notice.head());
    return new NoticeBar.NoticeBarWords(
        Ink.ASK,
        Icon.NEWS,
        head.isBlank() ? say("news.head") : head,
        Optional.of(in(notice.words())),
        Optional.of(say("activity.line", place(notice), days(notice.days()))));
  }

  private String place(LibraryNews.Announcement notice) {
    return notice.places().isEmpty()
        ? voice.library()
        : notice.places().stream().map(this::in).collect(Collectors.joining(say("list.comma")));
  }

  /// For days without fines, says from which day fines count again; the calculation uses the same
  /// day.
  private String days(LibraryNews.ClosedDays days) {
    if (!days.finesStopped()) {
      return voice.words().days(days.first(), days.last());
    }
    return days.last()
        .map(last -> say("news.fines.until", voice.words().stampDate(last.plusDays(1))))
        .orElseGet(() -> say("news.fines.open"));
  }

  List<ActivityWords> activities(LibraryNews news) {
    return news.activities().stream().map(this::activity).toList();
  }

  private ActivityWords activity(LibraryNews.LibraryActivity activity) {
    LocalDate day = activity.day().isBefore(today) ? today : activity.day();
    String time = voice.words().clock(activity.begins());
    String place = in(activity.place());
    String venue =
        place.isBlank() ? in(activity.venue()) : say("activity.place", place, in(activity.venue()));
    String line =
        activity
            .lastDay()
            .map(last -> say("activity.days", time, voice.words().stampDate(last), venue))
            .orElseGet(() -> say("activity.line", time, venue));
    return new ActivityWords(
        Integer.toString(day.getDayOfMonth()),
        voice.words().monthAndWeekday(day),
        in(activity.title()),
        line,
        in(activity.type()),
        say("activity.whole", voice.words().stampDate(day), line, in(activity.type())));
  }

  private String in(Map<Language, String> texts) {
    return texts.getOrDefault(voice.words().language(), "");
  }
}

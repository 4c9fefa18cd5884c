package org.libstation.station.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.LibraryNews;
import org.libstation.policy.Activity;
import org.libstation.policy.Notice;
import org.libstation.policy.PlaceRules;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.ServicePoint;
import org.libstation.policy.Window;

/// Selects a policy's public news of a day: notices in force and coming activities.
final class NewsOfTheDay {
  /// Limit of activities shown. Activities [#DAYS_AHEAD] days ahead or later are left out.
  static final int MOST_ACTIVITIES = 12;

  static final int DAYS_AHEAD = 60;

  private NewsOfTheDay() {}

  static LibraryNews of(PolicyBundle policy, Instant moment) {
    PlaceRules rules = policy.at(moment);
    LocalDateTime now = moment.atZone(rules.zone()).toLocalDateTime();
    return new LibraryNews(notices(policy, rules, now), activities(policy, rules, now));
  }

  private static List<LibraryNews.Announcement> notices(
      PolicyBundle policy, PlaceRules rules, LocalDateTime now) {
    return rules.notices().stream()
        .filter(notice -> notice.shownOn(now.toLocalDate()))
        .sorted(Comparator.comparing(Notice::announcedAt).reversed())
        .map(
            notice ->
                new LibraryNews.Announcement(
                    notice.places().stream()
                        .sorted()
                        .map(place -> names(policy, place))
                        .filter(names -> !names.isEmpty())
                        .toList(),
                    Language.texts(notice.head()),
                    Language.texts(notice.words()),
                    days(notice, rules)))
        .toList();
  }

  /// The days of a notice. If it announces a suspension window in force, the window's days are
  /// used.
  private static LibraryNews.ClosedDays days(Notice notice, PlaceRules rules) {
    Optional<Window> window =
        notice
            .window()
            .flatMap(
                id -> rules.windows().stream().filter(each -> each.id().equals(id)).findFirst());
    return window
        .map(
            told ->
                days(told.from(), told.to(), told.effects().fines() == Window.WindowRuling.STOPPED))
        .orElseGet(() -> days(notice.days().from(), notice.days().to(), false));
  }

  private static LibraryNews.ClosedDays days(
      LocalDate from, Optional<LocalDate> to, boolean finesStopped) {
    return new LibraryNews.ClosedDays(from, to.map(end -> end.minusDays(1)), finesStopped);
  }

  private static List<LibraryNews.LibraryActivity> activities(
      PolicyBundle policy, PlaceRules rules, LocalDateTime now) {
    return rules.activities().stream()
        .filter(activity -> activity.isComing(now))
        .filter(activity -> activity.date().isBefore(now.toLocalDate().plusDays(DAYS_AHEAD)))
        .sorted(Comparator.comparing(Activity::date).thenComparing(Activity::begins))
        .limit(MOST_ACTIVITIES)
        .map(
            activity ->
                new LibraryNews.LibraryActivity(
                    activity.date(),
                    activity.lastDate(),
                    activity.begins(),
                    Language.texts(activity.title()),
                    activity
                        .place()
                        .filter(place -> !place.equals(rules.place().id()))
                        .map(place -> names(policy, place))
                        .orElse(Map.of()),
                    Language.texts(activity.venue()),
                    Language.texts(activity.type())))
        .toList();
  }

  private static Map<Language, String> names(PolicyBundle policy, String place) {
    return Optional.ofNullable(policy.places().get(place))
        .map(ServicePoint::names)
        .map(Language::texts)
        .orElse(Map.of());
  }
}

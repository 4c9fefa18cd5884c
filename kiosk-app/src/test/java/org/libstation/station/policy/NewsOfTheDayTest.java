package org.libstation.station.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.LibraryNews;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;
import org.libstation.site.PolicyFile;

/// What the start screen is told of a policy.
class NewsOfTheDayTest {
  private static final PolicyBundle EXAMPLE =
      PolicyFile.read(Path.of("../config/policy/hkpl-example.yaml"));

  private static LibraryNews at(String moment) {
    return NewsOfTheDay.of(EXAMPLE, Instant.parse(moment));
  }

  @Test
  void a_notice_comes_with_its_place_and_the_days_it_is_about() {
    LibraryNews.Announcement notice = at("2026-11-26T04:00:00Z").notices().getFirst();
    assertThat(notice.places()).hasSize(1);
    assertThat(notice.places().getFirst()).containsEntry(Language.EN, "Central Library");
    assertThat(notice.days())
        .isEqualTo(
            new LibraryNews.ClosedDays(
                LocalDate.parse("2026-12-25"), Optional.of(LocalDate.parse("2026-12-26")), false));
  }

  @Test
  void it_comes_with_its_first_day_and_goes_with_its_last() {
    assertThat(at("2026-11-22T15:59:00Z").notices()).isEmpty();
    assertThat(at("2026-11-22T16:00:00Z").notices()).hasSize(1);
    assertThat(at("2026-12-26T15:59:00Z").notices()).hasSize(1);
    assertThat(at("2026-12-26T16:00:00Z").notices()).isEmpty();
  }

  @Test
  void a_notice_of_a_suspension_bears_the_days_that_are_counted_by() {
    LibraryNews july = at("2020-07-10T04:00:00Z");
    assertThat(july.notices()).hasSize(1);
    assertThat(july.notices().getFirst().days())
        .isEqualTo(
            new LibraryNews.ClosedDays(
                LocalDate.parse("2020-01-29"), Optional.of(LocalDate.parse("2020-07-19")), true));
    LibraryNews.Announcement closure = at("2020-07-15T04:00:00Z").notices().getFirst();
    assertThat(closure.days().last()).isEmpty();
    assertThat(closure.days().finesStopped()).isTrue();
  }

  @Test
  void one_that_was_superseded_is_gone_with_the_announcement_of_the_other() {
    assertThat(at("2020-07-14T11:59:00Z").notices().getFirst().words())
        .containsEntry(
            Language.EN,
            "Services resume on 7 July. Overdue fines are counted again from 20 July.");
    assertThat(at("2020-07-14T12:00:00Z").notices().getFirst().words().get(Language.EN))
        .startsWith("All libraries, book drops and stations are closed");
  }

  @Test
  void a_newer_policy_is_told_from_as_soon_as_it_is_known() {
    Instant now = Instant.parse("2026-11-26T04:00:00Z");
    PolicyInForce inForce = new PolicyInForce(EXAMPLE, () -> now, Duration.ZERO);
    assertThat(inForce.news().notices()).hasSize(1);
    inForce.take(newer());
    assertThat(inForce.news().notices()).isEmpty();
    assertThat(inForce.now()).as("whoever is served is served on").isSameAs(EXAMPLE);
  }

  private static PolicyBundle newer() {
    try {
      String text =
          Files.readString(Path.of("../config/policy/hkpl-example.yaml"))
              .replace("    from: 2026-11-23", "    from: 2026-12-18");
      return switch (PolicyReader.parse("newer.yaml", text)) {
        case PolicyReading.PolicyRead(PolicyBundle bundle) -> bundle;
        case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void activities_come_in_the_order_of_their_days_until_they_are_over() {
    assertThat(at("2026-11-26T04:00:00Z").activities())
        .extracting(activity -> activity.title().get(Language.ZH_HANT_HK))
        .containsExactly("潮間帶的聲音：親子聽書", "從手稿到書架：小說家夜談", "舊地圖裏的海港");
    assertThat(at("2026-11-28T07:30:00Z").activities()).hasSize(2);
    assertThat(at("2027-01-05T07:30:00Z").activities()).hasSize(1);
    assertThat(at("2026-11-26T04:00:00Z").activities().getFirst().place())
        .as("the station's own place needs no name")
        .isEmpty();
  }
}

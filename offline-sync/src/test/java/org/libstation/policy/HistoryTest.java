package org.libstation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.fines.DayVerdict;
import org.libstation.fines.Explained;

/// The notices of 29 January 2020 to 5 March 2021, replayed as they became known.
class HistoryTest {
  private static PolicyBundle example() {
    try {
      return PolicyReaderTest.good(
          PolicyReader.read(Path.of("../config/policy/hkpl-example.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant moment(String text) {
    return OffsetDateTime.parse(text + "+08:00").toInstant();
  }

  /// The cases 15 to 22 of the research, each counted with what was known at a moment.
  @ParameterizedTest
  @CsvSource({
    // before the first notice nobody knew of a closure: 5 + 15 days
    "2020-01-28T12:00, 2020-01-20, 2020-02-12, 3000",
    // with the notice: 21 to 24 and 28 January
    "2020-01-28T21:00, 2020-01-20, 2020-02-12, 750",
    // in May, open-ended: nobody knows an end
    "2020-05-06T12:00, 2020-02-04, 2020-12-24, 0",
    // 7 July: counting is to begin again on 20 July
    "2020-07-07T12:00, 2020-02-04, 2020-07-08, 0",
    "2020-07-07T12:00, 2020-02-04, 2020-07-19, 0",
    "2020-07-07T12:00, 2020-02-04, 2020-07-20, 150",
    "2020-07-07T12:00, 2020-01-20, 2020-07-22, 1200",
    "2020-07-07T12:00, 2020-07-17, 2020-07-21, 300",
    "2020-07-07T12:00, 2020-07-17, 2020-09-03, 6900",
    // 14 July in the evening: it does not
    "2020-07-14T21:00, 2020-07-17, 2020-09-03, 0",
    "2020-07-14T21:00, 2020-01-20, 2020-07-22, 750",
    // 19 February 2021: from 5 March
    "2021-02-20T12:00, 2020-07-17, 2021-03-04, 0",
    "2021-02-20T12:00, 2020-07-17, 2021-03-05, 150",
    "2026-11-25T12:00, 2020-07-17, 2021-03-06, 300",
  })
  void a_return_costs_what_the_notices_known_at_the_moment_say(
      String known, LocalDate due, LocalDate returned, long minor) {
    PlaceRules rules = example().at(moment(known));
    assertThat(estimate(rules, due, returned).assessment().amount().minor()).isEqualTo(minor);
  }

  @Test
  void a_day_is_told_with_the_notice_that_was_in_force() {
    PolicyBundle bundle = example();
    LocalDate due = LocalDate.of(2020, 2, 4);
    LocalDate returned = LocalDate.of(2020, 2, 5);
    assertThat(verdict(estimate(bundle.at(moment("2020-03-01T12:00")), due, returned)))
        .isEqualTo(new DayVerdict.Suspended("closure-2020-01-29"));
    assertThat(verdict(estimate(bundle.at(moment("2020-07-10T12:00")), due, returned)))
        .isEqualTo(new DayVerdict.Suspended("resumption-2020-07-20"));
  }

  private static Explained estimate(PlaceRules rules, LocalDate due, LocalDate returned) {
    return rules.estimate(rules.estimateClass(), due, returned);
  }

  private static DayVerdict verdict(Explained explained) {
    return explained.units().getLast().verdict();
  }

  @Test
  void a_past_moment_has_a_version_of_its_own() {
    PolicyBundle bundle = example();
    assertThat(bundle.at(moment("2020-07-10T12:00")).version())
        .isEqualTo("hkpl-example-2026-1@2020-07-06T12:00");
    assertThat(bundle.at(moment("2020-07-10T12:00")).calendar().version())
        .isEqualTo("example-2026-12@2019-12-17T12:00");
    assertThat(bundle.at(moment("2026-11-25T12:00")).version()).isEqualTo("hkpl-example-2026-1");
    assertThat(bundle.at(moment("2010-01-01T12:00")).version())
        .isEqualTo("hkpl-example-2026-1@begin");
  }

  @Test
  void the_renewal_limit_is_up_while_a_notice_says_so() {
    PlaceRules july = example().at(moment("2020-07-14T21:00"));
    assertThat(july.renewals(july.estimateClass(), LocalDate.of(2020, 7, 15))).isEqualTo(10);
    assertThat(july.renewals(july.estimateClass(), LocalDate.of(2020, 1, 28))).isEqualTo(5);
    assertThat(july.blocksStopped(LocalDate.of(2020, 7, 15))).isTrue();
    assertThat(july.noticesStopped(LocalDate.of(2020, 7, 15))).isTrue();
    assertThat(july.noticesStopped(LocalDate.of(2020, 1, 28))).isFalse();
    PlaceRules now = example().at(moment("2026-11-25T12:00"));
    assertThat(now.blocksStopped(LocalDate.of(2026, 11, 25))).isFalse();
  }

  @Test
  void the_notices_shown_are_those_no_later_one_has_superseded() {
    PlaceRules july = example().at(moment("2020-07-14T21:00"));
    assertThat(july.notices())
        .filteredOn(notice -> notice.shownOn(LocalDate.of(2020, 7, 15)))
        .extracting(Notice::id)
        .containsExactly("closure-2020-07-15");
  }

  /// Every place counts by its own calendar: what a station lent is charged on holidays.
  @Test
  void a_station_counts_the_holidays_on_which_it_is_open() {
    PolicyBundle bundle = example();
    LocalDate due = LocalDate.of(2019, 12, 23);
    LocalDate returned = LocalDate.of(2020, 1, 2);
    Instant then = moment("2020-01-02T12:00");
    assertThat(estimate(bundle.at(then), due, returned).assessment().amount().minor())
        .isEqualTo(1050);
    assertThat(
            estimate(bundle.at(then, "island-east"), due, returned).assessment().amount().minor())
        .isEqualTo(1500);
  }
}

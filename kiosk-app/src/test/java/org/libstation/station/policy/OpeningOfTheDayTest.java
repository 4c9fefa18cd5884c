package org.libstation.station.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Opening;
import org.libstation.flow.state.Opening.Today;
import org.libstation.flow.state.Opening.Why;
import org.libstation.policy.PolicyBundle;
import org.libstation.site.PolicyFile;

/// What the screens are told of a policy's calendars.
class OpeningOfTheDayTest {
  private static final PolicyBundle EXAMPLE =
      PolicyFile.read(Path.of("../config/policy/hkpl-example.yaml"));

  private static Opening at(String moment) {
    return OpeningOfTheDay.of(EXAMPLE, Instant.parse(moment), List.of("central-drop", "gone"));
  }

  @Test
  void a_usual_day_has_its_hours_and_says_when_it_opens_next() {
    Opening thursday = at("2026-11-26T02:30:00Z");
    assertThat(thursday.today())
        .contains(new Today.HoursToday(LocalTime.of(10, 0), LocalTime.of(21, 0), Optional.empty()));
    OffsetDateTime now = OffsetDateTime.parse("2026-11-26T10:30+08:00");
    assertThat(thursday.library().openAt(now)).isTrue();
    assertThat(thursday.library().opensAfter(now))
        .contains(OffsetDateTime.parse("2026-11-27T10:00+08:00"));
  }

  @Test
  void a_holiday_is_closed_and_says_why() {
    Opening christmas = at("2026-12-25T04:00:00Z");
    assertThat(christmas.today()).contains(new Today.ClosedToday(Why.HOLIDAY));
    OffsetDateTime noon = OffsetDateTime.parse("2026-12-25T12:00+08:00");
    assertThat(christmas.library().closedAt(noon)).isTrue();
    assertThat(christmas.library().opensAfter(noon))
        .contains(OffsetDateTime.parse("2026-12-27T10:00+08:00"));
  }

  @Test
  void during_a_closure_until_further_notice_nobody_tells_the_usual_hours() {
    Opening closure = at("2020-02-10T04:00:00Z");
    assertThat(closure.today()).isEmpty();
    assertThat(closure.library().known()).isFalse();
    // Once it was announced when fines count again, the calendar speaks again.
    assertThat(at("2020-07-10T04:00:00Z").today()).isPresent();
  }

  @Test
  void other_places_are_told_by_their_own_calendar_and_those_not_in_the_policy_are_left_out() {
    Opening night = at("2026-12-25T20:00:00Z");
    assertThat(night.places()).containsOnlyKeys("central-drop");
    OffsetDateTime four = OffsetDateTime.parse("2026-12-26T04:00+08:00");
    assertThat(night.places().values()).allMatch(times -> times.openAt(four));
  }
}

package org.libstation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.OpenHours;
import org.libstation.policy.OpeningTimes.OpeningDay;
import org.libstation.policy.OpeningTimes.OpeningInterval;

/// When people may come in, by the calendar.
class OpeningTimesTest {
  private static final String WEEK =
      """
          week: {monday: 09:00-20:00, tuesday: 09:00-20:00, wednesday: 13:00-00:00, thursday: open, friday: 09:00-20:00, saturday: 09:00-17:00, sunday: closed}
      """;
  private static final String STORM =
      """
          - announcedAt: 2026-11-23T10:05+08:00
            days: [2026-11-23]
            hours: 09:00-10:30
            why: gale
          - announcedAt: 2026-11-23T16:00+08:00
            days: [2026-11-24]
            closed: gale
          - announcedAt: 2026-11-24T09:00+08:00
            days: [2026-11-24]
            hours: 14:00-20:00
            why: gale
      """;

  private static PolicyBundle bundle() throws IOException {
    String example = Files.readString(Path.of("../config/policy/hkpl-example.yaml"));
    String text =
        example
            .replaceFirst("(?m)^    week: .*\\n", WEEK)
            .replaceFirst("(?m)^    changes:\\n", "    changes:\n" + STORM.indent(2));
    return PolicyReaderTest.good(PolicyReader.parse("test.yaml", text));
  }

  private static Instant at(String local) {
    return OffsetDateTime.parse(local + "+08:00").toInstant();
  }

  private static OpeningTimes known(String moment) throws IOException {
    return bundle().openingTimes("central", at(moment));
  }

  private static OpeningInterval span(String from, String to) {
    return new OpeningInterval(at(from), at(to));
  }

  @Test
  void a_day_has_the_hours_of_its_weekday() throws IOException {
    OpeningTimes times = known("2026-11-20T12:00");
    assertThat(times.on(LocalDate.parse("2026-11-20")))
        .isEqualTo(
            new OpeningDay.Open(
                Optional.of(new OpenHours(LocalTime.of(9, 0), LocalTime.of(20, 0))),
                Optional.empty()));
    assertThat(times.on(LocalDate.parse("2026-11-22")))
        .isEqualTo(new OpeningDay.Closed(ClosedReason.WEEKLY));
    assertThat(times.on(LocalDate.parse("2026-12-25")))
        .isEqualTo(new OpeningDay.Closed(ClosedReason.HOLIDAY));
  }

  @Test
  void what_was_announced_last_holds_and_only_what_was_known() throws IOException {
    LocalDate tuesday = LocalDate.parse("2026-11-24");
    assertThat(known("2026-11-23T15:59").on(tuesday)).isInstanceOf(OpeningDay.Open.class);
    assertThat(known("2026-11-23T16:00").on(tuesday))
        .isEqualTo(new OpeningDay.Closed(ClosedReason.GALE));
    assertThat(known("2026-11-24T09:00").on(tuesday))
        .isEqualTo(
            new OpeningDay.Open(
                Optional.of(new OpenHours(LocalTime.of(14, 0), LocalTime.of(20, 0))),
                Optional.of(PlaceCalendar.CalendarReason.GALE)));
  }

  @Test
  void a_part_day_under_a_gale_is_open_for_people() throws IOException {
    assertThat(known("2026-11-23T10:10").spans(at("2026-11-23T10:10"), 2))
        .containsExactly(
            span("2026-11-23T09:00", "2026-11-23T10:30"),
            span("2026-11-24T09:00", "2026-11-24T20:00"));
  }

  @Test
  void days_that_meet_at_midnight_are_one_span() throws IOException {
    assertThat(known("2026-11-18T12:00").spans(at("2026-11-18T12:00"), 2))
        .containsExactly(
            span("2026-11-18T13:00", "2026-11-20T00:00"),
            span("2026-11-20T09:00", "2026-11-20T20:00"));
  }

  @Test
  void a_span_that_ended_is_not_told() throws IOException {
    assertThat(known("2026-11-20T12:00").spans(at("2026-11-20T20:00"), 1))
        .containsExactly(span("2026-11-21T09:00", "2026-11-21T17:00"));
    assertThat(known("2026-11-20T12:00").spans(at("2026-11-20T19:59"), 1))
        .containsExactly(span("2026-11-20T09:00", "2026-11-20T20:00"));
  }

  @Test
  void a_place_that_is_always_open_is_open_now() throws IOException {
    List<OpeningInterval> spans =
        bundle()
            .openingTimes("central-drop", at("2026-11-22T03:00"))
            .spans(at("2026-11-22T03:00"), 2);
    assertThat(spans).hasSize(1);
    assertThat(spans.getFirst().from()).isEqualTo(at("2026-11-22T00:00"));
    assertThat(spans.getFirst().to()).isAfter(at("2026-12-22T00:00"));
  }

  @Test
  void a_place_nobody_knows_has_no_hours() throws IOException {
    PolicyBundle bundle = bundle();
    assertThatThrownBy(() -> bundle.openingTimes("moon", at("2026-11-22T03:00")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("moon");
  }
}

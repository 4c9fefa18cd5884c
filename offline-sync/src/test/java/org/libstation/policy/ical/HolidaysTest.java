package org.libstation.policy.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.policy.ical.Holidays.Holiday;
import org.libstation.policy.ical.Holidays.HolidaysFound;

class HolidaysTest {
  /// In the shape of the file of 1823.gov.hk: whole days, lines folded, CRLF.
  private static final String CALENDAR =
      """
      BEGIN:VCALENDAR
      PRODID:-//1823 Call Centre, Efficiency Office, HKSAR Government//Hong Kong Public Holidays//EN
      VERSION:2.0
      BEGIN:VEVENT
      DTSTAMP:20260513T000000Z
      DTSTART;VALUE=DATE:20270206
      DTEND;VALUE=DATE:20270207
      SUMMARY:Lunar New Year's
        Day
      UID:20270206@1823.gov.hk
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20270101
      DTEND;VALUE=DATE:20270102
      SUMMARY:The first day of January
      UID:20270101@1823.gov.hk
      END:VEVENT
      END:VCALENDAR
      """
          .replace("\n", "\r\n");

  private static HolidaysFound read(String text) throws IOException {
    return Holidays.read(new StringReader(text)).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Hong_Kong", "America/Los_Angeles", "Pacific/Kiritimati"})
  void whole_days_are_read_by_date_whatever_the_zone_of_the_machine(String zone)
      throws IOException {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      assertThat(read(CALENDAR).holidays())
          .containsExactly(
              new Holiday(
                  LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 2), "The first day of January"),
              new Holiday(
                  LocalDate.of(2027, 2, 6), LocalDate.of(2027, 2, 7), "Lunar New Year's Day"));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void what_has_a_time_or_repeats_is_passed_over_and_told() throws IOException {
    HolidaysFound found =
        read(
            CALENDAR
                .replace("DTSTART;VALUE=DATE:20270101", "DTSTART:20270101T090000Z")
                .replace("UID:20270206", "RRULE:FREQ=YEARLY\r\nUID:20270206"));
    assertThat(found.holidays()).isEmpty();
    assertThat(found.passedOver())
        .hasSize(2)
        .anyMatch(line -> line.contains("it repeats by a rule"))
        .anyMatch(line -> line.contains("it does not begin with a day"));
  }

  @Test
  void an_event_without_an_end_is_one_day() throws IOException {
    assertThat(read(CALENDAR.replace("DTEND;VALUE=DATE:20270102\r\n", "")).holidays().getFirst())
        .isEqualTo(
            new Holiday(
                LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 2), "The first day of January"));
  }

  @Test
  void what_is_no_calendar_is_nothing() throws IOException {
    assertThat(Holidays.read(new StringReader("<html>404</html>"))).isEqualTo(Optional.empty());
    assertThat(Holidays.read(new StringReader(""))).isEqualTo(Optional.empty());
  }
}

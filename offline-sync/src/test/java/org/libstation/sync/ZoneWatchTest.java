package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneWatchTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

  private final Disk disk = new Disk();

  /// What a file would keep, and a technician's word.
  private static final class Disk implements ZoneMemory {
    private Optional<ZoneCandidates> seen = Optional.empty();
    private Optional<ConfirmedZone> confirmed = Optional.empty();
    private final List<ZoneCandidates> written = new ArrayList<>();

    @Override
    public Optional<ZoneCandidates> seen() {
      return seen;
    }

    @Override
    public void keep(ZoneCandidates fresh) {
      seen = Optional.of(fresh);
      written.add(fresh);
    }

    @Override
    public Optional<ConfirmedZone> confirmed() {
      return confirmed;
    }

    @Override
    public void forget() {
      seen = Optional.empty();
      confirmed = Optional.empty();
    }

    void confirms(String zone) {
      confirmed =
          Optional.of(
              new ConfirmedZone(
                  ZoneId.of(zone), "Chan", OffsetDateTime.parse("2026-11-25T10:00+08:00")));
    }
  }

  private ClockVerdict saw(ZoneId configured, String ours, Duration difference) {
    return new ZoneWatch(configured, disk).saw(Instant.parse(ours), difference);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT24H", "PT-24H", "PT8H", "PT-21H", "PT-7H15M", "PT6H15M", "PT49H"})
  void a_multiple_of_a_quarter_hour_that_no_zone_explains_is_skew(String difference) {
    Duration by = Duration.parse(difference);

    assertThat(saw(HONG_KONG, "2026-11-25T02:00:00Z", by)).isEqualTo(new ClockVerdict.Skew(by));
    assertThat(disk.seen()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PT-8H,UTC", "PT1H,Asia/Tokyo", "PT-2H-15M,Asia/Kathmandu", "PT-2H-30M,Asia/Kolkata"})
  void what_another_zone_explains_is_not_believed_by_itself(String difference, String zone) {
    ClockVerdict verdict = saw(HONG_KONG, "2026-11-25T02:00:00Z", Duration.parse(difference));

    assertThat(verdict).isInstanceOf(ClockVerdict.ZoneUnproven.class);
    assertThat(((ClockVerdict.ZoneUnproven) verdict).zones()).contains(zone);
  }

  @Test
  void a_drift_is_skew() {
    assertThat(saw(HONG_KONG, "2026-11-25T02:00:00Z", Duration.ofSeconds(29)))
        .isEqualTo(new ClockVerdict.Skew(Duration.ofSeconds(29)));
    assertThat(saw(HONG_KONG, "2026-11-25T02:00:00Z", Duration.ofHours(1).plusSeconds(31)))
        .isEqualTo(new ClockVerdict.Skew(Duration.ofHours(1).plusSeconds(31)));
  }

  @Test
  void a_day_that_two_zones_of_one_date_line_explain_is_not_believed_by_itself() {
    ZoneId auckland = ZoneId.of("Pacific/Auckland");

    assertThat(saw(auckland, "2026-12-25T02:00:00Z", Duration.ofDays(-1)))
        .isInstanceOf(ClockVerdict.ZoneUnproven.class);
    assertThat(saw(auckland, "2026-06-25T02:00:00Z", Duration.ofDays(-1)))
        .isInstanceOf(ClockVerdict.ZoneUnproven.class);
    assertThat(saw(auckland, "2026-06-25T02:00:00Z", Duration.ofDays(1)))
        .isEqualTo(new ClockVerdict.Skew(Duration.ofDays(1)));
  }

  @Test
  void seen_on_two_days_it_is_believed_and_the_rest_is_skew() {
    Duration utc = Duration.ofHours(-8);
    saw(HONG_KONG, "2026-11-25T02:00:00Z", utc);
    assertThat(saw(HONG_KONG, "2026-11-25T12:00:00Z", utc))
        .isInstanceOf(ClockVerdict.ZoneUnproven.class);

    ClockVerdict next = saw(HONG_KONG, "2026-11-26T10:00:00Z", utc.minusSeconds(9));
    assertThat(next).isInstanceOf(ClockVerdict.AnotherZone.class);
    assertThat(((ClockVerdict.AnotherZone) next).rest()).isEqualTo(Duration.ofSeconds(-9));
  }

  @Test
  void a_midnight_makes_no_second_day_of_one_evening() {
    // Their clock: 23:50, 00:10, 05:51.
    Duration utc = Duration.ofHours(-8);
    saw(HONG_KONG, "2026-11-25T23:50:00Z", utc);

    assertThat(saw(HONG_KONG, "2026-11-26T00:10:00Z", utc))
        .isInstanceOf(ClockVerdict.ZoneUnproven.class);
    assertThat(saw(HONG_KONG, "2026-11-26T05:51:00Z", utc))
        .isInstanceOf(ClockVerdict.AnotherZone.class);
  }

  @Test
  void what_is_believed_may_drift_on_without_becoming_hours_of_skew() {
    Duration utc = Duration.ofHours(-8);
    saw(HONG_KONG, "2026-11-25T02:00:00Z", utc);
    saw(HONG_KONG, "2026-11-26T02:00:00Z", utc);

    assertThat(saw(HONG_KONG, "2026-11-27T02:00:00Z", utc.plusSeconds(95)))
        .isInstanceOf(ClockVerdict.AnotherZone.class);
    assertThat(saw(HONG_KONG, "2026-11-27T02:00:00Z", utc.plusMinutes(6)))
        .isEqualTo(new ClockVerdict.Skew(utc.plusMinutes(6)));
  }

  @Test
  void a_difference_between_that_no_zone_explains_begins_it_anew() {
    Duration utc = Duration.ofHours(-8);
    saw(HONG_KONG, "2026-11-25T02:00:00Z", utc);
    saw(HONG_KONG, "2026-11-26T01:00:00Z", Duration.ofSeconds(2));

    assertThat(saw(HONG_KONG, "2026-11-26T02:00:00Z", utc))
        .isInstanceOf(ClockVerdict.ZoneUnproven.class);
  }

  @Test
  void another_difference_is_another_fault() {
    saw(HONG_KONG, "2026-11-25T02:00:00Z", Duration.ofHours(-8));

    assertThat(saw(HONG_KONG, "2026-11-26T02:00:00Z", Duration.ofHours(-7)))
        .isInstanceOf(ClockVerdict.ZoneUnproven.class);
  }

  @Test
  void a_change_of_summer_time_there_is_no_new_fault() {
    // The server stands in London, the site says Hong Kong: -7 h in summer, -8 h in winter.
    saw(HONG_KONG, "2026-10-23T02:00:00Z", Duration.ofHours(-7));
    saw(HONG_KONG, "2026-10-24T02:00:00Z", Duration.ofHours(-7));

    ClockVerdict winter = saw(HONG_KONG, "2026-10-25T02:00:00Z", Duration.ofHours(-8));
    assertThat(winter).isInstanceOf(ClockVerdict.AnotherZone.class);
    assertThat(((ClockVerdict.AnotherZone) winter).zones())
        .contains("Europe/London")
        .doesNotContain("UTC");
  }

  @Test
  void the_day_before_and_the_day_after_a_change_of_summer_time_are_two_days() {
    saw(HONG_KONG, "2026-10-24T02:00:00Z", Duration.ofHours(-7));

    assertThat(saw(HONG_KONG, "2026-10-25T02:00:00Z", Duration.ofHours(-8)))
        .isInstanceOf(ClockVerdict.AnotherZone.class);
  }

  @Test
  void a_server_in_utc_is_no_new_fault_each_spring() {
    // The site says London: no difference in winter, an hour in summer.
    saw(LONDON, "2026-10-23T02:00:00Z", Duration.ofHours(-1));
    saw(LONDON, "2026-10-24T02:00:00Z", Duration.ofHours(-1));
    assertThat(saw(LONDON, "2026-11-24T02:00:00Z", Duration.ofSeconds(1)))
        .isEqualTo(new ClockVerdict.Skew(Duration.ofSeconds(1)));
    assertThat(new ZoneWatch(LONDON, disk).unproven()).isFalse();

    assertThat(saw(LONDON, "2027-03-28T02:00:00Z", Duration.ofHours(-1)))
        .isInstanceOf(ClockVerdict.AnotherZone.class);
  }

  @Test
  void a_technicians_word_is_believed_where_it_explains_what_is_seen() {
    saw(HONG_KONG, "2026-11-25T02:00:00Z", Duration.ofHours(-8));
    disk.confirms("Asia/Tokyo");
    assertThat(saw(HONG_KONG, "2026-11-25T02:10:00Z", Duration.ofHours(-8)))
        .isInstanceOf(ClockVerdict.ZoneUnproven.class);

    disk.confirms("Europe/London");
    assertThat(saw(HONG_KONG, "2026-11-25T02:20:00Z", Duration.ofHours(-8)))
        .isInstanceOf(ClockVerdict.AnotherZone.class);
  }

  @Test
  void a_technicians_word_ends_with_the_difference() {
    saw(HONG_KONG, "2026-11-25T02:00:00Z", Duration.ofHours(-8));
    disk.confirms("Europe/London");
    saw(HONG_KONG, "2026-11-25T02:10:00Z", Duration.ofHours(-8));
    saw(HONG_KONG, "2026-11-25T03:00:00Z", Duration.ZERO);

    assertThat(disk.confirmed()).isEmpty();
    assertThat(saw(HONG_KONG, "2027-02-25T02:00:00Z", Duration.ofHours(-8)))
        .isInstanceOf(ClockVerdict.ZoneUnproven.class);
  }

  @Test
  void a_confirmed_zone_explains_both_sides_of_a_change_of_summer_time() {
    saw(HONG_KONG, "2026-10-24T02:00:00Z", Duration.ofHours(-7));
    disk.confirms("Europe/London");

    assertThat(saw(HONG_KONG, "2026-10-25T02:00:00Z", Duration.ofHours(-8)))
        .isInstanceOf(ClockVerdict.AnotherZone.class);
  }

  @Test
  void the_disk_is_written_only_when_there_is_something_new() {
    for (int minute = 10; minute < 60; minute++) {
      saw(HONG_KONG, "2026-11-25T02:" + minute + ":00Z", Duration.ofHours(-8));
    }
    assertThat(disk.written).hasSize(1);
  }
}

package org.libstation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What patrons are told: notices and activities.
class NewsTest {
  private static final Path EXAMPLE = Path.of("../config/policy/hkpl-example.yaml");

  private static PolicyBundle example() throws IOException {
    return PolicyReaderTest.good(PolicyReader.read(EXAMPLE));
  }

  private static String faults(String old, String fresh) throws IOException {
    String text = Files.readString(EXAMPLE);
    assertThat(text).contains(old);
    return switch (PolicyReader.parse("x.yaml", text.replace(old, fresh))) {
      case PolicyReading.PolicyRead _ -> "";
      case PolicyReading.Faulty faulty -> faulty.text();
    };
  }

  @Test
  void a_notice_says_which_days_it_is_about_and_where() throws IOException {
    PlaceRules rules = example().at(Instant.parse("2026-11-25T04:00:00Z"));
    Notice christmas = rules.notices().getLast();
    assertThat(christmas.places()).containsExactly("central");
    assertThat(christmas.head()).containsEntry("zh-Hant-HK", "聖誕節的最新安排");
    assertThat(christmas.days().from()).isEqualTo(LocalDate.parse("2026-12-25"));
    assertThat(christmas.days().to()).contains(LocalDate.parse("2026-12-27"));
    assertThat(christmas.shownOn(LocalDate.parse("2026-11-22"))).isFalse();
    assertThat(christmas.shownOn(LocalDate.parse("2026-11-23"))).isTrue();
  }

  @Test
  void a_notice_ends_with_the_first_day_after_it_or_stays_open() throws IOException {
    String shown = "    from: 2026-11-23\n    to: 2026-12-27\n";
    assertThat(faults(shown, "    from: 2026-11-23\n    until: 2026-12-27\n"))
        .contains(
            "notices.closing-2026.to: expected a date like 2026-12-25 (the first day after it), or open")
        .contains(
            "notices.closing-2026.until: it is not known here; is it to? (the first day after it, a"
                + " date like 2026-12-25, or open)");
    assertThat(faults(shown, "    from: 2026-11-23\n    to: 27 December\n"))
        .contains(
            "notices.closing-2026.to: expected a date like 2026-12-25 (the first day after it), or"
                + " open, found \"27 December\"");
    assertThat(faults(shown, "    from: 2026-11-23\n    to: open\n")).isEmpty();
  }

  @Test
  void an_activity_is_told_from_its_announcement_until_it_is_over() throws IOException {
    assertThat(example().at(Instant.parse("2026-11-01T00:00:00Z")).activities()).isEmpty();
    PlaceRules rules = example().at(Instant.parse("2026-11-25T04:00:00Z"));
    assertThat(rules.activities())
        .extracting(Activity::id)
        .containsExactly("tides-2026", "novelist-2026", "harbour-2026");
    Activity tides = rules.activities().getFirst();
    assertThat(tides.title()).containsEntry("en", "Sounds between the tides: stories for families");
    assertThat(tides.isComing(LocalDateTime.parse("2026-11-28T15:29"))).isTrue();
    assertThat(tides.isComing(LocalDateTime.parse("2026-11-28T15:30"))).isFalse();
    Activity harbour = rules.activities().getLast();
    assertThat(harbour.isComing(LocalDateTime.parse("2027-01-10T18:59"))).isTrue();
    assertThat(harbour.isComing(LocalDateTime.parse("2027-01-10T19:00"))).isFalse();
  }

  @Test
  void one_without_an_end_is_over_with_its_day() throws IOException {
    String text = Files.readString(EXAMPLE).replace("    ends: '15:30'\n", "");
    Activity tides =
        PolicyReaderTest.good(PolicyReader.parse("x.yaml", text)).activities().getFirst();
    assertThat(tides.ends()).isEqualTo(Optional.empty());
    assertThat(tides.isComing(LocalDateTime.parse("2026-11-28T23:59"))).isTrue();
    assertThat(tides.isComing(LocalDateTime.parse("2026-11-29T00:00"))).isFalse();
  }

  @Test
  void what_ends_before_it_begins_is_told() throws IOException {
    assertThat(faults("ends: '15:30'", "ends: '14:30'"))
        .contains("activities.tides-2026.ends: it ends 14:30, before it begins 14:30");
    assertThat(faults("lastDate: 2027-01-10", "lastDate: 2026-01-10"))
        .contains("activities.harbour-2026.lastDate: it ends 2026-01-10, before it begins");
    assertThat(faults("valid: {from: 2026-12-25, to: 2026", "valid: {from: 2026-12-25, to: 2025"))
        .contains("notices.closing-2026.valid.to: it ends 2025-12-27, before it begins");
  }

  @Test
  void a_place_that_is_not_there_is_told() throws IOException {
    assertThat(faults("ends: '15:30'\n    place: central", "ends: '15:30'\n    place: moon"))
        .contains("activities.tides-2026.place: it matches nothing: there is no place moon");
    assertThat(faults("places: [central]", "places: [moon]"))
        .contains("notices.closing-2026.places: it matches nothing: there is no place moon");
  }

  @Test
  void a_notice_of_a_window_stays_as_long_as_the_window_and_takes_its_days_from_it()
      throws IOException {
    assertThat(faults("window: resumption-2020-07-20", "window: never"))
        .contains("notices.resumption-2020-07-07.window: there is no window never");
    assertThat(
            faults(
                "to: 2020-07-20\n    window: resumption-2020-07-20",
                "to: 2020-07-19\n    window: resumption-2020-07-20"))
        .contains(
            "notices.resumption-2020-07-07.to: it ends 2020-07-19, before window"
                + " resumption-2020-07-20 that it tells of (2020-07-20)");
    assertThat(
            faults(
                "to: 2020-07-20\n    window: resumption-2020-07-20",
                "to: 2020-07-20\n    valid: {from: 2020-07-07, to: open}\n"
                    + "    window: resumption-2020-07-20"))
        .contains("valid: expected the days of window resumption-2020-07-20 alone");
  }

  @Test
  void an_unknown_name_is_told() throws IOException {
    assertThat(faults("    begins: '19:00'", "    begins: '19:00'\n    price: free"))
        .contains("activities.novelist-2026.price: it is not known here");
  }

  @Test
  void whoever_alters_what_a_notice_said_is_told() throws IOException {
    String text = Files.readString(EXAMPLE);
    PolicyBundle altered =
        PolicyReaderTest.good(
            PolicyReader.parse(
                "x.yaml", text.replace("valid: {from: 2026-12-25", "valid: {from: 2026-12-24")));
    assertThat(PolicyDifferences.between(example(), altered).unkept())
        .containsExactly("notice closing-2026");
  }

  @Test
  void librarians_read_the_coming_activities_too() throws IOException {
    assertThat(PolicyWords.of(example(), Instant.parse("2026-11-25T04:00:00Z"), "central"))
        .contains(
            "activity tides-2026: 2026-11-28 14:30, Sounds between the tides: stories for families"
                + " (Families)");
  }
}

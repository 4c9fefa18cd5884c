package org.libstation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyChecksTest {
  private static final String HEAD =
      """
      format: libstation-policy/1
      version: v1
      site: here
      zone: Asia/Hong_Kong
      currency: HKD
      lendingPlace: a
      estimateClass: adult
      offline: {mode: all, itemsPerCard: 5, mediaTypes: all, unknownCards: true, loanClass: adult}
      places:
        a: {kind: library, name: {en: A, zh-Hans: A, zh-Hant-HK: A}, calendar: c}
        b: {kind: drop, name: {en: B, zh-Hans: B, zh-Hant-HK: B}, calendar: c}
      """;
  private static final String CLASSES =
      """
      classes:
        adult:
          - {profile: hkpl, loan: {renewals: 5}}
      """;
  private static final String CALENDARS =
      """
      calendars:
        c: {version: c1, week: {sunday: closed}}
      """;

  /// Words of what is checked once all is read.
  private static final Pattern CHECKED =
      Pattern.compile(
          "matches nothing|there is no |no earlier|already|opposite|takes back|begins|tells"
              + " of|alone, and none");

  private static final Pattern VALUE = Pattern.compile("([a-zA-Z-]+): ([^ ,{}\\[\\]#]+)(?=[,}]|$)");

  private static String faults(String text) {
    return switch (PolicyReader.parse("x.yaml", text)) {
      case PolicyReading.PolicyRead _ -> "";
      case PolicyReading.Faulty faulty -> faulty.text();
    };
  }

  private static String withWindows(String windows) {
    return faults(HEAD + CLASSES + CALENDARS + windows);
  }

  private static String withChange(String change) {
    return faults(
        HEAD
            + CLASSES
            + """
            calendars:
              c:
                version: c1
                week: {sunday: closed}
                changes:
            """
            + "      - "
            + change);
  }

  @Test
  void a_small_policy_has_no_fault() {
    assertThat(faults(HEAD + CLASSES + CALENDARS)).isEmpty();
  }

  /// A value that is wrong hides no contradiction elsewhere, and is told once: nothing follows from
  /// what stands in its place.
  @Test
  void contradictions_are_told_beside_wrong_values_and_none_that_only_follow_from_them() {
    String text =
        HEAD
            + """
            classes:
              adult:
                - profile: hkpl
                  loan: {renewals: many}
                  fine:
                    readers:
                      - {rate: 0.50}
                      - {patrons: [staff], rate: none}
              short: []
            patrons:
              staff: {loans: 1, holds: 1, overdueDays: none, blockAbove: none, owedAtMost: none, central: [S]}
              other: {loans: 1, holds: 1, overdueDays: none, blockAbove: none, owedAtMost: none, central: [s]}
            windows:
              off: {announcedAt: 2026-01-01T00:00Z, from: soon, to: 2026-03-01, effects: {fines: stopped}}
              on: {announcedAt: 2026-01-02T00:00Z, from: 2026-02-20, to: open, supersedes: off, effects: {fines: running}}
              some: {announcedAt: 2026-01-02T00:00Z, from: 2026-02-20, to: open, classes: [short, gone], effects: {notices: stopped}}
            """
            + CALENDARS;
    assertThat(faults(text).lines().map(line -> line.replaceAll("^x.yaml:\\d+: ", "")))
        .containsExactlyInAnyOrder(
            "classes.adult[1].loan.renewals: expected a number from 0 to 999, found \"many\"",
            "classes.adult[1].fine.readers[2]: it matches nothing: the rules above it already"
                + " cover all of these",
            "classes.short: expected at least one rule",
            "patrons.other.central: s means patron class staff already",
            "windows.off.from: expected a date like 2026-12-25, found \"soon\"",
            "windows.some.classes: it matches nothing: there is no class gone");
    String doubtful = text.replace("- {rate: 0.50}", "- {patrons: {}, rate: 0.50}");
    assertThat(faults(doubtful))
        .contains("readers[1].patrons")
        .doesNotContain("the rules above it already cover all of these");
  }

  /// Each value of the worked policies once, so that nothing that is checked afterwards stumbles or
  /// tells of a second thing.
  @ParameterizedTest
  @ValueSource(strings = {"hkpl-example", "examples/daily", "examples/staged", "examples/weekly"})
  void one_wrong_value_is_one_fault(String policy) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", "config", "policy", policy + ".yaml"));
    List<String> told = new ArrayList<>();
    int wrong = 0;
    for (int i = 0; i < lines.size(); i++) {
      Matcher value = VALUE.matcher(lines.get(i));
      while (value.find()) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(
            i,
            lines.get(i).substring(0, value.start(2))
                + "{no: 1}"
                + lines.get(i).substring(value.end(2)));
        String faults = faults(String.join("\n", changed));
        wrong += faults.isEmpty() ? 0 : 1;
        String here = "x.yaml:" + (i + 1) + ": ";
        faults
            .lines()
            .filter(line -> !line.startsWith(here) && CHECKED.matcher(line).find())
            .forEach(line -> told.add(here + line));
      }
    }
    assertThat(wrong).isGreaterThan(25);
    assertThat(told).isEmpty();
  }

  @Test
  void windows_that_say_the_opposite_of_the_same_days_are_told() {
    String windows =
        """
        windows:
          off: {announcedAt: 2026-01-01T00:00Z, from: 2026-02-01, to: 2026-03-01, effects: {fines: stopped}}
          on: {announcedAt: 2026-01-02T00:00Z, from: 2026-02-20, to: open, effects: {fines: running}}
        """;
    assertThat(withWindows(windows))
        .isEqualTo(
            "x.yaml:19: windows.on: it says the opposite of window off about fines, on the same"
                + " days; one must supersede the other, or end before it");
    assertThat(withWindows(windows.replace("from: 2026-02-20", "from: 2026-03-01"))).isEmpty();
    assertThat(withWindows(windows.replace("to: open,", "to: open, supersedes: off,"))).isEmpty();
    assertThat(
            withWindows(
                windows
                    .replace("to: open,", "to: open, places: [b],")
                    .replace("to: 2026-03-01,", "to: 2026-03-01, places: [a],")))
        .isEmpty();
  }

  @Test
  void a_window_that_ends_before_it_begins_is_told() {
    assertThat(
            withWindows(
                """
                windows:
                  off:
                    announcedAt: 2026-01-01T00:00Z
                    from: 2026-02-01
                    to: 2026-01-31
                    effects: {fines: stopped}
                """))
        .isEqualTo("x.yaml:21: windows.off.to: it ends 2026-01-31, before it begins 2026-02-01");
  }

  @Test
  void a_window_that_takes_back_free_days_which_are_past_is_told() {
    String windows =
        """
        windows:
          off: {announcedAt: 2026-01-01T00:00Z, from: 2026-02-01, to: open, effects: {fines: stopped}}
          end: {announcedAt: 2026-03-10T00:00Z, supersedes: off, from: 2026-02-01, to: 2026-03-01, effects: {fines: stopped}}
        """;
    assertThat(withWindows(windows))
        .isEqualTo(
            "x.yaml:19: windows.end: it takes back 2026-03-01, which window off had announced free"
                + " of fines and which was past on 2026-03-10");
    assertThat(withWindows(windows.replace("to: 2026-03-01", "to: 2026-03-10"))).isEmpty();
    assertThat(
            withWindows(
                windows.replace(
                    "from: 2026-02-01, to: 2026-03-01", "from: 2026-02-10, to: 2026-04-01")))
        .contains("windows.end: it takes back 2026-02-01");
    assertThat(
            withWindows(
                windows.replace(
                    "from: 2026-02-01, to: 2026-03-01,",
                    "from: 2026-02-01, to: 2026-04-01, places: [a],")))
        .contains("windows.end: it takes back 2026-02-01");
  }

  @Test
  void a_window_that_matches_nothing_is_told() {
    String window =
        "windows:\n  w: {announcedAt: 2026-01-01T00:00Z, from: 2026-02-01, to: %s, %s}\n";
    assertThat(withWindows(window.formatted("2026-02-01", "effects: {fines: stopped}")))
        .contains("windows.w.to: it matches nothing: it has no day");
    assertThat(withWindows(window.formatted("open", "effects: {}")))
        .contains("windows.w: it matches nothing: it has no effects");
    assertThat(withWindows(window.formatted("open", "places: [z], effects: {fines: stopped}")))
        .contains("windows.w.places: it matches nothing: there is no place z");
    assertThat(withWindows(window.formatted("open", "classes: [z], effects: {fines: stopped}")))
        .contains("windows.w.classes: it matches nothing: there is no class z");
    assertThat(withWindows(window.formatted("open", "supersedes: z, effects: {fines: stopped}")))
        .contains("windows.w.supersedes: there is no window z");
  }

  @Test
  void a_holiday_on_a_day_already_past_is_told_and_an_emergency_is_not() {
    assertThat(
            withChange("{announcedAt: 2026-12-20T00:00Z, days: [2025-12-25], closed: holiday}\n"))
        .startsWith("x.yaml:20: calendars.c.changes[1]: a holiday on a day already past")
        .contains("2025-12-25", "2026-12-20");
    assertThat(
            withChange("{announcedAt: 2026-12-20T00:00Z, days: [2026-12-19], closed: emergency}\n"))
        .isEmpty();
  }

  @Test
  void an_opening_on_open_days_and_a_change_without_days_are_told() {
    assertThat(withChange("{announcedAt: 2026-12-20T00:00Z, days: [2026-12-25], open: true}\n"))
        .contains("calendars.c.changes[1]: it matches nothing: on these days it is open anyway");
    assertThat(withChange("{announcedAt: 2026-12-20T00:00Z, days: [2026-12-27], open: true}\n"))
        .as("a Sunday")
        .isEmpty();
    assertThat(withChange("{announcedAt: 2026-12-20T00:00Z, days: [], closed: gale}\n"))
        .contains("it matches no day");
    assertThat(
            withChange(
                "{announcedAt: 2026-12-20T00:00Z, from: 2026-12-25, to: 2026-12-24, closed:"
                    + " gale}\n"))
        .contains("it ends 2026-12-24, before it begins 2026-12-25");
    assertThat(withChange("{announcedAt: 2026-12-20T00:00Z, days: [2026-12-25]}\n"))
        .contains("expected one of closed, hours, open");
  }

  @Test
  void a_calendar_nobody_has_and_one_that_is_not_there_are_told() {
    assertThat(faults(HEAD + CLASSES + CALENDARS + "  d: {version: d1, week: {}}\n"))
        .isEqualTo("x.yaml:17: calendars.d: it matches nothing: no place has it");
    assertThat(faults(HEAD.replace("B}, calendar: c", "B}, calendar: e") + CLASSES + CALENDARS))
        .isEqualTo("x.yaml:11: places.b.calendar: there is no calendar e");
  }

  @Test
  void rules_of_a_class_stand_in_the_order_in_which_they_begin() {
    String later =
        CLASSES
            + "    - {profile: hkpl, from: 2027-01-01, loan: {renewals: 3}}\n"
            + "    - {profile: hkpl, from: 2026-01-01, loan: {renewals: 4}}\n";
    assertThat(faults(HEAD + later + CALENDARS))
        .isEqualTo(
            "x.yaml:16: classes.adult[3]: it does not begin after the rule above it, which"
                + " therefore matches nothing");
    assertThat(faults(HEAD + CLASSES.replace("{profile", "{from: 2026-01-01, profile") + CALENDARS))
        .contains("estimateClass: the first rule of class adult begins some day only")
        .contains("offline.loanClass: the first rule of class adult begins some day only");
  }
}

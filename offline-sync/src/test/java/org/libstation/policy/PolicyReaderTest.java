package org.libstation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.circulation.OfflineRules;
import org.libstation.fines.Explanation;

class PolicyReaderTest {
  private static final Path EXAMPLE = Path.of("../config/policy/hkpl-example.policy");

  private static String example() throws IOException {
    return Files.readString(EXAMPLE);
  }

  private static PolicyBundle good(PolicyReading reading) {
    return switch (reading) {
      case PolicyReading.Good good -> good.bundle();
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  private static String faults(String text) {
    return switch (PolicyReader.parse("x.policy", text)) {
      case PolicyReading.Good _ -> throw new AssertionError("it was read");
      case PolicyReading.Faulty faulty -> faulty.text();
    };
  }

  @Test
  void theExampleIsReadWhole() throws IOException {
    PolicyBundle bundle = good(PolicyReader.read(EXAMPLE));

    assertThat(bundle.version()).isEqualTo("hkpl-example-2026-1");
    assertThat(bundle.zone().getId()).isEqualTo("Asia/Hong_Kong");
    assertThat(bundle.classes()).containsOnlyKeys("adult", "children");
    assertThat(bundle.classes().get("children")).isNotNull();
    assertThat(bundle.estimateClass().fines().rate()).isEqualTo(Money.of(150, "HKD"));
    assertThat(bundle.shortestLoanDays()).isEqualTo(14);
    assertThat(bundle.renewalsMaximum()).isEqualTo(5);
    assertThat(bundle.windows()).hasSize(1);
    assertThat(bundle.notices().getFirst().words()).containsOnlyKeys("zh-Hant-HK", "zh-Hans", "en");
    assertThat(bundle.notices().getFirst().shownOn(LocalDate.parse("2026-12-26"))).isTrue();
    assertThat(bundle.notices().getFirst().shownOn(LocalDate.parse("2026-12-27"))).isFalse();
  }

  @Test
  void theOfflineRulesRollTheirDueDateByTheCalendarOfTheSameFile() throws IOException {
    OfflineRules offline = good(PolicyReader.read(EXAMPLE)).offline();
    assertThat(offline.takesBack()).isTrue();
    assertThat(
            offline.decide(
                new OfflineRules.OfflineRequest(
                    new ItemId("38801000000016"),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    false,
                    LocalDate.parse("2026-12-11"))))
        .isEqualTo(new OfflineRules.Decision.Allow(LocalDate.parse("2026-12-27").atTime(23, 59)));
  }

  @Test
  void anEstimateSaysThatItIsOne() throws IOException {
    PolicyBundle bundle = good(PolicyReader.read(EXAMPLE));
    Explanation estimate =
        Explanation.of(
            bundle.estimate(LocalDate.parse("2026-12-23"), LocalDate.parse("2026-12-28")));
    assertThat(estimate.estimate()).isTrue();
    assertThat(estimate.daysCounted()).isEqualTo(3);
    assertThat(estimate.amount()).isEqualTo(Money.of(450, "HKD"));
    assertThat(estimate.calendarVersion()).isEqualTo("example-2026-12");
    assertThat(estimate.policyVersion()).isEqualTo("hkpl-example-2026-1");
  }

  @ParameterizedTest
  @CsvSource({
    "zone, Asia/Atlantis",
    "currency, Dollars",
    "class.adult.loan-days, 0",
    "class.adult.fine-per-day, 1.505",
    "class.children.fine-maximum, much",
    "renewals.fine, lost",
    "estimate.class, magazines",
    "calendar.closed-weekly, someday",
    "calendar.closed-holiday, 2026-02-30",
    "calendar.open-despite, 25.12.2026",
    "suspension.covid-2020.to, 2019-01-01",
    "suspension.covid-2020.from, soon",
    "offline.mode, sometimes",
    "offline.items-per-card, -1",
    "offline.media-types, books",
    "offline.unknown-cards, perhaps",
    "offline.due-time, midnight",
    "notice.closing-2026.to, never",
  })
  void aWrongValueIsToldWithFileLineKeyAndWhatWasExpected(String key, String value)
      throws IOException {
    String[] lines = example().split("\n", -1);
    int line = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith(key + " =")) {
        lines[i] = key + " = " + value;
        line = i + 1;
      }
    }
    assertThat(line).as("the example has the key").isPositive();
    assertThat(faults(String.join("\n", lines)))
        .contains("x.policy:" + line + ": " + key + ": expected ")
        .contains("found \"" + value + "\"");
  }

  @Test
  void aMissingKeyIsTold() throws IOException {
    assertThat(faults(example().replace("offline.mode = all", "")))
        .isEqualTo("x.policy: offline.mode: expected none, returns-only or all, it is missing");
  }

  @Test
  void anUnknownKeyATwofoldKeyAndALineWithoutKeyAreAllToldAtOnce() throws IOException {
    String text = example() + "\noffline.modus = all\nversion = 2\nhello\n";
    assertThat(faults(text))
        .contains("offline.modus: expected a known key")
        .contains("version: expected each key once")
        .contains("(no key): expected key = value, found \"hello\"");
  }

  @Test
  void aPlaceClosedOnAllWeekdaysIsToldAndNotLoopedFor() throws IOException {
    assertThat(
            faults(
                example()
                    .replace(
                        "closed-weekly = none",
                        "closed-weekly = monday, tuesday, wednesday, thursday, friday, saturday,"
                            + " sunday")))
        .contains("calendar.closed-weekly: expected at least one open weekday");
  }
}

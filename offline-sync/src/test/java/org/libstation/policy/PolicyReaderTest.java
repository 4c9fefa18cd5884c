package org.libstation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.Money;
import org.libstation.circulation.OfflineRules;
import org.libstation.fines.Interval;
import org.libstation.fines.Recall;
import org.libstation.lab.embedded.Explanation;
import org.libstation.policy.document.Json;

class PolicyReaderTest {
  private static final Path EXAMPLE = Path.of("../config/policy/hkpl-example.yaml");
  private static final Instant NOVEMBER_2026 = Instant.parse("2026-11-25T04:00:00Z");

  private static String example() throws IOException {
    return Files.readString(EXAMPLE);
  }

  static PolicyBundle good(PolicyReading reading) {
    return switch (reading) {
      case PolicyReading.PolicyRead good -> good.bundle();
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  private static String faults(String text) {
    return switch (PolicyReader.parse("x.yaml", text)) {
      case PolicyReading.PolicyRead _ -> throw new AssertionError("it was read");
      case PolicyReading.Faulty faulty -> faulty.text();
    };
  }

  private static PlaceRules now() throws IOException {
    return good(PolicyReader.read(EXAMPLE)).at(NOVEMBER_2026);
  }

  @Test
  void theExampleIsReadWhole() throws IOException {
    PlaceRules rules = now();

    assertThat(rules.version()).isEqualTo("hkpl-example-2026-1");
    assertThat(rules.zone().getId()).isEqualTo("Asia/Hong_Kong");
    assertThat(rules.classes()).containsOnlyKeys("adult", "children");
    assertThat(rules.classes().values())
        .extracting(one -> one.fines().rate())
        .containsExactlyInAnyOrder(Money.of(150, "HKD"), Money.of(50, "HKD"));
    assertThat(rules.estimateClass().fines().rate()).isEqualTo(Money.of(150, "HKD"));
    assertThat(rules.classes().values())
        .extracting(LendingClass::loanDays)
        .contains(14)
        .allMatch(days -> days >= 14);
    assertThat(rules.renewals(rules.estimateClass(), LocalDate.parse("2026-11-25"))).isEqualTo(5);
    assertThat(rules.windows()).hasSize(1);
    Notice notice = rules.notices().getLast();
    assertThat(notice.words()).containsOnlyKeys("zh-Hant-HK", "zh-Hans", "en");
    assertThat(notice.shownOn(LocalDate.parse("2026-12-26"))).isTrue();
    assertThat(notice.shownOn(LocalDate.parse("2026-12-27"))).isFalse();
  }

  @Test
  void what_a_recall_changes_is_read_and_told() throws IOException {
    PolicyBundle bundle =
        good(
            PolicyReader.parse(
                "x.yaml",
                example()
                    .replaceFirst(
                        "maximum: \\{amount: none}",
                        "maximum: {amount: 30.00}\n        recall: {rate: 5.00}")));
    PlaceRules rules = bundle.at(NOVEMBER_2026);

    assertThat(rules.estimateClass().fines().recall())
        .contains(new Recall(Money.of(500, "HKD"), Interval.days(1), Optional.empty(), false));
    assertThat(rules.candidates().map(one -> one.lendingClass().name() + " " + one.recalled()))
        .containsExactly("adult false", "children false", "adult true");
    assertThat(PolicyWords.of(bundle, NOVEMBER_2026, "central"))
        .anyMatch(line -> line.contains("recalled HKD 5.00 each 1 day, without grace"));
    assertThat(faults(example().replaceFirst("maximum: \\{amount: none}", "recall: {grace: 3}")))
        .contains("fine.recall.grace: expected kept or none");
  }

  @Test
  void what_goes_over_the_wire_is_the_same_policy() throws IOException {
    PolicyBundle read = good(PolicyReader.read(EXAMPLE));
    String json = Json.of(read.document());
    PolicyBundle again = good(PolicyReader.parse("x.json", json));

    assertThat(Json.of(again.document())).isEqualTo(json).doesNotContain("\n");
    assertThat(again.windows()).isEqualTo(read.windows());
    assertThat(again.classes()).isEqualTo(read.classes());
    assertThat(again.calendars()).isEqualTo(read.calendars());
    assertThat(again.notices()).isEqualTo(read.notices());
  }

  @Test
  void theOfflineRulesRollTheirDueDateByTheCalendarOfTheSameFile() throws IOException {
    OfflineRules offline = now().offline();
    assertThat(
            offline.decide(
                new OfflineRules.OfflineRequest(
                    Optional.empty(), Optional.empty(), 0, false, LocalDate.parse("2026-12-11"))))
        .isEqualTo(new OfflineRules.Decision.Allow(LocalDate.parse("2026-12-27").atTime(23, 59)));
  }

  @Test
  void anEstimateSaysThatItIsOne() throws IOException {
    Explanation estimate =
        Explanation.of(
            now()
                .estimate(
                    now().estimateClass(),
                    LocalDate.parse("2026-12-23"),
                    LocalDate.parse("2026-12-28")));
    assertThat(estimate.estimate()).isTrue();
    assertThat(estimate.daysCounted()).isEqualTo(3);
    assertThat(estimate.amount()).isEqualTo(Money.of(450, "HKD"));
    assertThat(estimate.calendarVersion()).isEqualTo("example-2026-12");
    assertThat(estimate.policyVersion()).isEqualTo("hkpl-example-2026-1");
  }

  @ParameterizedTest
  @CsvSource({
    "zone, Asia/Atlantis, 'zone: expected a zone'",
    "currency, Dollars, 'currency: expected a currency code'",
    "lendingPlace, moon, 'lendingPlace: expected the name of a place'",
    "estimateClass, magazines, 'estimateClass: expected the name of a class'",
    "'    kind', shop, 'places.central.kind: expected library, station,'",
    "'        closed', carnival, 'calendars.libraries.changes[1].closed: expected holiday, gale,'",
    "'        period', forever, 'classes.adult[1].loan.period: expected a length'",
    "'        dueDate', sometime, 'classes.adult[1].loan.dueDate: expected keep, next-open-day,'",
    "'        rate', 1.505, 'classes.adult[1].fine.rate: expected an amount'",
    "'        onRenewal', lost, 'classes.adult[1].fine.onRenewal: expected kept or forgiven'",
    "'    - profile', sierra, 'classes.adult[1].profile: expected hkpl, koha,'",
    "'    loans', many, 'patrons.adult.loans: expected a number'",
    "'    announcedAt', 2020-01-28, 'windows.closure-2020-01-29.announcedAt: expected a moment'",
    "'    from', soon, 'windows.closure-2020-01-29.from: expected a date'",
    "'    to', never, 'windows.closure-2020-01-29.to: expected a date'",
    "'  mode', sometimes, 'offline.mode: expected none, returns-only or all'",
    "'  itemsPerCard', -1, 'offline.itemsPerCard: expected a number'",
    "'  mediaTypes', books, 'offline.mediaTypes: expected media types'",
    "'  unknownCards', perhaps, 'offline.unknownCards: expected true or false'",
  })
  void aWrongValueIsToldWithFileLineRuleAndWhatWasExpected(
      String key, String value, String expected) throws IOException {
    String[] lines = example().split("\n", -1);
    int line = 0;
    for (int i = lines.length - 1; i >= 0; i--) {
      if (lines[i].startsWith(key + ": ")) {
        line = i;
      }
    }
    assertThat(line).as("the example has the key").isPositive();
    lines[line] = key + ": " + value;
    assertThat(faults(String.join("\n", lines)))
        .contains("x.yaml:" + (line + 1) + ": " + expected)
        .contains("found \"" + value + "\"");
  }

  @Test
  void aMissingKeyIsTold() throws IOException {
    assertThat(faults(example().replace("  mode: all\n", "")))
        .contains(": offline.mode: expected none, returns-only or all, it is missing");
  }

  @Test
  void an_unknown_and_a_twofold_name_are_told_with_their_lines() throws IOException {
    long lines = example().lines().count();
    assertThat(faults(example() + "modus: all\n"))
        .isEqualTo("x.yaml:" + (lines + 1) + ": modus: it is not known here");
    assertThat(faults(example() + "version: 2\n"))
        .contains("x.yaml:" + (lines + 1) + ": version: it stands in line ");
  }

  @ParameterizedTest
  @CsvSource({
    "'a: [', it is not YAML",
    "'a: &x 1', anchors",
    "'', the file is empty",
    "'just words', expected names with values",
    "'format: libstation-policy/2', 'format: expected libstation-policy/1'",
    "'{\"format\": \"libstation-policy/1\"', it is not YAML",
  })
  void what_is_no_policy_is_told(String text, String words) {
    assertThat(faults(text)).contains(words);
  }

  @Test
  void a_misspelt_name_is_told_with_the_one_that_was_meant() throws IOException {
    assertThat(faults(example().replace("unknownCards:", "unknownCard:")))
        .contains("offline.unknownCard: it is not known here; is it unknownCards?");
    assertThat(faults(example().replace("unknownCards:", "colour:")))
        .contains("offline.colour: it is not known here")
        .doesNotContain("is it");
  }

  @Test
  void what_is_no_currency_is_refused() throws IOException {
    for (String code : List.of("XXX", "XTS", "XAU", "hkd")) {
      assertThat(faults(example().replaceFirst("currency: HKD", "currency: " + code)))
          .contains("currency: expected a currency code like HKD");
    }
  }

  @Test
  void nothing_of_a_file_reaches_a_terminal_as_it_stands() throws IOException {
    String hostile = "\"\\e[2J\\e]0;x\\a \\u202Etxt\\u2066\"";
    for (String text :
        List.of(
            example().replace("currency: HKD", "currency: " + hostile),
            example().replace("currency:", hostile + ":"),
            example() + hostile + ": " + hostile + "\n",
            example() + "\u001b[2J: 1\n",
            "\u202e" + example())) {
      assertThat(faults(text)).matches("[\\P{Cntrl}\n]*").doesNotContain("\u202e", "\u2066");
    }
    assertThat(faults(example().replace("currency: HKD", "currency: " + hostile)))
        .contains("currency: it holds U+001B, which is not drawn");
    assertThat(faults(example().replaceFirst("currency: HKD", "currency: " + "X".repeat(9_000))))
        .hasSizeLessThan(1_000);
  }

  @Test
  void a_document_of_endless_levels_is_refused() {
    assertThat(faults("a: " + "[".repeat(30) + "]".repeat(30))).contains("more than 20 levels");
  }

  @Test
  void aPlaceClosedOnAllWeekdaysIsToldAndNotLoopedFor() throws IOException {
    assertThat(
            faults(
                example()
                    .replaceFirst(
                        "(?m)^    week: .*\\n",
                        "    week: {monday: closed, tuesday: closed, wednesday: closed, thursday:"
                            + " closed, friday: closed, saturday: closed, sunday: closed}\n")))
        .contains("calendars.libraries.week: expected at least one open weekday");
  }
}

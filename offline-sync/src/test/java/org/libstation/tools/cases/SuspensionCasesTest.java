package org.libstation.tools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days for which a late return suspends borrowing, each counted by hand.
class SuspensionCasesTest {
  private static final int LEAST = 40;

  @Test
  void each_case_comes_to_what_a_hand_counted() throws IOException {
    Tables.Counted counted =
        Tables.count(
            Files.readString(Path.of("src/test/resources/cases/suspension.csv")),
            Optional.empty(),
            true);
    assertThat(counted.end()).isInstanceOf(CaseTable.End.TableRead.class);
    assertThat(counted.rows()).hasSizeGreaterThanOrEqualTo(LEAST);
    for (Map<String, String> row : counted.rows()) {
      String told =
          "%s %s: %s%s"
              .formatted(row.get("case"), row.get("why"), row.get("explanation"), row.get("error"));
      assertThat(row.get("amount_minor")).as(told).isEqualTo(row.get("expected_minor"));
      assertThat(row.get("suspension_days")).as(told).isEqualTo(row.get("expected_days"));
      assertThat(row.get("suspension_from")).as(told).isEqualTo(row.get("expected_from"));
      assertThat(row.get("suspension_to")).as(told).isEqualTo(row.get("expected_to"));
    }
  }

  @Test
  void it_is_explained_day_by_day_and_with_its_end() {
    assertThat(row("suspend_days,suspend_every,suspend_max_days", "2,1,4").get("explanation"))
        .contains("2024-05-03..2024-05-07 counted (5)")
        .contains(
            "5 days counted, 2 days of suspension for each = 4 days (the maximum),"
                + " from 2024-05-07, borrowing again on 2024-05-11");
  }

  @Test
  void no_suspension_is_told_as_such() {
    assertThat(row("suspend_days,grace", "2,9 days").get("explanation"))
        .contains("0 days counted, 2 days of suspension for each = no suspension");
  }

  @Test
  void a_table_without_suspensions_has_no_columns_for_them() {
    assertThat(row("rate_minor", "150")).doesNotContainKey("suspension_days");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          suspend_days               | 0         | suspend_days: expected a number of days from 1 to 999
          suspend_days               | many      | suspend_days: expected a number of days from 1 to 999
          suspend_days,suspend_every | 1,0       | suspend_every: expected a number of days from 1 to 999
          suspend_days,suspend_part  | 1,most    | suspend_part: expected pro-rata, free or charged
          suspend_days,suspend_runs  | 1,always  | suspend_runs: expected calendar or open-days
          suspend_days,unit          | 1,hour    | suspend_days: expected nothing, as only whole days give a suspension
          suspend_days,counts        | 1,bills   | suspend_days: expected nothing, as only whole days give a suspension
          suspend_days,counts        | 1,minutes | suspend_days: expected nothing, as only whole days give a suspension
          suspend_max_days           | 9         | suspend_days: expected a number of days from 1 to 999, beside suspend_max_days
          """)
  void what_gives_no_suspension_is_told(String columns, String values, String error) {
    assertThat(row(columns, values).get("error")).contains(error);
    assertThat(row(columns, values).get("amount_minor")).isEmpty();
  }

  private static Map<String, String> row(String columns, String values) {
    return Tables.count(
            "profile,due_at,effective_return_at,%s\nhkpl,2024-05-02,2024-05-07T10:00,%s\n"
                .formatted(columns, values),
            Optional.empty(),
            true)
        .rows()
        .getFirst();
  }
}

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

/// Stages of reminders, losses, amnesties, small sums and limits, each counted by hand.
class StagedCasesTest {
  private static final int LEAST = 55;

  @Test
  void each_case_comes_to_what_a_hand_counted() throws IOException {
    Tables.Counted counted =
        Tables.count(
            Files.readString(Path.of("src/test/resources/cases/staged.csv")),
            Optional.empty(),
            true);
    assertThat(counted.end()).isInstanceOf(CaseTable.End.TableRead.class);
    assertThat(counted.rows()).hasSizeGreaterThan(LEAST);
    for (Map<String, String> row : counted.rows()) {
      assertThat(row.get("amount_minor"))
          .as("%s %s: %s", row.get("case"), row.get("why"), row.get("explanation"))
          .isEqualTo(row.get("expected_minor"));
      assertThat(row.get("error")).isEmpty();
    }
  }

  @Test
  void a_stage_is_told_with_its_day() {
    assertThat(explained("7 days 100 letter postage 85; 2 weeks begun 200", ""))
        .contains("stage 1 on 2024-05-09: HKD 1.85, of it a letter's HKD 1.85")
        .contains("stage 2 on 2024-05-10: HKD 2.00")
        .contains("stages to 2 = HKD 3.85");
  }

  @ParameterizedTest
  @CsvSource({
    "'7 days', 'stages: expected stages like'",
    "'7 months 200', 'stages: expected stages like'",
    "'7 days 200; 7 days 300',"
        + " 'stages: expected each stage later than the one before it, and 7 days is not'",
    "'7 days 200 shouting', 'stages: expected stages like'",
    "'7 days -1', 'stages: expected stages like'",
    "'7 days 200 postage', 'stages: expected stages like'",
  })
  void stages_that_cannot_be_read_are_told(String stages, String error) {
    assertThat(row(stages, "").get("error")).startsWith(error);
    assertThat(row(stages, "").get("amount_minor")).isEmpty();
  }

  @Test
  void a_limit_without_what_it_is_for_is_told() {
    assertThat(row("none", "500").get("error")).startsWith("visit: expected the name of a visit");
  }

  private static String explained(String stages, String visitMaximum) {
    return row(stages, visitMaximum).getOrDefault("explanation", "");
  }

  private static Map<String, String> row(String stages, String visitMaximum) {
    return Tables.count(
            "profile,due_at,effective_return_at,rate_minor,stages,visit_max_minor\n"
                + "hkpl,2024-05-02,2024-05-11T10:00,0,%s,%s\n".formatted(stages, visitMaximum),
            Optional.empty(),
            true)
        .rows()
        .getFirst();
  }
}

package org.libstation.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.Main;

/// `station fines`, as a person calls it.
class FinesCommandTest {
  private static final Path CASES =
      Path.of("..", "offline-sync", "src", "test", "resources", "cases", "fines.csv");

  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int station(String... words) {
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words);
  }

  private String file(String text) throws IOException {
    return Files.writeString(dir.resolve("cases.csv"), text).toString();
  }

  @Test
  void the_worked_cases_come_out_as_they_went_in_with_a_column_for_errors() throws IOException {
    assertThat(station("fines", "--cases", CASES.toString())).isZero();
    List<String> lines = Files.readAllLines(CASES);
    assertThat(out.toString().lines().findFirst()).contains(lines.getFirst() + ",error");
    assertThat(out.toString().lines().skip(1))
        .containsExactlyElementsOf(lines.stream().skip(1).map(line -> line + ",").toList());
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_bad_row_ends_it_with_status_1_and_the_rest_is_done() throws IOException {
    String cases =
        file(
            """
            profile,due_at,effective_return_at
            hkpl,soon,2024-05-18
            hkpl,2024-05-16,2024-05-18
            """);
    assertThat(station("fines", "--cases", cases)).isEqualTo(1);
    assertThat(out.toString()).contains("hkpl,2024-05-16,2024-05-18,2,0,0,2,300,");
    assertThat(err.toString()).contains("1 of 2 rows could not be counted");
  }

  @Test
  void a_policy_file_gives_the_rules_of_rows_without_a_profile_but_not_its_calendar()
      throws IOException {
    String cases =
        file(
            """
            due_at,effective_return_at
            2026-12-23,2026-12-28
            """);
    String policy = Path.of("..", "config", "policy", "hkpl-example.yaml").toString();
    assertThat(station("fines", "--policy", policy, "--cases", cases, "--explain")).isZero();
    assertThat(out.toString()).contains(",5,0,0,5,750,", "policy hkpl-example-2026-1");
  }

  @Test
  void a_profile_that_nobody_knows_and_a_file_that_is_not_there_are_told_in_plain_words()
      throws IOException {
    String cases = file("due_at\n");
    assertThat(station("fines", "--policy", "dewey", "--cases", cases)).isEqualTo(2);
    assertThat(err.toString())
        .contains("--policy: expected a file, or one of hkpl, koha, evergreen, folio");
    assertThat(station("fines", "--cases", dir.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(station("fines", "--cases", file(""))).isEqualTo(2);
    assertThat(err.toString())
        .contains("there is no such file", "it is empty")
        .doesNotContain("\tat ");
  }
}

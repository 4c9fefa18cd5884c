package org.libstation.tools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.policy.PlaceRules;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;
import org.libstation.policy.Window;

/// The worked policies of `config/policy/examples`, with cases counted by hand.
class WorkedPoliciesTest {
  private static final Path EXAMPLES = Path.of("../config/policy/examples");
  private static final Instant WHEN = Instant.parse("2026-03-01T12:00:00Z");

  private static PolicyBundle policy(String name) throws IOException {
    Path file = EXAMPLES.resolve(name + ".yaml");
    return switch (PolicyReader.parse(file.toString(), Files.readString(file))) {
      case PolicyReading.PolicyRead(var bundle) -> bundle;
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  private static Tables.Counted counted(String name) throws IOException {
    return Tables.count(
        Files.readString(EXAMPLES.resolve(name + ".csv")),
        Optional.of(policy(name).at(WHEN).profile()),
        true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "daily", "staged", "weekly", "suspension"})
  void its_cases_come_to_what_a_hand_counted(String name) throws IOException {
    List<Map<String, String>> rows = counted(name).rows();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(10);
    for (Map<String, String> row : rows) {
      assertThat(row.get("amount_minor"))
          .as(
              "%s, %s: %s%s",
              row.get("case"), row.get("working"), row.get("explanation"), row.get("error"))
          .isEqualTo(row.get("expected_minor"));
      assertThat(row.get("working")).isNotEmpty();
      if (row.containsKey("expected_days")) {
        assertThat(row.get("suspension_days"))
            .as(row.get("case"))
            .isEqualTo(row.get("expected_days"));
        assertThat(row.get("suspension_to")).as(row.get("case")).isEqualTo(row.get("expected_to"));
      }
    }
  }

  /// A table holds no calendar: the days it names must be those of the policy.
  @ParameterizedTest
  @ValueSource(strings = {"none", "daily", "staged", "weekly", "suspension"})
  void its_cases_name_the_closed_days_and_windows_of_the_policy(String name) throws IOException {
    PlaceRules rules = policy(name).at(WHEN);
    for (Map<String, String> row : counted(name).rows()) {
      LocalDate due = LocalDate.parse(row.getOrDefault("due_at", ""));
      LocalDate back =
          LocalDate.parse(row.getOrDefault("effective_return_at", "").substring(0, 10));
      assertThat(row.get("closed_days"))
          .as(row.get("case"))
          .isEqualTo(
              due.datesUntil(back.plusDays(1))
                  .filter(day -> rules.calendar().closedOn(day).isPresent())
                  .map(LocalDate::toString)
                  .collect(Collectors.joining(";")));
      assertThat(row.getOrDefault("suspension_windows", ""))
          .as(row.get("case"))
          .isEqualTo(
              told(
                  rules.windows().stream()
                      .filter(window -> window.effects().fines() == Window.WindowRuling.STOPPED)
                      .filter(window -> meets(window, due, back)),
                  ""));
      assertThat(row.getOrDefault("amnesty_windows", ""))
          .as(row.get("case"))
          .isEqualTo(
              told(
                  rules.windows().stream()
                      .filter(window -> window.effects().isAmnesty())
                      .filter(window -> window.holds(back) || window.holds(back.minusDays(1))),
                  " 50"));
    }
  }

  private static boolean meets(Window window, LocalDate due, LocalDate back) {
    return due.isBefore(window.to().orElseThrow()) && !back.isBefore(window.from());
  }

  private static String told(Stream<Window> windows, String more) {
    return windows
        .map(window -> "[" + window.from() + "," + window.to().orElseThrow() + ")" + more)
        .collect(Collectors.joining(";"));
  }

  @Test
  void no_library_is_named_whose_rules_nobody_read() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
        assertThat(Files.readString(file))
            .contains("# In the manner of ")
            .doesNotContain("source:");
      }
    }
  }
}

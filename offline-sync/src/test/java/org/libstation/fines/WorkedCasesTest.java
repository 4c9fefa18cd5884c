package org.libstation.fines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.circulation.Money;
import org.libstation.fines.CsvTable.Row;

/// The worked cases of the day-set rule, read by the names of their columns.
class WorkedCasesTest {

  static List<Row> overdueCases() throws IOException {
    try (InputStream in = WorkedCasesTest.class.getResourceAsStream("/cases/fines.csv")) {
      if (in == null) {
        throw new AssertionError("cases/fines.csv is missing");
      }
      return CsvTable.rows(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
          .filter(row -> row.get("profile").equals("hkpl"))
          .filter(row -> row.get("kind").equals("overdue") && row.get("unit").equals("day"))
          .toList();
    }
  }

  @Test
  void theTableHasEveryCaseOfTheDaySetRule() throws IOException {
    assertThat(overdueCases()).hasSizeGreaterThanOrEqualTo(44);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("overdueCases")
  void eachCaseIsCountedAsWorkedOut(Row row) {
    Assessment found = counter(row).assess(policy(row), loan(row));

    assertThat(found.unitsElapsed()).as("elapsed").isEqualTo(number(row, "units_elapsed"));
    assertThat(found.unitsClosed()).as("closed").isEqualTo(number(row, "units_closed"));
    assertThat(found.unitsSuspended()).as("suspended").isEqualTo(number(row, "units_suspended"));
    assertThat(found.unitsCharged()).as("charged").isEqualTo(number(row, "units_charged"));
    assertThat(found.amount())
        .isEqualTo(Money.of(number(row, "amount_minor"), row.get("currency")));
    assertThat(found.amount().decimal()).isEqualTo(row.get("amount"));
  }

  private static FineCounter counter(Row row) {
    Map<LocalDate, ClosedReason> closed = new TreeMap<>();
    days(row, "closed_days").forEach(day -> closed.put(day, ClosedReason.HOLIDAY));
    days(row, "gale_days").forEach(day -> closed.put(day, ClosedReason.GALE));
    List<SuspensionWindow> windows =
        parts(row, "suspension_windows").map(WorkedCasesTest::window).toList();
    return new FineCounter(new OpeningCalendar("test", Set.of(), closed, Set.of()), windows);
  }

  private static FinePolicy policy(Row row) {
    String currency = row.get("currency");
    Optional<Money> maximum =
        Optional.of(row.get("max_fine_minor"))
            .filter(text -> !text.isEmpty())
            .map(text -> Money.of(Long.parseLong(text), currency));
    FinePolicy.OnRenewal onRenewal =
        row.get("renewal_fine").equals("forgiven")
            ? FinePolicy.OnRenewal.FORGIVEN
            : FinePolicy.OnRenewal.KEPT;
    return new FinePolicy(
        "test", Money.of(number(row, "rate_minor"), currency), maximum, onRenewal);
  }

  private static OverdueLoan loan(Row row) {
    ZoneId zone = ZoneId.of(row.get("zone"));
    OffsetDateTime back =
        LocalDateTime.parse(row.get("effective_return_at")).atZone(zone).toOffsetDateTime();
    List<OverdueLoan.Renewed> renewals =
        row.get("renewed_at").isEmpty()
            ? List.of()
            : List.of(
                new OverdueLoan.Renewed(
                    LocalDate.parse(row.get("renewed_at")),
                    LocalDate.parse(row.get("renewed_due_at"))));
    return new OverdueLoan(
        LocalDate.parse(row.get("due_at")),
        renewals,
        EffectiveReturn.atScan(back).day(zone),
        row.get("fine_calendar"),
        number(row, "items"),
        false);
  }

  private static SuspensionWindow window(String text) {
    String[] ends = text.substring(1, text.length() - 1).split(",", -1);
    Optional<LocalDate> to =
        ends[1].equals("open") ? Optional.empty() : Optional.of(LocalDate.parse(ends[1]));
    return new SuspensionWindow(text, LocalDate.parse(ends[0]), to, Set.of());
  }

  private static List<LocalDate> days(Row row, String column) {
    return parts(row, column).map(LocalDate::parse).toList();
  }

  private static Stream<String> parts(Row row, String column) {
    return Arrays.stream(row.get(column).split(";", -1)).filter(part -> !part.isEmpty());
  }

  private static int number(Row row, String column) {
    return Integer.parseInt(row.get(column));
  }
}

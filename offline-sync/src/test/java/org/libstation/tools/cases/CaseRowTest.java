package org.libstation.tools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.libstation.fines.Assessment;
import org.libstation.fines.RandomLoans;

/// What was counted by any rules comes out the same from a row of a table.
class CaseRowTest {
  private static final int CASES = 600;

  @Test
  void a_row_counts_what_the_rules_counted() {
    StringBuilder table = new StringBuilder();
    List<RandomLoans.Counted> all = RandomLoans.some(CASES);
    for (RandomLoans.Counted one : all) {
      Map<String, String> row =
          CaseRow.of(one.policy(), one.calendar(), one.windows(), List.of(), one.loan());
      if (table.isEmpty()) {
        table.append(String.join(",", row.keySet())).append('\n');
      }
      table
          .append(
              row.values().stream().map(cell -> '"' + cell + '"').collect(Collectors.joining(",")))
          .append('\n');
    }

    Tables.Counted counted = Tables.count(table.toString(), Optional.empty(), false);

    assertThat(counted.end()).isEqualTo(new CaseTable.End.TableRead(all.size(), 0));
    int charged = 0;
    for (int i = 0; i < all.size(); i++) {
      Assessment ours = all.get(i).assessment();
      Map<String, String> row = counted.rows().get(i);
      assertThat(
              List.of(
                  row.get("units_elapsed"),
                  row.get("units_closed"),
                  row.get("units_suspended"),
                  row.get("units_charged"),
                  row.get("amount_minor")))
          .as("%s", all.get(i))
          .containsExactly(
              Long.toString(ours.units().elapsed()),
              ours.units().closed().isPresent()
                  ? Long.toString(ours.units().closed().getAsLong())
                  : "",
              Long.toString(ours.units().suspended()),
              Long.toString(ours.units().charged()),
              Long.toString(ours.amount().minor()));
      charged += ours.amount().isZero() ? 0 : 1;
    }
    assertThat(charged).as("cases that cost something").isGreaterThan(CASES / 5);
  }
}

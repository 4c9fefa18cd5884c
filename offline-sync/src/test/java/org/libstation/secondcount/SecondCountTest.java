package org.libstation.secondcount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.fines.Profile;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;
import org.libstation.tools.cases.CaseTable;

/// Two computations that share no code come to the same: by rules in rows and by rules of policies,
/// with readers, reminders, losses, amnesties, limits of visits and accounts, in ten zones.
class SecondCountTest {
  private static final int ROWS_A_TABLE = 500;
  private static final int QUICK = 4_000;
  private static final int ALL = 100_000;
  private static final long SEED = 25;

  private final Set<String> seen = new TreeSet<>();
  private int charged;
  private int suspended;

  @Test
  void some_rows_come_to_the_same() throws IOException {
    compare(new Random(SEED), QUICK);
  }

  @Test
  @Tag("full")
  void a_hundred_thousand_rows_come_to_the_same() throws IOException {
    compare(new Random(SEED + 1), ALL);
    assertThat(seen).containsAll(RandomRows.ZONES);
    assertThat(seen)
        .contains("dates", "difference", "bills", "minutes", "staff", "children", "seniors");
  }

  private void compare(Random random, int rows) throws IOException {
    for (int done = 0; done < rows; done += ROWS_A_TABLE) {
      boolean byPolicy = random.nextInt(3) == 0;
      table(new RandomRows(random), random, byPolicy);
    }
    assertThat(charged).as("rows that cost something").isGreaterThan(rows / 4);
    assertThat(suspended).as("rows that suspend borrowing").isGreaterThan(rows / 20);
  }

  private void table(RandomRows some, Random random, boolean byPolicy) throws IOException {
    String zone = RandomRows.ZONES.get(random.nextInt(RandomRows.ZONES.size()));
    Map<String, String> usual = some.rules();
    if (byPolicy && random.nextBoolean()) {
      usual.put("cap_price", "yes");
      usual.put("cap_percent", "60");
    }
    List<RandomRows.Other> others = some.others();
    Optional<Profile> profile =
        byPolicy ? Optional.of(profile(RandomRows.policy(zone, usual, others))) : Optional.empty();
    List<Map<String, String>> asked = new ArrayList<>();
    List<Map<String, String>> known = new ArrayList<>();
    for (int row = 0; row < ROWS_A_TABLE; row++) {
      Map<String, String> rules = byPolicy ? new LinkedHashMap<>(usual) : some.rules();
      String place =
          byPolicy ? zone : RandomRows.ZONES.get(random.nextInt(RandomRows.ZONES.size()));
      Map<String, String> loan = some.loan(place, rules);
      seen.add(place);
      seen.add(rules.get("counts"));
      Map<String, String> given = new LinkedHashMap<>(loan);
      if (byPolicy) {
        reader(given, rules, others, random);
      } else {
        given.put("profile", "hkpl");
        given.put("currency", "EUR");
        given.putAll(rules);
      }
      Map<String, String> whole = new LinkedHashMap<>(rules);
      whole.putAll(loan);
      asked.add(given);
      known.add(whole);
    }
    List<String> answers = answers(asked, profile);
    SecondCount second = new SecondCount();
    for (int row = 0; row < asked.size(); row++) {
      String ours = answers.get(row);
      String theirs = second.both(known.get(row));
      assertThat(ours).as("row %s of %s", known.get(row), asked.get(row)).isEqualTo(theirs);
      charged += theirs.startsWith("0,") ? 0 : 1;
      suspended += theirs.contains("-") ? 1 : 0;
    }
  }

  /// Who reads, and the rules that hold for them: the first that fits.
  private void reader(
      Map<String, String> given,
      Map<String, String> rules,
      List<RandomRows.Other> others,
      Random random) {
    String patrons = List.of("", "staff", "children", "seniors").get(random.nextInt(4));
    String place = random.nextBoolean() ? "a" : "b";
    String media = random.nextBoolean() ? "001" : "006";
    given.put("patron_class", patrons);
    given.put("fine_calendar", place);
    given.put("media", media);
    seen.add(patrons);
    for (RandomRows.Other other : others) {
      boolean fits =
          other.patrons().equals(patrons)
              && (other.places().equals("all") || other.places().equals(place))
              && (other.media().equals("all") || other.media().equals(media));
      if (fits && other.cells().getOrDefault("rate_minor", "").equals("none")) {
        // Nobody of them pays anything, for a recall or a reminder neither.
        rules.keySet().removeIf(name -> name.startsWith("recall") || name.startsWith("suspend_"));
        rules.put("rate_minor", "0");
        rules.put("stages", "none");
        rules.put("rounding_minor", "1");
        return;
      }
      if (fits) {
        rules.putAll(other.cells());
        return;
      }
    }
  }

  private static Profile profile(String policy) {
    return switch (PolicyReader.parse("random.yaml", policy)) {
      case PolicyReading.PolicyRead(var bundle) -> bundle.whole().profile();
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text() + policy);
    };
  }

  private static List<String> answers(List<Map<String, String>> rows, Optional<Profile> profile)
      throws IOException {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    StringBuilder table = new StringBuilder(String.join(",", columns)).append('\n');
    for (Map<String, String> row : rows) {
      table.append(
          columns.stream()
              .map(name -> '"' + row.getOrDefault(name, "") + '"')
              .collect(Collectors.joining(",", "", "\n")));
    }
    StringWriter out = new StringWriter();
    CaseTable.End end =
        new CaseTable(profile, false).count(new StringReader(table.toString()), out);
    assertThat(end).as("%s", out).isEqualTo(new CaseTable.End.TableRead(rows.size(), 0));
    List<String> lines = out.toString().lines().toList();
    List<String> header = List.of(lines.getFirst().split(",", -1));
    return lines.subList(1, lines.size()).stream()
        .map(line -> List.of(line.split(",", -1)))
        .map(
            cells ->
                Stream.of("amount_minor", "suspension_days", "suspension_from", "suspension_to")
                    .map(name -> cell(header, cells, name))
                    .collect(Collectors.joining(",")))
        .toList();
  }

  /// Counted from the end, as cells before may have commas; of a column that is not there nothing.
  private static String cell(List<String> header, List<String> cells, String name) {
    int column = header.indexOf(name);
    return column < 0 ? "" : cells.get(cells.size() - header.size() + column);
  }
}

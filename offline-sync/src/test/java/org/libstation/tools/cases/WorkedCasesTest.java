package org.libstation.tools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The worked cases, from their columns alone. Which case is which, and every word for people, is
/// blanked, and so are the answers.
class WorkedCasesTest {
  private static final List<Map<String, String>> CASES = Tables.workedCases();
  private static final List<String> COLUMNS = List.copyOf(CASES.getFirst().keySet());
  private static final List<String> ANSWERS =
      List.of(
          "units_elapsed",
          "units_closed",
          "units_suspended",
          "units_charged",
          "amount_minor",
          "amount");
  private static final Set<String> FOR_PEOPLE =
      Set.of("case_id", "group", "title", "follows", "why", "assumptions");

  /// Those whose moment of return follows from the other times: 31 to 39 and 58.
  private static final List<Integer> DERIVED =
      Stream.concat(IntStream.rangeClosed(31, 39).boxed(), Stream.of(58)).toList();

  static Stream<Integer> all() {
    return IntStream.rangeClosed(1, CASES.size()).boxed();
  }

  static List<Integer> derived() {
    return DERIVED;
  }

  /// The question in a case, by its place in the table.
  private static Map<String, String> question(int place) {
    Map<String, String> row = new TreeMap<>(CASES.get(place - 1));
    ANSWERS.forEach(name -> row.put(name, ""));
    FOR_PEOPLE.forEach(name -> row.put(name, ""));
    return row;
  }

  private static Map<String, String> answers(Map<String, String> row) {
    Map<String, String> answers = new TreeMap<>();
    ANSWERS.forEach(name -> answers.put(name, row.getOrDefault(name, "missing")));
    return answers;
  }

  @Test
  void thereAre71CasesInTheOrderOfTheirNumbers() {
    assertThat(CASES).hasSize(71);
    assertThat(CASES.get(30).get("case_id")).isEqualTo("31");
    assertThat(CASES.get(57).get("case_id")).isEqualTo("58");
  }

  @ParameterizedTest(name = "case {0}")
  @MethodSource("all")
  void eachCaseIsCountedAsWorkedOut(int place) {
    Tables.Counted counted =
        Tables.count(Tables.text(COLUMNS, List.of(question(place))), Optional.empty(), false);
    assertThat(counted.only().get("error")).isEmpty();
    assertThat(answers(counted.only())).isEqualTo(answers(CASES.get(place - 1)));
  }

  @ParameterizedTest(name = "case {0}")
  @MethodSource("derived")
  void theMomentOfTheReturnIsDerivedWhereItIsNotGiven(int place) {
    Map<String, String> row = question(place);
    row.put("effective_return_at", "");
    Tables.Counted counted =
        Tables.count(Tables.text(COLUMNS, List.of(row)), Optional.empty(), false);
    assertThat(counted.only().get("error")).isEmpty();
    assertThat(answers(counted.only())).isEqualTo(answers(CASES.get(place - 1)));
  }

  @Test
  void theColumnsMayStandInAnyOrderAndTheRestGoesThrough() {
    List<String> shuffled = new ArrayList<>(COLUMNS);
    Collections.shuffle(shuffled, new Random(5));
    Tables.Counted counted = Tables.count(Tables.text(shuffled, CASES), Optional.empty(), false);
    List<Map<String, String>> rows = counted.rows();
    assertThat(counted.end()).isEqualTo(new CaseTable.End.TableRead(71, 0));
    assertThat(counted.text().lines().findFirst().orElseThrow())
        .isEqualTo(String.join(",", shuffled) + ",error");
    for (int i = 0; i < rows.size(); i++) {
      assertThat(new TreeMap<>(rows.get(i))).isEqualTo(new TreeMap<>(withoutError(CASES.get(i))));
    }
  }

  private static Map<String, String> withoutError(Map<String, String> row) {
    Map<String, String> with = new TreeMap<>(row);
    with.put("error", "");
    return with;
  }

  @Test
  void theQuestionDoesNotDependOnAnyWordForPeople() {
    Map<String, String> liar = question(6);
    FOR_PEOPLE.forEach(name -> liar.put(name, "22"));
    Tables.Counted counted =
        Tables.count(Tables.text(COLUMNS, List.of(liar)), Optional.empty(), false);
    assertThat(counted.only().get("amount")).isEqualTo("10.50");
  }

  @Test
  void aColumnThatIsNotThereIsEmptyAndTheAnswersAreAdded() {
    List<String> few =
        List.of("profile", "due_at", "effective_return_at", "closed_days", "shelf mark");
    Map<String, String> row = new TreeMap<>(question(6));
    row.put("shelf mark", "823, \"Q\"\nsecond line");
    Tables.Counted counted = Tables.count(Tables.text(few, List.of(row)), Optional.empty(), true);
    assertThat(counted.only().keySet())
        .containsExactlyElementsOf(
            Stream.concat(
                    few.stream(),
                    Stream.of(
                        "units_elapsed",
                        "units_closed",
                        "units_suspended",
                        "units_charged",
                        "amount_minor",
                        "explanation",
                        "error"))
                .toList());
    assertThat(counted.only().get("shelf mark")).isEqualTo("823, \"Q\"\nsecond line");
    assertThat(counted.only().get("amount_minor")).isEqualTo("1050");
    assertThat(counted.only().get("explanation"))
        .contains(
            "2019-12-23 due",
            "2019-12-24 counted",
            "2019-12-25..2019-12-26 closed: holiday (2)",
            "2020-01-01 closed: holiday",
            "7 x HKD 1.50 a day = HKD 10.50",
            "calendar row",
            "policy hkpl");
  }

  @Test
  void everyCellButTheAnswersAndTheWordsIsOneThatSomebodyReads() {
    Set<String> unread = new TreeSet<>(COLUMNS);
    unread.removeAll(ANSWERS);
    unread.removeAll(FOR_PEOPLE);
    unread.remove("return_channel");
    for (String column : Set.copyOf(unread)) {
      Map<String, String> row = question(58);
      row.put("renewed_at", "2012-12-17");
      row.put("effective_return_at", "");
      row.put("due_at", column.equals("loan_at") ? "" : "2012-12-17");
      row.put("effective_return_rule", "event time");
      row.put("physical_return_at", "2012-12-18");
      row.put(column, "no such thing");
      Tables.Counted counted =
          Tables.count(Tables.text(COLUMNS, List.of(row)), Optional.empty(), false);
      if (!counted.only().getOrDefault("error", "").isEmpty()) {
        unread.remove(column);
      }
    }
    // a service has any name
    assertThat(unread).containsExactly("fine_calendar");
  }
}

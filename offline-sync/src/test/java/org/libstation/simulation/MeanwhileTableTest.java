package org.libstation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.simulation.MeanwhilePlay.Ending;

/// Each row of the table "Meanwhile" in `docs/settling.md`, played: what is done at the station,
/// what happens to the item meanwhile, and how it ends.
class MeanwhileTableTest {
  private static final Path PAGE = Path.of("..", "docs", "settling.md");
  private static final int COLUMNS = 7;

  @TempDir Path data;

  /// @param done at the station
  record Row(String done, String meanwhile, Ending ending) {}

  static List<Row> rows() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| "))
        .map(line -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
        .filter(cells -> cells.size() == COLUMNS && !cells.getFirst().equals("done here"))
        .map(
            c ->
                new Row(
                    c.get(0),
                    c.get(1),
                    new Ending(c.get(2), c.get(3), c.get(4), c.get(5), c.get(6))))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  @Tag("full")
  void a_row_of_the_table(Row row) {
    try (MeanwhilePlay play = new MeanwhilePlay(data, row.meanwhile())) {
      Ending ending = play.play(row.done(), row.meanwhile());
      assertThat(new Row(row.done(), row.meanwhile(), ending)).isEqualTo(row);
    }
  }

  @Test
  void what_may_happen_meanwhile_has_its_rows() throws IOException {
    List<Row> rows = rows();
    assertThat(rows).hasSizeGreaterThan(25);
    assertThat(rows.stream().map(Row::done).distinct())
        .contains("loan", "loan with the link", "return, near its due date", "renewal");
    assertThat(rows.stream().map(Row::meanwhile).distinct())
        .contains(
            "the counter takes it back and lends it to another",
            "another station takes it back, lends it on and reports first",
            "it is recalled",
            "it is put in transit",
            "its request is acted on 90 seconds late");
  }
}

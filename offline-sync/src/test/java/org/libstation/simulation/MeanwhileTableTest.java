package org.libstation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.simulation.MeanwhilePlay.Ending;

/// Each row below "What happens meanwhile" in `docs/administrator/settling-cases.md`, played. A
/// heading says what is done at the station, a row what happens to the item meanwhile and how it
/// ends. What every patron of a table reads stands above it once.
class MeanwhileTableTest {
  private static final Path PAGE = Path.of("..", "docs", "administrator", "settling-cases.md");
  private static final Pattern SECTION =
      Pattern.compile("(?ms)^### ([^\\n]*)\\n(.*?)(?=^#{2,3} |\\z)");
  private static final Pattern READS = Pattern.compile("(?m)^The patron reads: \\*(.*)\\*$");

  @TempDir Path data;

  /// @param done at the station
  record Row(String done, String meanwhile, Ending ending) {}

  static List<Row> rows() throws IOException {
    String page = Files.readString(PAGE);
    return SECTION
        .matcher(page.substring(page.indexOf("## What happens meanwhile")))
        .results()
        .flatMap(section -> rows(section.group(1), section.group(2)))
        .toList();
  }

  private static Stream<Row> rows(String heading, String section) {
    String done = heading.substring(0, 1).toLowerCase(Locale.ROOT) + heading.substring(1);
    Optional<String> reads = READS.matcher(section).results().map(it -> it.group(1)).findFirst();
    return section
        .lines()
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .map(line -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
        .map(
            c ->
                new Row(
                    done,
                    c.get(0),
                    new Ending(
                        c.get(1), c.get(2), c.get(3), c.get(4), reads.orElseGet(c::getLast))));
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
    assertThat(rows).hasSizeGreaterThan(45);
    assertThat(rows.stream().map(Row::done).distinct())
        .contains(
            "loan without the link",
            "loan with the link",
            "return near its due date",
            "renewal without the link");
    assertThat(rows.stream().map(Row::meanwhile).distinct())
        .contains(
            "the counter takes it back and lends it to another",
            "another station takes it back, lends it on and reports first",
            "it is recalled",
            "it is put in transit",
            "its request is acted on 90 seconds late");
  }
}

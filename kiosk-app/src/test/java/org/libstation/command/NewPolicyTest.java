package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.fines.FinePolicy;
import org.libstation.policy.LendingClass;
import org.libstation.policy.PlaceRules;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;
import org.libstation.tools.command.policy.PolicyCommand;

/// A policy that is asked for, and one that is drawn.
class NewPolicyTest {
  private static final Path EXAMPLES = Path.of("..", "config", "policy", "examples");

  @TempDir private Path dir;

  private Called answering(String answers) {
    return new Called(
        PolicyCommand.with(
            () -> Instant.parse("2026-03-02T10:00:00Z"),
            new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8))));
  }

  private Path file() {
    return dir.resolve("policy.yaml");
  }

  private PlaceRules written() throws IOException {
    return switch (PolicyReader.read(file())) {
      case PolicyReading.PolicyRead(var bundle) -> bundle.whole();
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  private LendingClass books() throws IOException {
    return written().estimateClass();
  }

  private void nothingIsThere() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void twelve_answers_make_a_policy() throws IOException {
    Called station =
        answering(
            """
            Bücherei "Am Markt"
            Europe/Vienna
            eur
            sunday, Monday
            28
            2
            reminders
            7 days 2.00, 21 days 5.5
            12
            KIND, STAFF
            60
            20
            """);
    assertThat(station.with("policy", "new", file().toString())).isZero();
    assertThat(station.out()).contains("1/12 ", "12/12 ", "is written");
    PlaceRules rules = written();
    assertThat(rules.place().names().get("en")).isEqualTo("Bücherei \"Am Markt\"");
    assertThat(rules.calendar().weekly()).hasSize(2);
    FinePolicy fines = books().fines();
    assertThat(fines.stages()).hasSize(2);
    assertThat(fines.stages().getLast().fee().toString()).isEqualTo("EUR 5.50");
    assertThat(fines.maximum().amount().orElseThrow().toString()).isEqualTo("EUR 12.00");
    assertThat(books().readers().getFirst().fines().isFree()).isTrue();
    assertThat(books().lost().after()).hasValue(60);
    assertThat(rules.patrons())
        .hasEntrySatisfying(
            "exempt", one -> assertThat(one.central()).containsExactlyInAnyOrder("KIND", "STAFF"));
  }

  @ParameterizedTest
  @CsvSource({"none, true, 0.00", "daily, false, 0.20", "weekly, false, 0.20"})
  void what_nobody_answers_is_usual(String kind, boolean free, String rate) throws IOException {
    String rest = kind.equals("none") ? "\n\n" : "\n\n\n\n\n";
    assertThat(
            answering("\n\n\n\n\n\n" + kind + "\n" + rest).with("policy", "new", file().toString()))
        .isZero();
    assertThat(books().fines().isFree()).isEqualTo(free);
    assertThat(books().fines().rate().decimal()).isEqualTo(rate);
  }

  @ParameterizedTest
  @CsvSource({"JPY, daily, 20, 500", "KWD, weekly, 0.200, 5.000", "EUR, daily, 0.20, 5.00"})
  void what_is_usual_has_the_digits_of_the_currency(
      String currency, String kind, String rate, String most) throws IOException {
    Called station = answering("\n\n" + currency + "\n\n\n\n" + kind + "\n\n\n\n\n\n");
    assertThat(station.with("policy", "new", file().toString())).isZero();
    assertThat(station.out()).contains(rate).doesNotContain("Expected");
    assertThat(books().fines().rate().decimal()).isEqualTo(rate);
    assertThat(books().fines().maximum().amount().orElseThrow().decimal()).isEqualTo(most);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nowhere/Land | a zone like Europe/Berlin | 1",
        "BLING | three letters like EUR | 2",
        "funday | days like sunday | 3",
        "366 | a number from 1 to 365 | 4",
        "-1 | a number from 0 to 99 | 5",
        "sometimes | none, daily, weekly or reminders | 6",
      })
  void what_makes_no_sense_is_told_and_asked_again(String answer, String words, int after)
      throws IOException {
    Called station = answering("\n".repeat(after) + answer + "\n" + "\n".repeat(20));
    assertThat(station.with("policy", "new", file().toString())).isZero();
    assertThat(station.out()).contains("Expected " + words);
    assertThat(books().fines().isFree()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "5", "8"})
  void who_breaks_off_leaves_nothing(int answers) throws IOException {
    Called station = answering("\n".repeat(answers));
    assertThat(station.with("policy", "new", file().toString())).isEqualTo(1);
    assertThat(station.err()).contains("nothing was written");
    nothingIsThere();
  }

  @Test
  void a_place_where_nothing_can_be_written_is_told_before_the_first_question() throws IOException {
    Called nowhere = answering("\n".repeat(20));
    assertThat(nowhere.with("policy", "new", dir.resolve("none/policy.yaml").toString()))
        .isEqualTo(2);
    assertThat(nowhere.err())
        .contains("cannot be written: there is no folder " + dir.resolve("none"));
    assertThat(nowhere.out()).isEmpty();
    nothingIsThere();
  }

  @Test
  void the_questions_are_counted_that_are_asked() {
    Called station = answering("\n".repeat(20));
    assertThat(station.with("policy", "new", file().toString())).isZero();
    assertThat(station.out())
        .contains(
            "7/12 What does being late cost", "8/9 After how many days", "9/9 Above what debt")
        .doesNotContain("10/12", "11/12", "12/12");
  }

  @Test
  void junk_without_end_is_given_up() throws IOException {
    assertThat(answering("x\n".repeat(500)).with("policy", "new", file().toString())).isEqualTo(1);
    nothingIsThere();
  }

  @Test
  void a_file_that_is_there_is_not_written_over() throws IOException {
    Files.writeString(file(), "mine");
    Called station = answering("\n".repeat(20));
    assertThat(station.with("policy", "new", file().toString())).isEqualTo(2);
    assertThat(station.err()).contains("is there already");
    assertThat(Files.readString(file())).isEqualTo("mine");
  }

  @Test
  void a_policy_is_drawn_with_its_days_and_its_stairs() throws IOException {
    Path pdf = dir.resolve("policy.pdf");
    Path policy = EXAMPLES.resolve("staged.yaml");
    assertThat(answering("").with("policy", "show", policy.toString(), "--pdf", pdf.toString()))
        .isZero();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(document))
          .contains("March 2026", "August 2026", "closed, counts too", "fines suspended")
          .contains("2.00", "4.95", "15.90", "counts as lost after 60 days")
          .contains("children: nothing until it counts as lost");
      assertThat(has(new PDFRenderer(document).renderImage(0), 0x9cc4e8)).as("June").isTrue();
      assertThat(has(new PDFRenderer(document).renderImage(1), 0x0b4f9c)).as("stairs").isTrue();
    }
  }

  /// 1 June 2026 is a Monday: of the fourteen suspended days the two Sundays are closed as well.
  @Test
  void a_closed_day_in_a_suspension_is_drawn_as_suspended_and_what_is_lost_costs_its_handling()
      throws IOException {
    Path pdf = dir.resolve("policy.pdf");
    Path policy = EXAMPLES.resolve("staged.yaml");
    String[] show = {"policy", "show", policy.toString(), "--pdf", pdf.toString()};
    assertThat(answering("").with(show)).isZero();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      BufferedImage days = new PDFRenderer(document).renderImage(0);
      assertThat(sundaysOfJune(days)).containsExactly(0x9cc4e8, 0x9cc4e8, 0xb8b8b8, 0xb8b8b8);
      assertThat(new PDFTextStripper().getText(document)).contains("15.90", "20.90");
    }
  }

  @Test
  void where_the_price_of_an_item_is_owed_the_stairs_end() throws IOException {
    Path pdf = dir.resolve("policy.pdf");
    Path policy = dir.resolve("lost.yaml");
    Files.writeString(
        policy,
        Files.readString(EXAMPLES.resolve("staged.yaml"))
            .replace("back: {within: 14 days", "back: {within: 3 days"));
    assertThat(answering("").with("policy", "show", policy.toString(), "--pdf", pdf.toString()))
        .isZero();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("20.90", "from 64 days on its price too");
    }
  }

  /// June is the first month of the second row; its Sundays stand below each other, twenty points
  /// apart.
  private static List<Integer> sundaysOfJune(BufferedImage page) {
    return IntStream.range(0, 4)
        .map(week -> page.getRGB(166, 306 + 20 * week) & 0xffffff)
        .boxed()
        .toList();
  }

  private static boolean has(BufferedImage page, int color) {
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        if ((page.getRGB(x, y) & 0xffffff) == color) {
          return true;
        }
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource({"none", "daily", "weekly"})
  void each_worked_policy_can_be_drawn(String name) throws IOException {
    Path pdf = dir.resolve(name + ".pdf");
    Path policy = EXAMPLES.resolve(name + ".yaml");
    assertThat(answering("").with("policy", "show", policy.toString(), "--pdf", pdf.toString()))
        .isZero();
    assertThat(Files.size(pdf)).isPositive();
  }
}

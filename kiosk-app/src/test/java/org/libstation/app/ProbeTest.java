package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.central.sip2.site.DialectSettings;
import org.libstation.circulation.PartsTaken;
import org.libstation.command.StationCommand;
import org.libstation.lab.embedded.EmbeddedLibrary;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.site.DialectFiles;
import org.libstation.tools.command.probe.ProbeCommand;
import picocli.CommandLine;

/// `station probe` against the embedded library in each dialect: it finds the dialect's switches
/// again.
@Timeout(600)
class ProbeTest {
  private static final String ITEM = "38801000002326";
  private static final String ON_LOAN = "38801000001989";
  private static final String OVERDUE = "38801000000411";

  /// What a probe tries of what the embedded library can do. A hold, a payment and a renewal of all
  /// loans would leave traces, so they are not tried and never called supported.
  private static final Set<String> TRIED =
      Set.of("09", "11", "17", "23", "29", "35", "63", "93", "97", "99");

  /// A day on which no due date can be read in two ways.
  private static final Instant BEGIN = Instant.parse("2026-11-25T06:00:00Z");

  private static final long STARTED = System.nanoTime();
  private static final InstantSource CLOCK =
      () -> BEGIN.plus(Duration.ofNanos(System.nanoTime() - STARTED));

  @TempDir Path out;

  private final StringWriter said = new StringWriter();

  static List<String> shipped() throws IOException {
    return Files.readAllLines(Path.of("..", "config", "dialects", "index.txt"));
  }

  @ParameterizedTest
  @Tag("full")
  @MethodSource("shipped")
  void it_finds_each_dialect_again(String name) throws IOException {
    Sip2Dialect dialect = DialectSettings.dialect(files().read(name));

    assertThat(probe(dialect, ITEM)).as(said.toString()).isZero();

    assertFound(
        dialect,
        DialectSettings.dialect(
            files().read(out.resolve("found.yaml").toAbsolutePath().toString())));
    assertThat(said.toString())
        .contains("Undone: the test item was lent, and is back on the shelf")
        .contains("NOT undone: the overdue item was lent to the test patron again")
        .contains("answers to 17: ");
    // The directory's name and the port are drawn, and four digits are soon among theirs.
    assertThat(said.toString().replace(out.toString(), "DIR").replaceAll(":[0-9]{5}", ":PORT"))
        .doesNotContain("3010", OVERDUE, ITEM);
    assertFits(name);
    assertThreeValues();
  }

  @Test
  @Tag("full")
  void it_finds_out_that_a_10_names_nobody() throws IOException {
    Sip2Dialect usual = DialectSettings.dialect(files().read("koha-25"));

    assertThat(probe(usual.withMeaning(usual.meaning().withCheckinNamesPatron(false)), ITEM))
        .as(said.toString())
        .isZero();

    // Written, or as the base of the file has it.
    Sip2Dialect found =
        DialectSettings.dialect(
            files().read(out.resolve("found.yaml").toAbsolutePath().toString()));
    assertThat(found.meaning().checkinNamesPatron()).isFalse();
  }

  /// What was seen is as this dialect has it; others that are no different by what can be tried are
  /// named beside it.
  private void assertFits(String name) throws IOException {
    assertThat(fitting()).as("%s: %s", name, said).contains(name);
    assertThat(said.toString()).contains(" answers agree, ");
    assertThat(Files.readString(out.resolve("found.yaml")))
        .contains("  based-on: " + fitting().getFirst() + "\n")
        .contains(fitting().size() == 1 ? "#   fits best: " : "#   fit equally well");
  }

  /// The dialects that fit best, the one first on which the file is based.
  private List<String> fitting() {
    String best = line("fits best: ");
    String equal = line("fit equally well, by what was tried: ");
    return best.isEmpty()
        ? List.of(equal.substring(0, equal.indexOf(" (")).split(", "))
        : List.of(best.substring(0, best.indexOf(" (")));
  }

  /// With a patron who owes charges are seen, as several systems list them: which of their dialects
  /// it is shows only when a part is paid, and none is relied on before.
  @ParameterizedTest
  @Tag("full")
  @ValueSource(strings = {"generic", "sierra", "koha-25"})
  void no_part_of_a_debt_is_opened_that_one_of_what_fits_as_well_does_not_book(String name)
      throws IOException {
    int _ =
        probe(
            DialectSettings.dialect(files().read(name)),
            "38801000002151",
            "--card=28801000000041",
            "--pin=8642");

    PartsTaken found = parts(out.resolve("found.yaml").toAbsolutePath().toString());
    for (String each : fitting()) {
      PartsTaken theirs = parts(each);
      assertThat(theirs.amounts() || !found.amounts()).as(each + said).isTrue();
      assertThat(theirs.charges() || !found.charges()).as(each + said).isTrue();
    }
  }

  private static PartsTaken parts(String dialect) {
    return DialectSettings.dialect(files().read(dialect)).meaning().account().parts();
  }

  private String line(String begin) {
    return said.toString()
        .lines()
        .filter(line -> line.startsWith(begin))
        .map(line -> line.substring(begin.length()))
        .findFirst()
        .orElse("");
  }

  private void assertThreeValues() throws IOException {
    String file = Files.readString(out.resolve("found.yaml"));
    for (String line :
        List.of("11 tried and works", "01 not tried (BX says", "37 not tried (BX says")) {
      assertThat(said.toString()).contains("request " + line);
      assertThat(file).contains("#   " + line);
    }
    assertThat(file.lines().filter(line -> line.startsWith("    supported:")))
        .singleElement()
        .asString()
        .doesNotContain("\"01\"", "\"15\"", "\"37\"", "\"65\"");
    assertThat(file).contains("#   answers.recalled-is-on-loan: ");
    assertThat(said.toString()).contains("answers.recalled-is-on-loan: not tried");
  }

  @Tag("full")
  @Test
  void it_finds_switches_that_no_shipped_dialect_has() throws IOException {
    Files.writeString(
        out.resolve("odd.yaml"),
        """
        dialect:
          based-on: generic
          system: an odd one
          wire:
            error-detection: none
            charset: ISO-8859-1
            time-form: utc
          session:
            idle-drop-seconds: 4
          messages:
            resend: nothing-kept
          pin:
            needed-for: ["11", "29", "63"]
            verified-by: with-23
          acts:
            no-block: honoured
            return-date: ignored
          answers:
            due-format: "dd/MM/uuuu HH:mm"
          patron:
            loans: titles
            silent-flags: [1, 2]
        """);
    Sip2Dialect odd =
        DialectSettings.dialect(files().read(out.resolve("odd.yaml").toAbsolutePath().toString()));

    assertThat(probe(odd, ITEM, "--idle=30")).as(said.toString()).isZero();

    Sip2Dialect found =
        DialectSettings.dialect(
            files().read(out.resolve("found.yaml").toAbsolutePath().toString()));
    assertFound(odd, found);
    assertThat(found.habits().noBlock()).isEqualTo(Sip2Habits.NoBlock.HONOURED);
    assertThat(found.habits().idleDrop()).isPresent();
    assertThat(said.toString()).contains("NOT undone: the test patron was charged");
    assertThat(Files.readString(out.resolve("found.yaml")))
        .contains("has \"\". Seen: AH is written '99/99/9999 99:99'")
        // symphony.yaml, which fits best for its character set, would wait for prompts.
        .contains("    login-style: message");
  }

  @Test
  @Tag("full")
  void the_page_for_the_folder_is_one_page_and_says_what_was_found() throws IOException {
    assertThat(probe(DialectSettings.dialect(files().read("koha-2014")), ITEM))
        .as(said.toString())
        .isZero();

    try (PDDocument page = Loader.loadPDF(out.resolve("found.pdf").toFile())) {
      assertThat(page.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(page))
          .contains("acts.repeated-checkout")
          .contains("renewal")
          .containsAnyOf("fits best: koha-2014", "fit equally well")
          .contains("37 not tried")
          .contains("NOT undone");
    }
  }

  @Test
  void an_item_that_is_not_on_the_shelf_is_left_alone() {
    assertThat(probe(DialectSettings.dialect(files().read("generic")), ON_LOAN)).isEqualTo(1);
    assertThat(said.toString())
        .contains("It cannot go on: the test item must be on the shelf")
        .doesNotContain("Undone");
  }

  @Test
  @Tag("full")
  void a_port_where_nobody_answers_and_a_wrong_password_are_told() {
    assertThat(run("127.0.0.1:1", ITEM)).isEqualTo(1);
    assertThat(said.toString()).contains("The connection broke: ");
    try (EmbeddedLibrary library = library(DialectSettings.dialect(files().read("generic")))) {
      assertThat(run("127.0.0.1:" + library.port(), ITEM, "--password=wrong")).isEqualTo(1);
    }
    assertThat(said.toString()).contains("the login was refused");
  }

  private static DialectFiles files() {
    return DialectFiles.usual(Path.of(""));
  }

  private static EmbeddedLibrary library(Sip2Dialect dialect) {
    return EmbeddedLibrary.inMemory(
        LibraryRules.standard().withDialect(dialect), CLOCK, EmbeddedLibrary.Listen.loopback(0, 0));
  }

  private int probe(Sip2Dialect dialect, String item, String... more) {
    try (EmbeddedLibrary library = library(dialect)) {
      return run("127.0.0.1:" + library.port(), item, more);
    }
  }

  private int run(String address, String item, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "probe",
                address,
                "--user=station1",
                "--institution=SEL",
                "--location=SEL-1",
                "--item=" + item,
                "--other-card=28801000000306",
                "--other-pin=5050",
                "--overdue-item=" + OVERDUE,
                "--zone=Asia/Hong_Kong",
                "--timeout=8",
                "--name=found",
                "--out=" + out));
    words.addAll(List.of(more));
    if (words.stream().noneMatch(word -> word.startsWith("--card"))) {
      words.addAll(List.of("--card=28801000000165", "--pin=3010"));
    }
    if (words.stream().noneMatch(word -> word.startsWith("--password"))) {
      words.add("--password=station1");
    }
    CommandLine line = StationCommand.with(new ProbeCommand(CLOCK));
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(said, true));
    return line.execute(words.toArray(new String[0]));
  }

  /// All that can be seen from outside; the text of an answer to the hour, the meaning of CV and
  /// holds cannot.
  private static void assertFound(Sip2Dialect real, Sip2Dialect found) {
    assertThat(found.wire().errorDetection()).isEqualTo(real.wire().errorDetection());
    assertThat(found.wire().charset()).isEqualTo(real.wire().charset());
    assertThat(found.wire().lineEnd()).isEqualTo(real.wire().lineEnd());
    assertThat(found.wire().timeForm()).isEqualTo(real.wire().timeForm());
    Sip2Habits habits = found.habits();
    assertThat(habits.messages())
        .isEqualTo(
            real.habits().messages().stream()
                .filter(TRIED::contains)
                .filter(
                    code ->
                        !code.equals("97")
                            || real.habits().resend() == Sip2Habits.ResendHabit.LAST_ANSWER)
                .collect(java.util.stream.Collectors.toSet()));
    assertThat(habits.byBx()).isEqualTo(real.habits().byBx());
    assertThat(habits.unsupported()).isEqualTo(real.habits().unsupported());
    assertThat(habits.resend()).isEqualTo(real.habits().resend());
    assertThat(habits.sameAgain()).isEqualTo(real.habits().sameAgain());
    assertThat(habits.repeatedCheckout()).isEqualTo(real.habits().repeatedCheckout());
    assertThat(habits.returnDate() == Sip2Habits.ReturnDate.IGNORED)
        .isEqualTo(real.habits().returnDate() == Sip2Habits.ReturnDate.IGNORED);
    assertThat(habits.noBlock()).isEqualTo(real.habits().noBlock());
    assertThat(habits.renewsFrom()).isEqualTo(real.habits().renewsFrom());
    assertThat(habits.locationRequired()).isEqualTo(real.habits().locationRequired());
    Sip2Dialect.AnswerMeaning meaning = found.meaning();
    assertThat(meaning.pinFor()).isEqualTo(real.meaning().pinFor());
    assertThat(meaning.pinCheck()).isEqualTo(real.meaning().pinCheck());
    assertThat(meaning.refusalMayOmitEcho()).isEqualTo(real.meaning().refusalMayOmitEcho());
    assertThat(meaning.checkinNamesPatron()).isEqualTo(real.meaning().checkinNamesPatron());
    assertThat(meaning.chargeField()).isEqualTo(real.meaning().chargeField());
    assertThat(meaning.dueFormat()).isEqualTo(real.meaning().dueFormat());
    assertThat(meaning.account().loans()).isEqualTo(real.meaning().account().loans());
    assertThat(meaning.account().noAmountIsNothing())
        .isEqualTo(real.meaning().account().noAmountIsNothing());
    assertThat(meaning.account().silentFlags()).isEqualTo(real.meaning().account().silentFlags());
  }
}

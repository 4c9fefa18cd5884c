package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.central.sip2.site.DialectSettings;
import org.libstation.command.StationCommand;
import org.libstation.lab.embedded.EmbeddedLibrary;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.site.DialectFiles;
import org.libstation.tools.command.probe.ProbeCommand;
import picocli.CommandLine;

/// `station probe` against central systems that put names and numbers everywhere, as Koha does: not
/// one of them is in a file that it writes, or on the screen. Most of it is waiting for answers
/// that do not come, side by side.
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
class ProbeSecretsTest {
  private static final String CARD = "28801000000165";
  private static final String OTHER_CARD = "28801000000306";
  private static final String ITEM = "38801000002326";
  private static final String OVERDUE = "38801000000411";

  /// Names and numbers of other readers, planted; and what the command line carries.
  private static final List<String> PERSONAL =
      List.of(
          "Lindqvist",
          "Björn",
          "Sandvik",
          "Brandl",
          "O'Leary",
          "李小龍",
          "23100000000011",
          "4711",
          "29990000000009",
          "Elm Street",
          "@example.org",
          "19850505",
          CARD,
          OTHER_CARD,
          ITEM,
          OVERDUE,
          "3010",
          "5050",
          "station1");

  private static final Instant BEGIN = Instant.parse("2026-11-25T06:00:00Z");
  private static final long STARTED = System.nanoTime();
  private static final InstantSource CLOCK =
      () -> BEGIN.plus(Duration.ofNanos(System.nanoTime() - STARTED));

  @TempDir Path out;

  private final StringWriter said = new StringWriter();

  /// How long the probe waits for an answer.
  private int seconds = 3;

  /// Where the probe's library was, as the probe writes it.
  private String address = "";

  static List<String> shipped() {
    return files().shipped();
  }

  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /// Each text of an answer names somebody.
  private static String planted(String answer) {
    String changed =
        answer
            .replaceAll("\\|AE[^|]*", "|AE" + bytes("Björn Lindqvist"))
            .replaceAll("\\|AM[^|]*", "|AMBrandl Memorial Library")
            .replaceAll("\\|AJ([^|]*)", "|AJ$1, given by Brandl");
    String code = answer.substring(0, 2);
    return switch (code) {
      case "64", "24" ->
          changed
              + "AFGreetings.  -- Patron owes 4711, says Sandvik|BD1 Elm Street|BEr@example.org|"
              + "PB19850505|XX"
              + bytes("李小龍")
              + "|";
      case "12", "30" -> refused(changed);
      case "10" ->
          changed + "CY23100000000011|DA" + bytes("Lindqvist, Björn") + "|AFFor Sandvik 4711|";
      case "98" -> changed + "AFBrandl is on call: 23100000000011|";
      case "36" -> changed + "AFGood bye O'Leary|";
      case "18" -> changed + "AFasked for by Brandl, 29990000000009|";
      default -> changed;
    };
  }

  /// What Koha writes: an inner value, another each time.
  private static String refused(String answer) {
    String text =
        switch (answer.charAt(2) + answer.substring(0, 2)) {
          case "012" -> "AFBrandl|";
          case "030" -> "AF" + bytes("Item refused to Björn Lindqvist (23100000000011)|");
          default -> "AFrenewed for Sandvik|";
        };
    return answer.replaceAll("\\|AF[^|]*", "") + text;
  }

  @ParameterizedTest
  @Tag("full")
  @MethodSource("shipped")
  void no_name_and_no_number_is_in_any_file_of_a_probe(String name) throws IOException {
    assertThat(probe(DialectSettings.dialect(files().read(name)), ProbeSecretsTest::planted))
        .as(said.toString())
        .isZero();

    assertNobody();
    assertThat(Files.readString(out.resolve("found.yaml")))
        .as("a pattern, the name a wildcard")
        .contains("text: \"^Item refused to .+$\"".replace("$\"", "\\\\)$\""));
    assertThat(said.toString()).contains("Undone: the test item was lent");
  }

  @ParameterizedTest
  @Tag("full")
  @ValueSource(
      strings = {
        "Sandvik 23100000000011 is at the desk",
        "64YYYYSandvik    00120261124    Brandl",
        "18Lindqvist, 4711, Björn",
        "94Sandvik|AFBrandl 23100000000011|",
        "",
      })
  void an_answer_that_is_none_is_told_and_written_as_a_shape(String nonsense) throws IOException {
    // The answer that is none is waited for to the end, five times here.
    seconds = 1;
    for (String code : List.of("94", "98", "18", "64", "12")) {
      assertThat(
              probe(
                  DialectSettings.dialect(files().read("generic")),
                  answer -> answer.startsWith(code) ? bytes(nonsense) : planted(answer)))
          .as(code)
          .isEqualTo(1);
      assertNobody();
    }
  }

  /// 235900 and 235956 are the same day (Koha 2014).
  @Test
  @Tag("full")
  void a_renewal_that_moves_seconds_only_counts_from_today() throws IOException {
    UnaryOperator<String> seconds =
        answer ->
            answer.startsWith("301") || answer.startsWith("121Y")
                ? answer.replaceAll("(AH\\d{8}    2359)00", "$156")
                : answer;
    assertThat(probe(DialectSettings.dialect(files().read("koha-2014")), seconds))
        .as(said.toString())
        .isZero();

    assertThat(found().habits().renewsFrom()).isEqualTo(Sip2Habits.RenewsFrom.TODAY);
    assertThat(said.toString())
        .contains("on the day of the loan moved the due day by 0 days", "the loan was for");
  }

  @Test
  @Tag("full")
  void where_a_17_tells_no_due_date_it_says_that_nothing_later_is_seen() throws IOException {
    assertThat(
            probe(
                DialectSettings.dialect(files().read("generic")),
                answer -> answer.startsWith("18") ? answer.replaceAll("AH[^|]*\\|", "") : answer))
        .as(said.toString())
        .isZero();

    String words = "a 17 tells the due date of what is on loan: tried and does not.";
    assertThat(said.toString()).contains(words, "Nothing later is seen here");
    assertThat(Files.readString(out.resolve("found.yaml"))).contains(words);
    assertThat(page()).contains("tried and does not");
  }

  @Test
  @Tag("full")
  void a_policy_with_another_loan_period_is_told_with_what_to_do() throws IOException {
    UnaryOperator<String> threeWeeks =
        answer ->
            answer.replaceAll("AH20261209", "AH20261216").replaceAll("AH20261210", "AH20261216");
    assertThat(
            probe(
                DialectSettings.dialect(files().read("generic")),
                threeWeeks,
                "--policy=../config/policy/hkpl-example.yaml"))
        .as(said.toString())
        .isZero();

    assertThat(said.toString())
        .contains("lent the test item for 21 days", "no class of the policy", "loan.period");
    assertThat(Files.readString(out.resolve("found.yaml"))).contains("loan.period");
  }

  @Test
  @Tag("full")
  void a_policy_with_the_same_loan_period_is_told_too() throws IOException {
    assertThat(
            probe(
                DialectSettings.dialect(files().read("generic")),
                UnaryOperator.identity(),
                "--policy=../config/policy/hkpl-example.yaml"))
        .as(said.toString())
        .isZero();

    assertThat(said.toString()).contains("14 days", "as the policy does by its class");
  }

  private void assertNobody() throws IOException {
    List<String> texts = new ArrayList<>(List.of(said.toString()));
    List<String> packed = new ArrayList<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.toList()) {
        boolean pdf = file.toString().endsWith(".pdf");
        texts.add(pdf ? page() : Files.readString(file, StandardCharsets.UTF_8));
        (pdf ? packed : texts)
            .add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(texts).hasSize(6);
    assertThat(packed).hasSize(1);
    // The directory's name and the port are drawn, and four digits are soon among theirs.
    texts.replaceAll(
        text -> text.replace(out.toAbsolutePath().toString(), "DIR").replace(address, "ADDRESS"));
    texts.forEach(text -> assertNone(text, PERSONAL));
    // Four digits stand by chance in a length or a packed stream.
    packed.forEach(
        text ->
            assertNone(text, PERSONAL.stream().filter(each -> !each.matches("[0-9]{4}")).toList()));
  }

  private static void assertNone(String text, List<String> personal) {
    String small = text.toLowerCase(Locale.ROOT);
    for (String each : personal) {
      assertThat(small)
          .doesNotContain(each.toLowerCase(Locale.ROOT), bytes(each).toLowerCase(Locale.ROOT));
    }
  }

  private String page() throws IOException {
    try (PDDocument page = Loader.loadPDF(out.resolve("found.pdf").toFile())) {
      return new PDFTextStripper().getText(page);
    }
  }

  private Sip2Dialect found() {
    return DialectSettings.dialect(
        files().read(out.resolve("found.yaml").toAbsolutePath().toString()));
  }

  private static DialectFiles files() {
    return DialectFiles.usual(Path.of(""));
  }

  private int probe(Sip2Dialect dialect, UnaryOperator<String> rewrite, String... more)
      throws IOException {
    try (EmbeddedLibrary library =
            EmbeddedLibrary.inMemory(
                LibraryRules.standard().withDialect(dialect),
                CLOCK,
                EmbeddedLibrary.Listen.loopback(0, 0));
        TalkativeLibrary between = new TalkativeLibrary(library.port(), rewrite)) {
      address = "127.0.0.1:" + between.port();
      List<String> words =
          new ArrayList<>(
              List.of(
                  "probe",
                  address,
                  "--user=station1",
                  "--password=station1",
                  "--institution=SEL",
                  "--location=SEL-1",
                  "--card=" + CARD,
                  "--pin=3010",
                  "--item=" + ITEM,
                  "--other-card=" + OTHER_CARD,
                  "--other-pin=5050",
                  "--overdue-item=" + OVERDUE,
                  "--zone=Asia/Hong_Kong",
                  "--timeout=" + seconds,
                  "--name=found",
                  "--out=" + out));
      words.addAll(List.of(more));
      CommandLine line = StationCommand.with(new ProbeCommand(CLOCK));
      line.setOut(new PrintWriter(said, true));
      line.setErr(new PrintWriter(said, true));
      return line.execute(words.toArray(new String[0]));
    }
  }
}

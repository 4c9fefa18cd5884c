package org.libstation.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.central.sip2.RefusalRule;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.central.sip2.site.DialectSettings;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.lab.embedded.LibraryDialects;

class DialectFilesTest {
  private static final Path SHIPPED = Path.of("..", "config", "dialects");

  @TempDir Path site;

  static List<String> shipped() throws IOException {
    return Files.readAllLines(SHIPPED.resolve("index.txt"));
  }

  @Test
  void every_file_that_is_shipped_is_named_in_the_index() throws IOException {
    try (var files = Files.list(SHIPPED)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(file -> file.endsWith(".yaml"))
                  .map(file -> file.replace(".yaml", ""))
                  .sorted())
          .containsExactlyElementsOf(shipped());
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void every_file_that_is_shipped_is_read(String name) {
    Sip2Dialect dialect = DialectSettings.dialect(DialectFiles.usual(site).read(name));
    assertThat(dialect.name()).isEqualTo(name);
    assertThat(dialect.habits().messages()).contains("09", "11", "17", "63", "93", "99");
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void a_text_that_is_known_word_by_word_means_what_its_own_line_says(String name) {
    List<RefusalRule> rules =
        DialectSettings.dialect(DialectFiles.usual(site).read(name)).meaning().refusals();
    for (RefusalRule rule : rules) {
      rule.says()
          .ifPresent(
              said ->
                  assertThat(rules.stream().filter(each -> each.fits(said)).findFirst())
                      .as(said)
                      .map(RefusalRule::reason)
                      .hasValue(rule.reason()));
    }
  }

  /// koha-2014-a.log, and what Koha 25 puts together in C4/SIP/ILS/Patron.pm.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "koha-2014; PATRON EXPIRED; CARD_EXPIRED",
        "koha-2014; Greetings from Koha. PATRON EXPIRED; CARD_EXPIRED",
        "koha-2014; Greetings from Koha. See you! PATRON EXPIRED -- Patron owes 12.50;"
            + " CARD_EXPIRED",
        "koha-2014; Greetings from Koha.  -- Borrower's card reported lost.; CARD_LOST",
        "koha-2014; Greetings from Koha.  -- Patron owes 12.50; ''",
        "koha-25; Greetings from Koha. Your account has expired as of 11/20/2026; CARD_EXPIRED",
        "koha-25; Greetings from Koha. Your card will expire on 12/01/2026; ''",
        "koha-25; Greetings from Koha.  -- Patron has overdues; HAS_OVERDUES",
        "koha-25; Greetings from Koha.  -- Patron blocked by fines (12.50) on related accounts;"
            + " OWES_TOO_MUCH",
      })
  void a_text_of_a_64_that_a_rule_knows_whole_names_the_reason(
      String name, String text, String reason) {
    assertThat(
            DialectSettings.dialect(DialectFiles.usual(site).read(name))
                .meaning()
                .reasons(List.of(text))
                .stream()
                .map(Enum::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void every_switch_has_its_reason_above_it(String name) throws IOException {
    List<String> lines = Files.readAllLines(SHIPPED.resolve(name + ".yaml"));
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).matches(" {4}[a-z0-9-]+:.*")) {
        assertThat(lines.get(i - 1).strip()).as("above '%s'", lines.get(i)).startsWith("#");
      }
    }
  }

  /// Nobody tried these systems. What they are believed to do would cost a patron money or staff a
  /// wrong task.
  @ParameterizedTest
  @ValueSource(strings = {"generic", "sierra", "polaris", "symphony", "wms", "invenio-sip2"})
  void a_dialect_without_evidence_claims_nothing(String name) {
    Sip2Dialect dialect = DialectSettings.dialect(DialectFiles.usual(site).read(name));

    assertThat(dialect.habits().messages()).doesNotContain("37");
    assertThat(dialect.habits().returnDate()).isEqualTo(Sip2Habits.ReturnDate.IGNORED);
    assertThat(dialect.habits().loanDate()).isEqualTo(Sip2Habits.LoanDate.OWN);
    assertThat(dialect.meaning().checkinNamesPatron()).isFalse();
  }

  @Test
  void generic_and_embedded_are_what_runs_without_a_site() {
    DialectFiles files = DialectFiles.usual(site);
    assertSame(DialectSettings.dialect(files.read("generic")), LibraryDialects.generic());
    assertSame(DialectSettings.dialect(files.read("embedded")), LibraryDialects.embedded());
  }

  private static void assertSame(Sip2Dialect read, Sip2Dialect inTheProgram) {
    assertThat(read.wire()).isEqualTo(inTheProgram.wire());
    assertThat(read.patience()).isEqualTo(inTheProgram.patience());
    assertThat(read.meaning()).isEqualTo(inTheProgram.meaning());
    assertThat(read.habits()).isEqualTo(inTheProgram.habits());
  }

  @Test
  void a_sites_own_file_says_only_what_differs() throws IOException {
    write(
        "ours",
        """
        dialect:
          based-on: koha-25
          system: ours
          wire:
            charset: ISO-8859-1
          pin:
            needed-for: ["11"]
          session:
            idle-drop-seconds: 9
            answer-seconds: {"63": 31}
          refusals:
            - text: "come back later"
              means: patron-blocked
        """);

    Sip2Dialect ours = DialectSettings.dialect(DialectFiles.usual(site).read("ours"));

    Sip2Dialect base = DialectSettings.dialect(DialectFiles.usual(site).read("koha-25"));
    assertThat(ours.wire().charset().name()).isEqualTo("ISO-8859-1");
    assertThat(ours.wire().lineEnd()).isEqualTo(Sip2Dialect.LineEnd.CR_LF);
    assertThat(ours.meaning().pinFor()).containsExactly("11");
    assertThat(ours.meaning().alerts()).isEqualTo(base.meaning().alerts()).containsKey("98");
    assertThat(ours.habits().noBlock()).isEqualTo(Sip2Habits.NoBlock.DANGEROUS);
    assertThat(ours.patience().keepAlive()).isEqualTo(Duration.ofSeconds(6));
    assertThat(ours.patience().byMessage()).containsEntry("63", Duration.ofSeconds(31));
    assertThat(ours.meaning().refusals())
        .startsWith(RefusalRule.of("come back later", RefusalReason.PATRON_BLOCKED))
        .endsWith(base.meaning().refusals().toArray(new RefusalRule[0]));
  }

  @Test
  void a_list_may_be_emptied_again() throws IOException {
    write(
        "strict", "dialect:\n  based-on: generic\n  system: x\n  pin:\n    needed-for: [\"63\"]\n");
    write("free", "dialect:\n  based-on: strict\n  system: y\n  pin:\n    needed-for: []\n");
    assertThat(DialectSettings.dialect(DialectFiles.usual(site).read("strict")).meaning().pinFor())
        .isEqualTo(Set.of("63"));
    assertThat(DialectSettings.dialect(DialectFiles.usual(site).read("free")).meaning().pinFor())
        .isEmpty();
  }

  @Test
  void a_file_may_be_named_by_its_path() throws IOException {
    Files.writeString(site.resolve("x.yaml"), "dialect:\n  based-on: folio\n  system: x\n");
    assertThat(DialectSettings.dialect(DialectFiles.usual(site).read("x.yaml")).habits().byBx())
        .isTrue();
    assertThatThrownBy(() -> DialectSettings.dialect(DialectFiles.usual(site).read("y.yaml")))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("y.yaml: cannot be read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "wires; ; dialect.wires: unknown key; expected one of acts, answers, based-on",
        "wire; charset: UTF-99; dialect.wire.charset: expected a character set such as UTF-8",
        "wire; colour: red; dialect.wire.colour: unknown key; expected one of charset, error",
        "wire; error-detection: often; dialect.wire.error-detection is 'often': expected follows,"
            + " required or none",
        "session; connections: 3; dialect.session.connections: expected 1 to 2",
        "session; maximum-answer-seconds: 2; dialect.session.maximum-answer-seconds: expected 5 to"
            + " 120",
        "messages; supported: [\"98\"]; dialect.messages.supported: expected codes of requests",
        "pin; needed-for: [\"37\"]; dialect.pin.needed-for: expected some of \"11\", \"29\"",
        "acts; no-block: perhaps; expected ignored, honoured or dangerous",
        "answers; due-format: bogus; dialect.answers.due-format: expected a pattern",
        "answers; alerts: {\"01\": fire}; expected hold-here, hold-elsewhere,",
        "patron; silent-flags: [14]; dialect.patron.silent-flags: expected positions"
      })
  void a_wrong_key_or_value_is_told_by_file_line_and_what_was_expected(
      String section, String line, String told) throws IOException {
    write(
        "wrong",
        "dialect:\n  based-on: generic\n  system: x\n  %s:\n    %s\n".formatted(section, line));

    assertThatThrownBy(() -> DialectSettings.dialect(DialectFiles.usual(site).read("wrong")))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining(site.resolve("dialects").resolve("wrong.yaml") + ", line ")
        .hasMessageContaining(told);
  }

  @Test
  void a_wrong_refusal_is_told_by_its_line() throws IOException {
    write(
        "wrong",
        """
        dialect:
          based-on: generic
          system: x
          refusals:
            - text: fine
              means: other
            - text: "("
              means: other
        """);
    assertThatThrownBy(() -> DialectSettings.dialect(DialectFiles.usual(site).read("wrong")))
        .hasMessageContaining("wrong.yaml, line 7")
        .hasMessageContaining("text: expected a regular expression");
    write(
        "wrong",
        """
        dialect:
          based-on: generic
          system: x
          refusals:
            - text: fine
              means: nonsense
        """);
    assertThatThrownBy(() -> DialectSettings.dialect(DialectFiles.usual(site).read("wrong")))
        .hasMessageContaining("wrong.yaml, line 6")
        .hasMessageContaining("unknown-item, unknown-patron,");
  }

  @Test
  void a_switch_that_is_nowhere_is_missed() throws IOException {
    write("alone", "dialect:\n  system: x\n  wire:\n    charset: UTF-8\n");
    assertThatThrownBy(() -> DialectSettings.dialect(DialectFiles.usual(site).read("alone")))
        .hasMessageContaining("alone.yaml, line 3")
        .hasMessageContaining("dialect.wire.error-detection: expected follows or required or none");
  }

  @Test
  void a_dialect_that_is_not_there_is_told_with_those_that_are() throws IOException {
    write("ours", "dialect:\n  based-on: generic\n  system: x\n");
    assertThatThrownBy(() -> DialectSettings.dialect(DialectFiles.usual(site).read("koha")))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("there is no dialects/koha.yaml")
        .hasMessageContaining("koha-2014, koha-25, ours, polaris");
    assertThatThrownBy(() -> DialectSettings.dialect(DialectFiles.usual(site).read("../station")))
        .isInstanceOf(SiteProblem.class);
  }

  @Test
  void a_file_based_on_itself_is_told() throws IOException {
    write("a", "dialect:\n  based-on: b\n  system: x\n");
    write("b", "dialect:\n  based-on: a\n  system: x\n");
    assertThatThrownBy(() -> DialectSettings.dialect(DialectFiles.usual(site).read("a")))
        .hasMessageContaining("a is based on itself");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(site.resolve("dialects"));
    Files.writeString(site.resolve("dialects").resolve(name + ".yaml"), text);
  }
}

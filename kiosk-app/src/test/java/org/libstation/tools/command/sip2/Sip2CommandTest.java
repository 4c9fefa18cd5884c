package org.libstation.tools.command.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.command.StationCommand;
import org.libstation.lab.embedded.EmbeddedLibrary;
import org.libstation.lab.embedded.LibraryRules;
import picocli.CommandLine;

/// `station sip2`, over the transcripts of real systems and against the embedded library.
@Timeout(300)
class Sip2CommandTest {
  private static final Pattern SAID = Pattern.compile("(?:>>?|<<?) (?!\\[)(.*?)(?: {3}\\{.*\\})?");

  @TempDir Path dir;

  /// What a command did.
  private record Run(int status, String latin1, String err) {
    byte[] out() {
      return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    String text() {
      return new String(out(), StandardCharsets.UTF_8);
    }

    List<String> lines() {
      return text().lines().toList();
    }
  }

  private static Run run(byte[] in, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter said = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = StationCommand.with(Sip2Command.with(new ByteArrayInputStream(in), out));
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(err, true));
    int status = line.execute(words);
    out.writeBytes(said.toString().getBytes(StandardCharsets.UTF_8));
    return new Run(status, out.toString(StandardCharsets.ISO_8859_1), err.toString());
  }

  private static Run run(String in, String... words) {
    return run(in.getBytes(StandardCharsets.UTF_8), words);
  }

  private static String transcript(String name) throws Exception {
    try (InputStream in =
        Objects.requireNonNull(Sip2CommandTest.class.getResourceAsStream("/cases/sip2/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "koha-2014-session.log",
        "koha-2014-a.log",
        "koha-2014-b.log",
        "sipserver-session.log",
        "edge-sip2-session.log",
        "edge-sip2-a.log",
        "pairs.txt"
      })
  void a_transcript_goes_through_decode_and_encode_unchanged(String name) throws Exception {
    String log = transcript(name);
    List<String> said = new ArrayList<>();
    log.lines()
        .map(SAID::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(matcher -> matcher.group(1))
        .filter(message -> !message.startsWith("ZZ"))
        // A lower-case checksum, a missing delimiter and a wrong checksum, tried on purpose, come
        // back as SIP 2.00 has them.
        .map(message -> message.replace("AZfca0", "AZFCA0"))
        .map(message -> message.replace("00007AY2AZF5CD", "00007|AY2AZF551"))
        .map(message -> message.replace("9900802.00AZFDA0", "9900802.00AZ0000"))
        .forEach(said::add);

    Run decoded = run(log, "sip2", "decode");
    Run encoded = run(decoded.out(), "sip2", "encode");

    assertThat(decoded.status()).isZero();
    assertThat(encoded.lines()).isEqualTo(said).isNotEmpty();
    assertThat(run(encoded.out(), "sip2", "decode").lines())
        .isEqualTo(
            decoded.lines().stream()
                .filter(line -> !line.startsWith("{\"error\""))
                .map(line -> line.replaceFirst(",\"remarks\":.*\\]", ""))
                .toList());
  }

  @Test
  void a_message_is_one_object_with_named_fixed_fields_and_fields_in_order() {
    String line = "<< 121NNY20261124    091140AOMAIN|AA20|AB31|AJKråkøy|AH|AF|AF|AY3AZ0000";

    assertThat(run(line, "sip2", "decode").lines())
        .containsExactly(
            "{\"code\":\"12\",\"name\":\"Checkout Response\",\"fixed\":{\"ok\":\"1\",\"renewal_ok\":\"N\","
                + "\"magnetic_media\":\"N\",\"desensitize\":\"Y\","
                + "\"transaction_date\":\"20261124    091140\"},"
                + "\"fields\":[[\"AO\",\"MAIN\"],[\"AA\",\"20\"],[\"AB\",\"31\"],[\"AJ\",\"Kråkøy\"],"
                + "[\"AH\",\"\"],[\"AF\",\"\"],[\"AF\",\"\"]],\"sequence\":3,\"checksum\":\"invalid\"}");
  }

  @Test
  void marks_and_remarks_are_taken_off_and_every_line_end_is_one() {
    String log =
        "\uFEFF# tried\r\n-- reconnect\n<< [no answer in 6.0s; have b'']\n\n"
            + ">> 97AZFEF5   {checksum ok}\r>> 97\r\n< 96AZFEF6\n941";

    assertThat(run(log, "sip2", "decode").lines())
        .extracting(
            line ->
                line.replaceAll(
                    ".*\"code\":\"(..)\".*\"sequence\":(\\w+),.*:\"(\\w+)\".*", "$1 $2 $3"))
        .containsExactly("97 null valid", "97 null absent", "96 null valid", "94 null absent");
  }

  @Test
  void what_is_no_message_is_an_error_with_its_place_and_the_rest_goes_on() {
    Run run = run("# x\n<< Internal error\n>> ZZ20261124\n12\n941\n", "sip2", "decode");

    assertThat(run.status()).isZero();
    assertThat(run.lines())
        .hasSize(4)
        .startsWith(
            "{\"error\":\"line 2, character 4: 'In' is no message code of SIP2\"}",
            "{\"error\":\"line 3, character 4: 'ZZ' is no message code of SIP2\"}",
            "{\"error\":\"line 4, character 3: no transaction_date where its 18 characters belong\"}");
    assertThat(run.lines().getLast()).contains("\"code\":\"94\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "IBM850"})
  void a_file_is_read_and_written_in_its_encoding(String encoding) throws Exception {
    Path file = dir.resolve("captured.bin");
    byte[] wire =
        "1803020120261124    091501AB31|AJZoë à Kråkøy|\r".getBytes(Charset.forName(encoding));
    Files.write(file, wire);

    Run decoded = run("", "sip2", "decode", file.toString(), "--encoding", encoding);
    Run encoded = run(decoded.out(), "sip2", "encode", "--wire", "--encoding", encoding);

    assertThat(decoded.text()).contains("[\"AJ\",\"Zoë à Kråkøy\"]");
    assertThat(encoded.out()).isEqualTo(wire);
  }

  @Test
  void objects_typed_by_hand_become_messages() {
    String json =
        """
        {"code": "99", "fixed": {"status_code": "0", "max_print_width": "080", "protocol_version": "2.00"}, "sequence": 1}

        {"code":"63","fixed":{"language":"001","transaction_date":"20261124    090141"},"fields":[["AO","MAIN"],["AA","20\\u00e9"]]}
        """;

    assertThat(run(json, "sip2", "encode").lines())
        .containsExactly("9900802.00AY1AZFCA0", "6300120261124    090141          AOMAIN|AA20é|");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"code\":\"ZZ\"}; is no message code of SIP2",
        "{\"code\":\"99\",\"fixed\":{\"width\":\"1\"}}; fixed has 'width'; 99 SC Status has status_code",
        "{\"code\":\"97\",\"fields\":[[\"AOX\",\"\"]]}; each of fields must be",
        "{\"code\":\"97\",\"fields\":[[\"AF\",\"a|b\"]]}; no way to send a '|'",
        "{\"code\":\"97\",\"sequence\":12}; sequence must be 0 to 9",
        "{\"code\":\"97\",\"checksum\":\"yes\"}; checksum must be valid",
        "{\"error\":\"line 3\"}; an error is no message",
        "{\"code\":\"97\"; or '}' expected",
        "[1,2; or ']' expected",
        "7; no JSON object"
      })
  void what_is_no_message_is_told_by_its_line_and_the_rest_is_printed(String json, String what) {
    Run run = run("{\"code\":\"96\"}\n" + json + "\n{\"code\":\"97\"}\n", "sip2", "encode");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.lines()).containsExactly("96", "97");
    assertThat(run.err()).startsWith("line 2: ").contains(what);
  }

  @Test
  void a_file_or_an_encoding_that_is_not_there_is_told_in_plain_words() {
    assertThat(run("", "sip2", "decode", dir.resolve("none").toString()).status()).isEqualTo(2);
    assertThat(run("", "sip2", "decode", "--encoding", "EBCDIC-7").err())
        .contains("--encoding EBCDIC-7 is not known here");
    assertThat(run("", "sip2", "talk", "koha").err()).contains("expected HOST:PORT");
    assertThat(run("", "sip2", "talk", "koha:1", "--pinned", "00").err())
        .contains("--authority and --pinned need --tls");
    assertThat(run("", "sip2", "talk", "koha:1", "--tls", "--pinned", "00").err())
        .contains("--tls: a SHA-256 has 64 hex digits");
  }

  @Test
  void a_talk_sends_and_explains_and_masks_pins_and_passwords() {
    try (EmbeddedLibrary library =
        EmbeddedLibrary.start(
            dir.resolve("ledger.db"),
            LibraryRules.standard(),
            InstantSource.system(),
            EmbeddedLibrary.Listen.loopback(0, 0))) {
      String typed =
          String.join(
              "\n",
              List.of(
                  "help",
                  "login station1",
                  "station1",
                  "status",
                  "pin",
                  "7391",
                  "patron 29999999999999",
                  "raw ZZ",
                  "item 1",
                  "again",
                  "nonsense",
                  "quit"));

      Run run = run(typed, "sip2", "talk", "127.0.0.1:" + library.port(), "--institution", "SEL");

      assertThat(run.status()).isZero();
      assertThat(run.text())
          .contains("checkout CARD BARCODE")
          .contains(">> 9300CNstation1|CO••••|AY0")
          .contains("94 Login Response, checksum valid")
          .contains("98 ACS Status")
          .contains("on line status             Y (yes)")
          .contains("AD••••|")
          .contains("64 Patron Information Response")
          .contains("18 Item Information Response")
          .contains("unknown command; 'help' lists the commands")
          .doesNotContain("COstation1");
      assertThat(run.text().replace(":" + library.port(), ":PORT")).doesNotContain("7391");
    }
  }

  @Test
  void a_talk_with_nobody_says_so() {
    Run run = run("status\n", "sip2", "talk", "127.0.0.1:1", "--timeout", "1");

    assertThat(run.status()).isZero();
    assertThat(run.text()).contains("the connection failed");
  }
}

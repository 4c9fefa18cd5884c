package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.central.sip2.Transcripts.Said;

/// Every recorded line taken apart, beside what another program, with a field table of its own,
/// found in it (`decoded.tsv`).
final class Sip2LineTest {

  private static final Map<String, String> EXPECTED =
      Transcripts.text("decoded.tsv")
          .lines()
          .collect(Collectors.toMap(line -> line.substring(0, line.indexOf('\t')), line -> line));

  static Stream<Said> recorded() {
    return Transcripts.all().stream();
  }

  @Test
  void as_many_lines_were_recorded_as_the_other_program_took_apart() {
    assertThat(Transcripts.all()).hasSize(EXPECTED.size()).hasSize(384);
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void a_line_is_taken_apart_as_another_program_does(Said said) {
    assertThat(told(said.at(), Sip2Line.read(said.bytes(), StandardCharsets.UTF_8)))
        .isEqualTo(EXPECTED.get(said.at()));
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void a_line_taken_apart_is_put_together_again_byte_for_byte(Said said) {
    if (!(Sip2Line.read(said.bytes(), StandardCharsets.UTF_8)
        instanceof Sip2Line.Sip2LineMessage line)) {
      assertThat(said.line()).startsWith("ZZ");
      return;
    }
    String again = new String(line.bytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    // Three lines in which a person tried what a server makes of a small letter, a missing
    // delimiter and another checksum come back as SIP 2.00 has them, the wrong one as wrong.
    String expected =
        said.line()
            .replace("AZfca0", "AZFCA0")
            .replace("00007AY2AZF5CD", "00007|AY2AZF551")
            .replace("AZFDA0", "AZ0000");
    assertThat(again).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'too short for a message code', 1",
    "'1', 'too short for a message code', 1",
    "'ZZ20261124', '''ZZ'' is no message code of SIP2', 1",
    "'Internal error', '''In'' is no message code of SIP2', 1",
    "'94', 'no ok where its 1 characters belong', 3",
    "'990080', 'no protocol_version where its 4 characters belong', 7",
    "'12', 'no transaction_date where its 18 characters belong', 3",
    "'121NNY20261324', 'no transaction_date where its 18 characters belong', 7"
  })
  void what_is_no_message_is_told_with_its_place(String line, String what, int position) {
    assertThat(Sip2Line.read(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(new Sip2Line.LineFaulty(what, position));
  }

  @ParameterizedTest
  @CsvSource({
    "'16N20261124    091700AOMAIN|', the fixed fields are not where SIP 2.00 has them",
    "'36Y20261124    091720AOMAIN|AFThank you', the last field has no delimiter",
    "'36Y20261124    091720AOMAIN||AA20|', a piece of 0 characters is no field",
    "'36Y20261124    091720AOMAIN|AY1AZ12', the end looks like a damaged sequence number and checksum"
  })
  void what_is_forgiven_is_told(String line, String remark) {
    Sip2Line read = Sip2Line.read(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

    assertThat(((Sip2Line.Sip2LineMessage) read).remarks()).contains(remark);
  }

  private static String told(String at, Sip2Line read) {
    return switch (read) {
      case Sip2Line.LineFaulty _ -> at + "\tfaulty";
      case Sip2Line.Sip2LineMessage line -> {
        List<String> cells = new ArrayList<>();
        cells.add(at);
        cells.add(line.layout().code());
        cells.add(line.sequence().isPresent() ? "" + line.sequence().getAsInt() : "");
        cells.add(line.checksum().name().toLowerCase(java.util.Locale.ROOT));
        IntStream.range(0, line.fixed().size())
            .mapToObj(i -> line.layout().fixed().get(i).name() + "=" + line.fixed().get(i))
            .forEach(cells::add);
        line.pieces().forEach(piece -> cells.add(piece.id() + "=" + piece.value()));
        yield String.join("\t", cells);
      }
    };
  }
}

package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Sip2TrailerTest {

  private static final String MAERCHEN =
      "1803020120261124    091501AB31000000000017|AJMärchen aus Łódź|AY4AZ";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "9900802.00AY0AZ;FCA1",
        "1720261124    091500AOMAIN|AB31000000000017|AY4AZ;F512",
        "97AZ;FEF5",
        "96AZ;FEF6"
      })
  void the_checksum_is_the_complement_of_the_sum_of_all_bytes(String text, String hex) {
    assertThat(checksum(text, StandardCharsets.US_ASCII)).isEqualTo(hex);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,EB28", "ISO-8859-1,EE75", "IBM850,EF26"})
  void the_checksum_counts_the_bytes_of_the_encoding(String charset, String hex) {
    assertThat(checksum(MAERCHEN, Charset.forName(charset))).isEqualTo(hex);
  }

  @Test
  void lower_case_hex_digits_are_read() {
    Sip2Trailer.Cut cut =
        Sip2Trailer.cut("9900802.00AY1AZfca0".getBytes(StandardCharsets.US_ASCII));

    assertThat(cut.trailer().orElseThrow().correct()).isTrue();
    assertThat(new String(cut.body(), StandardCharsets.US_ASCII)).isEqualTo("9900802.00");
  }

  @Test
  void a_wrong_checksum_is_seen() {
    Sip2Trailer.Cut cut =
        Sip2Trailer.cut("9900802.00AY1AZFCA1".getBytes(StandardCharsets.US_ASCII));

    assertThat(cut.trailer().orElseThrow().correct()).isFalse();
  }

  @Test
  void a_damaged_trailer_is_not_taken_for_a_line_without_one() {
    assertThat(Sip2Trailer.cut("9900802.00AY1AZFC#0".getBytes(StandardCharsets.US_ASCII)).mangled())
        .isTrue();
    assertThat(Sip2Trailer.cut("9900802.00AY1AZFCA".getBytes(StandardCharsets.US_ASCII)).mangled())
        .isTrue();
    assertThat(Sip2Trailer.cut("9900802.00".getBytes(StandardCharsets.US_ASCII)).mangled())
        .isFalse();
    assertThat(
            Sip2Trailer.cut("36Y20261124    091720AJCRAZY|".getBytes(StandardCharsets.US_ASCII))
                .mangled())
        .isFalse();
  }

  @Test
  void the_sequence_wraps_from_nine_to_zero() {
    assertThat(Sip2Trailer.next(8)).isEqualTo(9);
    assertThat(Sip2Trailer.next(9)).isZero();
  }

  private static String checksum(String text, Charset charset) {
    return "%04X".formatted(Sip2Trailer.checksum(text.getBytes(charset)));
  }
}

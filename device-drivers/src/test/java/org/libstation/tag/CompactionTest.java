package org.libstation.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactionTest {

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "123456789012, INTEGER, 1C BE 99 1A 14",
    "31234000012342, INTEGER, 1C 68 3B 79 C4 36",
    "21234000056788, INTEGER, 13 4F ED 07 D1 D4",
    "9999999999999999999, INTEGER, 8A C7 23 04 89 E7 FF FF",
    "0012345678901, NUMERIC, 00 12 34 56 78 90 1F",
    "091, NUMERIC, 09 1F",
    "AHQZ, FIVE_BIT, 0A 23 A0",
    "ABC, FIVE_BIT, 08 86",
    "C_D, FIVE_BIT, 1F C8",
    "QA268.L55, SIX_BIT, 44 1C B6 E2 E3 35 D6",
    "TS0001, SIX_BIT, 51 3C 30 C3 18",
    "b1234567x, SEVEN_BIT, C4 C5 93 36 8D 5B 37 F1",
    "abcdefgh, SEVEN_BIT, C3 8B 1E 4C B9 B3 E8",
    "b12, OCTETS, 62 31 32",
    "红楼梦, UTF8, E7 BA A2 E6 A5 BC E6 A2 A6",
  })
  void the_rule_chooses_the_scheme_and_both_ways_give_the_bytes(
      String text, Compaction scheme, String bytes) throws Exception {
    assertThat(Compaction.choose(text)).isEqualTo(scheme);
    assertThat(scheme.pack(text)).isEqualTo(hex(bytes));
    assertThat(scheme.unpack(hex(bytes))).isEqualTo(text);
  }

  @Test
  void six_bits_carry_what_the_rule_would_have_given_to_five() throws Exception {
    assertThat(Compaction.SIX_BIT.pack("ABCD")).isEqualTo(hex("04 20 C4"));
    assertThat(Compaction.SIX_BIT.unpack(hex("04 20 C4"))).isEqualTo("ABCD");
  }

  @ParameterizedTest
  @CsvSource({
    "20 digits, 12345678901234567890, NUMERIC",
    "one digit, 7, OCTETS",
    "two letters, AB, OCTETS",
    "a space at the end, 'ABC ', OCTETS",
    "lower case shorter than eight, abcdefg, OCTETS",
    "beyond seven bits, Müller-Straße, OCTETS",
  })
  void the_rule_stops_at_the_limits_of_each_scheme(String why, String text, Compaction scheme)
      throws Exception {
    assertThat(Compaction.choose(text)).as(why).isEqualTo(scheme);
    assertThat(scheme.unpack(scheme.pack(text))).isEqualTo(text);
  }

  @Test
  void every_length_survives_every_scheme_that_fits() throws Exception {
    String[] alphabets = {"1234567890", "ABC^_XYZ", "A1-9.Z/P", "aZ09~-xY", "字é梦b1"};
    for (String alphabet : alphabets) {
      for (int length = 1; length <= 40; length++) {
        String text = alphabet.repeat(6).substring(0, Math.min(length, alphabet.length() * 6));
        for (Compaction scheme : Compaction.values()) {
          if (scheme.fits(text)) {
            assertThat(scheme.unpack(scheme.pack(text))).as("%s %s", scheme, text).isEqualTo(text);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NUMERIC, 1A 22",
    "NUMERIC, F1",
    "INTEGER, 07",
    "UTF8, E7 BA",
    "FIVE_BIT, 08 86 00 00"
  })
  void bytes_that_no_encoder_makes_are_refused(Compaction scheme, String bytes) {
    assertThatThrownBy(() -> scheme.unpack(hex(bytes))).isInstanceOf(MalformedTagException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "US-InU-Mu, AC C0 9E BA A0 6F 6B",
    "CN-110108-1-NLC, 1B 81 E1 10 10 8A 1A C7 30 7F",
    "CN-NLC, 1B 80 E6 0F",
    "DK-718500, 22 C1 E7 18 50 0F",
    "GB-StBoH, 38 81 3E D0 5D 7A 3F",
    "HK-CUHK, 42 C0 3A A1 7F",
  })
  void an_isil_is_packed_and_unpacked_as_published(String isil, String bytes) throws Exception {
    assertThat(Isil.encode(isil)).isEqualTo(hex(bytes));
    assertThat(Isil.decode(hex(bytes))).isEqualTo(isil);
  }

  @Test
  void what_is_no_isil_is_not_packed_as_one() {
    assertThat(Isil.fits("CN-NLC")).isTrue();
    assertThat(Isil.fits("CN NLC")).isFalse();
    assertThat(Isil.fits("")).isFalse();
  }
}

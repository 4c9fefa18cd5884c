package org.libstation.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30234000517861", // JerseyCat's worked example
        "33191000105864", // Dynix/Follett handout
        "21234000056788",
        "31234000012342",
        "32220000000014"
      })
  void right_luhn_digits_hold_and_any_other_last_digit_does_not(String code) {
    for (char last = '0'; last <= '9'; last++) {
      assertThat(CheckDigits.luhn(code.substring(0, 13) + last)).isEqualTo(last == code.charAt(13));
    }
  }

  @Test
  void a_vendors_published_example_with_a_wrong_digit_is_refused() {
    assertThat(CheckDigits.luhn("35555000012349")).isFalse();
    assertThat(CheckDigits.luhn("35555000012346")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CODE39W", "A+I+MI+DW", "LIB-00011", "TS0012345T"})
  void code_39_with_a_right_mod_43_character_holds(String code) {
    assertThat(CheckDigits.mod43(code)).isTrue();
    assertThat(CheckDigits.mod43(code.substring(0, code.length() - 1) + "0")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9780306406157", "9787111020998", "9787020008728"})
  void right_ean_digits_hold_and_a_changed_one_does_not(String code) {
    assertThat(CheckDigits.ean13(code)).isTrue();
    assertThat(CheckDigits.ean13(code.replaceFirst("9", "8"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0306406152", "7111020995", "080442957X", "080442957x"})
  void right_isbn_10_digits_hold_and_a_changed_one_does_not(String code) {
    assertThat(CheckDigits.mod11(code)).isTrue();
    assertThat(CheckDigits.mod11("1" + code.substring(1))).isEqualTo(code.startsWith("1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "é", "３１２３", "31234000012342\n"})
  void odd_text_is_no_right_code_and_no_error(String text) {
    assertThat(CheckDigits.luhn(text)).isFalse();
    assertThat(CheckDigits.ean13(text)).isFalse();
    assertThat(CheckDigits.mod11(text)).isFalse();
    assertThat(CheckDigits.mod43(text)).isFalse();
  }
}

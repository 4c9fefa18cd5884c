package org.libstation.device.chipcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.libstation.device.driver.DriverOptions;

/// The forms in which systems keep the numbers of cards.
class NumberFormTest {
  private static final String CARD = "A1B2C3D4";
  private static final String SEVEN = "04A1B2C3D4E580";

  private record Case(String uid, String number, Map<String, String> options) {}

  private static Stream<Case> cases() {
    return Stream.of(
        new Case(CARD, "A1B2C3D4", Map.of()),
        new Case(CARD, "a1b2c3d4", Map.of("form.base", "hex-small")),
        new Case(CARD, "2712847316", Map.of("form.base", "decimal")),
        new Case(CARD, "D4C3B2A1", Map.of("form.order", "reversed")),
        new Case(CARD, "3569595041", Map.of("form.base", "decimal", "form.order", "reversed")),
        new Case(CARD, "17850132", Map.of("form.base", "door")),
        new Case(CARD, "19545729", Map.of("form.base", "door", "form.order", "reversed")),
        new Case(SEVEN, "1303689068602752", Map.of("form.base", "decimal")),
        new Case(SEVEN, "80E5D4C3B2A104", Map.of("form.order", "reversed")),
        new Case(CARD, "P2712847316", Map.of("form.base", "decimal", "form.prefix", "P")),
        new Case(CARD, "00002712847316", Map.of("form.base", "decimal", "form.digits", "14")),
        new Case(CARD, "12847316", Map.of("form.base", "decimal", "form.digits", "8")),
        new Case(CARD, "27128473", Map.of("form.base", "decimal", "form.digits", "-8")),
        new Case(SEVEN, "04A1B2C3", Map.of("form.bytes", "4")),
        new Case(SEVEN, "C3D4E580", Map.of("form.bytes", "-4")));
  }

  @TestFactory
  Stream<DynamicTest> each_form_writes_its_number_and_is_found_from_a_card_whose_number_is_known() {
    return cases()
        .map(
            it ->
                DynamicTest.dynamicTest(
                    it.number(),
                    () -> {
                      assertThat(form(it.options()).of(bytes(it.uid()))).isEqualTo(it.number());
                      assertThat(NumberForm.making(bytes(it.uid()), it.number()))
                          .allMatch(form -> form.of(bytes(it.uid())).equals(it.number()))
                          .anyMatch(form -> same(form, form(it.options()), it.uid().length() / 2));
                    }));
  }

  @Test
  void a_number_that_no_form_makes_has_none() {
    assertThat(NumberForm.making(bytes(CARD), "31234000012342")).isEmpty();
    assertThat(NumberForm.making(bytes(CARD), "")).isEmpty();
    assertThat(NumberForm.making(bytes(CARD), "4")).isEmpty();
  }

  @Test
  void what_was_found_is_written_as_options_and_read_again() {
    for (Case it : cases().toList()) {
      for (NumberForm form : NumberForm.making(bytes(it.uid()), it.number())) {
        assertThat(form(form.options())).isEqualTo(form);
      }
    }
  }

  @Test
  void text_and_digits_of_a_card_are_read_without_what_fills_them() {
    assertThat(form(Map.of("form.base", "text")).of(bytes("32313233340000"))).isEqualTo("21234");
    assertThat(form(Map.of("form.base", "bcd")).of(bytes("212345FF"))).isEqualTo("212345");
    assertThat(form(Map.of("form.base", "bcd")).of(bytes("2A2345FF"))).isEmpty();
    assertThat(form(Map.of("form.base", "text")).of(bytes("3231FF"))).isEmpty();
    assertThat(form(Map.of("form.base", "door")).of(bytes("0102"))).isEmpty();
  }

  private static boolean same(NumberForm one, NumberForm other, int length) {
    return Stream.of("5A", "C3", "0F")
        .map(it -> bytes(it.repeat(length - 1) + "77"))
        .allMatch(it -> Optional.of(one.of(it)).equals(Optional.of(other.of(it))));
  }

  private static NumberForm form(Map<String, String> options) {
    return NumberForm.of(new DriverOptions(options), NumberForm.Base.HEX);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}

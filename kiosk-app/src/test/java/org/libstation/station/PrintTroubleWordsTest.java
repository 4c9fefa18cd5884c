package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintTroubleWordsTest {
  @ParameterizedTest
  @CsvSource({"DP10,E60", "DP11,E60", "DP12,E60", "DP13,E60", "DP32,E51", "DP26,E88", "DP28,E89"})
  void a_slip_that_ended_with_its_line_is_told_as_the_slip_and_any_other_as_the_printer(
      String code, String finding) {
    assertThat(DeviceBridge.trouble(code, "why", true).finding()).contains(finding);
  }
}

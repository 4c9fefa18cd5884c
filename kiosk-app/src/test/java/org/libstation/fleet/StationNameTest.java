package org.libstation.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StationNameTest {
  @Test
  void a_name_is_read_as_it_is_written() {
    StationName name = StationName.parse("hkpl/central/box-2");
    assertThat(name).isEqualTo(new StationName("hkpl", "central", "box-2"));
    assertThat(name.text()).isEqualTo("hkpl/central/box-2");
  }

  @Test
  void a_text_that_is_no_name_is_refused_in_words() {
    assertThatThrownBy(() -> StationName.parse("hkpl/central"))
        .hasMessage("'hkpl/central': expected LIBRARY/PLACE/STATION");
    assertThatThrownBy(() -> StationName.parse("hkpl/../box-2"))
        .hasMessage(
            "'hkpl/../box-2': expected 1 to 40 letters, digits, dots, dashes and underscores, and"
                + " not dots alone");
  }
}

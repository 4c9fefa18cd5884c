package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.barcode.Classifier.Meaning;
import org.libstation.flow.state.ScannedCode;

final class HiddenNumberTest {
  @ParameterizedTest
  @ValueSource(strings = {"38801\u200B000000015", "38801\u202E000000015", "38801\u0007000000015"})
  void a_number_with_a_character_nobody_sees_is_no_item_and_no_card(String read) {
    assertThat(DeviceBridge.told(new Meaning.ItemBarcode(read), read))
        .isInstanceOf(ScannedCode.UnknownCode.class);
    assertThat(DeviceBridge.told(new Meaning.Patron(read), read))
        .isInstanceOf(ScannedCode.UnknownCode.class);
  }
}

package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.libstation.barcode.CheckDigits;
import org.libstation.barcode.Classifier;
import org.libstation.barcode.Symbology;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.ScannedCode;

/// What a typed number names.
class TypedNumbersTest {
  private static final TypedNumbers USUAL = new TypedNumbers(Classifier.usual(), false);

  @Test
  void a_barcode_of_the_library_names_its_copy() {
    assertThat(USUAL.judge("38801000000015"))
        .isEqualTo(new ScannedCode.ItemCode(new ItemId("38801000000015")));
    assertThat(USUAL.judge("38801-00000-0015"))
        .isEqualTo(new ScannedCode.ItemCode(new ItemId("38801000000015")));
    assertThat(USUAL.judge("38801000000016")).isEqualTo(new ScannedCode.BadCheck("0016"));
    assertThat(USUAL.judge("28801000000017")).isInstanceOf(ScannedCode.Card.class);
    assertThat(USUAL.judge("ABC-1")).isEqualTo(new ScannedCode.UnknownCode("ABC1"));
  }

  @Test
  void an_isbn_of_either_length_names_a_title() {
    assertThat(USUAL.judge("9780306406157")).isInstanceOf(ScannedCode.Isbn.class);
    assertThat(USUAL.judge("978-0-306-40615-7")).isInstanceOf(ScannedCode.Isbn.class);
    assertThat(USUAL.judge("978-0-306-40615-8")).isEqualTo(new ScannedCode.BadCheck("6158"));
    assertThat(USUAL.judge("0-306-40615-2")).isInstanceOf(ScannedCode.Isbn.class);
    assertThat(USUAL.judge("097522980X")).isInstanceOf(ScannedCode.Isbn.class);
    assertThat(USUAL.judge("0306406153")).isEqualTo(new ScannedCode.BadCheck("6153"));
  }

  @Test
  void nobody_types_a_symbology_and_dashes_of_the_librarys_own_stay() {
    TypedNumbers own =
        new TypedNumbers(
            new Classifier(
                List.of(
                    new Classifier.BarcodeRule(
                        Classifier.CodeOwner.ITEM,
                        Pattern.compile("LIB-\\d{4}"),
                        CheckDigits.CheckDigitRule.NONE,
                        Set.of(Symbology.CODE_39),
                        false)),
                Classifier.Titles.FIRST),
            false);
    assertThat(own.judge("LIB-0042")).isEqualTo(new ScannedCode.ItemCode(new ItemId("LIB-0042")));
  }

  @Test
  void where_the_screen_decides_an_unruled_number_is_an_item() {
    assertThat(new TypedNumbers(Classifier.usual(), true).judge("X77"))
        .isEqualTo(new ScannedCode.ItemCode(new ItemId("X77")));
  }
}

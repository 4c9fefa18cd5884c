package org.libstation.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.libstation.barcode.Classifier.BarcodeRule;
import org.libstation.barcode.Classifier.Because;
import org.libstation.barcode.Classifier.CodeOwner;
import org.libstation.barcode.Classifier.Judgement;
import org.libstation.barcode.Classifier.Meaning;
import org.libstation.barcode.Classifier.ScanSource;

class ClassifierTest {
  private final Classifier usual = Classifier.usual();

  @Test
  void an_item_and_a_patron_are_told_apart() {
    assertThat(meaning("31234000012342")).isEqualTo(new Meaning.ItemBarcode("31234000012342"));
    assertThat(meaning("21234000056788")).isEqualTo(new Meaning.Patron("21234000056788"));
  }

  @Test
  void a_misread_number_is_no_item() {
    assertThat(meaning("31234000012343"))
        .isEqualTo(new Meaning.BadCheckDigit(CodeOwner.ITEM, "31234000012343"));
  }

  @Test
  void an_isbn_with_or_without_its_add_on_and_an_issn_name_a_title() {
    assertThat(meaning("9787111020998")).isEqualTo(new Meaning.TitleCode("9787111020998"));
    assertThat(meaning("978711102099851299")).isEqualTo(new Meaning.TitleCode("9787111020998"));
    assertThat(meaning("9770262407244")).isEqualTo(new Meaning.TitleCode("9770262407244"));
  }

  @Test
  void a_misread_isbn_and_a_strange_code_are_unclassified() {
    assertThat(meaning("9787111020999")).isEqualTo(new Meaning.Unclassified("9787111020999"));
    assertThat(meaning("HELLO")).isEqualTo(new Meaning.Unclassified("HELLO"));
    assertThat(meaning("")).isEqualTo(new Meaning.Unclassified(""));
  }

  @Test
  void a_later_rule_may_take_what_an_earlier_one_finds_misread() {
    Classifier mixed =
        new Classifier(
            List.of(
                BarcodeRule.of(CodeOwner.ITEM, "3[0-9]{13}", CheckDigits.CheckDigitRule.LUHN),
                BarcodeRule.of(CodeOwner.ITEM, "[0-9]{14}", CheckDigits.CheckDigitRule.NONE)),
            Classifier.Titles.FIRST);
    assertThat(mixed.judge("31234000012343", Optional.empty(), ScanSource.ANY).meaning())
        .isEqualTo(new Meaning.ItemBarcode("31234000012343"));
  }

  @Test
  void the_symbology_may_tell_them_apart_where_a_site_uses_two() {
    Classifier bySymbology =
        new Classifier(
            List.of(
                new BarcodeRule(
                    CodeOwner.PATRON,
                    Pattern.compile("[0-9]+"),
                    CheckDigits.CheckDigitRule.NONE,
                    Set.of(Symbology.CODABAR),
                    false),
                BarcodeRule.of(CodeOwner.ITEM, "[0-9]+", CheckDigits.CheckDigitRule.NONE)),
            Classifier.Titles.FIRST);
    assertThat(bySymbology.judge("123", Optional.of('F'), ScanSource.ANY).meaning())
        .isEqualTo(new Meaning.Patron("123"));
    assertThat(bySymbology.judge("123", Optional.of('C'), ScanSource.ANY).meaning())
        .isEqualTo(new Meaning.ItemBarcode("123"));
    assertThat(bySymbology.judge("123", Optional.empty(), ScanSource.ANY).meaning())
        .isEqualTo(new Meaning.ItemBarcode("123"));
  }

  @Test
  void a_site_may_let_its_rules_have_ean_numbers_and_a_codabar_of_thirteen_digits_is_no_isbn() {
    BarcodeRule eans =
        BarcodeRule.of(CodeOwner.ITEM, "[0-9]{13}", CheckDigits.CheckDigitRule.EAN13);
    assertThat(
            new Classifier(List.of(eans), Classifier.Titles.FIRST)
                .judge("9787111020998", Optional.empty(), ScanSource.ANY)
                .meaning())
        .isEqualTo(new Meaning.TitleCode("9787111020998"));
    assertThat(
            new Classifier(List.of(eans), Classifier.Titles.FIRST)
                .judge("9787111020998", Optional.of('F'), ScanSource.ANY)
                .meaning())
        .isEqualTo(new Meaning.ItemBarcode("9787111020998"));
    assertThat(
            new Classifier(List.of(eans), Classifier.Titles.AFTER_RULES)
                .judge("9787111020998", Optional.of('E'), ScanSource.ANY)
                .meaning())
        .isEqualTo(new Meaning.ItemBarcode("9787111020998"));
  }

  @Test
  void a_reader_for_cards_decides_what_the_rules_leave_open_and_says_so() {
    Classifier same =
        new Classifier(
            List.of(
                BarcodeRule.of(CodeOwner.ITEM, "[0-9]{8}", CheckDigits.CheckDigitRule.NONE),
                BarcodeRule.of(CodeOwner.PATRON, "[0-9]{8}", CheckDigits.CheckDigitRule.NONE)),
            Classifier.Titles.FIRST);
    assertThat(same.judge("12345678", Optional.empty(), ScanSource.ANY).meaning())
        .isEqualTo(new Meaning.ItemBarcode("12345678"));
    assertThat(same.judge("12345678", Optional.empty(), ScanSource.CARDS))
        .isEqualTo(new Judgement(new Meaning.Patron("12345678"), Because.RULE, OptionalInt.of(2)));
    assertThat(usual.judge("STAFF-7", Optional.empty(), ScanSource.CARDS))
        .isEqualTo(
            new Judgement(new Meaning.Patron("STAFF-7"), Because.CARD_READER, OptionalInt.empty()));
    assertThat(usual.judge("31234000012342", Optional.empty(), ScanSource.CARDS).meaning())
        .isEqualTo(new Meaning.ItemBarcode("31234000012342"));
  }

  @Test
  void the_four_usual_kinds_are_judged_by_their_own_check_digits() {
    Classifier four =
        new Classifier(
            List.of(
                BarcodeRule.of(CodeOwner.ITEM, "3[0-9]{13}", CheckDigits.CheckDigitRule.LUHN),
                new BarcodeRule(
                    CodeOwner.ITEM,
                    Pattern.compile("LIB-[0-9]{4}."),
                    CheckDigits.CheckDigitRule.MOD43,
                    Set.of(Symbology.CODE_39),
                    true),
                new BarcodeRule(
                    CodeOwner.PATRON,
                    Pattern.compile("PJJ[0-9]{3}C"),
                    CheckDigits.CheckDigitRule.NONE,
                    Set.of(Symbology.CODE_128),
                    false)),
            Classifier.Titles.FIRST);
    assertThat(four.judge("30234000517861", Optional.of('F'), ScanSource.ANY).meaning())
        .isEqualTo(new Meaning.ItemBarcode("30234000517861"));
    assertThat(four.judge("LIB-00011", Optional.of('A'), ScanSource.ANY).meaning())
        .isEqualTo(new Meaning.ItemBarcode("LIB-0001"));
    assertThat(four.judge("LIB-00012", Optional.of('A'), ScanSource.ANY).meaning())
        .isEqualTo(new Meaning.BadCheckDigit(CodeOwner.ITEM, "LIB-00012"));
    assertThat(four.judge("PJJ123C", Optional.of('C'), ScanSource.ANY).meaning())
        .isEqualTo(new Meaning.Patron("PJJ123C"));
    assertThat(four.judge("9780306406157", Optional.of('E'), ScanSource.ANY).meaning())
        .isEqualTo(new Meaning.TitleCode("9780306406157"));
  }

  private Meaning meaning(String data) {
    return usual.judge(data, Optional.empty(), ScanSource.ANY).meaning();
  }
}

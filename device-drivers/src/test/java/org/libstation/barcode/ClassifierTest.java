package org.libstation.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.libstation.barcode.Classifier.Kind;
import org.libstation.barcode.Classifier.Meaning;
import org.libstation.barcode.Classifier.Rule;

class ClassifierTest {
  private final Classifier usual = Classifier.usual();

  @Test
  void an_item_and_a_patron_are_told_apart() {
    assertThat(meaning("31234000012342")).isEqualTo(new Meaning.Item("31234000012342"));
    assertThat(meaning("21234000056788")).isEqualTo(new Meaning.Patron("21234000056788"));
  }

  @Test
  void a_misread_number_is_no_item() {
    assertThat(meaning("31234000012343"))
        .isEqualTo(new Meaning.BadCheckDigit(Kind.ITEM, "31234000012343"));
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
                new Rule(Kind.ITEM, "3[0-9]{13}", CheckDigits.Rule.LUHN),
                new Rule(Kind.ITEM, "[0-9]{14}", CheckDigits.Rule.NONE)));
    assertThat(mixed.classify("31234000012343", Optional.empty()))
        .isEqualTo(new Meaning.Item("31234000012343"));
  }

  @Test
  void the_symbology_may_tell_them_apart_where_a_site_uses_two() {
    Classifier bySymbology =
        new Classifier(
            List.of(
                new Rule(
                    Kind.PATRON,
                    Pattern.compile("[0-9]+"),
                    CheckDigits.Rule.NONE,
                    Optional.of('F')),
                new Rule(Kind.ITEM, "[0-9]+", CheckDigits.Rule.NONE)));
    assertThat(bySymbology.classify("123", Optional.of('F'))).isEqualTo(new Meaning.Patron("123"));
    assertThat(bySymbology.classify("123", Optional.of('C'))).isEqualTo(new Meaning.Item("123"));
    assertThat(bySymbology.classify("123", Optional.empty())).isEqualTo(new Meaning.Item("123"));
  }

  private Meaning meaning(String data) {
    return usual.classify(data, Optional.empty());
  }
}

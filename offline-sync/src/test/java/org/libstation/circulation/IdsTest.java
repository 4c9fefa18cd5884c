package org.libstation.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdsTest {
  /// Letters for which upper and lower case do not come in plain pairs, and plain ones.
  private static final List<String> CODES =
      List.of(
          "abc1",
          "ABC1",
          "i1",
          "I1",
          "\u0130" + "1",
          "\u0131" + "1",
          "s1",
          "\u017F" + "1",
          "\u00DF" + "1",
          "SS1",
          "\u1E9E" + "1",
          "k1",
          "\u212A" + "1",
          "\uD801\uDC00",
          "\uD801\uDC28");

  @Test
  void equal_ids_have_equal_hashes_and_one_key_whatever_the_letters() {
    for (String one : CODES) {
      for (String other : CODES) {
        ItemId first = new ItemId(one);
        ItemId second = new ItemId(other);
        assertThat(first.equals(second))
            .as("%s %s", one, other)
            .isEqualTo(one.equalsIgnoreCase(other));
        assertThat(first.key().equals(second.key())).isEqualTo(first.equals(second));
        assertThat(new PatronId(one).equals(new PatronId(other))).isEqualTo(first.equals(second));
        if (first.equals(second)) {
          assertThat(first).hasSameHashCodeAs(second);
          assertThat(new PatronId(one)).hasSameHashCodeAs(new PatronId(other));
        }
      }
    }
  }

  @Test
  void a_dotted_capital_i_is_found_again_in_a_set() {
    Set<ItemId> out = new HashSet<>(List.of(new ItemId("\u0130" + "42")));
    assertThat(out).contains(new ItemId("i42")).doesNotContain(new ItemId("j42"));
  }

  @ParameterizedTest
  @CsvSource({
    "21234567890417,•••• 0417",
    "12345678,•••• 5678",
    "1234567,•••• 567",
    "4711,•••• 11",
    "7,••••"
  })
  void at_least_half_of_a_card_number_stays_hidden(String number, String shown) {
    assertThat(new PatronId(number).masked().strip()).isEqualTo(shown);
  }
}
